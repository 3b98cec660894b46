"""A fixed course of repetitions, for tests and videos."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RepWindow:
    """When one repetition happens, seconds.

    Attributes:
        start_s: the face begins to move.
        hold_start_s: the movement is complete.
        hold_end_s: the face begins to let go.
        end_s: the face is at rest again.
    """

    start_s: float
    hold_start_s: float
    hold_end_s: float
    end_s: float

    def __post_init__(self) -> None:
        if not self.start_s < self.hold_start_s <= self.hold_end_s < self.end_s:
            raise ValueError("a repetition moves, holds and lets go, in this order")


@dataclass(frozen=True, slots=True)
class Script:
    """The same movement several times.

    Attributes:
        weights: expression weights at full movement, by channel.
        reps: when, in order, not overlapping.
        duration_s: length of the whole, with rest before and after.
    """

    weights: Mapping[str, float]
    reps: tuple[RepWindow, ...]
    duration_s: float

    @classmethod
    def repeated(
        cls,
        weights: Mapping[str, float],
        reps: int = 3,
        *,
        lead_s: float = 3.0,
        move_s: float = 1.5,
        hold_s: float = 2.0,
        release_s: float = 1.5,
        rest_s: float = 2.5,
    ) -> Script:
        """`reps` equal repetitions after `lead_s` of rest, each followed by `rest_s`."""
        windows = []
        t = lead_s
        for _ in range(reps):
            hold = t + move_s
            windows.append(RepWindow(t, hold, hold + hold_s, hold + hold_s + release_s))
            t += move_s + hold_s + release_s + rest_s
        return cls(dict(weights), tuple(windows), t)
