"""Which of the coach's events belong to the course of a session, and how they are kept."""

from __future__ import annotations

from coach.domain.course import CourseEntry, CourseKind
from coach.domain.events import (
    CoachEvent,
    Eased,
    ExerciseChanged,
    ExerciseFinished,
    HurtReported,
    PhaseStarted,
)
from coach.domain.exercise import Phase


def course_entry(event: CoachEvent) -> CourseEntry | None:
    """The entry that tells of an event; None where it says nothing about an exercise's course."""
    match event:
        case PhaseStarted(phase=Phase.DEMONSTRATE):
            return CourseEntry(event.t_s, CourseKind.BEGUN, event.exercise_id)
        case ExerciseFinished():
            kind = CourseKind.LEFT if event.skipped else CourseKind.DONE
            return CourseEntry(event.t_s, kind, event.exercise_id)
        case Eased():
            return CourseEntry(event.t_s, CourseKind.EASED, event.exercise_id)
        case HurtReported():
            return CourseEntry(event.t_s, CourseKind.HURT, event.exercise_id)
        case ExerciseChanged():
            kind = CourseKind.POSTPONED if event.postponed else CourseKind.SWAPPED
            return CourseEntry(event.t_s, kind, event.instead_of, event.exercise_id)
    return None
