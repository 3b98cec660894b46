"""What a case looks like to the bench: measures, true co-movement, and when the person moves."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureFrame
from coach.domain.movements import Movement, Region
from coach.domain.session import BaselineRecord
from coach.domain.sides import Affected, Side

Watched = tuple[Region, Side]


@dataclass(frozen=True)
class Rep:
    """One repetition.

    Attributes:
        start_s / end_s: the movement begins and is over, seconds.
        moving: when the person is told to move or hold.
        present: the co-movement that is really there, above its threshold.
        doubtful: a co-movement that is really there but below its threshold: neither a hit nor
            a false alarm.
        onset_s: when the true co-movement passes its threshold, for each that is there.
        begun_s: when it has reached a tenth of its size.
    """

    start_s: float
    end_s: float
    moving: tuple[float, float]
    present: frozenset[Watched]
    doubtful: frozenset[Watched]
    onset_s: dict[Watched, float]
    begun_s: dict[Watched, float]


@dataclass(frozen=True)
class Case:
    """One session of one movement.

    Attributes:
        name: for the table.
        movement: what is practised.
        affected: as known to the program.
        quiet: of the shipped exercise.
        frames: as measured.
        baseline: the rest face's record.
        reps: the truth.
        fps: pictures a second.
    """

    name: str
    movement: Movement
    affected: Affected | None
    quiet: tuple[QuietRegion, ...]
    frames: list[MeasureFrame]
    baseline: BaselineRecord
    reps: tuple[Rep, ...]
    fps: float

    @property
    def duration_s(self) -> float:
        return self.frames[-1].time_s - self.frames[0].time_s


def crossing(time_s: FloatArray, values: FloatArray, level: float) -> float | None:
    """When `values` first reaches `level`; None where it never does."""
    above = values >= level
    return float(time_s[int(above.argmax())]) if above.any() else None
