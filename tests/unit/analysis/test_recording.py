"""A whole recording of a made-up face: every repetition, side and flag against the truth."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from coach.analysis.quality import QualityLimits
from coach.analysis.recording import Recording, analyse_recording, summarise
from coach.analysis.rest_search import find_rest
from coach.domain.exercise import QuietRegion
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import HeadPose, SideMeasure
from coach.domain.movements import Movement, Region
from coach.domain.sides import Affected, Side
from tests.fixtures.movement_signals import blink, clock, trapezoid
from tests.fixtures.synthetic_face import (
    FISSURE_MM,
    FaceShape,
    SideShape,
    View,
    filmed,
    mirrored,
    no_face,
)

QUIET = (QuietRegion(Region.EYE, 10.0, "pct"), QuietRegion(Region.BROW, 2.5, "mm"))
STARTS = (3.0, 9.0, 15.0)
BLINKS = (1.0, 5.2, 8.0, 13.6, 17.1)
SMILE = SideShape(corner_out=4.8, corner_up=3.6)  # 6 mm
NOISE_MM = 0.1


def _weight(t: float, starts: tuple[float, ...] = STARTS, lag_s: float = 0.0) -> float:
    at = np.array([t])
    return float(sum(trapezoid(at, s + lag_s, 2.0, 1.0)[0] for s in starts))


def _blinking(shape: FaceShape, t: float) -> FaceShape:
    shut = 0.95 * float(max(blink(np.array([t]), s)[0] for s in BLINKS))
    lids = [SideShape(closure=max(shut - side.closure, 0.0)) for side in (shape.left, shape.right)]
    return FaceShape(shape.left.plus(lids[0]), shape.right.plus(lids[1]), shape.philtrum_left)


def _swaying(t: float) -> View:
    return View(HeadPose(1.5 * np.sin(0.7 * t), 1.2 * np.sin(0.9 * t), 0.8 * np.sin(0.4 * t)))


def _patient(
    weak: float = 0.4, synkinesis: float = 0.0, lag_s: float = 0.0, narrowing: float = 0.0
) -> Callable[[float], FaceShape]:
    """Affected on the left: a weaker, later smile; the eye closes along by `synkinesis`."""

    def shape(t: float) -> FaceShape:
        w, late = _weight(t), _weight(t, lag_s=lag_s)
        left = SMILE.scaled(weak * late).plus(SideShape(closure=synkinesis * w + narrowing * w))
        right = SMILE.scaled(w).plus(SideShape(closure=narrowing * w))
        return _blinking(FaceShape(left, right), t)

    return shape


def _film(
    shape: Callable[[float], FaceShape], fps: float = 30.0, seed: int = 1, start_s: float = 0.0
) -> list[FaceFrame]:
    faces = filmed(clock(21.0, fps), shape, _swaying, noise_mm=NOISE_MM, seed=seed)
    offset = round(start_s * 1e9)
    return [FaceFrame(f.points, f.index, f.t_ns + offset, f.size, f.faces, f.stats) for f in faces]


@cache
def _weak_with_synkinesis() -> tuple[FaceFrame, ...]:
    return tuple(_film(_patient(0.4, synkinesis=0.25, lag_s=0.2)))


def _smile(
    faces: tuple[FaceFrame, ...] | list[FaceFrame], affected: Affected | None = Affected.LEFT
) -> Recording:
    return analyse_recording(faces, Movement.SMILE_CLOSED, affected, QUIET)


def _assert_truth(found: Recording, tolerance_s: float = 0.15) -> None:
    assert len(found.reps) == 3
    for index, (rep, start) in enumerate(zip(found.reps, STARTS, strict=True)):
        assert rep.index == index
        assert rep.scored
        assert rep.start_s == pytest.approx(start + 0.15, abs=tolerance_s)
        assert rep.end_s == pytest.approx(start + 3.85, abs=tolerance_s)
        assert rep.excursion_mm.left is not None
        assert rep.excursion_mm.right is not None
        # Noise of 0.1 mm on the corner and on 14 rigid points: 0.15 mm in a picture and an axis.
        # Medians of 25 to 50 pictures at rest and in the hold: 0.035 mm each, 0.05 mm together;
        # three standard errors.
        assert rep.excursion_mm.left == pytest.approx(2.4, abs=0.15)
        assert rep.excursion_mm.right == pytest.approx(6.0, abs=0.15)
        assert rep.affected_pct_of_healthy == pytest.approx(40.0, abs=3.0)
        assert rep.end_difference_mm == pytest.approx(-3.6, abs=0.2)
        assert rep.onset_lag_ms == pytest.approx(200, abs=50)


def test_a_weak_side_with_synkinesis() -> None:
    found = _smile(_weak_with_synkinesis())
    _assert_truth(found)
    for rep, start in zip(found.reps, STARTS, strict=True):
        (flag,) = rep.synkinesis
        assert (flag.region, flag.side) == (Region.EYE, Side.LEFT)
        assert flag.magnitude == pytest.approx(25.0, abs=3.0)
        assert flag.start_s == pytest.approx(start + 0.4, abs=0.25)
        assert flag.end_s == pytest.approx(start + 3.6, abs=0.25)
    assert found.rest is not None
    record = found.rest.record()
    assert record.palpebral_fissure_mm.left == pytest.approx(FISSURE_MM, abs=0.1)
    assert record.palpebral_fissure_mm.right == pytest.approx(FISSURE_MM, abs=0.1)


def test_without_a_named_side_the_same_eye_is_flagged() -> None:
    found = _smile(_weak_with_synkinesis(), affected=None)
    assert [[(f.region, f.side) for f in rep.synkinesis] for rep in found.reps] == [
        [(Region.EYE, Side.LEFT)]
    ] * 3
    assert all(rep.affected_pct_of_healthy is None for rep in found.reps)


def test_in_the_mirror_it_is_the_other_side() -> None:
    found = _smile(_weak_with_synkinesis())
    mirror = _smile([mirrored(f) for f in _weak_with_synkinesis()], Affected.RIGHT)
    assert len(mirror.reps) == len(found.reps)
    for one, other in zip(found.reps, mirror.reps, strict=True):
        # The same numbers but for the last bits, which the order of sums decides.
        assert one.start_s == pytest.approx(other.start_s, abs=1e-6)
        assert one.end_s == pytest.approx(other.end_s, abs=1e-6)
        assert one.excursion_mm.left == pytest.approx(other.excursion_mm.right, abs=1e-6)
        assert one.excursion_mm.right == pytest.approx(other.excursion_mm.left, abs=1e-6)
        assert one.affected_pct_of_healthy == pytest.approx(other.affected_pct_of_healthy, abs=1e-6)
        assert one.onset_lag_ms == pytest.approx(other.onset_lag_ms, abs=1e-3)
        assert [(f.region, f.side.other) for f in one.synkinesis] == [
            (f.region, f.side) for f in other.synkinesis
        ]


@pytest.mark.parametrize("affected", [None, Affected.LEFT, Affected.RIGHT, Affected.NONE])
def test_an_even_smile_with_even_narrowing_and_blinks_flags_nothing(
    affected: Affected | None,
) -> None:
    found = _smile(_film(_patient(weak=1.0, narrowing=0.25)), affected)
    assert len(found.reps) == 3
    assert all(rep.scored and rep.synkinesis == () for rep in found.reps)


@pytest.mark.parametrize("fps", [15.0, 24.0])
def test_slower_cameras_find_the_same(fps: float) -> None:
    found = _smile(_film(_patient(0.4, lag_s=0.2), fps))
    _assert_truth(found, tolerance_s=0.2)
    assert found.quality.effective_fps == pytest.approx(fps)


def test_times_are_from_the_first_picture_and_phases_follow_them() -> None:
    late = _smile(_film(_patient(0.4, synkinesis=0.25, lag_s=0.2), start_s=1000.0))
    _assert_truth(late)
    assert late.frames[0].time_s == 0.0
    assert [f.time_s for f in late.frames] == pytest.approx(clock(21.0).tolist(), abs=1e-6)
    for rep in late.reps:
        assert all(0 < f.start_s < f.end_s < 21 for f in rep.synkinesis)
    phases = {t: late.frames[round(t * 30)].phase for t in (1.0, 3.5, 5.0, 6.5, 8.0)}
    assert list(phases.values()) == ["rest", "move", "hold", "release", "rest"]


def test_pictures_that_cannot_be_scored_are_counted_with_their_reason() -> None:
    def view(t: float) -> View:
        return View(HeadPose(20, 0, 0)) if 7.2 < t < 8.2 else _swaying(t)

    faces = filmed(clock(21.0), _patient(0.4), view, noise_mm=NOISE_MM, lost=lambda t: t > 20.0)
    found = _smile(faces)
    assert len(found.reps) == 3
    reasons = found.quality.reasons
    assert set(reasons) == {"yaw", "no_face"}
    assert reasons["yaw"] == pytest.approx(30, abs=1)
    assert reasons["no_face"] == pytest.approx(29, abs=1)
    invalid = sum(reasons.values())
    assert found.quality.valid_share == pytest.approx(1 - invalid / len(faces))
    assert sum(not f.measures.valid for f in found.frames) == invalid


def test_a_repetition_with_a_lost_hold_is_kept_but_not_scored() -> None:
    faces = filmed(
        clock(21.0), _patient(1.0), _swaying, noise_mm=NOISE_MM,
        lost=lambda t: 9.7 < t < 12.3,
    )  # fmt: skip
    found = _smile(faces)
    assert [rep.scored for rep in found.reps] == [True, False, True]
    assert found.reps[1].reason is not None
    assert found.reps[1].excursion_mm.left is None


def test_the_rest_face_is_from_before_the_first_movement() -> None:
    """The holds are as still as the rest and longer; the eyes are narrower in them."""

    def shape(t: float) -> FaceShape:
        w = _weight(t, (4.0, 11.0))
        side = SMILE.scaled(w).plus(SideShape(closure=0.3 * w))
        return FaceShape(side, side)

    rest = find_rest(filmed(clock(18.0), shape, noise_mm=NOISE_MM), QualityLimits()).rest
    assert rest is not None
    assert rest.record().palpebral_fissure_mm.left == pytest.approx(FISSURE_MM, abs=0.1)


def test_a_hold_that_is_stiller_than_the_rest_is_no_rest_face() -> None:
    """Who holds a smile keeps still; at rest the lips are never quite still."""

    def shape(t: float) -> FaceShape:
        w = _weight(t, (4.0, 11.0))
        wander = SideShape(corner_out=0.7 * (1.0 - w) * np.sin(2 * np.pi * 1.5 * t))
        side = SMILE.scaled(w).plus(wander)
        return FaceShape(side, side)

    faces = filmed(clock(18.0), shape, noise_mm=NOISE_MM)
    blind = find_rest(faces, QualityLimits())
    found = find_rest(faces, QualityLimits(), movement=Movement.SMILE_CLOSED)
    assert (blind.start_s or 0.0) > 4.0  # stillness alone takes the hold
    assert (found.start_s or 0.0) < 4.0
    assert found.rest is not None
    assert not found.doubtful


def test_a_film_that_begins_in_the_movement_is_read_from_the_rest_after_it() -> None:
    def shape(t: float) -> FaceShape:
        side = SMILE.scaled(1.0 - min(max((t - 4.0) / 0.5, 0.0), 1.0))
        return FaceShape(side, side)

    faces = filmed(clock(10.0), shape, noise_mm=NOISE_MM)
    found = find_rest(faces, QualityLimits(), movement=Movement.SMILE_CLOSED)
    assert (found.start_s or 0.0) > 4.0
    assert found.doubtful  # said, for only a person can know
    assert (_smile(faces).doubtful_rest_s or 0.0) > 4.0


def _talking(until_s: float) -> Callable[[float], FaceShape]:
    """Lips and corners that never rest, by some 3 mm, four times a second."""

    def shape(t: float) -> FaceShape:
        w = 0.5 + 0.5 * np.sin(2 * np.pi * 4.0 * t) if t < until_s else 0.0
        side = SMILE.scaled(w)
        return FaceShape(side, side)

    return shape


def test_a_face_that_talks_all_the_time_is_measured_with_doubt() -> None:
    """Its noise is the measure of every interval, so that nothing of it becomes a repetition."""
    found = _smile(filmed(clock(8.0), _talking(8.0), noise_mm=NOISE_MM))
    assert found.rest is not None
    assert not found.rest.steady
    assert found.doubtful_rest_s is not None
    assert [rep for rep in found.reps if rep.scored] == []


def test_a_face_that_laughs_all_the_time_is_measured_with_doubt() -> None:
    def shape(t: float) -> FaceShape:
        side = SMILE.scaled(2.5 * (0.5 + 0.5 * np.sin(2 * np.pi * 1.1 * t)))
        return FaceShape(side, side)

    found = _smile(filmed(clock(8.0), shape, noise_mm=NOISE_MM))
    assert found.doubtful_rest_s is not None
    assert [rep for rep in found.reps if rep.scored] == []


def test_the_rest_face_is_looked_for_after_the_talking() -> None:
    rest = find_rest(filmed(clock(12.0), _talking(6.0), noise_mm=NOISE_MM), QualityLimits()).rest
    assert rest is not None
    assert rest.steady


def test_rest_alone_is_measured_without_repetitions() -> None:
    still = filmed(clock(8.0), view_at=_swaying, noise_mm=NOISE_MM)
    found = analyse_recording(still, Movement.REST, None, QUIET)
    assert found.rest is not None
    assert found.reps == ()
    assert {f.phase for f in found.frames} == {"rest"}
    assert found.quality.valid_share == 1.0


@pytest.mark.parametrize("movement", [Movement.SMILE_CLOSED, Movement.BROW_RAISE, Movement.PUCKER])
def test_a_still_face_has_no_repetitions(movement: Movement) -> None:
    still = filmed(clock(12.0), lambda t: _blinking(FaceShape(), t), _swaying, noise_mm=NOISE_MM)
    assert analyse_recording(still, movement, None, QUIET).reps == ()


def test_what_the_camera_cannot_measure_has_no_repetitions() -> None:
    found = analyse_recording(_weak_with_synkinesis(), Movement.CHEEK_PUFF, None, ())
    assert found.rest is not None
    assert found.reps == ()


@pytest.mark.parametrize("n", [0, 1, 200])
def test_no_face_at_all(n: int) -> None:
    found = _smile([no_face(i, i / 30) for i in range(n)])
    assert found.rest is None
    assert found.reps == ()
    assert len(found.frames) == n
    assert found.quality.valid_share == 0.0
    assert found.quality.reasons == ({"no_face": n} if n else {})
    assert all(np.isnan(f.measures.values).all() for f in found.frames)


def test_a_face_that_is_never_straight_has_no_rest_face() -> None:
    found = _smile(filmed(clock(6.0), view_at=lambda _t: View(HeadPose(20, 0, 0))))
    assert found.rest is None
    assert found.quality.reasons == {"yaw": 180}


def test_no_pictures_have_no_rate() -> None:
    assert summarise([]).effective_fps == 0.0


@pytest.mark.parametrize(
    ("movement", "moved", "measure"),
    [
        (Movement.BROW_RAISE, SideShape(brow_up=5.0), SideMeasure.BROW_Y),
        (Movement.SNARL, SideShape(ala_up=3.0), SideMeasure.ALA_Y),
        (Movement.LOWER_LIP_DEPRESS, SideShape(lower_lip_up=-4.0), SideMeasure.LOWER_LIP_Y),
        (Movement.PUCKER, SideShape(corner_out=-5.0), SideMeasure.COMMISSURE_X),
        (Movement.EYE_CLOSURE, SideShape(closure=0.8), SideMeasure.PALPEBRAL_FISSURE),
    ],
)
def test_every_region_end_to_end(
    movement: Movement, moved: SideShape, measure: SideMeasure
) -> None:
    """Right side whole, left side half; each repetition is found and read on both sides."""
    truth = {
        SideMeasure.BROW_Y: 5.0, SideMeasure.ALA_Y: 3.0, SideMeasure.LOWER_LIP_Y: 4.0,
        SideMeasure.COMMISSURE_X: 5.0, SideMeasure.PALPEBRAL_FISSURE: 8.0,
    }[measure]  # fmt: skip

    def shape(t: float) -> FaceShape:
        return FaceShape(moved.scaled(0.5 * _weight(t)), moved.scaled(_weight(t)))

    found = analyse_recording(_film(shape), movement, Affected.LEFT, ())
    assert len(found.reps) == 3
    for rep, start in zip(found.reps, STARTS, strict=True):
        assert rep.start_s == pytest.approx(start + 0.15, abs=0.15)
        assert rep.excursion_mm.right == pytest.approx(truth, abs=0.15)
        assert rep.excursion_mm.left == pytest.approx(0.5 * truth, abs=0.15)
        assert rep.affected_pct_of_healthy == pytest.approx(50, abs=4)
