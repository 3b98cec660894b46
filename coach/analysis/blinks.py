"""Blinks: short closures of either eye, found so that they can be left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, SideMeasure
from coach.domain.session import PerSide
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


@dataclass(frozen=True, slots=True)
class Blink:
    """One blink of one eye or both.

    Attributes:
        start_s: first picture of it, on the series' clock, seconds.
        end_s: last picture of it.
        peak_pct: largest closure of each eye meanwhile, per cent; None where it was not measured.
        sides: eyes that moved by BLINK_POINTS or more.
    """

    start_s: float
    end_s: float
    peak_pct: PerSide
    sides: frozenset[Side]


def runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """(n,) mask -> [start, stop) of each stretch of True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def find_blinks(series: MeasureSeries) -> tuple[Blink, ...]:
    """Every blink, in order. A longer closure is no blink but a movement.

    Closures of the two eyes that overlap are one blink; how far each eye came is kept, so that an
    eye that blinks weakly (or not at all) shows.
    """
    time_s = series.time_s
    if len(series) < 3:
        return ()
    moved = {side: np.zeros(len(series), dtype=np.bool_) for side in Side}
    for side in Side:
        for a, b in _short_closures(time_s, series.column(SideMeasure.EYE_CLOSURE, side)):
            moved[side][a:b] = True
    found: list[Blink] = []
    for a, b in runs(moved[Side.LEFT] | moved[Side.RIGHT]):
        peaks = {s: _peak(series.column(SideMeasure.EYE_CLOSURE, s)[a:b]) for s in Side}
        found.append(
            Blink(
                start_s=float(time_s[a]),
                end_s=float(time_s[b - 1]),
                peak_pct=PerSide(peaks[Side.LEFT], peaks[Side.RIGHT]),
                sides=frozenset(s for s in Side if moved[s][a:b].any()),
            )
        )
    return tuple(found)


def blink_mask(series: MeasureSeries, blinks: Sequence[Blink] | None = None) -> NDArray[np.bool_]:
    """(n,) True where an eye is blinking, with margins; `blinks` where they are known already."""
    mask = np.zeros(len(series), dtype=np.bool_)
    for blink in find_blinks(series) if blinks is None else blinks:
        lo, hi = np.searchsorted(
            series.time_s, [blink.start_s - MARGIN_S, blink.end_s + MARGIN_S + 1e-9]
        )
        mask[lo:hi] = True
    return mask


def _short_closures(time_s: FloatArray, closure: FloatArray) -> list[tuple[int, int]]:
    beyond = closure - _surrounding(time_s, closure)
    with np.errstate(invalid="ignore"):
        candidates = beyond > BLINK_POINTS
    return [(a, b) for a, b in runs(candidates) if time_s[b - 1] - time_s[a] <= MAX_BLINK_S]


def _peak(closure: FloatArray) -> float | None:
    known = closure[np.isfinite(closure)]
    return float(known.max()) if known.size else None


def _surrounding(time_s: FloatArray, closure: FloatArray) -> FloatArray:
    """Running median over `_SURROUNDING_S` of the values there are; NaN where there is none."""
    first = np.searchsorted(time_s, time_s - _SURROUNDING_S / 2)
    last = np.searchsorted(time_s, time_s + _SURROUNDING_S / 2, side="right")
    out = np.full_like(closure, np.nan)
    for i in np.flatnonzero(~np.isnan(closure)):
        out[i] = np.nanmedian(closure[first[i] : last[i]])
    return out
