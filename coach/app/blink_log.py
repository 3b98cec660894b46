"""The eyes' closures through a session, for the blinks of its record."""

from __future__ import annotations

from array import array

import numpy as np

from coach.analysis.blinks import summarise_blinks
from coach.domain.blinks import BlinkSummary
from coach.domain.measures import (
    N_MEASURES,
    MeasureFrame,
    MeasureSeries,
    SideMeasure,
    measure_index,
)
from coach.domain.sides import Side


class BlinkLog:
    """Takes picture after picture; 24 bytes each. One thread."""

    def __init__(self) -> None:
        self._time_s = array("d")
        self._closure = {side: array("d") for side in Side}

    def add(self, measures: MeasureFrame) -> None:
        """Take one analysed picture; one that is not valid is time that was not observed."""
        if not measures.valid:
            return
        self._time_s.append(measures.time_s)
        for side, closure in self._closure.items():
            closure.append(measures.get(SideMeasure.EYE_CLOSURE, side))

    def summary(self) -> BlinkSummary | None:
        """Blinks so far; None where nothing was observed."""
        n = len(self._time_s)
        values = np.full((n, N_MEASURES), np.nan)
        for side, closure in self._closure.items():
            values[:, measure_index(SideMeasure.EYE_CLOSURE, side)] = closure
        series = MeasureSeries(np.array(self._time_s), values, np.ones(n, dtype=np.bool_))
        return summarise_blinks(series)
