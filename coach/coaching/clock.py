"""The session's time, made only from the time stamps of frames and commands."""

from __future__ import annotations


class SessionClock:
    """Nanosecond stamps in, seconds from the first stamp out; never runs backwards.

    Commands are stamped on another thread than frames, so a stamp may be a little older than the
    one before: it then counts as the same moment.
    """

    def __init__(self) -> None:
        self._origin_ns: int | None = None
        self._now_s = 0.0

    @property
    def now_s(self) -> float:
        """Seconds from the start, at the latest stamp."""
        return self._now_s

    @property
    def origin_s(self) -> float:
        """The first stamp, in seconds of the frames' clock."""
        return (self._origin_ns or 0) * 1e-9

    def at(self, t_ns: int) -> float:
        """Take a stamp; the session's time from now on."""
        if self._origin_ns is None:
            self._origin_ns = t_ns
        self._now_s = max(self._now_s, self.of(t_ns))
        return self._now_s

    def of(self, t_ns: int) -> float:
        """Seconds from the start of any stamp; negative before it."""
        return 0.0 if self._origin_ns is None else (t_ns - self._origin_ns) * 1e-9
