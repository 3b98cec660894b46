"""Decides when a live source is lost and when to open it again. Pure: time is an argument."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

#: Seconds that a silent source is left alone after it was told lost, before it is opened again: a
#: USB hiccup passes by itself, and opening a busy camera takes longer.
GRACE_S: Final = 1.0
#: Pauses between attempts: doubling, so that a missing camera costs nothing, up to a length that a
#: person who plugs it in again accepts.
FIRST_PAUSE_S: Final = 0.5
LONGEST_PAUSE_S: Final = 5.0


class Action(StrEnum):
    """What the pipeline does next about its source."""

    NONE = "none"
    TELL_LOST = "tell_lost"
    REOPEN = "reopen"


class Watchdog:
    """Watches one live source.

    Args:
        lost_after_s: seconds without a new picture after which the source is lost.
    """

    def __init__(self, lost_after_s: float) -> None:
        self.lost_after_s = lost_after_s
        self._pause_s = FIRST_PAUSE_S
        self._reopen_at: float | None = None
        self.lost = False

    def regained(self) -> None:
        """A new picture has been taken."""
        self.lost = False
        self._reopen_at = None
        self._pause_s = FIRST_PAUSE_S

    def check(self, now: float, last_new: float, *, failed: bool, opening: bool) -> Action:
        """What to do now.

        Args:
            now: seconds, any steady clock.
            last_new: when the last new picture came (or the source was opened), same clock.
            failed: the source has reported an error.
            opening: it is being opened just now.
        """
        if not self.lost:
            if opening or not (failed or now - last_new > self.lost_after_s):
                return Action.NONE
            self.lost = True
            self._reopen_at = now + (0.0 if failed else GRACE_S)
            return Action.TELL_LOST
        if opening:
            return Action.NONE
        if self._reopen_at is None:
            # Opened again, or failed to: silence after opening is given the usual patience.
            silent = now - last_new > self.lost_after_s + GRACE_S
            if failed or silent:
                self._reopen_at = now + self._pause_s
                self._pause_s = min(2 * self._pause_s, LONGEST_PAUSE_S)
            return Action.NONE
        if now < self._reopen_at:
            return Action.NONE
        self._reopen_at = None
        return Action.REOPEN
