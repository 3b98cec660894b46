"""An eye that closes with a smile is flagged on its own side; blinks and even narrowing are not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from coach.analysis.blinks import blink_mask
from coach.analysis.synkinesis import SynkinesisChange, SynkinesisDetector, flags_in
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, SideMeasure
from coach.domain.movements import Movement, Region
from coach.domain.quality import QualityReason
from coach.domain.session import SynkinesisFlag
from coach.domain.sides import Affected, Side
from tests.fixtures.movement_signals import (
    blink,
    clock,
    frames_of,
    rest_record,
    series,
    swapped,
    trapezoid,
)

EYE = QuietRegion(Region.EYE, 10.0, "pct")
BROW = QuietRegion(Region.BROW, 2.5, "mm")
NECK = QuietRegion(Region.NECK, 2.5, "mm")
REST = rest_record(0.1)
T = clock(10.0)
SMILE = trapezoid(T, 2.0, 4.0, 1.0)
HOLD = (3.0, 7.0)
RATES = [15.0, 24.0, 30.0]


def _measures(
    left: FloatArray, right: FloatArray, t: FloatArray = T, smile: float = 5.0, noise: float = 0.1
) -> MeasureSeries:
    """Eye closures (points) during an even smile."""
    envelope = trapezoid(t, 2.0, 4.0, 1.0)
    return series(
        t,
        {
            (SideMeasure.EYE_CLOSURE, Side.LEFT): left,
            (SideMeasure.EYE_CLOSURE, Side.RIGHT): right,
            (SideMeasure.COMMISSURE_X, Side.LEFT): smile * envelope,
            (SideMeasure.COMMISSURE_X, Side.RIGHT): -smile * envelope,
        },
        noise=noise,
    )


def _flags(
    measures: MeasureSeries,
    affected: Affected | None = None,
    quiet: tuple[QuietRegion, ...] = (EYE,),
    usable: NDArray[np.bool_] | None = None,
) -> tuple[SynkinesisFlag, ...]:
    good = measures.valid & ~blink_mask(measures) if usable is None else usable
    return flags_in(measures, good, Movement.SMILE_CLOSED, quiet, affected, REST)


def _watch(
    measures: MeasureSeries,
    affected: Affected | None = None,
    moving: tuple[float, float] = (2.0, 8.0),
    quiet: tuple[QuietRegion, ...] = (EYE,),
) -> list[SynkinesisChange]:
    """Everything the live detector says while the person is meant to move."""
    detector = SynkinesisDetector(Movement.SMILE_CLOSED, quiet, affected, REST)
    changes = []
    for m in frames_of(measures):
        changes += detector.step(m, moving[0] <= m.time_s < moving[1])
    return changes


# --- a finished repetition -------------------------------------------------------------------


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("affected", [None, Affected.NONE, "own"])
def test_the_side_that_closes_is_flagged(side: Side, affected: Affected | str | None) -> None:
    closing, still = 30 * SMILE, 0 * T
    eyes = (closing, still) if side is Side.LEFT else (still, closing)
    known = Affected(side.value) if affected == "own" else affected
    assert known is None or isinstance(known, Affected)
    (flag,) = _flags(_measures(*eyes), known)
    assert (flag.region, flag.side, flag.unit) == (Region.EYE, side, "pct")
    assert flag.magnitude == pytest.approx(30, abs=2.5)  # noise of 1 point, its 90th percentile
    assert flag.grade == 2
    # It is above 10 points from a third of the way on.
    assert flag.start_s == pytest.approx(2.33, abs=0.15)
    assert flag.end_s == pytest.approx(7.67, abs=0.15)


@pytest.mark.parametrize("affected", [None, Affected.LEFT, Affected.RIGHT, Affected.NONE])
@pytest.mark.parametrize("narrowing", [10.0, 25.0, 40.0])
def test_eyes_that_narrow_together_are_never_flagged(
    affected: Affected | None, narrowing: float
) -> None:
    measures = _measures(narrowing * SMILE, narrowing * SMILE)
    assert _flags(measures, affected) == ()
    assert _watch(measures, affected) == []


def test_the_healthy_eye_is_not_watched_where_a_side_is_affected() -> None:
    measures = _measures(0 * T, 30 * SMILE)
    assert _flags(measures, Affected.LEFT) == ()
    assert _watch(measures, Affected.LEFT) == []


def test_with_both_sides_affected_each_eye_is_judged_alone() -> None:
    both = _flags(_measures(60 * SMILE, 60 * SMILE), Affected.BOTH)
    assert {f.side for f in both} == set(Side)
    assert _flags(_measures(30 * SMILE, 30 * SMILE), Affected.BOTH) == ()  # healthy people's


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("side", [None, *Side])
def test_blinks_are_never_flagged(fps: float, side: Side | None) -> None:
    t = clock(10.0, fps)
    lids = 95 * np.maximum.reduce([blink(t, s, c) for s, c in ((2.5, 0.1), (4.0, 0.2), (6.0, 0.3))])
    left, right = (0 * t if s.other is side else lids for s in Side)
    assert _flags(_measures(left, right, t)) == ()


def test_a_blink_within_does_not_cut_a_flag_in_two() -> None:
    lids = np.maximum(30 * SMILE, 95 * blink(T, 4.8))
    (flag,) = _flags(_measures(lids, 95 * blink(T, 4.8)), Affected.LEFT)
    assert flag.start_s == pytest.approx(2.33, abs=0.15)
    assert flag.end_s == pytest.approx(7.67, abs=0.15)
    assert flag.magnitude == pytest.approx(30, abs=2.5)


def test_a_moment_is_not_a_co_movement() -> None:
    assert _flags(_measures(30 * trapezoid(T, 4.0, 0.25, 0.05), 0 * T)) == ()


def test_below_the_threshold_there_is_no_flag() -> None:
    assert _flags(_measures(8 * SMILE, 0 * T)) == ()


def test_pictures_that_are_not_valid_do_not_count() -> None:
    measures = _measures(30 * SMILE, 0 * T)
    assert _flags(measures, usable=np.zeros(len(T), dtype=np.bool_)) == ()


def test_a_region_that_cannot_be_seen_is_left_out() -> None:
    measures = _measures(30 * SMILE, 0 * T)
    assert [f.region for f in _flags(measures, quiet=(NECK, EYE))] == [Region.EYE]
    assert {c.region for c in _watch(measures, quiet=(NECK, EYE))} == {Region.EYE}


@pytest.mark.parametrize(("size", "label"), [(14.0, 1), (26.0, 2), (50.0, 3)])
def test_grades(size: float, label: int) -> None:
    (flag,) = _flags(_measures(size * SMILE, 0 * T))
    assert flag.grade == label


def test_two_regions_two_flags() -> None:
    measures = _measures(30 * SMILE, 0 * T)
    columns = {(SideMeasure.BROW_Y, Side.LEFT): -5 * SMILE}
    together = replace(measures, values=measures.values + series(T, columns).values)
    assert {f.region for f in _flags(together, Affected.LEFT, (EYE, BROW))} == {
        Region.EYE, Region.BROW,
    }  # fmt: skip


@given(st.floats(0, 60), st.floats(0, 60), st.sampled_from([None, *Affected]))
def test_in_the_mirror_the_other_side_is_flagged(
    left: float, right: float, affected: Affected | None
) -> None:
    swap = {Affected.LEFT: Affected.RIGHT, Affected.RIGHT: Affected.LEFT}
    mirror_affected = swap.get(affected, affected) if affected is not None else None
    measures = _measures(left * SMILE, right * SMILE)
    mirror = replace(measures, values=swapped(measures.values))
    flags = {(f.side, f.magnitude, f.start_s) for f in _flags(measures, affected)}
    mirrored = {(f.side.other, f.magnitude, f.start_s) for f in _flags(mirror, mirror_affected)}
    assert mirrored == flags


# --- live ------------------------------------------------------------------------------------


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("side", Side)
def test_live_it_is_said_within_half_a_second_and_ended_with_a_flag(fps: float, side: Side) -> None:
    t = clock(10.0, fps)
    closing, still = 30 * trapezoid(t, 2.0, 4.0, 1.0), 0 * t
    eyes = (closing, still) if side is Side.LEFT else (still, closing)
    measures = _measures(*eyes, t)
    started, ended = _watch(measures)
    assert started.started
    assert (started.region, started.side, started.flag) == (Region.EYE, side, None)
    closure = {s: measures.column(SideMeasure.EYE_CLOSURE, s) for s in Side}
    more = closure[side] - np.maximum(closure[side.other], 0)
    before = t < started.t_s
    first_seen = t[before][np.flatnonzero(more[before] < EYE.threshold)[-1] + 1]
    above_from = 2.0 + 10 / 30  # in truth: the threshold is a third of the way
    assert first_seen == pytest.approx(above_from, abs=2 / fps)
    assert 0.3 <= started.t_s - first_seen <= 0.5
    assert not ended.started
    assert ended.flag is not None
    assert ended.flag.start_s == pytest.approx(above_from, abs=0.15)
    assert ended.flag.end_s == pytest.approx(7.8, abs=0.2)  # 60 % of the threshold on the way back
    assert ended.flag.magnitude == pytest.approx(30, abs=2.5)
    assert ended.flag.grade == 2


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("side", [None, *Side])
def test_live_blinks_are_not_said(fps: float, side: Side | None) -> None:
    """Up to 0.45 s from first to last movement, of one eye or both."""
    t = clock(10.0, fps)
    blinks = ((2.5, 0.1), (4.0, 0.2), (6.0, 0.29))
    lids = 95 * np.maximum.reduce([blink(t, start, closed) for start, closed in blinks])
    left, right = (0 * t if s.other is side else lids for s in Side)
    assert _watch(_measures(left, right, t)) == []


def test_live_the_longest_blink_of_both_eyes_is_not_said_even_if_one_is_slower() -> None:
    left, right = 95 * blink(T, 4.0, 0.3, 0.1), 95 * blink(T, 4.05, 0.2, 0.1)
    assert _watch(_measures(left, right)) == []


def test_live_a_size_around_the_threshold_is_said_once() -> None:
    wobble = (10 + 3 * np.sin(2 * np.pi * 1.0 * T)) * SMILE
    started = [c for c in _watch(_measures(wobble, 0 * T, noise=0.02)) if c.started]
    assert len(started) == 1


def test_live_a_blink_within_does_not_end_it() -> None:
    both = 95 * blink(T, 4.8)
    changes = _watch(_measures(np.maximum(30 * SMILE, both), both), Affected.LEFT)
    assert [c.started for c in changes] == [True, False]
    assert changes[1].t_s > 7.0


def test_live_it_is_over_when_the_movement_is() -> None:
    changes = _watch(_measures(30 * SMILE, 0 * T), moving=(2.0, 5.0))
    assert [c.started for c in changes] == [True, False]
    assert changes[1].t_s == pytest.approx(5.3, abs=0.05)  # the release dwell
    assert changes[1].flag is not None
    assert changes[1].flag.end_s == pytest.approx(5.0, abs=0.05)


def test_live_nothing_is_said_while_at_rest() -> None:
    assert _watch(_measures(30 * SMILE, 0 * T), moving=(20.0, 30.0)) == []


def test_live_time_without_a_face_is_no_time_of_co_movement() -> None:
    """Seen for one picture before and one after a gap of a second: that is two pictures."""
    closing = np.where((T >= 3.95) & (T < 5.1), 30.0, 0.0)
    measures = _measures(closing, 0 * T, noise=0.0)
    valid = ~((T >= 4.0) & (T < 5.0))
    assert _watch(replace(measures, valid=valid)) == []


def test_live_pictures_that_are_not_valid_are_passed_over() -> None:
    detector = SynkinesisDetector(Movement.SMILE_CLOSED, (EYE,), None, REST)
    for m in frames_of(_measures(30 * SMILE, 0 * T)):
        assert detector.step(replace(m, reason=QualityReason.YAW), True) == []


def test_live_missing_values_are_no_co_movement() -> None:
    nothing = np.full_like(T, np.nan)
    assert _watch(_measures(nothing, nothing)) == []


def test_live_reset_forgets() -> None:
    detector = SynkinesisDetector(Movement.SMILE_CLOSED, (EYE,), None, REST)
    frames = [m for m in frames_of(_measures(30 * SMILE, 0 * T)) if m.time_s > 3.0]
    started = [c for m in frames[:20] for c in detector.step(m, True)]
    assert [c.started for c in started] == [True]
    detector.reset()
    assert detector.step(frames[20], False) == []
    assert detector.step(frames[-1], False) == []
