"""What a corner's way in depth adds to what is seen of it."""

from __future__ import annotations

import numpy as np
import pytest

from coach.analysis.alignment import Similarity
from coach.analysis.camera import Camera
from coach.analysis.corner_depth import CORNER_DEPTH, corner_shift_mm, lean_of
from coach.domain.frames import FloatArray
from coach.domain.measures import HeadPose
from coach.domain.sides import Side
from tests.fixtures.synthetic_face import rotation

FAR = Camera(640, 480, 1e9)
MIDDLE = np.zeros(3)
LEVEL = (0.0, 0.0)


def _fit(pose: HeadPose) -> Similarity:
    return Similarity(1.0, rotation(pose), np.zeros(3), 0.0)


def _seen(side: Side, outward: float, up: float, axes: FloatArray) -> FloatArray:
    """What is seen, in patch axes, of a corner that also slides along the arch."""
    shift = np.array([outward * side.sign, up, CORNER_DEPTH * outward]) @ axes
    return np.asarray(np.linalg.solve(axes[:2, :2].T, shift[:2]), dtype=np.float64)


@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("pose", [HeadPose(0, 0, 0), HeadPose(10, 0, 0), HeadPose(-8, 6, 3)])
def test_the_turned_head_shows_the_same_corner(side: Side, pose: HeadPose) -> None:
    fit = _fit(pose)
    seen = _seen(side, 4.0, 3.0, fit.rotation.T)
    found = corner_shift_mm(seen, side, MIDDLE, fit, FAR, LEVEL)
    np.testing.assert_allclose(found, [4.0 * side.sign, 3.0], atol=1e-9)


def test_a_head_that_was_level_at_rest_has_no_nod() -> None:
    """A profile that the landmarks call a nod of 7 degrees must not take a smile's height away."""
    fit = _fit(HeadPose(0, 7, 0))
    found = corner_shift_mm(
        np.array([4.0, 3.0]), Side.LEFT, MIDDLE, fit, FAR, lean_of(fit.rotation.T)
    )
    np.testing.assert_allclose(found, [4.0, 3.0], atol=1e-9)


def test_what_goes_back_also_goes_to_the_middle_of_the_picture() -> None:
    """25 mm from the middle, 500 mm from the lens, 4.8 mm back: 25 / 500 * 4.8 = 0.24 mm."""
    camera = Camera(640, 480, 1000.0)
    place = np.array([50.0, -60.0, 0.0])  # pixels, at 0.5 mm each
    fit = _fit(HeadPose(0, 0, 0))
    seen = np.array([4.0 + 0.05 * CORNER_DEPTH * 4.0, 3.0])
    found = corner_shift_mm(seen, Side.LEFT, place, fit, camera, LEVEL)
    np.testing.assert_allclose(found, [4.0, 3.0], atol=1e-9)
