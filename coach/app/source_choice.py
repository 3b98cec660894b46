"""A source of pictures, ready to be tried, with what the person is told when it works."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from coach.capture.source import FrameSource
from coach.domain.events import PhaseStarted
from coach.domain.exercise import Exercise

#: Told of every phase with its exercise and the source's time in seconds: how a simulated patient
#: obeys the coach. Called on a worker thread.
PhaseListener: TypeAlias = Callable[[PhaseStarted, Exercise | None, float], None]


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """One candidate.

    Attributes:
        source: not opened yet.
        announcement: one plain sentence, shown once pictures come; empty for none.
        on_phase: for a source that follows the coach.
        lossless: True where every picture is analysed in order, however long it takes.
    """

    source: FrameSource
    announcement: str = ""
    on_phase: PhaseListener | None = None
    lossless: bool = False


#: Makes the candidates in order of preference. Called, and iterated, on a worker thread, because
#: looking for cameras may block.
SourceChooser: TypeAlias = Callable[[], Iterable[SourceChoice]]
