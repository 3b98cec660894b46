"""The eyes' closures and mouth corners through a session, for the blinks of its record."""

from __future__ import annotations

from array import array
from typing import Final

import numpy as np

from coach.analysis.blink_summary import summarise_blinks
from coach.domain.blinks import BlinkSummary
from coach.domain.measures import (
    N_MEASURES,
    MeasureFrame,
    MeasureSeries,
    SideMeasure,
    measure_index,
)
from coach.domain.sides import Affected, Side

_KEPT: Final = tuple(
    measure_index(measure, side)
    for measure in (SideMeasure.EYE_CLOSURE, SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y)
    for side in Side
)


class BlinkLog:
    """Takes picture after picture; 56 bytes each. One thread.

    Args:
        affected: the affected side, or None.
    """

    def __init__(self, affected: Affected | None = None) -> None:
        self._affected = affected
        self._time_s = array("d")
        self._values = {column: array("d") for column in _KEPT}

    def add(self, measures: MeasureFrame) -> None:
        """Take one analysed picture; one that is not valid is time that was not observed."""
        if not measures.valid:
            return
        self._time_s.append(measures.time_s)
        for column, kept in self._values.items():
            kept.append(float(measures.values[column]))

    def summary(self) -> BlinkSummary | None:
        """Blinks so far; None where nothing was observed."""
        n = len(self._time_s)
        values = np.full((n, N_MEASURES), np.nan)
        for column, kept in self._values.items():
            values[:, column] = kept
        series = MeasureSeries(np.array(self._time_s), values, np.ones(n, dtype=np.bool_))
        return summarise_blinks(series, self._affected)
