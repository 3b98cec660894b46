"""The resting face: found in stillness, not in movement, and not fooled by a blink."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.analyser import BASELINE_S, FaceAnalyser
from coach.analysis.baseline import STEADY_SD_MM, measure_rest
from coach.analysis.camera import Camera
from coach.analysis.measures import outer_canthal_px
from coach.analysis.quality import QualityLimits
from coach.domain.landmarks import SIDE_LANDMARKS, FaceFrame
from coach.domain.measures import HeadPose, SideMeasure, measure_index
from coach.domain.quality import QualityReason
from coach.domain.repeatability import SCALE_RELATIVE_SD
from coach.domain.session import BaselineRecord, ScaleSource
from coach.domain.sides import Side
from tests.fixtures.movement_signals import blink, clock
from tests.fixtures.synthetic_face import (
    FISSURE_MM,
    MM_PER_PX,
    PICTURE,
    FaceShape,
    SideShape,
    View,
    face_frame,
    filmed,
    no_face,
)

LIMITS = QualityLimits()
CAMERA = Camera.of(PICTURE)
SWAYING = lambda t: View(HeadPose(np.sin(2 * t), 0.8 * np.sin(3 * t), 0.5 * np.cos(t)))  # noqa: E731


def _begin(
    faces: list[FaceFrame], outer_canthal_mm: float | None = None
) -> tuple[FaceAnalyser, BaselineRecord | None, float]:
    """(analyser, rest face, time of the picture on which it was there)."""
    analyser = FaceAnalyser(outer_canthal_mm=outer_canthal_mm)
    analyser.start_baseline()
    for face in faces:
        analyser.step(face)
        if (record := analyser.finish_baseline()) is not None:
            return analyser, record, face.time_s
    return analyser, None, float("nan")


def _talking(t: float) -> FaceShape:
    size = 3.0 * np.sin(2 * np.pi * 1.5 * t)
    side = SideShape(corner_out=size, lower_lip_up=-2 * abs(size))
    return FaceShape(side, side)


def _wide_irises(face: FaceFrame, side: Side, factor: float) -> FaceFrame:
    assert face.points is not None
    a, b = SIDE_LANDMARKS[side].iris_horizontal
    middle = 0.5 * (face.points[a] + face.points[b])
    for i in (a, b):
        face.points[i] = middle + factor * (face.points[i] - middle)
    return face


def test_a_still_face_is_measured_as_soon_as_enough_was_seen() -> None:
    analyser, rest, at = _begin(filmed(clock(5), view_at=SWAYING, noise_mm=0.1))
    assert rest is not None
    assert at == pytest.approx(BASELINE_S, abs=1.5 / 30)
    # Noise of 0.1 mm on every point, 76 pictures: medians of it are good to 0.02 mm.
    assert rest.palpebral_fissure_mm.left == pytest.approx(FISSURE_MM, abs=0.05)
    assert rest.palpebral_fissure_mm.right == pytest.approx(FISSURE_MM, abs=0.05)
    # An iris of 29 px whose ends are 0.25 px uncertain, median of 76 pictures of two eyes: 0.2 %.
    assert rest.mm_per_px == pytest.approx(MM_PER_PX, rel=0.005)
    assert analyser.baseline == rest


def test_noise_at_rest_is_what_the_measures_show() -> None:
    _, rest, _ = _begin(filmed(clock(4), noise_mm=0.2))
    assert rest is not None
    corner = rest.noise_sd_mm[SideMeasure.COMMISSURE_Y.column(Side.LEFT)]
    brow = rest.noise_sd_mm[SideMeasure.BROW_Y.column(Side.LEFT)]
    # Half of it is smoothed away (test_filters), the fit of 14 points adds a little.
    assert 0.05 < corner < 0.2
    assert brow < corner  # a mean of ten points


def test_progress_goes_from_nothing_to_all() -> None:
    analyser = FaceAnalyser()
    assert analyser.baseline_progress == 0.0
    analyser.start_baseline()
    seen = []
    for face in filmed(clock(BASELINE_S + 0.2)):
        analyser.step(face)
        seen.append(analyser.baseline_progress)
    assert seen == sorted(seen)
    assert seen[38] == pytest.approx(0.5, abs=0.03)
    assert seen[-1] == 1.0


def test_nothing_is_collected_before_it_is_asked_for() -> None:
    analyser = FaceAnalyser()
    for face in filmed(clock(4)):
        analyser.step(face)
    assert analyser.baseline_progress == 0.0
    assert analyser.finish_baseline() is None


def test_a_talking_face_is_no_rest_until_it_is_still() -> None:
    faces = filmed(clock(9), lambda t: _talking(t) if t < 4 else FaceShape(), noise_mm=0.1)
    analyser = FaceAnalyser()
    analyser.start_baseline()
    unsteady = False
    for face in faces:
        analyser.step(face)
        rest = analyser.finish_baseline()
        unsteady |= analyser.unsteady
        if rest is not None:
            break
    assert unsteady
    assert rest is not None
    # A moment of talk may be left in the stretch: the median ignores it.
    assert 5.0 < face.time_s < 4 + BASELINE_S + 0.5
    assert max(rest.noise_sd_mm[SideMeasure.LOWER_LIP_Y.column(s)] for s in Side) <= STEADY_SD_MM


def test_a_blink_or_two_do_no_harm() -> None:
    def shape(t: float) -> FaceShape:
        shut = float(np.max(blink(np.array([t]), 0.6) + blink(np.array([t]), 1.8)))
        return FaceShape(SideShape(closure=shut), SideShape(closure=shut))

    _, rest, at = _begin(filmed(clock(4), shape, noise_mm=0.05))
    assert rest is not None
    assert at == pytest.approx(BASELINE_S, abs=1.5 / 30)
    assert rest.palpebral_fissure_mm.left == pytest.approx(FISSURE_MM, abs=0.05)


def test_head_movement_is_no_unsteadiness() -> None:
    turning = filmed(clock(4), view_at=lambda t: View(HeadPose(6 * np.sin(3 * t), 0, 0)))
    assert _begin(turning)[1] is not None


@pytest.mark.parametrize("side", Side)
def test_irises_that_look_unlike_make_the_scale_less_certain_and_refuse_nothing(
    side: Side,
) -> None:
    faces = [_wide_irises(f, side, 1.2) for f in filmed(clock(4))]
    analyser, rest, _ = _begin(faces)
    assert rest is not None
    assert rest.scale is ScaleSource.IRISES_DIFFER
    assert SCALE_RELATIVE_SD[rest.scale] > SCALE_RELATIVE_SD[ScaleSource.IRIS]
    assert analyser.step(faces[-1]).valid


@given(st.floats(0.5, 2.0), st.sampled_from(Side))
def test_one_picture_is_never_refused_for_its_irises(factor: float, side: Side) -> None:
    """Lids, gaze and spectacles change how wide an iris looks: the scale is the session's."""
    face = _wide_irises(face_frame(), side, factor)
    assert FaceAnalyser().step(face).reason is QualityReason.NO_BASELINE


@pytest.mark.parametrize("side", Side)
def test_irises_that_disagree_do_not_matter_where_a_caliper_gives_the_scale(side: Side) -> None:
    faces = [_wide_irises(f, side, 1.2) for f in filmed(clock(4))]
    analyser, rest, _ = _begin(faces, outer_canthal_mm=90.0)
    assert rest is not None
    assert rest.scale is ScaleSource.CALIPER
    assert faces[0].points is not None
    points = CAMERA.to_head_axes(faces[0].points)
    assert rest.mm_per_px == pytest.approx(90.0 / outer_canthal_px(points))
    assert analyser.step(faces[-1]).valid


@pytest.mark.parametrize("yaw", [15.0, -15.0])
def test_a_turned_head_is_not_collected(yaw: float) -> None:
    analyser, rest, _ = _begin(filmed(clock(4), view_at=lambda _t: View(HeadPose(yaw, 0, 0))))
    assert rest is None
    assert analyser.baseline_progress == 0.0


def test_a_face_that_is_lost_for_a_moment_goes_on_for_longer_starts_anew() -> None:
    moment = filmed(clock(5), lost=lambda t: 1.0 < t < 1.5)
    assert _begin(moment)[2] == pytest.approx(BASELINE_S, abs=0.1)
    longer = filmed(clock(7), lost=lambda t: 1.0 < t < 3.0)
    assert _begin(longer)[2] == pytest.approx(3.0 + BASELINE_S, abs=0.1)


def test_an_old_rest_face_serves_until_the_new_one_is_there() -> None:
    analyser, first, at = _begin(filmed(clock(4)))
    analyser.start_baseline()
    smile = FaceShape(SideShape(corner_out=4))
    seen = analyser.step(face_frame(smile, time_s=at + 0.5))
    assert seen.valid
    assert seen.get(SideMeasure.COMMISSURE_X, Side.LEFT) == pytest.approx(4.0)
    assert analyser.baseline == first


def test_a_rest_face_needs_three_pictures_with_points() -> None:
    faces = filmed(clock(1))
    with pytest.raises(ValueError, match="at least 3"):
        measure_rest(faces[:2], LIMITS, CAMERA)
    with pytest.raises(ValueError, match="landmarks"):
        measure_rest([*faces, no_face(30, 1.0)], LIMITS, CAMERA)


def test_a_crooked_rest_face_is_the_zero_of_its_own() -> None:
    """A palsy shows at rest: a low corner and a wide eye. Measures are changes from there."""
    palsy = FaceShape(left=SideShape(corner_up=-4, corner_out=-2, closure=-0.2, brow_up=-3))
    rest = measure_rest(filmed(clock(1), lambda _t: palsy), LIMITS, CAMERA)
    record = rest.record()
    assert record.palpebral_fissure_mm.left == pytest.approx(12.0)
    assert record.palpebral_fissure_mm.right == pytest.approx(10.0)
    analyser = FaceAnalyser()
    analyser.use_rest(rest)
    values = analyser.step(face_frame(palsy)).values
    for measure in (SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y, SideMeasure.EYE_CLOSURE):
        assert values[measure_index(measure, Side.LEFT)] == pytest.approx(0.0, abs=1e-9)


def test_a_caliper_takes_the_place_of_the_irises() -> None:
    """The face's outer canthi are known in mm; a caliper that says 10 % more scales all by 10 %."""
    faces = [face_frame(index=i, time_s=i / 30) for i in range(30)]
    by_iris = measure_rest(faces, LIMITS, CAMERA)
    own_mm = outer_canthal_px(by_iris.reference.points) * by_iris.mm_per_px
    by_caliper = measure_rest(faces, LIMITS, CAMERA, outer_canthal_mm=1.1 * own_mm)
    assert by_caliper.mm_per_px == pytest.approx(1.1 * by_iris.mm_per_px)
    assert by_iris.record().scale is ScaleSource.IRIS
    assert by_caliper.record().scale is ScaleSource.CALIPER
