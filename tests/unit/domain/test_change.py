"""Means that do not promise too much, and differences that are called real only where they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.change import Change, ChangeKind, NoComparison, compare, needed_difference
from coach.domain.movements import Movement
from coach.domain.repeatability import (
    REPEATED_MM,
    SCALE_RELATIVE_SD,
    Figure,
    Quantity,
    quantity_of,
    repeatability,
    smallest_change,
)
from coach.domain.session import BaselineRecord, PerSide, RepRecord, ScaleSource
from coach.domain.session_mean import SessionMean, mean_half_width, reading, session_mean
from coach.domain.sides import Side

SMILE = Movement.SMILE_CLOSED
shares = st.lists(st.floats(5.0, 150.0), min_size=1, max_size=12)
half_widths = st.floats(0.5, 40.0)
counts = st.integers(1, 20)
figures = st.sampled_from(Figure)
movements = st.sampled_from(Movement)


def rep(index: int, share: float | None, half: float | None = 8.0, **changes: object) -> RepRecord:
    record = RepRecord(
        index=index, exercise_id="smile", movement=SMILE, set_index=0, start_s=0.0,
        hold_start_s=1.0, hold_end_s=2.0, end_s=3.0, scored=True, reason=None,
        excursion_mm=PerSide(4.0 + index, 8.0), uncertainty_mm=1.5,
        affected_pct_of_healthy=share, affected_pct_uncertainty=half,
        end_difference_mm=-4.0, onset_lag_ms=None,
        closure_pct=PerSide(10.0, 20.0 + index), closure_uncertainty_pct=2.5,
    )  # fmt: skip
    return replace(record, **changes)  # type: ignore[arg-type]


def mean_of(
    values: Sequence[float],
    figure: Figure = Figure.SHARE,
    *,
    scale: ScaleSource | None = ScaleSource.IRIS,
    refined: bool | None = True,
) -> SessionMean:
    return SessionMean(
        movement=SMILE,
        figure=figure,
        mean=float(np.mean(values)),
        half_width=8.0,
        spread=float(np.std(values, ddof=1)) if len(values) > 1 else None,
        reps=len(values),
        scale=scale,
        refined=refined,
    )


@given(shares, half_widths)
def test_no_number_of_repetitions_averages_their_common_error_away(
    values: list[float], half: float
) -> None:
    found = mean_half_width(values, [half] * len(values))
    assert found is not None
    assert found >= half * (1 - 1e-9)


@given(st.floats(10, 100), half_widths, st.integers(2, 20))
def test_repetitions_that_agree_are_as_sure_as_one(value: float, half: float, n: int) -> None:
    assert mean_half_width([value] * n, [half] * n) == pytest.approx(half)


@given(st.floats(1.0, 30.0), half_widths, st.integers(3, 9))
def test_more_of_the_same_spread_is_surer(step: float, half: float, n: int) -> None:
    few, many = ([50 + step * (-1) ** i for i in range(k)] for k in (2 * n, 2 * n + 4))
    wide, narrow = (
        mean_half_width(few, [half] * len(few)),
        mean_half_width(many, [half] * len(many)),
    )
    assert wide is not None and narrow is not None  # noqa: PT018
    assert narrow <= wide * (1 + 1e-9)


def test_readings_without_an_interval_have_a_mean_without_one() -> None:
    assert mean_half_width([40.0, 50.0], [None, math.nan]) is None
    assert mean_half_width([40.0], [8.0, None]) == pytest.approx(8.0)


def test_a_mean_is_of_the_scored_repetitions_of_one_movement() -> None:
    reps = [
        rep(0, 40.0),
        rep(1, 60.0),
        rep(2, 99.0, scored=False),
        rep(3, 99.0, movement=Movement.PUCKER),
        rep(4, None),
    ]
    baseline = BaselineRecord(PerSide(9.0, 9.0), 0.2, {}, refined=True, scale=ScaleSource.CALIPER)
    found = session_mean(reps, SMILE, Figure.SHARE, baseline)
    assert found is not None
    assert (found.mean, found.reps) == (50.0, 2)
    assert found.spread == pytest.approx(math.sqrt(200.0))
    assert (found.scale, found.refined) == (ScaleSource.CALIPER, True)
    assert found.interval is not None
    assert sum(found.interval) / 2 == pytest.approx(50.0)
    assert session_mean(reps, Movement.SNARL, Figure.SHARE) is None


def test_every_figure_reads_its_own_number() -> None:
    record = rep(2, 55.0, 7.0)
    assert reading(record, Figure.SHARE) == (55.0, 7.0)
    assert reading(record, Figure.LEFT_MM) == (6.0, 1.5)
    assert reading(record, Figure.RIGHT_MM) == (8.0, 1.5)
    assert reading(record, Figure.FURTHER_MM) == (8.0, 1.5)
    value, half = reading(record, Figure.DIFFERENCE_MM)
    assert value == -4.0
    # 7 points of the right side's 8 mm, and 45 % of the uncertainty of one side.
    assert half == pytest.approx(math.hypot(0.07 * 8.0, 0.45 * 1.5))
    alone = replace(record, affected_pct_of_healthy=None, affected_pct_uncertainty=None)
    assert reading(alone, Figure.DIFFERENCE_MM)[1] == pytest.approx(1.5 * math.sqrt(2.0))
    old = replace(record, affected_pct_uncertainty=None)
    assert reading(old, Figure.SHARE)[1] == pytest.approx(100 * 1.5 / 8 * math.hypot(1, 0.55))
    assert reading(record, Figure.LEFT_CLOSURE) == (10.0, 2.5)
    assert reading(record, Figure.RIGHT_CLOSURE) == (22.0, 2.5)
    assert Figure.of_excursion(Side.LEFT) is Figure.LEFT_MM
    assert Figure.of_closure(Side.RIGHT) is Figure.RIGHT_CLOSURE


@given(st.floats(0.5, 6.0))
def test_a_share_of_a_small_movement_must_change_more(healthy: float) -> None:
    """The same tenths of a millimetre are a larger part of it."""
    large = mean_of([50.0, 52.0])
    small = replace(large, healthy_mm=healthy)
    assert needed_difference(small, small) > needed_difference(large, large)
    assert smallest_change(SMILE, Figure.SHARE, 2, 2, healthy) == pytest.approx(
        smallest_change(SMILE, Figure.SHARE, 2, 2) * REPEATED_MM[Quantity.MOUTH] / healthy
    )
    mm = mean_of([5.0, 5.2], Figure.LEFT_MM)
    assert needed_difference(mm, mm) == needed_difference(replace(mm, healthy_mm=healthy), mm)


def test_a_sessions_share_knows_how_far_the_healthy_side_went() -> None:
    reps = [rep(0, 50.0, excursion_mm=PerSide(1.0, 2.0)), rep(1, 50.0, excursion_mm=PerSide(2, 4))]
    found = session_mean(reps, SMILE, Figure.SHARE)
    assert found is not None
    assert found.healthy_mm == pytest.approx(3.0)


@given(movements, figures, counts, counts)
def test_the_smallest_change_falls_with_repetitions_down_to_the_sessions_own_error(
    movement: Movement, figure: Figure, before: int, now: int
) -> None:
    here = smallest_change(movement, figure, before, now)
    assert here == pytest.approx(smallest_change(movement, figure, now, before))
    assert smallest_change(movement, figure, before + 1, now) < here
    between = repeatability(movement, figure).session
    assert here > 1.96 * math.sqrt(2.0) * between
    assert smallest_change(movement, figure) < (4.0 if figure.in_mm else 25.0)


def test_one_repetition_each_is_the_usual_formula() -> None:
    """MDC95 = 1.96 * sqrt(2) * SEM (Weir 2005)."""
    r = repeatability(SMILE, Figure.SHARE)
    sem = math.hypot(r.session, r.rep)
    assert smallest_change(SMILE, Figure.SHARE) == pytest.approx(1.96 * math.sqrt(2) * sem)


@given(shares.filter(lambda v: len(v) > 1), shares.filter(lambda v: len(v) > 1))
def test_a_real_change_exceeds_the_smallest_one_and_both_spreads(
    before: list[float], now: list[float]
) -> None:
    a, b = mean_of(before), mean_of(now)
    found = compare(a, b)
    needed = needed_difference(a, b)
    least = smallest_change(SMILE, Figure.SHARE, a.reps, b.reps)
    assert needed >= least * (1 - 1e-9)
    assert needed >= 1.96 * math.hypot(*((m.spread or 0) / math.sqrt(m.reps) for m in (a, b)))
    assert found.needed == needed
    if abs(b.mean - a.mean) > needed:
        assert found.kind is (ChangeKind.LARGER if b.mean > a.mean else ChangeKind.SMALLER)
    else:
        assert found.kind is ChangeKind.NONE
    turned = compare(b, a)
    opposite = {ChangeKind.LARGER: ChangeKind.SMALLER, ChangeKind.SMALLER: ChangeKind.LARGER}
    assert turned.kind is opposite.get(found.kind, found.kind)


@pytest.mark.parametrize("figure", [Figure.SHARE, Figure.LEFT_MM, Figure.RIGHT_CLOSURE])
@pytest.mark.parametrize("reps", [2, 3, 5, 10])
def test_an_unchanged_face_seldom_seems_to_change(figure: Figure, reps: int) -> None:
    """Errors as the bench has them, and a person whose repetitions differ by half as much."""
    rng = np.random.default_rng(5)
    r = repeatability(SMILE, figure)
    real = 0
    for _ in range(2000):
        sessions = [
            60.0 + rng.normal(0, r.session) + rng.normal(0, 1.5 * r.rep, reps) for _ in range(2)
        ]
        found = compare(*(mean_of(s.tolist(), figure) for s in sessions))
        real += found.kind in (ChangeKind.LARGER, ChangeKind.SMALLER)
    assert real / 2000 < 0.065  # 5 % wanted; three standard errors of 2000 trials are 1.5 %


def test_a_large_change_is_seen() -> None:
    found = compare(mean_of([40, 42, 41, 39]), mean_of([62, 60, 63, 61]))
    assert found.kind is ChangeKind.LARGER
    assert found.difference == pytest.approx(21.0)


def test_what_cannot_be_compared_says_why() -> None:
    some = mean_of([40.0, 44.0])
    assert compare(None, some).reason is NoComparison.NO_BEFORE
    assert compare(some, None) == Change(ChangeKind.UNKNOWN, None, None, NoComparison.NO_BEFORE)
    assert compare(some, mean_of([70.0])).reason is NoComparison.FEW_REPS
    other_way = compare(some, mean_of([70.0, 71.0], refined=False))
    assert other_way.kind is ChangeKind.UNKNOWN
    assert other_way.reason is NoComparison.OTHER_WAY
    with pytest.raises(ValueError, match="same figure"):
        compare(some, mean_of([8.0, 8.1], Figure.LEFT_MM))


def test_another_scale_makes_millimetres_less_comparable_and_shares_no_less() -> None:
    caliper = ScaleSource.CALIPER
    for figure, wider in ((Figure.LEFT_MM, True), (Figure.SHARE, False)):
        alike = needed_difference(mean_of([8.0, 8.2], figure), mean_of([9.0, 9.2], figure))
        mixed = needed_difference(
            mean_of([8.0, 8.2], figure), mean_of([9.0, 9.2], figure, scale=caliper)
        )
        assert (mixed > alike) is wider
    assert SCALE_RELATIVE_SD[caliper] < SCALE_RELATIVE_SD[ScaleSource.IRIS]


def test_every_movement_has_a_quantity_and_the_lower_lip_is_no_mouth_corner() -> None:
    assert all(quantity_of(m) in Quantity for m in Movement)
    assert quantity_of(Movement.LOWER_LIP_DEPRESS) is Quantity.LIP
    assert quantity_of(SMILE) is Quantity.MOUTH
    assert quantity_of(Movement.EYE_CLOSURE) is Quantity.EYE
