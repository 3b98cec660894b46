"""Measures of a face with known displacements: signs, units, mirror, head movement."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.analyser import FaceAnalyser
from coach.analysis.baseline import RestFace, measure_rest
from coach.analysis.camera import Camera
from coach.analysis.measures import (
    IRIS_DIAMETER_MM,
    displacements,
    iris_diameters_px,
    positions_mm,
)
from coach.analysis.quality import QualityLimits
from coach.domain.frames import FloatArray
from coach.domain.measures import (
    MOUTH_WIDTH,
    PHILTRUM_X,
    HeadPose,
    MeasureFrame,
    SideMeasure,
    measure_index,
)
from coach.domain.sides import Side
from tests.fixtures.movement_signals import clock, swapped
from tests.fixtures.synthetic_face import (
    FISSURE_MM,
    IRIS_MM,
    MM_PER_PX,
    MOUTH_MM,
    PICTURE,
    REST_POINTS,
    FaceShape,
    SideShape,
    View,
    face_frame,
    face_points,
    filmed,
    mirrored,
)

CAMERA = Camera.of(PICTURE)
EXACT = 1e-6  # mm, degrees, points; see test_alignment
mm = st.floats(-8, 8)
sides = st.builds(SideShape, mm, mm, st.floats(-0.2, 1.0), mm, mm, mm, mm)
shapes = st.builds(FaceShape, sides, sides, st.floats(-5, 5))
# Up to the gates (12, 12 and 15 degrees), not onto them: there the last bit decides.
poses = st.builds(HeadPose, st.floats(-11.9, 11.9), st.floats(-10, 10), st.floats(-14, 14))


@cache
def _rest(mirror: bool) -> RestFace:
    frames = filmed(clock(1.0))
    return measure_rest(
        [mirrored(f) for f in frames] if mirror else frames, QualityLimits(), CAMERA
    )


def _measured(shape: FaceShape, view: View | None = None, mirror: bool = False) -> MeasureFrame:
    analyser = FaceAnalyser()
    analyser.use_rest(_rest(mirror))
    frame = face_frame(shape, view or View())
    return analyser.step(mirrored(frame) if mirror else frame)


def _expected(shape: FaceShape) -> FloatArray:
    """The contract's definitions, from the displacements that were put in."""
    out = np.full(18, np.nan)
    for side, moved in ((Side.LEFT, shape.left), (Side.RIGHT, shape.right)):
        for measure, value in {
            SideMeasure.COMMISSURE_X: side.sign * moved.corner_out,
            SideMeasure.COMMISSURE_Y: moved.corner_up,
            SideMeasure.PALPEBRAL_FISSURE: FISSURE_MM * (1 - moved.closure),
            SideMeasure.EYE_CLOSURE: 100 * moved.closure,
            SideMeasure.BROW_Y: moved.brow_up,
            SideMeasure.ALA_Y: moved.ala_up,
            SideMeasure.UPPER_LIP_Y: moved.upper_lip_up,
            SideMeasure.LOWER_LIP_Y: moved.lower_lip_up,
        }.items():
            out[measure_index(measure, side)] = value
    out[measure_index(PHILTRUM_X)] = shape.philtrum_left
    out[measure_index(MOUTH_WIDTH)] = np.hypot(
        MOUTH_MM + shape.left.corner_out + shape.right.corner_out,
        shape.left.corner_up - shape.right.corner_up,
    )
    return out


def test_the_iris_gives_the_scale() -> None:
    assert IRIS_DIAMETER_MM == IRIS_MM
    pixels = iris_diameters_px(REST_POINTS / 0.25)
    assert pixels == pytest.approx((IRIS_MM / 0.25,) * 2)


def test_positions_are_mm_in_the_head_frame_without_a_closure() -> None:
    positions = positions_mm(REST_POINTS / MM_PER_PX, MM_PER_PX)
    assert positions[measure_index(SideMeasure.COMMISSURE_X, Side.LEFT)] == pytest.approx(25)
    assert positions[measure_index(SideMeasure.COMMISSURE_X, Side.RIGHT)] == pytest.approx(-25)
    assert positions[measure_index(MOUTH_WIDTH)] == pytest.approx(MOUTH_MM)
    assert np.isnan(positions[measure_index(SideMeasure.EYE_CLOSURE, Side.LEFT)])


def test_rest_is_zero_but_for_the_absolute_measures() -> None:
    rest = positions_mm(REST_POINTS, 1.0)
    np.testing.assert_allclose(displacements(rest, rest), _expected(FaceShape()), atol=EXACT)


def test_displacements_leave_their_arguments_alone() -> None:
    rest, now = positions_mm(REST_POINTS, 1.0), positions_mm(face_points(), 1.0)
    before = now.copy()
    displacements(now, rest)
    np.testing.assert_array_equal(now, before)


@given(shapes)
def test_every_measure_reads_what_was_put_in(shape: FaceShape) -> None:
    np.testing.assert_allclose(_measured(shape).values, _expected(shape), atol=EXACT)


@given(shapes, poses, st.floats(0.15, 1.0), st.floats(250, 390), st.floats(200, 260))
def test_measures_do_not_move_with_the_head(
    shape: FaceShape, pose: HeadPose, mm_per_px: float, x: float, y: float
) -> None:
    seen = _measured(shape, View(pose, mm_per_px, (x, y)))
    np.testing.assert_allclose(seen.values, _expected(shape), atol=EXACT)
    assert seen.mm_per_px == pytest.approx(mm_per_px, rel=EXACT)


@given(shapes, poses)
def test_a_mirrored_face_reads_the_other_side(shape: FaceShape, pose: HeadPose) -> None:
    seen, mirror = (_measured(shape, View(pose), mirror=m) for m in (False, True))
    np.testing.assert_allclose(mirror.values, swapped(seen.values), atol=EXACT)
    assert mirror.pose.yaw == pytest.approx(-seen.pose.yaw, abs=EXACT)
    assert mirror.pose.pitch == pytest.approx(seen.pose.pitch, abs=EXACT)
    assert mirror.pose.roll == pytest.approx(-seen.pose.roll, abs=EXACT)
    assert mirror.valid == seen.valid


@pytest.mark.parametrize(
    ("moved", "measure", "sign"),
    [
        (SideShape(corner_up=2), SideMeasure.COMMISSURE_Y, 1),
        (SideShape(closure=0.3), SideMeasure.EYE_CLOSURE, 1),
        (SideShape(closure=0.3), SideMeasure.PALPEBRAL_FISSURE, 1),  # absolute: still open
        (SideShape(brow_up=2), SideMeasure.BROW_Y, 1),
        (SideShape(ala_up=2), SideMeasure.ALA_Y, 1),
        (SideShape(upper_lip_up=2), SideMeasure.UPPER_LIP_Y, 1),
        (SideShape(lower_lip_up=-2), SideMeasure.LOWER_LIP_Y, -1),
    ],
)
@pytest.mark.parametrize("side", Side)
def test_signs_up_and_closing_are_plus_on_both_sides(
    moved: SideShape, measure: SideMeasure, sign: int, side: Side
) -> None:
    shape = FaceShape(left=moved) if side is Side.LEFT else FaceShape(right=moved)
    seen = _measured(shape)
    assert np.sign(seen.get(measure, side)) == sign
    assert seen.get(measure, side.other) == pytest.approx(
        _expected(shape)[measure_index(measure, side.other)], abs=EXACT
    )


def test_a_corner_that_goes_outward_is_plus_x_on_the_left_and_minus_on_the_right() -> None:
    seen = _measured(FaceShape(SideShape(corner_out=3), SideShape(corner_out=2)))
    assert seen.get(SideMeasure.COMMISSURE_X, Side.LEFT) == pytest.approx(3)
    assert seen.get(SideMeasure.COMMISSURE_X, Side.RIGHT) == pytest.approx(-2)
    assert seen.get(MOUTH_WIDTH) == pytest.approx(MOUTH_MM + 5)
