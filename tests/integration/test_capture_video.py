"""Videos made here, whole and broken, through the real decoder."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import time
from pathlib import Path

import numpy as np
import pytest

from coach.capture._cv2 import cv2
from coach.capture.as_filmed import AsFilmed
from coach.capture.pipeline import Pipeline, PipelineState, PipelineStatus
from coach.capture.video import VideoSource
from coach.domain.errors import InputError
from coach.domain.frames import Frame
from tests.fixtures.pictures import StillLandmarker

FPS, FRAMES, SIZE = 25, 50, (160, 120)
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="no ffmpeg here")


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds, each picture as bright as its number x 5, the upper left corner white."""
    path = tmp_path_factory.mktemp("video") / "counted.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), FPS, SIZE)
    for i in range(FRAMES):
        picture = np.full((SIZE[1], SIZE[0], 3), i * 5, np.uint8)
        picture[:40, :40] = 255
        writer.write(picture)
    writer.release()
    return path


def frames_of(source: VideoSource) -> list[Frame]:
    frames = []
    while (frame := source.read()) is not None:
        frames.append(frame)
    return frames


def replay(path: Path) -> tuple[list[Frame], VideoSource]:
    source = VideoSource(path)
    source.open()
    frames = frames_of(source)
    source.close()
    return frames, source


def test_every_picture_in_order_with_media_time(video: Path) -> None:
    frames, source = replay(video)
    assert [f.index for f in frames] == list(range(FRAMES))
    # The container's clock ticks at 1/12800 s; half a tick is 0.04 ms.
    np.testing.assert_allclose([f.t_ns * 1e-9 for f in frames], np.arange(FRAMES) / FPS, atol=1e-4)
    # The codec keeps a flat grey within two levels (and takes 16 for black): a lost, repeated or
    # swapped picture would step by 10, 0 or -5.
    steps = np.diff([f.image[60:, 60:].mean() for f in frames])
    assert (abs(steps[1:] - 5) <= 2).all()
    assert source.end_note == ("", "")


def test_what_it_says_of_itself(video: Path) -> None:
    source = VideoSource(video, live=True)
    info = source.open()
    source.close()
    assert (info.kind, info.label, info.size, info.fps, info.live) == (
        "video",
        "counted.mp4",
        SIZE,
        FPS,
        True,
    )


def test_a_source_can_be_opened_again(video: Path) -> None:
    source = VideoSource(video)
    for _ in range(2):
        source.open()
        assert len(frames_of(source)) == FRAMES
        source.close()
        assert source.read() is None


def test_live_keeps_the_videos_own_pace(video: Path) -> None:
    source = VideoSource(video, live=True)
    source.open()
    began = time.monotonic()
    for _ in range(11):
        source.read()
    took = time.monotonic() - began
    source.close()
    assert 10 / FPS - 0.01 <= took < 10 / FPS + 0.2  # never early; late only by the machine


def edited(path: Path, tmp_path: Path, *arguments: str) -> Path:
    out = tmp_path / "edited.mp4"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-i", str(path), *arguments, str(out)], check=True
    )
    return out


@needs_ffmpeg
def test_a_phones_uneven_rate_keeps_its_own_times(video: Path, tmp_path: Path) -> None:
    uneven = edited(video, tmp_path, "-vf", "select='not(eq(mod(n,3),1))'", "-vsync", "vfr")
    frames, _ = replay(uneven)
    kept = [i for i in range(FRAMES) if i % 3 != 1]
    np.testing.assert_allclose([f.t_ns * 1e-9 for f in frames], np.array(kept) / FPS, atol=1e-3)


def test_a_rotated_phone_video_stands_upright(video: Path, tmp_path: Path) -> None:
    # The matrix of the track header: 36 bytes in 16.16 (last column 2.30) fixed point.
    straight = bytes.fromhex("00010000 00000000 00000000 00000000 00010000".replace(" ", ""))
    quarter = bytes.fromhex("00000000 00010000 00000000 ffff0000 00000000".replace(" ", ""))
    data = video.read_bytes()
    at = data.index(straight, data.index(b"tkhd"))
    path = tmp_path / "rotated.mp4"
    path.write_bytes(data[:at] + quarter + data[at + len(quarter) :])
    source = VideoSource(path)
    info = source.open()
    frame = source.read()
    source.close()
    assert info.size == (SIZE[1], SIZE[0])
    assert frame is not None
    assert frame.size == info.size
    assert frame.image[:30, -30:].mean() > 200  # a quarter turn clockwise
    assert frame.image[:30, :30].mean() < 50


@needs_ffmpeg
def test_a_video_cut_off_in_the_middle_gives_what_can_be_read_and_says_so(
    video: Path, tmp_path: Path
) -> None:
    whole = edited(video, tmp_path, "-c", "copy", "-movflags", "+faststart")
    cut = tmp_path / "cut.mp4"
    # The index comes first here; a flat picture takes few bytes, so most of the file is index.
    data = whole.read_bytes()
    start = data.index(b"mdat") + 4
    cut.write_bytes(data[: start + (len(data) - start) // 2])
    statuses: list[PipelineStatus] = []
    frames: list[Frame] = []
    pipeline = Pipeline(
        VideoSource(cut),
        StillLandmarker,
        lambda frame, _face: frames.append(frame),
        statuses.append,
        lossless=True,
    )
    pipeline.start()
    assert pipeline.join(10.0)
    assert 5 < len(frames) < FRAMES - 5
    assert statuses[-1].state is PipelineState.ENDED
    assert statuses[-1].message == (
        f"The video is cut off: {len(frames) / FPS:.1f} of {FRAMES / FPS:.1f} seconds could be "
        "read."
    )


@needs_ffmpeg
def test_a_film_trimmed_on_the_phone_is_whole(video: Path, tmp_path: Path) -> None:
    # No key picture near the cut: the pictures before it stay in the file, hidden by an edit list.
    long = edited(video, tmp_path, "-c:v", "libx264", "-g", "250", "-bf", "2")
    trimmed = tmp_path / "trimmed.mp4"
    command = ["ffmpeg", "-v", "error", "-ss", "0.6", "-i", str(long), "-c", "copy", str(trimmed)]
    subprocess.run(command, check=True)
    announced = cv2.VideoCapture(str(trimmed)).get(cv2.CAP_PROP_FRAME_COUNT)
    frames, source = replay(trimmed)
    assert len(frames) == pytest.approx(FRAMES - 0.6 * FPS, abs=2)
    assert announced > len(frames) + 5
    assert source.end_note == ("", "")


@needs_ffmpeg
@pytest.mark.parametrize(
    ("shape", "size"), [("64/45", (228, 120)), ("4/3", (213, 120)), ("3/4", (160, 160))]
)
def test_pixels_that_are_not_square_are_stretched(
    video: Path, tmp_path: Path, shape: str, size: tuple[int, int]
) -> None:
    camcorder = edited(video, tmp_path, "-vf", f"setsar={shape}", "-c:v", "libx264", "-qp", "5")
    source = VideoSource(camcorder)
    info = source.open()
    frame = source.read()
    source.close()
    assert frame is not None
    assert info.size == frame.size == size
    # The white corner is a quarter of the width and a third of the height in any shape.
    wide = (frame.image[5, :, 0] > 150).mean()
    high = (frame.image[:, 5, 0] > 150).mean()
    assert wide == pytest.approx(0.25, abs=0.02)  # the codec blurs the edge by some pixels
    assert high == pytest.approx(1 / 3, abs=0.02)


@pytest.mark.parametrize(
    ("filmed", "corner"),
    [
        (AsFilmed(mirrored=True), (0, -1)),
        (AsFilmed(turn=90), (0, -1)),
        (AsFilmed(turn=180), (-1, -1)),
        (AsFilmed(turn=270), (-1, 0)),
        (AsFilmed(mirrored=True, turn=90), (0, 0)),
    ],
)
def test_what_was_done_to_a_film_is_undone(
    video: Path, filmed: AsFilmed, corner: tuple[int, int]
) -> None:
    source = VideoSource(video, as_filmed=filmed)
    size = source.open().size
    frame = source.read()
    source.close()
    assert frame is not None
    assert frame.size == size == (SIZE if filmed.turn in (0, 180) else SIZE[::-1])
    corners = {
        (y, x): frame.image[y * 20 + 10 if y == 0 else -10, x * 20 + 10 if x == 0 else -10].mean()
        for y in (0, -1)
        for x in (0, -1)
    }
    assert max(corners, key=lambda at: float(corners[at])) == corner


@pytest.mark.parametrize("name", [b"12:30.mp4", b"L\xe4cheln.mp4", b"%d.mp4", b"http:film.mp4"])
def test_a_films_name_is_a_name(
    video: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: bytes
) -> None:
    path = Path(os.fsdecode(name))
    monkeypatch.chdir(tmp_path)
    try:
        shutil.copy(video, path)
    except OSError:
        pytest.skip("this disk cannot hold such a name")
    source = VideoSource(path)
    label = source.open().label
    assert len(frames_of(source)) == FRAMES
    source.close()
    label.encode("utf-8")  # can be shown


def test_a_name_that_no_disk_can_hold_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        VideoSource(tmp_path / ("a" * 300 + ".mp4")).open()
    assert "too long" in raised.value.message
    assert len(raised.value.message) < 120


BAD = {
    "empty.mp4": b"",
    "text.mp4": b"This is a letter, not a video.\n" * 40,
    "noise.avi": np.random.default_rng(3).bytes(20_000),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_video(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name])
    assert_one_plain_sentence(path)
    assert capfd.readouterr().err == ""


def test_no_index_no_video(video: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken_off.mp4"  # a recording that was never finished: no index at all
    path.write_bytes(video.read_bytes()[:2000])
    assert_one_plain_sentence(path)


def test_missing_and_folder(tmp_path: Path) -> None:
    assert_one_plain_sentence(tmp_path / "missing.mp4")
    assert_one_plain_sentence(tmp_path)


def assert_one_plain_sentence(path: Path) -> None:
    with pytest.raises(InputError) as raised:
        VideoSource(path).open()
    message = raised.value.message
    assert path.name in message
    assert str(path.parent) not in message
    assert message.endswith(".")
    assert message.replace(path.name, "").count(".") == 1
    assert raised.value.hint


def test_stamps_increase_also_where_the_container_has_none(tmp_path: Path) -> None:
    # A raw MJPEG stream in a file: pictures one after the other, no clock at all.
    path = tmp_path / "raw.mjpeg"
    jpegs = []
    for i in range(20):
        ok, jpeg = cv2.imencode(".jpg", np.full((120, 160, 3), i * 10, np.uint8))
        assert ok
        jpegs.append(jpeg.tobytes())
    path.write_bytes(b"".join(jpegs))
    frames, _ = replay(path)
    assert len(frames) >= 19
    assert all(a.t_ns < b.t_ns for a, b in itertools.pairwise(frames))
