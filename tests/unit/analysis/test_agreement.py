"""Each statistic against a worked example that was published with its data."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.agreement import (
    bland_altman,
    crossed,
    icc_2_1,
    participants_for_icc,
    participants_for_limits,
    quadratic_weights,
    spearman,
    weighted_kappa,
)

#: Shrout and Fleiss 1979, table 2: six targets, four judges.
SHROUT_FLEISS = np.array(
    [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], float
)
#: Bland and Altman 1986, table 1: peak flow of 17 people, first reading by either meter, l/min.
LARGE = np.array(
    [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427], float
)
MINI = np.array(
    [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451], float
)
#: Cohen 1968: shares of three diagnoses by two psychiatrists, and disagreement weights.
COHEN = np.array([[0.44, 0.07, 0.09], [0.05, 0.20, 0.05], [0.01, 0.03, 0.06]])
COHEN_WEIGHTS = np.array([[0.0, 1.0, 3.0], [1.0, 0.0, 6.0], [3.0, 6.0, 0.0]])


def test_icc_of_shrout_and_fleiss() -> None:
    icc = icc_2_1(SHROUT_FLEISS)
    assert icc.value == pytest.approx(0.29, abs=0.005)
    # The interval for these data as printed by R's psych::ICC, to its two digits.
    assert icc.low == pytest.approx(0.02, abs=0.005)
    assert icc.high == pytest.approx(0.76, abs=0.005)


def test_limits_of_agreement_of_the_peak_flow_meters() -> None:
    found = bland_altman(LARGE - MINI, [str(i) for i in range(17)])
    assert found.bias == pytest.approx(-2.1, abs=0.05)
    assert found.sd == pytest.approx(38.8, abs=0.05)
    # The paper takes 2 SD for 1.96: -79.7 and 75.5.
    assert found.low - 0.04 * found.sd == pytest.approx(-79.7, abs=0.1)
    assert found.high + 0.04 * found.sd == pytest.approx(75.5, abs=0.1)


def test_several_differences_of_one_person_add_between_and_within() -> None:
    # Two people with two each: means -1 and 1, within variance 0.5; between mean square 4; so
    # (4 - 0.5) / 2 + 0.5 by hand.
    found = bland_altman(np.array([-1.5, -0.5, 0.5, 1.5]), ["a", "a", "b", "b"])
    assert found.sd == pytest.approx(math.sqrt(2.25))
    assert found.bias == 0.0


def test_kappa_and_weighted_kappa_of_cohen() -> None:
    assert weighted_kappa(COHEN, 1.0 - np.eye(3)) == pytest.approx(0.492, abs=0.0005)
    assert weighted_kappa(COHEN, COHEN_WEIGHTS) == pytest.approx(0.348, abs=0.0005)


@given(st.permutations([0, 0, 1, 2, 2, 3, 4, 4, 1, 3]))
def test_quadratic_kappa_is_the_icc_of_the_class_numbers(second: list[int]) -> None:
    """Fleiss and Cohen 1973: equal but for the terms of order 1/n, here taken back exactly."""
    first = np.array([0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
    other = np.array(second)
    kappa = weighted_kappa(crossed(first, other, 5), quadratic_weights(5))
    both = np.stack([first, other], axis=1).astype(float)
    # Population form: covariance over the mean variance and the squared difference of the means.
    covariance = np.mean((both[:, 0] - both[:, 0].mean()) * (both[:, 1] - both[:, 1].mean()))
    spread = both.var(axis=0).sum() + (both[:, 0].mean() - both[:, 1].mean()) ** 2
    assert kappa == pytest.approx(2.0 * covariance / spread, abs=1e-12)


@given(
    st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=3, max_size=20),
    st.floats(-10, 10),
)
def test_an_icc_does_not_care_for_a_common_offset(
    rows: list[tuple[float, float]], offset: float
) -> None:
    data = np.round(np.array(rows), 3)
    if float(data.var()) < 1e-3:
        return
    before, after = icc_2_1(data), icc_2_1(data + round(offset, 3))
    assert after.value == pytest.approx(before.value, abs=1e-6, nan_ok=True)
    if math.isfinite(before.low):
        assert before.low <= before.value + 1e-9
        assert before.high >= before.value - 1e-9


def test_agreement_of_what_is_equal_is_one_and_of_a_constant_is_not_known() -> None:
    same = np.repeat(np.arange(5.0)[:, None], 2, axis=1)
    assert icc_2_1(same).value == 1.0
    assert math.isnan(icc_2_1(np.ones((5, 2))).value)
    one_class = crossed(np.zeros(3, dtype=np.intp), np.zeros(3, dtype=np.intp), 2)
    assert math.isnan(weighted_kappa(one_class, quadratic_weights(2)))


def test_rank_correlation_with_and_without_ties() -> None:
    # 1 - 6 sum d^2 / (n (n^2 - 1)) with d = 0, 1, -1, 0, 0: 0.9; with a tie by Pearson of ranks.
    assert spearman(np.array([1.0, 2, 3, 4, 5]), np.array([1.0, 3, 2, 4, 5])) == pytest.approx(0.9)
    assert spearman(np.array([1.0, 2, 2, 3]), np.array([1.0, 2, 3, 4])) == pytest.approx(
        4.5 / math.sqrt(4.5 * 5.0)
    )


def test_numbers_of_participants() -> None:
    # By hand: 8 * 3.8416 * 0.04 * 3.24 / (2 * 0.04) + 1 = 50.8; 3 * (1.96 / 0.34)^2 = 99.7.
    assert participants_for_icc(0.8, 0.2) == 51
    assert participants_for_limits(0.34) == 100
