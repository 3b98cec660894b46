"""Blinks: short closures of either eye, found so that they can be left out."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, SideMeasure
from coach.domain.sides import Side

#: Longest blink. Endogenous blinks close in about 100 ms, occlude up to 300 ms and open in about
#: 100 ms, at most about 500 ms (docs/measures.md, blink vs hold).
MAX_BLINK_S: Final = 0.5
#: Closure beyond the surrounding second that begins a blink, points of per cent. Healthy blinks are
#: often incomplete, and rest noise of closure is 1 to 3 points.
BLINK_POINTS: Final = 15.0
#: Left out before and after as well: lids that are on their way move brow and cheek landmarks.
MARGIN_S: Final = 0.12
_SURROUNDING_S: Final = 1.3


def runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """(n,) mask -> [start, stop) of each stretch of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def blink_mask(series: MeasureSeries) -> NDArray[np.bool_]:
    """(n,) True where an eye is blinking. A longer closure is no blink but a movement."""
    n = len(series)
    mask = np.zeros(n, dtype=np.bool_)
    if n < 3:
        return mask
    time_s = series.time_s
    for side in Side:
        closure = series.column(SideMeasure.EYE_CLOSURE, side)
        beyond = closure - _surrounding(time_s, closure)
        with np.errstate(invalid="ignore"):
            candidates = beyond > BLINK_POINTS
        for a, b in runs(candidates):
            if time_s[b - 1] - time_s[a] <= MAX_BLINK_S:
                lo, hi = np.searchsorted(
                    time_s, [time_s[a] - MARGIN_S, time_s[b - 1] + MARGIN_S + 1e-9]
                )
                mask[lo:hi] = True
    return mask


def _surrounding(time_s: FloatArray, closure: FloatArray) -> FloatArray:
    """Running median over `_SURROUNDING_S` of the values there are; NaN where there is none."""
    first = np.searchsorted(time_s, time_s - _SURROUNDING_S / 2)
    last = np.searchsorted(time_s, time_s + _SURROUNDING_S / 2, side="right")
    out = np.full_like(closure, np.nan)
    for i in np.flatnonzero(~np.isnan(closure)):
        out[i] = np.nanmedian(closure[first[i] : last[i]])
    return out
