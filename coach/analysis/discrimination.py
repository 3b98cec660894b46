"""Telling yes from no, times from times, and how sure a figure is when people differ."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.analysis.agreement import Estimate, ranks
from coach.domain.frames import FloatArray

#: Times that people are drawn anew; more makes intervals steadier and the run longer.
DRAWS: Final = 2000
#: Fewer participants than this give no bootstrap interval: it would be far too narrow.
FEWEST_PARTICIPANTS: Final = 5
#: Share of draws in which a figure must exist (a draw may hold no "yes" at all).
_LEAST_KNOWN: Final = 0.8
_SEED: Final = 20240229


def auc(score: FloatArray, positive: NDArray[np.bool_]) -> float:
    """Area under the ROC curve: how often a "yes" scores above a "no", ties half.

    Hanley and McNeil 1982 (doi 10.1148/radiology.143.1.7063747), the Mann-Whitney form.

    Returns:
        NaN where there is no "yes" or no "no".
    """
    yes = int(positive.sum())
    no = len(positive) - yes
    if yes == 0 or no == 0:
        return math.nan
    above = float(ranks(score)[positive].sum()) - yes * (yes + 1) / 2.0
    return above / (yes * no)


def share(hits: NDArray[np.bool_], of: NDArray[np.bool_]) -> float:
    """Share of `hits` among `of`; NaN where there are none."""
    return float(hits[of].mean()) if of.any() else math.nan


def by_participant(
    participants: Sequence[str],
    figure: Callable[[NDArray[np.intp]], float],
    draws: int = DRAWS,
) -> Estimate:
    """A figure with its 95 % percentile interval from drawing participants anew.

    Whole participants are drawn, with all their rows (the cluster bootstrap of Field and Welsh
    2007, doi 10.1111/j.1467-9868.2007.00593.x; percentiles as in Efron and Tibshirani 1993): rows
    of one person are alike and do not count as many. The draws are the same in every run.

    Args:
        participants: of each row.
        figure: of some rows, each as often as it is named; NaN where it has none.
        draws: how many.

    Returns:
        NaN as limits with fewer than FEWEST_PARTICIPANTS, or where the figure rarely exists.
    """
    names = sorted(set(participants))
    rows = [np.flatnonzero(np.array([p == name for p in participants])) for name in names]
    whole = figure(np.arange(len(participants)))
    if len(names) < FEWEST_PARTICIPANTS:
        return Estimate(whole)
    rng = np.random.default_rng(_SEED)
    values = np.array(
        [
            figure(np.concatenate([rows[i] for i in rng.integers(len(names), size=len(names))]))
            for _ in range(draws)
        ]
    )
    known = values[np.isfinite(values)]
    if len(known) < _LEAST_KNOWN * draws:
        return Estimate(whole)
    low, high = np.percentile(known, [2.5, 97.5])
    return Estimate(whole, float(low), float(high))


@dataclass(frozen=True, slots=True)
class Matched:
    """Found moments against true ones.

    Attributes:
        hits: pairs, each moment in one at most.
        found / true: how many there were.
    """

    hits: int
    found: int
    true: int


def match_times(found: Sequence[float], true: Sequence[float], within_s: float) -> Matched:
    """As many pairs as can be made of moments that are at most `within_s` apart.

    In order of time the earliest that fits is the best choice on a line, so this is the largest
    matching.
    """
    a, b = sorted(found), sorted(true)
    i = j = hits = 0
    while i < len(a) and j < len(b):
        if abs(a[i] - b[j]) <= within_s:
            hits, i, j = hits + 1, i + 1, j + 1
        elif a[i] < b[j]:
            i += 1
        else:
            j += 1
    return Matched(hits, len(a), len(b))
