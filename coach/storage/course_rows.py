"""The course of a session, and what its repetitions asked for: records to rows, and back."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coach.domain.course import Asked, CourseEntry, CourseKind
from coach.storage.models import CourseRow, RepRow
from coach.storage.numbers import finite, number


def add_entry(session: Session, session_id: str, entry: CourseEntry) -> None:
    """Put an entry behind those that are there."""
    query = select(func.count()).where(CourseRow.session_id == session_id)
    session.add(
        CourseRow(
            session_id=session_id,
            position=session.scalar(query) or 0,
            t_s=finite(entry.t_s),
            kind=entry.kind.value,
            exercise_id=entry.exercise_id,
            other_id=entry.other_id,
        )
    )


def course_entries(rows: Iterable[CourseRow]) -> tuple[CourseEntry, ...]:
    """The entries of rows, in their order.

    Raises:
        ValueError: a kind that there is not.
    """
    return tuple(
        CourseEntry(number(row.t_s), CourseKind(row.kind), row.exercise_id, row.other_id)
        for row in rows
    )


def asked_columns(asked: Asked | None) -> dict[str, float | bool | None]:
    """The repetition row's columns; all empty where nothing was asked."""
    if asked is None:
        return {}
    return {
        "asked_target_mm": finite(asked.target_mm),
        "asked_move_s": finite(asked.move_s),
        "asked_hold_s": finite(asked.hold_s),
        "asked_release_s": finite(asked.release_s),
        "eased": asked.eased,
    }


def asked_of(row: RepRow) -> Asked | None:
    """What a repetition asked for; None where it is not known."""
    if row.eased is None:
        return None
    return Asked(
        row.asked_target_mm,
        number(row.asked_move_s),
        number(row.asked_hold_s),
        number(row.asked_release_s),
        row.eased,
    )
