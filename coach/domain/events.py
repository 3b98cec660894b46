"""What the coach says has happened. Plain data; `t_s` is seconds from the session's start."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from coach.domain.exercise import Phase
from coach.domain.movements import Region
from coach.domain.quality import QualityReason
from coach.domain.session import BaselineRecord, RepRecord, SynkinesisFlag
from coach.domain.sides import Side
from coach.domain.spontaneous import SpontaneousSummary


class CueKind(StrEnum):
    """Decides tone and priority: SAFETY before QUALITY before SYNKINESIS before the rest."""

    SAFETY = "safety"
    QUALITY = "quality"
    SYNKINESIS = "synkinesis"
    PHASE = "phase"
    FORM = "form"  # smaller, slower, more even
    PRAISE = "praise"  # of even and clean, never of effort


@dataclass(frozen=True, slots=True)
class PhaseStarted:
    t_s: float
    phase: Phase
    exercise_id: str
    set_index: int
    rep_index: int
    duration_s: float | None  # None where the phase ends on a condition, not a time


@dataclass(frozen=True, slots=True)
class CueRaised:
    """A sentence to show and speak."""

    t_s: float
    kind: CueKind
    text: str


@dataclass(frozen=True, slots=True)
class BaselineMeasured:
    t_s: float
    baseline: BaselineRecord


@dataclass(frozen=True, slots=True)
class RestChecked:
    """Between exercises the resting face was looked at again.

    `size_mm` is its largest lasting change since it was measured, and where that is.
    """

    t_s: float
    region: Region
    side: Side
    size_mm: float


@dataclass(frozen=True, slots=True)
class RepDone:
    t_s: float
    rep: RepRecord


@dataclass(frozen=True, slots=True)
class TalkingDone:
    """A minute of talking or reading aloud is over; nothing was said about it meanwhile."""

    t_s: float
    summary: SpontaneousSummary


@dataclass(frozen=True, slots=True)
class SynkinesisStarted:
    t_s: float
    region: Region
    side: Side


@dataclass(frozen=True, slots=True)
class SynkinesisEnded:
    t_s: float
    flag: SynkinesisFlag


@dataclass(frozen=True, slots=True)
class QualityLost:
    t_s: float
    reason: QualityReason


@dataclass(frozen=True, slots=True)
class QualityRegained:
    t_s: float


@dataclass(frozen=True, slots=True)
class SourceLost:
    """No new picture for a second: the session is paused until one comes."""

    t_s: float


@dataclass(frozen=True, slots=True)
class SourceRegained:
    t_s: float


@dataclass(frozen=True, slots=True)
class Paused:
    t_s: float


@dataclass(frozen=True, slots=True)
class Resumed:
    t_s: float


@dataclass(frozen=True, slots=True)
class CountedDown:
    """Before a repetition: 3, 2, 1 seconds are left."""

    t_s: float
    number: int


@dataclass(frozen=True, slots=True)
class Eased:
    """The person found it too hard: the exercise is smaller and shorter from here on."""

    t_s: float
    exercise_id: str


@dataclass(frozen=True, slots=True)
class HurtReported:
    """The person said that it hurts: the movement has stopped, the exercise is left out."""

    t_s: float
    exercise_id: str


@dataclass(frozen=True, slots=True)
class ExerciseChanged:
    """Another exercise in place of one; `postponed` where the first one comes later."""

    t_s: float
    exercise_id: str
    instead_of: str
    postponed: bool


@dataclass(frozen=True, slots=True)
class ExerciseFinished:
    t_s: float
    exercise_id: str
    skipped: bool


@dataclass(frozen=True, slots=True)
class SessionFinished:
    """The last event. `completed` is False where the person stopped early."""

    t_s: float
    completed: bool


CoachEvent: TypeAlias = (
    PhaseStarted
    | CueRaised
    | BaselineMeasured
    | RestChecked
    | RepDone
    | TalkingDone
    | SynkinesisStarted
    | SynkinesisEnded
    | QualityLost
    | QualityRegained
    | SourceLost
    | SourceRegained
    | Paused
    | Resumed
    | CountedDown
    | Eased
    | HurtReported
    | ExerciseChanged
    | ExerciseFinished
    | SessionFinished
)
