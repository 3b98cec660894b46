"""Is an eye blinking right now? Told by the speed of the lid, before the blink is over."""

from __future__ import annotations

from collections import deque
from typing import Final

from coach.analysis.blinks import MARGIN_S, MAX_BLINK_S
from coach.domain.measures import MeasureFrame, SideMeasure
from coach.domain.sides import Side

#: A lid that closes by this many points within RISE_S is taken for a blink until it has lasted
#: too long to be one: blinks close fully in about 0.1 s (docs/measures.md), a practised movement
#: of 4 s brings the lid along at 10 to 30 points a second.
RISE_POINTS: Final = 12.0
RISE_S: Final = 0.15
#: The blink is over when the lid is back within this share of its way.
BACK_SHARE: Final = 0.35


class _Lid:
    """One eye."""

    def __init__(self) -> None:
        self._recent: deque[tuple[float, float]] = deque()
        self._open = 0.0
        self._peak = 0.0
        self.since_s: float | None = None
        self._back_s: float | None = None

    def reset(self) -> None:
        self._recent.clear()
        self.since_s = self._back_s = None

    def step(self, now_s: float, closure: float) -> bool:
        """Whether the eye may be in a blink, its margin included."""
        if closure != closure:  # NaN: not measured
            return self.since_s is not None and now_s - self.since_s <= MAX_BLINK_S
        while self._recent and now_s - self._recent[0][0] > RISE_S + 1e-6:
            self._recent.popleft()
        # A lid that is on its way back may turn at once: the next blink of a burst.
        if (self.since_s is None or self._back_s is not None) and self._recent:
            start_s, least = min(self._recent, key=lambda item: (item[1], -item[0]))
            if closure - least >= RISE_POINTS:
                self.since_s, self._open, self._peak = start_s, least, closure
                self._back_s = None
        self._recent.append((now_s, closure))
        if self.since_s is None:
            return False
        self._peak = max(self._peak, closure)
        if closure - self._open > BACK_SHARE * (self._peak - self._open):
            self._back_s = None
        elif self._back_s is None:
            self._back_s = now_s
        if self._back_s is not None and now_s - self._back_s >= MARGIN_S:
            self.since_s = None
            return False
        # Longer than any blink: a movement. It stays so until the lid is back.
        return self._back_s is not None or now_s - self.since_s < MAX_BLINK_S


class BlinkGuard:
    """Both eyes, picture by picture. One thread.

    Attributes:
        since_s: when the closure that is going on began, seconds; None where there is none.
    """

    def __init__(self) -> None:
        self._lids = {side: _Lid() for side in Side}
        self.since_s: float | None = None

    def reset(self) -> None:
        """Forget what is going on."""
        self.since_s = None
        for lid in self._lids.values():
            lid.reset()

    def step(self, m: MeasureFrame) -> bool:
        """Whether a blink may be going on in either eye."""
        blinking = [
            lid.step(m.time_s, m.get(SideMeasure.EYE_CLOSURE, side))
            for side, lid in self._lids.items()
        ]
        begun = [lid.since_s for lid in self._lids.values() if lid.since_s is not None]
        self.since_s = min(begun, default=None)
        return any(blinking)
