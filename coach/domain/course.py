"""How a session went, exercise by exercise: what a therapist needs to read its numbers right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from coach.domain.quality import RepReason


class CourseKind(StrEnum):
    """What became of an exercise at one moment."""

    BEGUN = "begun"  # its demonstration began
    DONE = "done"  # practised to its end
    LEFT = "left"  # left before its end
    EASED = "eased"  # "too hard": smaller and shorter from here on
    HURT = "hurt"  # it hurt: stopped at once, and left out from here on
    SWAPPED = "swapped"  # another one came in its place
    THERAPIST = "therapist"  # the session began with a therapist beside, as was said
    POSTPONED = "postponed"  # put off to the end of the session


@dataclass(frozen=True, slots=True)
class CourseEntry:
    """One moment of a session's course.

    Attributes:
        t_s: seconds from the session's start.
        kind: what happened.
        exercise_id: to which exercise.
        other_id: what came in its place (swapped) or before it (postponed); "" for other kinds.
    """

    t_s: float
    kind: CourseKind
    exercise_id: str
    other_id: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one repetition asked for.

    Attributes:
        target_mm: size that was enough, mm; None where there was no target. Smaller than the
            exercise's own where it was eased, after a co-movement, and while the person's clean
            range is learnt.
        move_s / hold_s / release_s: the pace, s.
        eased: whether the exercise had been made easier because it was too hard.
    """

    target_mm: float | None
    move_s: float
    hold_s: float
    release_s: float
    eased: bool


@dataclass(frozen=True, slots=True)
class PastRep:
    """A repetition in the log: its exercise's id, and why it is not scored."""

    exercise_id: str
    reason: RepReason | None


#: What was done in a session, in order.
History: TypeAlias = tuple[PastRep | CourseEntry, ...]
