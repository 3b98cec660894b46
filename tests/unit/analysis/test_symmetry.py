"""Left against right: the ratio, when there is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.symmetry import affected_pct_of_healthy
from coach.domain.session import PerSide
from coach.domain.sides import Affected

sizes = st.floats(0, 30)


@pytest.mark.parametrize(
    ("affected", "expected"),
    [(Affected.LEFT, 40.0), (Affected.RIGHT, 250.0), (Affected.BOTH, None), (Affected.NONE, None),
     (None, None)],
)  # fmt: skip
def test_affected_over_healthy_unclipped(affected: Affected | None, expected: float | None) -> None:
    assert affected_pct_of_healthy(PerSide(2.0, 5.0), affected, 0.8) == (
        expected if expected is None else pytest.approx(expected)
    )


def test_a_healthy_side_that_hardly_moved_gives_no_ratio() -> None:
    assert affected_pct_of_healthy(PerSide(0.7, 0.7), Affected.LEFT, 0.8) is None


def test_a_side_that_was_not_measured_gives_no_ratio() -> None:
    assert affected_pct_of_healthy(PerSide(None, 5.0), Affected.LEFT, 0.8) is None
    assert affected_pct_of_healthy(PerSide(2.0, None), Affected.LEFT, 0.8) is None


@given(sizes, st.floats(1.0, 30))
def test_the_ratio_is_the_same_on_either_side(weak: float, healthy: float) -> None:
    left = affected_pct_of_healthy(PerSide(weak, healthy), Affected.LEFT, 0.8)
    right = affected_pct_of_healthy(PerSide(healthy, weak), Affected.RIGHT, 0.8)
    assert left == right
