"""3, 2, 1 before a repetition."""

from __future__ import annotations

from typing import Final

from coach.domain.events import CountedDown

_FROM: Final = 3
#: Sums of frame times are off by less than this.
_ROUNDING_S: Final = 1e-6


class Countdown:
    """Counts the last three seconds of one getting-ready, each number once."""

    def __init__(self) -> None:
        self._next = _FROM

    def restart(self) -> None:
        """A repetition is about to begin."""
        self._next = _FROM

    def step(self, now_s: float, left_s: float) -> list[CountedDown]:
        """The number to count now, if there is one.

        Args:
            now_s: session seconds.
            left_s: seconds to the movement; frames may be far apart, then numbers are left out.
        """
        if self._next < 1 or left_s > self._next + _ROUNDING_S or left_s <= _ROUNDING_S:
            return []
        while self._next > 1 and left_s <= self._next - 1 + _ROUNDING_S:
            self._next -= 1
        number, self._next = self._next, self._next - 1
        return [CountedDown(now_s, number)]
