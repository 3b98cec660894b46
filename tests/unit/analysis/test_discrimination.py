"""AUC against the published example; intervals that count people, not rows."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.discrimination import auc, by_participant, match_times


def test_auc_of_hanley_and_mcneil() -> None:
    """Table I: 58 normal and 51 abnormal scans in five classes; they give 0.893."""
    normal, abnormal = [33, 6, 6, 11, 2], [3, 2, 2, 11, 33]
    score = np.repeat([1.0, 2, 3, 4, 5] * 2, normal + abnormal)
    positive = np.repeat([False, True], [sum(normal), sum(abnormal)])
    assert auc(score, positive) == pytest.approx(0.893, abs=0.0005)
    assert auc(-score, positive) == pytest.approx(1.0 - 0.893, abs=0.0005)


def test_no_auc_without_both() -> None:
    assert math.isnan(auc(np.arange(3.0), np.ones(3, dtype=bool)))


def test_rows_of_one_person_do_not_narrow_the_interval() -> None:
    rng = np.random.default_rng(1)
    values, people = rng.normal(size=20), [f"p{i}" for i in range(20)]
    once = by_participant(people, lambda rows: float(values[rows].mean()))
    many = np.repeat(values, 10)
    often = by_participant(
        [p for p in people for _ in range(10)], lambda rows: float(many[rows].mean())
    )
    assert (often.low, often.high) == pytest.approx((once.low, once.high))
    # A mean's interval is about 3.92 SD / sqrt(n) wide; percentiles of 20 fall a little short.
    assert once.high - once.low == pytest.approx(3.92 * values.std(ddof=1) / math.sqrt(20), rel=0.2)


def test_few_people_give_no_interval() -> None:
    estimate = by_participant(["a", "b", "b"], lambda rows: float(len(rows)))
    assert estimate.value == 3.0
    assert math.isnan(estimate.low)


def test_moments_are_matched_once() -> None:
    found = match_times([1.0, 1.1, 5.0], [1.05, 9.0], within_s=0.25)
    assert (found.hits, found.found, found.true) == (1, 3, 2)


@given(st.lists(st.floats(0, 20), max_size=6), st.lists(st.floats(0, 20), max_size=6))
def test_no_matching_is_larger(found: list[float], true: list[float]) -> None:
    def largest(left: list[float], right: list[float]) -> int:
        if not left:
            return 0
        best = largest(left[1:], right)
        for i, r in enumerate(right):
            if abs(left[0] - r) <= 1.0:
                best = max(best, 1 + largest(left[1:], right[:i] + right[i + 1 :]))
        return best

    assert match_times(found, true, 1.0).hits == largest(found, true)
