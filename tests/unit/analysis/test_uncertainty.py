"""Intervals grow with what they are made of, and shares do not depend on the iris."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.uncertainty import (
    ERRORS,
    closure_uncertainty_pct,
    excursion_uncertainty_mm,
    noise_of_hold,
    share_uncertainty_pct,
)
from coach.domain.movements import Movement
from coach.domain.repeatability import SCALE_RELATIVE_SD, quantity_of
from coach.domain.session import ScaleSource
from coach.domain.student import Z95

sizes = st.floats(0, 30)
noises = st.floats(0, 2)
frames = st.integers(1, 300)
movements = st.sampled_from([m for m in Movement if m is not Movement.REST])


@given(movements, sizes, noises, frames)
def test_an_interval_falls_with_pictures_and_grows_with_size_and_noise(
    movement: Movement, size: float, noise: float, n: int
) -> None:
    here = excursion_uncertainty_mm(movement, size, noise, n)
    assert excursion_uncertainty_mm(movement, size, noise, n + 50) <= here
    assert excursion_uncertainty_mm(movement, size + 1, noise, n) > here
    assert excursion_uncertainty_mm(movement, size, noise + 0.1, n) > here


@given(movements, sizes, st.sampled_from(ScaleSource))
def test_no_interval_is_narrower_than_the_scale_and_the_bench_allow(
    movement: Movement, size: float, scale: ScaleSource
) -> None:
    model = ERRORS[quantity_of(movement)]
    least = max(SCALE_RELATIVE_SD[scale] * size, model.gain * size, model.offset_mm)
    assert excursion_uncertainty_mm(movement, size, 0.0, 100, scale) >= Z95 * least


@given(movements, st.floats(1, 30), noises, frames)
def test_a_caliper_takes_the_place_of_the_iris_in_the_interval(
    movement: Movement, size: float, noise: float, n: int
) -> None:
    by_iris = excursion_uncertainty_mm(movement, size, noise, n)
    by_caliper = excursion_uncertainty_mm(movement, size, noise, n, ScaleSource.CALIPER)
    assert by_caliper < by_iris
    gone = (
        Z95**2
        * size**2
        * (SCALE_RELATIVE_SD[ScaleSource.IRIS] ** 2 - SCALE_RELATIVE_SD[ScaleSource.CALIPER] ** 2)
    )  # independent parts add up as squares; nothing else differs
    assert by_iris**2 - by_caliper**2 == pytest.approx(gone)


@given(movements, sizes, st.floats(0.8, 30), noises, frames, st.floats(1, 10))
def test_a_share_is_surer_the_more_both_sides_move(
    movement: Movement, weak: float, healthy: float, noise: float, n: int, more: float
) -> None:
    here = share_uncertainty_pct(movement, weak, healthy, noise, n)
    further = share_uncertainty_pct(movement, more * weak, more * healthy, noise, n)
    assert further <= here * (1 + 1e-9)


def test_a_share_of_nothing_has_no_interval() -> None:
    with pytest.raises(ValueError, match="nothing"):
        share_uncertainty_pct(Movement.SMILE_CLOSED, 1.0, 0.0, 0.1, 30)


@given(st.floats(-20, 110), noises, frames)
def test_closure_has_an_interval_either_way(closure: float, noise: float, n: int) -> None:
    half = closure_uncertainty_pct(closure, noise, n)
    assert half == closure_uncertainty_pct(-closure, noise, n)
    assert half >= Z95 * noise_of_hold(noise, n)
