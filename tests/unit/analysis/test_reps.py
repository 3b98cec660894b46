"""One repetition: how far each side went, when, and why it is not scored where it is not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from coach.analysis.reps import MIN_HOLD_SHARE, RepMeasurement, measure_rep
from coach.analysis.uncertainty import CLOSURE_GAIN
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, SideMeasure
from coach.domain.movements import Movement
from coach.domain.quality import RepReason
from coach.domain.session import PerSide, ScaleSource
from coach.domain.sides import Affected, Side
from tests.fixtures.movement_signals import blink, clock, rest_record, series, swapped, trapezoid

WINDOW = (0.0, 8.0)
GUIDE = (3.0, 5.0)
T = clock(8.0)


def _smile(
    left: FloatArray,
    right: FloatArray,
    t: FloatArray = T,
    noise: float = 0.0,
    valid: FloatArray | NDArray[np.bool_] | None = None,
    seed: int = 1,
) -> MeasureSeries:
    """Corners that go outward and up alike: each axis has 1/sqrt(2) of the excursion."""
    axis = np.sqrt(0.5)
    columns = {
        (SideMeasure.COMMISSURE_X, Side.LEFT): axis * left,
        (SideMeasure.COMMISSURE_Y, Side.LEFT): axis * left,
        (SideMeasure.COMMISSURE_X, Side.RIGHT): -axis * right,
        (SideMeasure.COMMISSURE_Y, Side.RIGHT): axis * right,
    }
    ok = None if valid is None else valid.astype(np.bool_)
    return series(t, columns, ok, noise, seed)


def _rep(
    measures: MeasureSeries,
    affected: Affected | None = Affected.LEFT,
    movement: Movement = Movement.SMILE_CLOSED,
    noise: float = 0.05,
    window: tuple[float, float] = WINDOW,
) -> RepMeasurement:
    return measure_rep(measures, movement, window, affected, rest_record(noise), (), GUIDE)


@pytest.mark.parametrize("fps", [15.0, 24.0, 30.0])
@pytest.mark.parametrize(("left", "right"), [(2.0, 6.0), (6.0, 6.0), (6.0, 2.0), (0.0, 5.0)])
def test_excursions_times_and_their_comparison(left: float, right: float, fps: float) -> None:
    t = clock(8.0, fps)
    envelope = trapezoid(t, 2.0, 2.0, 1.0)
    rep = _rep(_smile(left * envelope, right * envelope, t, noise=0.05))
    assert rep.scored
    assert rep.reason is None
    assert rep.excursion_mm.left is not None
    assert rep.excursion_mm.right is not None
    # Median of the hold from 85 % on: the hold's flat part is most of it. Noise of 0.05 mm over 30
    # pictures adds 0.01 mm, and for a side that does not move up to twice that, being a length.
    assert rep.excursion_mm.left == pytest.approx(left, abs=0.05)
    assert rep.excursion_mm.right == pytest.approx(right, abs=0.05)
    assert rep.end_difference_mm == pytest.approx(left - right, abs=0.1)
    assert rep.affected_pct_of_healthy == pytest.approx(100 * left / right, abs=3)
    assert rep.uncertainty_mm is not None
    assert rep.uncertainty_mm > 1.96 * 0.036 * max(left, right)
    assert rep.start_s == pytest.approx(2.15, abs=0.1)
    assert rep.hold_start_s == pytest.approx(2.85, abs=0.1)
    assert rep.hold_end_s == pytest.approx(5.15, abs=0.1)
    assert rep.end_s == pytest.approx(5.85, abs=0.1)


@pytest.mark.parametrize("movement", [Movement.SMILE_CLOSED, Movement.PUCKER])
def test_both_eyes_closure_in_the_hold_goes_with_every_movement(movement: Movement) -> None:
    envelope = trapezoid(T, 2.0, 2.0, 1.0)
    sign = 1.0 if movement is Movement.SMILE_CLOSED else -1.0
    columns = {
        (SideMeasure.COMMISSURE_X, Side.LEFT): sign * 5.0 * envelope,
        (SideMeasure.COMMISSURE_X, Side.RIGHT): -sign * 5.0 * envelope,
        (SideMeasure.EYE_CLOSURE, Side.LEFT): 30.0 * envelope + 90.0 * blink(T, 3.6),
        (SideMeasure.EYE_CLOSURE, Side.RIGHT): 4.0 * envelope + 90.0 * blink(T, 3.6),
    }
    rep = _rep(series(T, columns, noise=0.05), movement=movement)
    assert rep.scored
    # Medians of 60 pictures; the blink in the hold is left out.
    assert rep.closure_pct.left == pytest.approx(30.0, abs=0.5)
    assert rep.closure_pct.right == pytest.approx(4.0, abs=0.5)
    assert rep.closure_uncertainty_pct is not None
    assert rep.closure_uncertainty_pct >= 1.96 * CLOSURE_GAIN * 30.0


def test_what_is_not_scored_has_no_closure() -> None:
    rep = _rep(_smile(np.zeros_like(T), np.zeros_like(T)))
    assert not rep.scored
    assert rep.closure_pct == PerSide(None, None)
    assert rep.closure_uncertainty_pct is None


def test_a_caliper_session_does_not_carry_the_irises_share() -> None:
    envelope = trapezoid(T, 2.0, 2.0, 1.0)
    measures = _smile(8.0 * envelope, 8.0 * envelope)
    by_iris, by_caliper = (
        measure_rep(
            measures,
            Movement.SMILE_CLOSED,
            WINDOW,
            Affected.LEFT,
            replace(rest_record(0.05), scale=scale),
            (),
            GUIDE,
        )
        for scale in (ScaleSource.IRIS, ScaleSource.CALIPER)
    )
    assert by_iris.uncertainty_mm is not None
    assert by_caliper.uncertainty_mm is not None
    assert by_caliper.uncertainty_mm < by_iris.uncertainty_mm
    assert by_caliper.affected_pct_uncertainty == by_iris.affected_pct_uncertainty


@pytest.mark.parametrize("lag_ms", range(-300, 301, 100))
@pytest.mark.parametrize("weak", [1.0, 0.4])
@pytest.mark.parametrize("affected", [Affected.LEFT, Affected.RIGHT])
def test_onset_lag_within_50_ms(lag_ms: int, weak: float, affected: Affected) -> None:
    late = 6.0 * weak * trapezoid(T, 2.0 + lag_ms / 1000)
    prompt = 6.0 * trapezoid(T, 2.0)
    sides = (late, prompt) if affected is Affected.LEFT else (prompt, late)
    for seed in range(3):
        rep = _rep(_smile(*sides, noise=0.1, seed=seed), affected, noise=0.1)
        assert rep.onset_lag_ms == pytest.approx(lag_ms, abs=50)  # asked for; 1.5 pictures


def test_without_an_affected_side_the_lag_is_the_lefts() -> None:
    measures = _smile(6.0 * trapezoid(T, 2.2), 6.0 * trapezoid(T, 2.0))
    for affected in (None, Affected.BOTH, Affected.NONE):
        rep = _rep(measures, affected)
        assert rep.onset_lag_ms == pytest.approx(200, abs=20)
        assert rep.affected_pct_of_healthy is None


def test_a_side_that_hardly_moves_has_no_onset() -> None:
    rep = _rep(_smile(0.5 * trapezoid(T, 2.0), 6.0 * trapezoid(T, 2.0)))
    assert rep.scored
    assert rep.onset_lag_ms is None


def test_a_flicker_in_noise_has_no_made_up_onset() -> None:
    """1.2 mm in noise of 0.25 mm: a lag, if there is one, is of the movement, not of the noise."""
    for seed in range(5):
        sides = 1.2 * trapezoid(T, 2.0), 5.0 * trapezoid(T, 2.0)
        lag = _rep(_smile(*sides, noise=0.25, seed=seed), noise=0.25).onset_lag_ms
        assert lag is None or abs(lag) < 300


@pytest.mark.parametrize(
    ("measures", "movement", "reason"),
    [
        (_smile(0 * T, 0 * T, noise=0.05), Movement.SMILE_CLOSED, RepReason.NO_MOVEMENT),
        (_smile(0.6 * trapezoid(T, 2.0), 0 * T), Movement.SMILE_CLOSED, RepReason.NO_MOVEMENT),
        (
            _smile(5 * trapezoid(T, 2.0), 0 * T, valid=(T < 2.5) | (T > 6.6)),
            Movement.SMILE_CLOSED,
            RepReason.TOO_FEW_FRAMES,
        ),
        (
            _smile(5 * trapezoid(T, 2.0), 0 * T, valid=(T < 2.8) | (T > 5.1)),
            Movement.SMILE_CLOSED,
            RepReason.TOO_FEW_FRAMES,  # most of it is there, but not the hold
        ),
        (_smile(0 * T, 0 * T, valid=0 * T), Movement.SMILE_CLOSED, RepReason.TOO_FEW_FRAMES),
        (_smile(5 * trapezoid(T, 2.0), 0 * T), Movement.CHEEK_PUFF, RepReason.SELF_REPORT),
        (_smile(np.empty(0), np.empty(0), np.empty(0)), Movement.PUCKER, RepReason.TOO_FEW_FRAMES),
    ],
    ids=["still", "too_small", "half_lost", "hold_lost", "all_lost", "self_report", "no_pictures"],
)
def test_what_is_not_scored_says_why_and_has_no_numbers(
    measures: MeasureSeries, movement: Movement, reason: RepReason
) -> None:
    rep = _rep(measures, movement=movement)
    assert not rep.scored
    assert rep.reason is reason
    assert rep.excursion_mm == PerSide(None, None)
    assert rep.uncertainty_mm is None
    assert rep.affected_pct_of_healthy is None
    assert rep.end_difference_mm is None
    assert rep.onset_lag_ms is None
    assert rep.synkinesis == ()
    assert rep.start_s <= rep.hold_start_s <= rep.hold_end_s <= rep.end_s


def test_where_nothing_moved_the_guide_gives_the_times() -> None:
    rep = _rep(_smile(0 * T, 0 * T))
    assert (rep.start_s, rep.hold_start_s, rep.hold_end_s, rep.end_s) == (0.0, *GUIDE, 8.0)


def test_movement_against_the_wanted_direction_is_none() -> None:
    pulled_in = _smile(-5 * trapezoid(T, 2.0), -5 * trapezoid(T, 2.0))
    assert _rep(pulled_in).reason is RepReason.NO_MOVEMENT


def test_a_blink_in_the_hold_changes_nothing() -> None:
    envelope = 5 * trapezoid(T, 2.0)
    calm = _smile(envelope, envelope)
    lids = 95 * blink(T, 4.0)
    columns = {(SideMeasure.EYE_CLOSURE, side): lids for side in Side}
    tugged = envelope + 0.02 * lids
    blinking = MeasureSeries(
        T, _smile(tugged, tugged).values + series(T, columns).values, calm.valid
    )
    one, other = _rep(calm), _rep(blinking)
    assert other.excursion_mm.left == pytest.approx(one.excursion_mm.left, abs=0.01)
    assert other.hold_end_s == pytest.approx(one.hold_end_s, abs=0.05)


def test_a_good_part_of_the_hold_is_enough() -> None:
    valid = np.ones_like(T)
    valid[(T > 3.0 + 2.6 * (MIN_HOLD_SHARE + 0.05)) & (T < 5.4)] = 0  # the hold is 2.6 s long
    rep = _rep(_smile(5 * trapezoid(T, 2.0), 5 * trapezoid(T, 2.0), valid=valid))
    assert rep.scored
    assert rep.excursion_mm.left == pytest.approx(5.0, abs=0.3)


@pytest.mark.parametrize("hold_s", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("length_s", [4.0, 8.0, 16.0])
def test_a_short_hold_in_a_long_window_is_not_diluted(hold_s: float, length_s: float) -> None:
    """The plateau is the movement's own, however much rest stands around it."""
    t = clock(length_s)
    envelope = 5 * trapezoid(t, 1.0, hold_s, 0.4)
    rep = _rep(_smile(envelope, envelope, t, noise=0.05), window=(0.0, length_s))
    assert rep.scored
    assert rep.excursion_mm.left == pytest.approx(5.0, abs=0.25)  # 5 %
    assert rep.start_s == pytest.approx(1.0 + 0.15 * 0.4, abs=0.1)
    assert rep.end_s == pytest.approx(1.8 + hold_s - 0.15 * 0.4, abs=0.1)


@given(st.floats(0, 8), st.floats(2, 8), st.floats(-0.3, 0.3), st.integers(0, 1000))
def test_in_the_mirror_the_sides_swap(weak: float, strong: float, lag: float, seed: int) -> None:
    measures = _smile(
        weak * trapezoid(T, 2.0 + lag), strong * trapezoid(T, 2.0), noise=0.1, seed=seed
    )
    mirror = MeasureSeries(T, swapped(measures.values), measures.valid)
    one, other = _rep(measures, Affected.LEFT), _rep(mirror, Affected.RIGHT)
    assert (one.start_s, one.hold_start_s, one.hold_end_s, one.end_s) == (
        other.start_s, other.hold_start_s, other.hold_end_s, other.end_s,
    )  # fmt: skip
    assert (one.excursion_mm.left, one.excursion_mm.right) == (
        other.excursion_mm.right, other.excursion_mm.left,
    )  # fmt: skip
    assert one.affected_pct_of_healthy == other.affected_pct_of_healthy
    assert one.onset_lag_ms == other.onset_lag_ms
    assert one.uncertainty_mm == other.uncertainty_mm
    if one.end_difference_mm is not None:
        assert other.end_difference_mm == -one.end_difference_mm


@pytest.mark.parametrize(
    ("movement", "measure", "size", "truth"),
    [
        (Movement.BROW_RAISE, SideMeasure.BROW_Y, 4.0, 4.0),
        (Movement.SNARL, SideMeasure.ALA_Y, 2.0, 2.0),
        (Movement.LOWER_LIP_DEPRESS, SideMeasure.LOWER_LIP_Y, -3.0, 3.0),
        (Movement.EYE_CLOSURE, SideMeasure.EYE_CLOSURE, 80.0, 8.0),  # of a fissure of 10 mm
    ],
)
def test_every_region_is_measured(
    movement: Movement, measure: SideMeasure, size: float, truth: float
) -> None:
    envelope = trapezoid(T, 2.0)
    columns = {(measure, Side.LEFT): 0.5 * size * envelope, (measure, Side.RIGHT): size * envelope}
    rep = _rep(series(T, columns, noise=0.02), movement=movement)
    assert rep.excursion_mm.right == pytest.approx(truth, abs=0.05)
    assert rep.excursion_mm.left == pytest.approx(0.5 * truth, abs=0.05)
    assert rep.affected_pct_of_healthy == pytest.approx(50, abs=2)
