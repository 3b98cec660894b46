"""One rounding for log, CSV and JSON."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.measures import MEASURE_COLUMNS
from coach.domain.precision import (
    DEG_DECIMALS,
    LARGEST,
    MM_DECIMALS,
    PCT_DECIMALS,
    SCALE_DECIMALS,
    TIME_DECIMALS,
    decimals_of,
    format_fixed,
    from_fixed,
    to_fixed,
)

decimals = st.integers(0, 6)
numbers = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("time_s", TIME_DECIMALS),
        ("yaw_deg", DEG_DECIMALS),
        ("mm_per_px", SCALE_DECIMALS),
        ("brow_left_y_mm", MM_DECIMALS),
        ("eye_closure_right_pct", PCT_DECIMALS),
    ],
)
def test_the_unit_decides_the_decimals(column: str, expected: int) -> None:
    assert decimals_of(column) == expected


def test_every_measure_has_decimals() -> None:
    assert all(decimals_of(column) in (MM_DECIMALS, PCT_DECIMALS) for column in MEASURE_COLUMNS)


def test_a_name_without_a_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="no known unit"):
        decimals_of("reason")


@given(st.lists(numbers, min_size=1, max_size=8), decimals)
def test_rounding_moves_a_value_by_half_a_step_at_most(values: list[float], places: int) -> None:
    given_values = np.array(values)
    kept = from_fixed(*to_fixed(given_values, places), places)
    # Half of the last decimal, and what a double of that size can resolve.
    np.testing.assert_allclose(kept, given_values, rtol=1e-15, atol=0.5 * 10.0**-places * 1.000001)


@given(st.lists(numbers, min_size=1, max_size=8), decimals)
def test_what_is_kept_stays_when_it_is_kept_again(values: list[float], places: int) -> None:
    integers, present = to_fixed(np.array(values), places)
    again, _ = to_fixed(from_fixed(integers, present, places), places)
    assert again.tolist() == integers.tolist()


@pytest.mark.parametrize("nothing", [np.nan, np.inf, -np.inf, 2 * LARGEST])
def test_no_value_stays_no_value(nothing: float) -> None:
    integers, present = to_fixed(np.array([nothing, 1.0]), 3)
    assert present.tolist() == [False, True]
    assert integers.tolist() == [0, 1000]
    assert np.isnan(from_fixed(integers, present, 3)[0])


@given(st.integers(-(10**12), 10**12), decimals)
def test_text_is_the_exact_decimal(integer: int, places: int) -> None:
    text = format_fixed(integer, places)
    assert Decimal(text) == Decimal(integer).scaleb(-places)
    assert len(text.partition(".")[2]) == places


@given(st.floats(-1e-7, 1e-7))
def test_nothing_is_ever_minus_zero(value: float) -> None:
    integers, _ = to_fixed(np.array([value]), 3)
    assert format_fixed(int(integers[0]), 3) == "0.000"
