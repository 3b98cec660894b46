"""Counts how good a session's data are, picture by picture."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from statistics import median

from coach.domain.measures import MeasureFrame
from coach.domain.session import QualitySummary


class QualityCounter:
    """Running counts behind `QualitySummary`. One thread."""

    def __init__(self) -> None:
        self._frames = 0
        self._valid = 0
        self._reasons: Counter[str] = Counter()
        self._first_ns = 0
        self._last_ns = 0
        self._residuals_mm = array("f")  # of an hour: 0.4 MB

    @property
    def frames(self) -> int:
        return self._frames

    def add(self, measures: MeasureFrame) -> None:
        """Count one analysed picture."""
        if self._frames == 0:
            self._first_ns = measures.t_ns
        self._last_ns = measures.t_ns
        self._frames += 1
        if measures.reason is None:
            self._valid += 1
            if math.isfinite(measures.alignment_residual_mm):
                self._residuals_mm.append(measures.alignment_residual_mm)
        else:
            self._reasons[measures.reason.value] += 1

    def summary(self) -> QualitySummary:
        """Shares and rates so far; the rate is of the source's time, 0 with under two pictures."""
        span_s = (self._last_ns - self._first_ns) * 1e-9
        return QualitySummary(
            valid_share=self._valid / self._frames if self._frames else 0.0,
            effective_fps=(self._frames - 1) / span_s if span_s > 0 else 0.0,
            reasons=dict(self._reasons),
            alignment_residual_mm=median(self._residuals_mm) if self._residuals_mm else None,
        )
