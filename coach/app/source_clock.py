"""What time it is on the source's own clock, also when no pictures come."""

from __future__ import annotations

import time
from collections.abc import Callable


class SourceClock:
    """Maps the program's monotonic clock to the time stamps of the frames.

    Webcams stamp with the monotonic clock, files and simulated patients with media time. For a
    live source time goes on while pictures are missing; for any other it stands still.

    Args:
        live: whether the source delivers in real time.
        monotonic_ns: the program's clock.
    """

    def __init__(self, live: bool, monotonic_ns: Callable[[], int] = time.monotonic_ns) -> None:
        self._live = live
        self._monotonic_ns = monotonic_ns
        self._frame_ns: int | None = None
        self._seen_ns = 0

    @property
    def live(self) -> bool:
        """Whether the source delivers in real time."""
        return self._live

    @property
    def started(self) -> bool:
        """Whether any picture has been seen."""
        return self._frame_ns is not None

    def observe(self, frame_ns: int) -> None:
        """Note the time stamp of the picture that has just come."""
        self._frame_ns = frame_ns
        self._seen_ns = self._monotonic_ns()

    def now_ns(self) -> int:
        """Now, in the source's time; 0 before the first picture."""
        if self._frame_ns is None:
            return 0
        passed = self._monotonic_ns() - self._seen_ns if self._live else 0
        return self._frame_ns + passed
