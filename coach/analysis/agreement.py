"""How far two ways to measure, or several raters, agree: formulas with their sources.

Pure functions of numbers. Rows are what was rated, columns who or what rated.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.fisher import f_quantile
from coach.domain.frames import FloatArray
from coach.domain.student import Z95

_UPPER: Final = 0.975


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval; NaN where there is none."""

    value: float
    low: float = math.nan
    high: float = math.nan


@dataclass(frozen=True, slots=True)
class BlandAltman:
    """Differences, first minus second.

    Attributes:
        bias: their mean.
        sd: standard deviation of one difference.
        low / high: 95 % limits of agreement.
    """

    bias: float
    sd: float
    low: float
    high: float


def icc_2_1(ratings: FloatArray) -> Estimate:
    """ICC(2,1): two-way random effects, absolute agreement, one rating.

    Value: Shrout and Fleiss 1979 (doi 10.1037/0033-2909.86.2.420). Interval: McGraw and Wong 1996
    (doi 10.1037/1082-989X.1.1.30), ICC(A,1); it supposes that rows are independent, so that no
    participant has two.

    Args:
        ratings: (n, k), n >= 2 rated, k >= 2 raters, no NaN.

    Returns:
        NaN where nothing varies.
    """
    n, k = ratings.shape
    if n < 2 or k < 2:
        return Estimate(math.nan)
    grand = float(ratings.mean())
    rows, columns = ratings.mean(axis=1), ratings.mean(axis=0)
    msr = k * float(((rows - grand) ** 2).sum()) / (n - 1)
    msc = n * float(((columns - grand) ** 2).sum()) / (k - 1)
    left = ratings - rows[:, None] - columns[None, :] + grand
    mse = float((left**2).sum()) / ((n - 1) * (k - 1))
    below = msr + (k - 1) * mse + k * (msc - mse) / n
    if below <= 1e-12 * max(grand * grand, 1e-12):
        return Estimate(math.nan)
    r = (msr - mse) / below
    if r >= 1.0 - 1e-12:
        return Estimate(1.0, 1.0, 1.0)
    return Estimate(r, *_icc_interval(r, n, k, msr, msc, mse))


def _icc_interval(
    r: float, n: int, k: int, msr: float, msc: float, mse: float
) -> tuple[float, float]:
    a = k * r / (n * (1.0 - r))
    b = 1.0 + k * r * (n - 1) / (n * (1.0 - r))
    doubt = (a * msc) ** 2 / (k - 1) + (b * mse) ** 2 / ((n - 1) * (k - 1))
    if doubt <= 0.0:
        return math.nan, math.nan
    degrees = (a * msc + b * mse) ** 2 / doubt
    if degrees <= 0.0:
        return math.nan, math.nan
    common = k * msc + (k * n - k - n) * mse
    above, below = f_quantile(_UPPER, n - 1, degrees), f_quantile(_UPPER, degrees, n - 1)
    low = n * (msr - above * mse) / (above * common + n * msr)
    high = n * (below * msr - mse) / (common + n * below * msr)
    return low, high


def bland_altman(differences: FloatArray, participants: Sequence[str]) -> BlandAltman:
    """95 % limits of agreement where a participant may have several differences.

    Bland and Altman 1986 (doi 10.1016/S0140-6736(86)90837-8); with several differences for one
    participant the variances between and within participants are added, Bland and Altman 2007
    (doi 10.1080/10543400701329422, section 3: the true value varies), unequal numbers allowed.
    With one difference each this is the ordinary formula.

    Args:
        differences: (n,) first minus second, no NaN.
        participants: of each difference.
    """
    n = len(differences)
    if n == 0:
        return BlandAltman(*[math.nan] * 4)
    bias = float(differences.mean())
    if n < 2:
        return BlandAltman(bias, math.nan, math.nan, math.nan)
    _, group = np.unique(np.array(participants), return_inverse=True)
    sizes = np.bincount(group).astype(np.float64)
    m = len(sizes)
    if m in (1, n):
        sd = float(differences.std(ddof=1))
    else:
        means = np.bincount(group, weights=differences) / sizes
        within = float(((differences - means[group]) ** 2).sum()) / (n - m)
        between = float((sizes * (means - bias) ** 2).sum()) / (m - 1)
        divisor = (n * n - float((sizes**2).sum())) / ((m - 1) * n)
        sd = math.sqrt(max((between - within) / divisor, 0.0) + within)
    return BlandAltman(bias, sd, bias - Z95 * sd, bias + Z95 * sd)


def quadratic_weights(classes: int) -> FloatArray:
    """(classes, classes) disagreement, the square of how many classes apart."""
    steps = np.arange(classes, dtype=np.float64)
    return np.asarray((steps[:, None] - steps[None, :]) ** 2)


def weighted_kappa(table: FloatArray, weights: FloatArray) -> float:
    """Cohen's weighted kappa (Cohen 1968, doi 10.1037/h0026256).

    Args:
        table: (c, c) counts or shares, first rater in rows.
        weights: (c, c) disagreement, zero on the diagonal (all else 1: the plain kappa).

    Returns:
        NaN where chance alone leaves no disagreement (everything in one class).
    """
    total = float(table.sum())
    if total <= 0.0:
        return math.nan
    shares = table / total
    expected = np.outer(shares.sum(axis=1), shares.sum(axis=0))
    by_chance = float((weights * expected).sum())
    return 1.0 - float((weights * shares).sum()) / by_chance if by_chance > 0.0 else math.nan


def crossed(first: NDArray[np.intp], second: NDArray[np.intp], classes: int) -> FloatArray:
    """(classes, classes) how often each pair of classes, numbered from 0, came together."""
    table = np.zeros((classes, classes))
    np.add.at(table, (first, second), 1.0)
    return table


def ranks(values: FloatArray) -> FloatArray:
    """(n,) ranks from 1; equal values share the mean of theirs."""
    _, group, sizes = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(sizes).astype(np.float64)
    return np.asarray((last - (sizes - 1) / 2.0)[group])


def spearman(first: FloatArray, second: FloatArray) -> float:
    """Rank correlation (Spearman 1904), ties at their mean rank; NaN where one does not vary."""
    if len(first) < 3:
        return math.nan
    a, b = ranks(first) - (len(first) + 1) / 2.0, ranks(second) - (len(first) + 1) / 2.0
    below = math.sqrt(float((a * a).sum()) * float((b * b).sum()))
    return float((a * b).sum()) / below if below > 0.0 else math.nan


def participants_for_icc(icc: float, width: float, raters: int = 2) -> int:
    """How many participants give an ICC's 95 % interval this whole width (Bonett 2002).

    doi 10.1002/sim.1108, equation 3, one rating of each participant by each rater.
    """
    k = raters
    n = 8.0 * Z95**2 * (1.0 - icc) ** 2 * (1.0 + (k - 1) * icc) ** 2 / (k * (k - 1) * width**2)
    return math.ceil(n + 1.0)


def participants_for_limits(half_width_sd: float) -> int:
    """How many give each limit of agreement a 95 % interval of plus or minus so many SDs.

    A limit's standard error is about sqrt(3 / n) SD (Bland and Altman 1986).
    """
    return math.ceil(3.0 * (Z95 / half_width_sd) ** 2)
