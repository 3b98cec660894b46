"""When somebody talks: the mouth is moving, whatever it says."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, SideMeasure, measure_index
from coach.domain.session import BaselineRecord
from coach.domain.sides import Side

#: The mouth is moving where a corner or the lower lip goes this far within WINDOW_S, mm. Speech
#: moves the lips several times a second by millimetres; at rest, a second of rendered heads spans
#: 0.2 to 0.6 mm.
MOVING_MM: Final = 1.2
#: ... and this many standard deviations of the rest noise: the span of 30 normal values is 4, of
#: 60 it is 4.6.
NOISE_FACTOR: Final = 8.0
#: Looked at around each picture, seconds: syllables last 0.2 s, short pauses belong to talking.
WINDOW_S: Final = 1.0
_MOUTH: Final = (SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y, SideMeasure.LOWER_LIP_Y)


def mouth_moving(
    series: MeasureSeries, usable: NDArray[np.bool_], baseline: BaselineRecord
) -> NDArray[np.bool_]:
    """(n,) True where the mouth is moving.

    Args:
        series: measures.
        usable: (n,) pictures that may be looked at.
        baseline: this session's rest face: its noise is no movement.
    """
    time_s = series.time_s
    first = np.searchsorted(time_s, time_s - WINDOW_S / 2)
    last = np.searchsorted(time_s, time_s + WINDOW_S / 2, side="right")
    moving = np.zeros(len(series), dtype=np.bool_)
    for measure in _MOUTH:
        for side in Side:
            noise = baseline.noise_sd_mm.get(measure.column(side), 0.0)
            limit = max(MOVING_MM, NOISE_FACTOR * noise)
            values = np.where(usable, series.values[:, measure_index(measure, side)], np.nan)
            moving |= _spans(values, first, last) >= limit
    return moving & usable


def mouth_size_mm(values: FloatArray) -> FloatArray:
    """(n, N_MEASURES) -> (n,) how far the mouth is from rest, on the side that is farther."""
    sides = []
    for side in Side:
        parts = values[:, [measure_index(m, side) for m in _MOUTH]]
        sides.append(np.sqrt((parts * parts).sum(axis=1)))
    return np.asarray(np.fmax(*sides))


def _spans(values: FloatArray, first: NDArray[np.intp], last: NDArray[np.intp]) -> FloatArray:
    """(n,) largest minus smallest known value of each window; 0 where there is none."""
    low = np.where(np.isnan(values), np.inf, values)
    high = np.where(np.isnan(values), -np.inf, values)
    spans = np.array(
        [high[a:b].max(initial=-np.inf) - low[a:b].min(initial=np.inf)
         for a, b in zip(first, last, strict=True)]
    )  # fmt: skip
    return np.where(np.isfinite(spans), np.maximum(spans, 0.0), 0.0)
