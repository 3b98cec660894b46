"""Quantiles against printed tables of F, and against Student's t."""

from __future__ import annotations

import pytest

from coach.domain.fisher import f_quantile
from coach.domain.student import t95


@pytest.mark.parametrize(
    ("probability", "first", "second", "printed"),
    [(0.95, 5, 15, 2.90), (0.95, 1, 10, 4.96), (0.975, 4, 9, 4.72), (0.99, 10, 20, 3.37)],
)
def test_quantiles_of_the_tables(
    probability: float, first: int, second: int, printed: float
) -> None:
    assert f_quantile(probability, first, second) == pytest.approx(printed, abs=0.005)


@pytest.mark.parametrize("degrees", [1, 2, 10, 30])
def test_with_one_degree_it_is_the_square_of_t(degrees: int) -> None:
    assert f_quantile(0.95, 1, degrees) == pytest.approx(t95(degrees) ** 2, rel=1e-3)


def test_swapped_degrees_give_the_inverse() -> None:
    assert f_quantile(0.025, 3.7, 41) == pytest.approx(1.0 / f_quantile(0.975, 41, 3.7))


def test_wrong_arguments_are_said() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        f_quantile(1.0, 3, 4)
