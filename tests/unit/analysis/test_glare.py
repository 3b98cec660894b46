"""White patches where the eyes should be; a bare eye's glint is none."""

from __future__ import annotations

import numpy as np
import pytest

from coach.analysis.analyser import FaceAnalyser
from coach.analysis.baseline import measure_rest
from coach.analysis.camera import Camera
from coach.analysis.glare import GLARE_SHARE, HIDING_SHARE, glare_seen, glare_share
from coach.analysis.quality import QualityLimits
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import SIDE_LANDMARKS
from coach.domain.quality import QualityReason
from coach.domain.sides import Side
from tests.fixtures.movement_signals import clock
from tests.fixtures.synthetic_face import PICTURE, face_frame, filmed


@pytest.fixture
def points() -> FloatArray:
    found = face_frame().points
    assert found is not None
    return found


def picture(grey: int = 120) -> Image:
    return np.full((480, 640, 3), grey, np.uint8)


def shine(image: Image, points: FloatArray, side: Side, radius: int) -> Image:
    marks = SIDE_LANDMARKS[side]
    x, y = points[[marks.outer_canthus, marks.inner_canthus], :2].mean(axis=0)
    rows, columns = np.mgrid[: image.shape[0], : image.shape[1]]
    image[(rows - y) ** 2 + (columns - x) ** 2 <= radius**2] = 255
    return image


@pytest.mark.parametrize("side", Side)
def test_a_shining_lens_is_seen_on_its_side(points: FloatArray, side: Side) -> None:
    image = shine(picture(), points, side, 12)
    assert glare_share(image, points, side) > GLARE_SHARE
    assert glare_share(image, points, side.other) == 0.0
    assert glare_seen(image, points)


def test_the_glint_of_a_bare_eye_is_none(points: FloatArray) -> None:
    assert not glare_seen(shine(picture(), points, Side.LEFT, 2), points)


def test_a_light_skin_in_bright_light_is_none(points: FloatArray) -> None:
    assert not glare_seen(picture(235), points)


def test_nothing_to_see(points: FloatArray) -> None:
    assert not glare_seen(None, points)
    assert not glare_seen(picture(), None)
    assert not glare_seen(picture(255), points + 5000.0)


@pytest.mark.parametrize(("radius", "reason"), [(4, None), (20, QualityReason.OCCLUDED)])
def test_a_lens_that_hides_the_eye_is_not_scored_and_a_glint_in_it_is(
    points: FloatArray, radius: int, reason: QualityReason | None
) -> None:
    analyser = FaceAnalyser()
    analyser.use_rest(measure_rest(filmed(clock(1.0)), QualityLimits(), Camera.of(PICTURE)))
    image = shine(picture(), points, Side.RIGHT, radius)
    assert (glare_share(image, points, Side.RIGHT) >= HIDING_SHARE) is (reason is not None)
    assert analyser.step(face_frame(), image).reason is reason
