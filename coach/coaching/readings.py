"""Each side's movement now, as the bars show it."""

from __future__ import annotations

import math
from typing import Final

from coach.coaching.ports import AnalysisTools
from coach.domain.coach_state import SideReading
from coach.domain.exercise import Exercise
from coach.domain.measures import MeasureFrame
from coach.domain.session import BaselineRecord
from coach.domain.sides import Side

NOTHING: Final = SideReading(None, None)
#: Half width of a 95 % interval, in standard deviations.
_NORMAL_95: Final = 1.96


class SideReader:
    """Reads one exercise's movement.

    Args:
        tools: the analysis.
        exercise: what is asked for; None: nothing is read.
        baseline: the resting face; None: nothing is read.
    """

    def __init__(
        self, tools: AnalysisTools, exercise: Exercise | None, baseline: BaselineRecord | None
    ) -> None:
        self._tools = tools
        self._baseline = baseline
        self._exercise = exercise if baseline is not None else None
        self._noise_mm = dict.fromkeys(Side, math.nan)
        if exercise is not None and baseline is not None:
            self._noise_mm = {
                side: tools.excursion_noise_mm(baseline, exercise.movement, side) for side in Side
            }

    @property
    def noise_mm(self) -> float:
        """The larger side's standard deviation at rest; 0 where unknown."""
        known = [noise for noise in self._noise_mm.values() if math.isfinite(noise)]
        return max(known, default=0.0)

    def read(self, m: MeasureFrame, side: Side) -> SideReading:
        """The side's excursion on one frame; nothing where the frame is not scored."""
        if self._exercise is None or not m.valid:
            return NOTHING
        size = self._tools.excursion_mm(m.values, self._exercise.movement, side, self._baseline)
        if not math.isfinite(size):
            return NOTHING
        noise = self._noise_mm[side]
        return SideReading(size, _NORMAL_95 * noise if math.isfinite(noise) else None)
