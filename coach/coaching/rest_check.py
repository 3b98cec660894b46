"""Between exercises: is the face still resting as it did when it was measured?"""

from __future__ import annotations

from collections import deque
from typing import Final

from coach.analysis.drift import RestDrift, rest_drift
from coach.domain.measures import MeasureFrame, MeasureSeries
from coach.domain.session import DRIFT_MENTION_MM

#: How long the face is looked at before the next exercise.
LOOK_S: Final = 2.0
MENTION_MM: Final = DRIFT_MENTION_MM


class RestCheck:
    """Looks at the last seconds of the demonstration, in which nothing is asked for."""

    def __init__(self) -> None:
        self._frames: deque[MeasureFrame] = deque()

    def begin(self) -> None:
        """A demonstration begins."""
        self._frames.clear()

    def add(self, m: MeasureFrame) -> None:
        """One picture of it."""
        frames = self._frames
        if frames and m.t_ns <= frames[-1].t_ns:
            frames.clear()
        frames.append(m)
        while m.time_s - frames[0].time_s > LOOK_S:
            frames.popleft()

    def finish(self) -> RestDrift | None:
        """The demonstration is over: where the resting face has changed most; None: unknown."""
        drift = rest_drift(MeasureSeries.of(list(self._frames)))
        self._frames.clear()
        return drift
