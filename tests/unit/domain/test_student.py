"""Quantiles against the density's own integral, and degrees of freedom between their limits."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.student import Z95, effective_degrees, t95

variances = st.floats(1e-6, 100.0)
degrees = st.integers(1, 50).map(float) | st.just(math.inf)


def inside(t: float, df: int) -> float:
    """Probability of -t to t, from the density by the midpoint rule (error below 1e-6)."""
    x, step = np.linspace(-t, t, 20_000, endpoint=False, retstep=True)
    x += 0.5 * step
    scale = math.exp(math.lgamma((df + 1) / 2) - math.lgamma(df / 2)) / math.sqrt(df * math.pi)
    return float((scale * (1 + x * x / df) ** (-(df + 1) / 2)).sum() * step)


@pytest.mark.parametrize("df", range(1, 31))
def test_the_table_is_students(df: int) -> None:
    assert inside(t95(df), df) == pytest.approx(0.95, abs=1e-4)  # quantiles have three decimals


def test_many_values_are_normal() -> None:
    assert t95(math.inf) == t95(31.0) == Z95


def test_a_broken_number_is_taken_as_the_lower_one() -> None:
    assert t95(4.9) == t95(4.0)


@pytest.mark.parametrize("df", [0.0, -1.0, math.nan, 0.5])
def test_without_a_degree_there_is_none(df: float) -> None:
    with pytest.raises(ValueError, match="degree"):
        t95(df)


@given(st.lists(st.tuples(variances, degrees), min_size=1, max_size=5))
def test_a_sum_is_surer_than_its_least_sure_part(parts: list[tuple[float, float]]) -> None:
    found = effective_degrees(parts)
    assert found >= min(d for _, d in parts) * (1 - 1e-9)
    assert t95(found) >= Z95


def test_known_variances_leave_no_doubt() -> None:
    assert effective_degrees([(2.0, math.inf), (0.0, 1.0)]) == math.inf
