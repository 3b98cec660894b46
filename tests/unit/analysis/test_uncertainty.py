"""Intervals grow with what they are made of, and shares do not depend on the iris."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.measures import IRIS_RELATIVE_SD
from coach.analysis.uncertainty import (
    ERRORS,
    Z95,
    Quantity,
    closure_uncertainty_pct,
    excursion_uncertainty_mm,
    is_real_change,
    noise_of_hold,
    quantity_of,
    share_uncertainty_pct,
    smallest_change_mm,
    smallest_change_pct,
    smallest_closure_change_pct,
)
from coach.domain.movements import Movement

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


@given(movements, sizes)
def test_no_interval_is_narrower_than_the_iris_and_the_bench_allow(
    movement: Movement, size: float
) -> None:
    model = ERRORS[quantity_of(movement)]
    least = max(IRIS_RELATIVE_SD * size, model.gain * size, model.offset_mm)
    assert excursion_uncertainty_mm(movement, size, 0.0, 100) >= Z95 * least


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


@pytest.mark.parametrize("movement", list(Movement))
def test_every_movement_has_a_smallest_change(movement: Movement) -> None:
    assert quantity_of(movement) in Quantity
    assert 0.1 < smallest_change_mm(movement) < 3.0
    assert 1.0 < smallest_change_pct(movement) < 25.0


def test_the_lower_lip_is_not_judged_as_a_mouth_corner() -> None:
    assert quantity_of(Movement.LOWER_LIP_DEPRESS) is Quantity.LIP
    assert quantity_of(Movement.SMILE_CLOSED) is Quantity.MOUTH
    assert quantity_of(Movement.EYE_CLOSURE) is Quantity.EYE


def test_small_differences_are_no_real_change() -> None:
    least = smallest_closure_change_pct()
    assert not is_real_change(40.0, 40.0 + 0.9 * least, least)
    assert is_real_change(40.0, 40.0 - 1.1 * least, least)
