"""MediaPipe follows the drawn face: what it reads against what is true.

Shares are what the demonstration and the simulated patient need, with room for the engine's own
leaning of one-sided movement towards both sides; measured values stand beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.domain.frames import FloatArray, Frame, Image
from coach.domain.landmarks import SIDE_LANDMARKS, SideLandmarks
from coach.domain.sides import Side
from coach.face.expression import Expression
from coach.face.geometry import FacePoint
from coach.face.look import LOOKS, FaceLook
from coach.face.painter import FacePainter
from coach.face.projection import Framing, HeadPlacement
from coach.face.sensor import SensorNoise, to_bgr
from coach.face.shape import FaceShape

SIDES = (Side.LEFT, Side.RIGHT)
REST = Expression.neutral()
#: Canthi and root of the nose: nothing a face does moves them.
RIGID = [33, 133, 362, 263, 168, 6]
#: The engine's own smoothing has settled after so many pictures of the same face.
SETTLE, READ = 4, 4


class Eye:
    """A camera and the landmark engine looking at one drawn person."""

    def __init__(
        self, look: FaceLook, size: tuple[int, int] = (640, 480), shape: FaceShape | None = None
    ) -> None:
        self.size = size
        self.mm = Framing.portrait(0, 0, *size).px_per_mm
        self.painter = FacePainter(look, shape)
        self.model = self.painter.model
        self._noise = SensorNoise(size, 2.0, 1)
        self._engine = LiteRtLandmarker()
        self._index = 0
        self.missed = 0
        self.rest = self.read(REST)

    def close(self) -> None:
        self._engine.close()

    def picture(self, e: Expression, placement: HeadPlacement) -> Image:
        from PySide6.QtGui import QImage

        image = QImage(*self.size, QImage.Format.Format_RGB32)
        self.painter.paint_image(image, e, placement)
        bgr = to_bgr(image)
        self._noise.add(bgr, self._index)
        self._index += 1
        return bgr

    def read(
        self, e: Expression, placement: HeadPlacement | None = None, n: int = SETTLE + READ
    ) -> FloatArray:
        """(478, 2) px, mean of the last pictures."""
        out = []
        for _ in range(n):
            bgr = self.picture(e, placement or HeadPlacement())
            t_ns = round(self._index * 1e9 / 30)
            points = self._engine.detect(Frame(bgr, self._index, t_ns)).points
            if points is None:
                self.missed += 1
                continue
            out.append(points[:, :2])
        mean: FloatArray = np.mean(out[-READ:], axis=0)
        return mean

    def moved(
        self,
        points: FloatArray,
        side: Side,
        pick: Callable[[SideLandmarks], list[int]],
    ) -> FloatArray:
        """(2,) mm from rest: x to the patient's left, y up, without the head's own movement."""
        rows = pick(SIDE_LANDMARKS[side])
        head = (points[RIGID] - self.rest[RIGID]).mean(axis=0)
        d = ((points[rows] - self.rest[rows]).mean(axis=0) - head) / self.mm
        return np.array([d[0], -d[1]])

    def fissure(self, points: FloatArray, side: Side) -> float:
        """Mm."""
        s = SIDE_LANDMARKS[side]
        pairs = zip(s.upper_lid, s.lower_lid, strict=True)
        return float(np.mean([points[b, 1] - points[a, 1] for a, b in pairs]) / self.mm)

    def closure(self, points: FloatArray, side: Side) -> float:
        """0 at rest, 1 closed."""
        return 1.0 - self.fissure(points, side) / self.fissure(self.rest, side)


@pytest.fixture(scope="module", params=LOOKS, ids=lambda look: look.name)
def eye(request: pytest.FixtureRequest) -> Iterator[Eye]:
    e = Eye(request.param)
    yield e
    e.close()


def commissure(s: SideLandmarks) -> list[int]:
    return [s.commissure]


def brow(s: SideLandmarks) -> list[int]:
    return list(s.brow)


def ala(s: SideLandmarks) -> list[int]:
    return list(s.ala)


@pytest.mark.parametrize("size", [(640, 480), (1280, 720)], ids=["480p", "720p"])
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_frame_of_every_look_is_found(look: FaceLook, size: tuple[int, int]) -> None:
    watcher = Eye(look, size, FaceShape.from_seed(len(look.name)))
    try:
        for yaw in (-12.0, -6.0, 6.0, 12.0):
            watcher.read(REST, HeadPlacement(yaw=yaw), n=SETTLE)
            watcher.read(
                Expression.symmetric({"smile_open": 0.8, "eye_close": 0.5}),
                HeadPlacement(yaw=yaw, pitch=yaw / 2, roll=-yaw / 3),
                n=SETTLE,
            )
        assert watcher.missed == 0
    finally:
        watcher.close()


def test_the_iris_gives_the_scale(eye: Eye) -> None:
    for side in SIDES:
        a, b = SIDE_LANDMARKS[side].iris_horizontal
        read = float(np.hypot(*(eye.rest[a] - eye.rest[b]))) / eye.mm
        assert read == pytest.approx(
            2.0 * eye.model.iris_radius_mm, rel=0.08
        )  # measured: 0.96-1.05


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("amount", [1.0, 0.5])
def test_a_one_sided_smile_is_read_on_its_side(eye: Eye, side: Side, amount: float) -> None:
    e = Expression.one_sided(side, {"smile": amount})
    points = eye.read(e)
    true = np.hypot(*eye.model.displacement_mm(e, FacePoint.COMMISSURE, side))
    own = np.hypot(*eye.moved(points, side, commissure))
    other = np.hypot(*eye.moved(points, side.other, commissure))
    assert own >= 0.65 * true  # measured: 0.69 to 1.08
    assert other <= 0.2 * true  # measured: up to 0.15
    assert abs(eye.closure(points, side.other)) < 0.15


@pytest.mark.parametrize("side", SIDES)
def test_a_closed_eye_is_seen_and_the_other_stays_open(eye: Eye, side: Side) -> None:
    points = eye.read(Expression.one_sided(side, {"eye_close": 1.0}))
    assert eye.closure(points, side) >= 0.7  # measured: 0.92 to 1.15
    assert abs(eye.closure(points, side.other)) < 0.2  # measured: up to 0.13


@pytest.mark.parametrize("side", SIDES)
def test_an_eye_that_narrows_with_a_smile_is_told_from_the_other(eye: Eye, side: Side) -> None:
    smile = eye.read(Expression.symmetric({"smile": 0.5}))
    narrowed = eye.read(
        Expression.symmetric({"smile": 0.5}).with_side(side, {"smile": 0.5, "eye_close": 0.42})
    )

    def change(s: Side) -> float:
        return 1.0 - eye.fissure(narrowed, s) / eye.fissure(smile, s)

    # Half-closed lids are read at half of the truth; 10 points is the floor of the detector.
    assert change(side) - change(side.other) > 0.10


def test_a_raised_brow_is_read_on_its_side(eye: Eye) -> None:
    shares = []
    for side in SIDES:
        e = Expression.one_sided(side, {"brow_raise": 1.0})
        points = eye.read(e)
        true = eye.model.displacement_mm(e, FacePoint.BROW, side)[1]
        shares.append(eye.moved(points, side, brow)[1] / true)
        assert abs(eye.moved(points, side.other, brow)[1]) <= 0.12 * true  # measured: up to 0.08
    # The engine reads the left brow at 0.7 of the truth and the right at 0.54 to 0.63.
    assert min(shares) >= 0.5
    assert np.mean(shares) >= 0.6


def test_a_snarl_lifts_the_alae(eye: Eye) -> None:
    e = Expression.symmetric({"snarl": 1.0})
    points = eye.read(e)
    for side in SIDES:
        true = eye.model.displacement_mm(e, FacePoint.ALA, side)[1]
        assert eye.moved(points, side, ala)[1] >= 0.4 * true  # measured: 0.5 to 0.65


def test_a_pucker_draws_the_corners_in(eye: Eye) -> None:
    e = Expression.symmetric({"pucker": 1.0})
    points = eye.read(e)
    for side in SIDES:
        inward = -side.sign * eye.moved(points, side, commissure)[0]
        true = -side.sign * eye.model.displacement_mm(e, FacePoint.COMMISSURE, side)[0]
        assert inward >= 0.7 * true  # measured: 0.8 to 1.05


def test_lower_lip_and_jaw_are_read(eye: Eye) -> None:
    for channel, share in (("lower_lip", 0.5), ("jaw_open", 0.7)):
        e = Expression.symmetric({channel: 1.0})
        points = eye.read(e)
        for side in SIDES:
            true = eye.model.displacement_mm(e, FacePoint.LOWER_LIP, side)[1]
            read = eye.moved(points, side, lambda s: [s.lower_lip])[1]
            assert read <= share * true  # both are negative: downward
