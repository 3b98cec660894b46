"""What the pipeline tells its owner."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum


class PipelineState(StrEnum):
    """Where the pipeline is. ENDED, FAILED and STOPPED are final; exactly one of them comes."""

    STARTING = "starting"
    RUNNING = "running"
    LOST = "lost"  # no new picture for a second; it is looked for, and RUNNING follows
    ENDED = "ended"  # the media is over and every picture has been handed on
    FAILED = "failed"
    STOPPED = "stopped"

    @property
    def final(self) -> bool:
        return self in (PipelineState.ENDED, PipelineState.FAILED, PipelineState.STOPPED)


@dataclass(frozen=True, slots=True)
class PipelineStatus:
    """A change of state, with a plain sentence and what to do where there is something to say."""

    state: PipelineState
    message: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PipelineStats:
    """Counts since the engine was ready (a camera that opens sooner is not held against it).

    Attributes:
        captured: new pictures the source delivered.
        analysed: pictures whose landmarks were handed on.
        dropped: pictures replaced by a newer one before they were analysed.
        effective_fps: analysed pictures per second of source time since the start; 0 before two.
        recent_fps: the same over the last two seconds of source time, for the screen.
    """

    captured: int
    analysed: int
    dropped: int
    effective_fps: float
    recent_fps: float


class RateMeter:
    """Pictures per second from their own time stamps. Written by one thread."""

    _WINDOW_NS = 2_000_000_000

    def __init__(self) -> None:
        self._count = 0
        self._first_ns = 0
        self._recent: deque[int] = deque()

    @property
    def count(self) -> int:
        return self._count

    def add(self, t_ns: int) -> None:
        """Takes the stamp of the next picture."""
        if self._count == 0:
            self._first_ns = t_ns
        self._count += 1
        self._recent.append(t_ns)
        while t_ns - self._recent[0] > self._WINDOW_NS:
            self._recent.popleft()

    def overall(self) -> float:
        """Pictures per second since the first one; 0 before two."""
        recent = tuple(self._recent)
        return _rate(self._count, recent[-1] - self._first_ns) if recent else 0.0

    def recent(self) -> float:
        """Pictures per second over the last two seconds; 0 before two."""
        recent = tuple(self._recent)
        return _rate(len(recent), recent[-1] - recent[0]) if recent else 0.0


def _rate(count: int, span_ns: int) -> float:
    return (count - 1) * 1e9 / span_ns if count > 1 and span_ns > 0 else 0.0
