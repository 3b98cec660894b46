"""Notices that the computer slept: then nobody practised, and the session waits for the person."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

#: More time asleep than this between two pictures is a closed lid. Shorter: a clock that is put
#: right would pause a session.
LONGEST_NS: Final = 5_000_000_000


def always_ns() -> int:
    """A clock that goes on while the computer sleeps; the wall clock where there is no other."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime_ns(boot) if boot is not None else time.time_ns()


class SleepWatch:
    """Compares a clock that stops in sleep with one that does not.

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
        self._asleep_ns: int | None = None

    def woke_up(self) -> bool:
        """Whether the computer slept since the last call."""
        asleep_ns = self._always() - self._awake()
        before, self._asleep_ns = self._asleep_ns, asleep_ns
        return before is not None and asleep_ns - before > LONGEST_NS
