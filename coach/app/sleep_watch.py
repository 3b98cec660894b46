"""Notices that the computer slept: then nobody practised, and the session waits for the person."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

#: More time asleep than this between two pictures is a closed lid. Shorter: a clock that is put
#: right would pause a session.
LONGEST_NS: Final = 5_000_000_000
#: No picture for longer than this is an absence too, whatever the clocks say: on Windows both go on
#: in sleep, a program that is held up sees no sleep, and nobody waits so long for a lost camera.
ABSENCE_NS: Final = 120_000_000_000


def always_ns() -> int:
    """A clock that goes on while the computer sleeps; the wall clock where there is no other."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime_ns(boot) if boot is not None else time.time_ns()


class SleepWatch:
    """Compares a clock that stops in sleep with one that does not. For live sources.

    Args:
        awake: nanoseconds of the clock that stops.
        always: nanoseconds of the one that goes on.
    """

    def __init__(
        self,
        awake: Callable[[], int] = time.monotonic_ns,
        always: Callable[[], int] = always_ns,
    ) -> None:
        self._awake, self._always = awake, always
        self._before: tuple[int, int] | None = None

    def woke_up(self) -> bool:
        """Whether the computer slept, or nobody can have practised, since the last call."""
        now = (self._awake(), self._always())
        before, self._before = self._before, now
        if before is None:
            return False
        awake_for_ns, passed_ns = now[0] - before[0], now[1] - before[1]
        return passed_ns - awake_for_ns > LONGEST_NS or awake_for_ns > ABSENCE_NS
