"""The real engine on real pictures: the drawn face, and rendered heads where they are there."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from coach.capture._cv2 import cv2
from coach.capture.litert_landmarker import ENGINE_NAME, LiteRtLandmarker
from coach.capture.models import DETECTOR, FOLDER, MESH, RELEASE, load_models
from coach.capture.pipeline import Pipeline, PipelineState, PipelineStatus
from coach.capture.video import VideoSource
from coach.domain.errors import EngineError
from coach.domain.frames import Frame, Image
from coach.domain.landmarks import SIDE_LANDMARKS, FaceFrame
from coach.domain.sides import Side
from coach.face.expression import Expression
from coach.face.painter import render_face

SIZE = (640, 480)


@pytest.fixture(scope="module")
def face() -> Image:
    """The drawn face at rest, BGR."""
    picture = render_face(Expression.neutral(), SIZE)
    pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(SIZE[1], SIZE[0], 4)
    return np.ascontiguousarray(pixels[:, :, :3])


@pytest.fixture
def landmarker() -> Iterator[LiteRtLandmarker]:
    engine = LiteRtLandmarker()
    yield engine
    engine.close()


def frame(image: Image, index: int = 0, fps: float = 30.0) -> Frame:
    return Frame(image, index, round(index * 1e9 / fps))


def test_the_patients_right_is_on_the_pictures_left(
    landmarker: LiteRtLandmarker, face: Image
) -> None:
    found = landmarker.detect(frame(face))
    assert found.points is not None
    assert found.points.shape == (478, 3)
    assert found.faces == 1
    right, left = SIDE_LANDMARKS[Side.RIGHT], SIDE_LANDMARKS[Side.LEFT]
    for name in ("outer_canthus", "commissure", "iris_centre"):
        assert found.points[getattr(right, name), 0] < found.points[getattr(left, name), 0]
    assert (found.points[:, :2] > 0).all()
    assert (found.points[:, :2] < SIZE).all()


def test_submit_and_collect_give_what_detect_gives(face: Image) -> None:
    images = [np.roll(face, 4 * i, axis=1) for i in range(10)]
    one, two = LiteRtLandmarker(), LiteRtLandmarker()
    try:
        direct = [one.detect(frame(image, i)) for i, image in enumerate(images)]
        overlapped = []
        two.submit(frame(images[0]))
        for i in range(1, len(images) + 1):
            overlapped.append(two.collect())
            if i < len(images):
                two.submit(frame(images[i], i))
            time.sleep(0.002)  # the next picture is in work meanwhile
    finally:
        one.close()
        two.close()
    for a, b in zip(direct, overlapped, strict=True):
        assert a.points is not None
        assert b.points is not None
        np.testing.assert_array_equal(a.points, b.points)
        assert (a.index, a.t_ns, a.faces) == (b.index, b.t_ns, b.faces)


def test_no_face_and_back(landmarker: LiteRtLandmarker, face: Image) -> None:
    empty = np.full_like(face, 90)
    assert landmarker.detect(frame(face, 0)).faces == 1
    gone = [landmarker.detect(frame(empty, i)) for i in range(1, 10)]
    assert gone[-1].points is None
    assert gone[-1].faces == 0
    assert landmarker.detect(frame(face, 10)).points is not None


def test_the_pictures_size_may_change(landmarker: LiteRtLandmarker, face: Image) -> None:
    large = landmarker.detect(frame(face, 0))
    half = np.asarray(cv2.resize(face, None, fx=0.5, fy=0.5), dtype=np.uint8)
    small = landmarker.detect(frame(half, 1))
    assert large.points is not None
    assert small.points is not None
    assert small.size == (320, 240)
    # The crop differs by less than a pixel of the small picture per landmark, mostly.
    error = np.abs(small.points[:, :2] * 2 - large.points[:, :2])
    assert np.median(error) < 2.0


def test_two_people_are_noticed_soon_and_one_again(
    landmarker: LiteRtLandmarker, face: Image
) -> None:
    beside = np.asarray(cv2.resize(np.hstack([face, face]), SIZE), dtype=np.uint8)
    counts = [landmarker.detect(frame(face, i)).faces for i in range(20)]
    counts += [landmarker.detect(frame(beside, i)).faces for i in range(20, 65)]
    assert set(counts[:20]) == {1}
    assert counts[-1] == 2  # within 45 pictures = 1.5 s
    counts = [landmarker.detect(frame(face, i)).faces for i in range(65, 110)]
    assert counts[-1] == 1


def test_light_and_sharpness_come_with_the_face(landmarker: LiteRtLandmarker, face: Image) -> None:
    landmarker.detect(frame(face, 0))
    sharp = landmarker.detect(frame(face, 1)).stats
    blurred = np.asarray(cv2.GaussianBlur(face, (0, 0), 5), dtype=np.uint8)
    soft = landmarker.detect(frame(blurred, 2)).stats
    dark = landmarker.detect(frame(face // np.uint8(4), 3)).stats
    assert sharp is not None
    assert soft is not None
    assert dark is not None
    assert soft.sharpness < 0.3 * sharp.sharpness
    assert dark.brightness == pytest.approx(sharp.brightness / 4, abs=1.0)


def test_engine_and_model_are_named(landmarker: LiteRtLandmarker) -> None:
    info = landmarker.info
    assert info.name == ENGINE_NAME
    assert info.version.startswith(f"{RELEASE} (LiteRT ")
    assert info.model_sha256 == load_models().sha256
    assert len(bytes.fromhex(info.model_sha256)) == 32


def test_a_missing_model_is_one_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"^The landmark model .* cannot be read\. Run"):
        load_models(tmp_path)


@pytest.mark.parametrize("name", [MESH, DETECTOR])
def test_an_altered_model_is_refused(tmp_path: Path, name: str) -> None:
    for file in (MESH, DETECTOR):
        data = bytearray((FOLDER / file).read_bytes())
        if file == name:
            data[-1] ^= 1
        (tmp_path / file).write_bytes(data)
    with pytest.raises(EngineError, match=rf"^The landmark model {name} is damaged"):
        load_models(tmp_path)


def test_closing_twice() -> None:
    engine = LiteRtLandmarker()
    engine.close()
    engine.close()


@pytest.mark.clips
def test_a_whole_clip_is_tracked_without_loss(clips: Path) -> None:
    faces: list[FaceFrame] = []
    statuses: list[PipelineStatus] = []
    pipeline = Pipeline(
        VideoSource(clips / "rest.mp4"),
        LiteRtLandmarker,
        lambda _frame, face: faces.append(face),
        statuses.append,
        lossless=True,
    )
    pipeline.start()
    assert pipeline.join(60.0)
    assert statuses[-1].state is PipelineState.ENDED
    assert len(faces) == pipeline.stats().captured
    assert sum(f.points is not None for f in faces) >= 0.99 * len(faces)
    assert {f.faces for f in faces if f.points is not None} == {1}
    assert pipeline.stats().effective_fps == pytest.approx(30.0, rel=1e-3)
