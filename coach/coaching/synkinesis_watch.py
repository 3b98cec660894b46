"""Live co-movement as events and as the one banner that is shown."""

from __future__ import annotations

from coach.coaching.ports import Detector
from coach.coaching.texts import CoachTexts
from coach.domain.coach_state import LiveSynkinesis
from coach.domain.events import SynkinesisEnded, SynkinesisStarted
from coach.domain.measures import MeasureFrame
from coach.domain.movements import Movement, Region
from coach.domain.sides import Side


class SynkinesisWatch:
    """What moves that should not, now. Never two banners: the first stays until it ends."""

    def __init__(self, texts: CoachTexts) -> None:
        self._texts = texts
        self._detector: Detector | None = None
        self._movement: Movement | None = None
        self._active: list[tuple[Region, Side]] = []

    @property
    def banner(self) -> LiveSynkinesis | None:
        """The co-movement to show; None where there is none."""
        if not self._active:
            return None
        region, side = self._active[0]
        return LiveSynkinesis(region, side, self.text(region, side))

    def text(self, region: Region, side: Side) -> str:
        """What to do about a co-movement during the movement that is watched."""
        return self._texts.joined_in(self._movement, region, side)

    def watch(self, detector: Detector | None, movement: Movement | None = None) -> None:
        """Use this detector from now on, for this movement; None: watch nothing."""
        self._detector, self._movement = detector, movement
        self._active.clear()

    def forget(self) -> None:
        """The movement was broken off: what was going on ends without a flag."""
        if self._detector is not None:
            self._detector.reset()
        self._active.clear()

    def step(
        self, m: MeasureFrame, moving: bool, now_s: float, origin_s: float
    ) -> list[SynkinesisStarted | SynkinesisEnded]:
        """Look at one frame; `origin_s` is the session's start on the frames' clock."""
        if self._detector is None:
            return []
        events: list[SynkinesisStarted | SynkinesisEnded] = []
        for change in self._detector.step(m, moving):
            key = (change.region, change.side)
            if change.started and key not in self._active:
                self._active.append(key)
                events.append(SynkinesisStarted(now_s, *key))
            elif not change.started and key in self._active and change.flag is not None:
                self._active.remove(key)
                events.append(SynkinesisEnded(now_s, change.flag.shifted(-origin_s)))
        return events
