"""Repetitions are found where they are: in noise, with blinks and drop-outs, at any frame rate.

Truth: straight ramps, so a movement passes a share `s` of its size at `start + s * ramp`.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.blinks import blink_mask
from coach.analysis.segments import (
    HOLD_SHARE,
    MIN_EXCURSION_MM,
    ONSET_SHARE,
    Segment,
    bridge,
    drive,
    fall_time,
    find_segments,
    hysteresis,
    plateau_of,
    rise_time,
    segment_in,
    smallest_movement_mm,
)
from coach.domain.frames import FloatArray
from coach.domain.measures import SideMeasure
from coach.domain.movements import Movement
from coach.domain.sides import Side
from tests.fixtures.movement_signals import blink, clock, rest_record, series, trapezoid

RATES = [15.0, 20.0, 24.0, 30.0]
STARTS = (2.0, 8.0, 14.0)
HOLD_S, RAMP_S = 2.0, 1.0


def _three(t: FloatArray, size: float = 5.0) -> FloatArray:
    return size * sum((trapezoid(t, s, HOLD_S, RAMP_S) for s in STARTS), np.zeros_like(t))


def _assert_three(found: list[Segment], tolerance_s: float) -> None:
    assert len(found) == len(STARTS)
    for segment, start in zip(found, STARTS, strict=True):
        end = start + HOLD_S + 2 * RAMP_S
        assert segment.start_s == pytest.approx(start + ONSET_SHARE * RAMP_S, abs=tolerance_s)
        assert segment.hold_start_s == pytest.approx(start + HOLD_SHARE * RAMP_S, abs=tolerance_s)
        assert segment.hold_end_s == pytest.approx(end - HOLD_SHARE * RAMP_S, abs=tolerance_s)
        assert segment.end_s == pytest.approx(end - ONSET_SHARE * RAMP_S, abs=tolerance_s)


@pytest.mark.parametrize("fps", RATES)
def test_clean_repetitions(fps: float) -> None:
    t = clock(20.0, fps)
    # Onset and end are interpolated; hold times are those of pictures.
    _assert_three(find_segments(t, _three(t), MIN_EXCURSION_MM), tolerance_s=1.001 / fps)


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("seed", range(3))
def test_noisy_repetitions(fps: float, seed: int) -> None:
    t = clock(20.0, fps)
    noise = np.random.default_rng(seed).normal(0, 0.15, len(t))
    found = find_segments(t, np.abs(_three(t) + noise), MIN_EXCURSION_MM)
    # The slope is 5 mm/s: noise of 0.15 mm moves a crossing by 0.03 s, three times that at most,
    # and the first of several pictures within it may cross: 0.15 s in all.
    _assert_three(found, tolerance_s=0.15)


@pytest.mark.parametrize("fps", RATES)
def test_blinks_and_drop_outs_are_bridged(fps: float) -> None:
    t = clock(20.0, fps)
    lids = 95 * np.maximum.reduce([blink(t, s) for s in (1.0, 4.0, 8.5, 12.6, 15.9)])
    moved = _three(t) + 0.01 * lids  # a blink tugs at the corner's landmark
    lost = ((t > 4.6) & (t < 4.9)) | ((t > 11.0) & (t < 11.2)) | ((t > 18.5) & (t < 19.0))
    moved[lost] = np.nan
    columns = {
        (SideMeasure.COMMISSURE_X, Side.LEFT): moved,
        (SideMeasure.EYE_CLOSURE, Side.LEFT): lids,
        (SideMeasure.EYE_CLOSURE, Side.RIGHT): lids,
    }
    measures = series(t, columns, valid=~lost, noise=0.05)
    usable = measures.valid & ~blink_mask(measures)
    size = drive(measures, usable, Movement.SMILE_CLOSED, rest_record())
    # A bridged blink is about 0.4 s long with its margins; a straight line through it is exact on
    # a slope and cuts a corner where a slope begins, by half of its length at most.
    _assert_three(find_segments(t, size, MIN_EXCURSION_MM), tolerance_s=0.2)


@given(
    st.floats(1.0, 12.0), st.floats(0.3, 1.5), st.floats(0.8, 4.0), st.sampled_from(RATES),
    st.integers(1, 6),
)  # fmt: skip
def test_as_many_repetitions_as_there_were(
    size: float, ramp_s: float, hold_s: float, fps: float, n: int
) -> None:
    each = 2 * ramp_s + hold_s + 1.5
    t = clock(2.0 + n * each, fps)
    starts = [1.0 + i * each for i in range(n)]
    moved = size * sum((trapezoid(t, s, hold_s, ramp_s) for s in starts), np.zeros_like(t))
    found = find_segments(t, moved, MIN_EXCURSION_MM)
    assert len(found) == n
    for segment, start in zip(found, starts, strict=True):
        # A hold of a few pictures, whose 85 % is a ramp's: a picture and 15 % of a ramp.
        assert segment.start_s == pytest.approx(start + ONSET_SHARE * ramp_s, abs=2 / fps)
        assert segment.start_s < segment.hold_start_s <= segment.hold_end_s < segment.end_s


def test_repetitions_of_unequal_size() -> None:
    t = clock(14.0)
    moved = 8.0 * trapezoid(t, 1.0) + 4.0 * trapezoid(t, 7.0)
    found = find_segments(t, moved, MIN_EXCURSION_MM)
    assert len(found) == 2
    assert found[1].start_s == pytest.approx(7.0 + ONSET_SHARE, abs=0.05)  # of its own plateau


def test_a_dip_within_a_hold_is_one_repetition() -> None:
    t = clock(8.0)
    moved = 5.0 * trapezoid(t, 1.0, 4.0)
    moved[(t > 3.5) & (t < 3.8)] = 0.5
    assert len(find_segments(t, moved, MIN_EXCURSION_MM)) == 1


@pytest.mark.parametrize(
    "moved",
    [
        0.0,
        0.7,  # below the smallest movement
        5.0,  # a twitch; see below
    ],
)
def test_nothing_is_found_where_nothing_moves_or_only_twitches(moved: float) -> None:
    t = clock(10.0)
    size = np.full_like(t, moved) if moved < 1 else moved * trapezoid(t, 4.0, 0.1, 0.1)
    assert find_segments(t, size, MIN_EXCURSION_MM) == []


def test_one_short_repetition_in_a_long_recording() -> None:
    t = clock(120.0)
    found = find_segments(t, 5.0 * trapezoid(t, 60.0, 1.0, 0.5), MIN_EXCURSION_MM)
    assert [round(s.start_s, 1) for s in found] == [60.1]


def test_no_pictures_no_repetitions() -> None:
    assert find_segments(np.empty(0), np.empty(0), 1.0) == []
    assert segment_in(np.empty(0), np.empty(0)) is None
    assert plateau_of(np.empty(0)) == 0.0


def test_a_recording_that_begins_or_ends_within_a_movement() -> None:
    t = clock(6.0)
    moved = 5.0 * (trapezoid(t, -2.0, 3.0) + trapezoid(t, 4.0, 3.0))
    found = find_segments(t, moved, MIN_EXCURSION_MM)
    assert len(found) == 2
    assert found[0].start_s == t[0]
    assert found[1].end_s == t[-1]


def test_hysteresis_keeps_what_reaches_the_upper_level() -> None:
    size = np.array([0, 2, 3, 2, 0, 2, 2, 0, 3.0])
    assert hysteresis(size, 3.0, 2.0).tolist() == [
        False, True, True, True, False, False, False, False, True,
    ]  # fmt: skip


def test_bridging() -> None:
    t = np.arange(6.0)
    values = np.array([np.nan, 1.0, np.nan, 3.0, np.nan, np.nan])
    assert bridge(t, values).tolist() == [1.0, 1.0, 2.0, 3.0, 3.0, 3.0]
    assert bridge(t, np.full(6, np.nan)).tolist() == [0.0] * 6


def test_crossings_are_interpolated() -> None:
    t = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
    size = np.array([0.0, 0.0, 4.0, 4.0, 0.0])
    assert rise_time(t, size, 1.0, 2) == pytest.approx(1.25)
    assert fall_time(t, size, 1.0, 3) == pytest.approx(3.75)
    assert rise_time(t, size + 9.0, 1.0, 2) == t[0]
    assert fall_time(t, size + 9.0, 1.0, 2) == t[-1]


@pytest.mark.parametrize("movement", [Movement.SMILE_CLOSED, Movement.BROW_RAISE])
def test_drive_is_the_side_that_moves_more(movement: Movement) -> None:
    t = clock(6.0)
    column = {
        Movement.SMILE_CLOSED: SideMeasure.COMMISSURE_Y,
        Movement.BROW_RAISE: SideMeasure.BROW_Y,
    }[movement]
    weak, strong = trapezoid(t, 1.0), 6 * trapezoid(t, 1.0)
    for weak_side in Side:
        measures = series(t, {(column, weak_side): weak, (column, weak_side.other): strong})
        all_of_it = np.ones(len(t), dtype=np.bool_)
        size = drive(measures, all_of_it, movement, rest_record())
        np.testing.assert_allclose(size, strong, atol=1e-12)


def test_the_smallest_movement_grows_with_this_sessions_noise() -> None:
    assert smallest_movement_mm(Movement.BROW_RAISE, rest_record(0.01)) == MIN_EXCURSION_MM
    assert smallest_movement_mm(Movement.BROW_RAISE, rest_record(0.5)) == pytest.approx(2.0)
