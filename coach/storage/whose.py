"""Which sessions count: the person's own practice, never mixed with the drawn face's.

The drawn face stands in as the patient where there is no camera. What it does is nobody's practice:
it counts for no week, opens no phase and is compared with itself only.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, exists, or_

from coach.domain.course import CourseKind
from coach.domain.session import DRAWN_FACE
from coach.storage.models import CourseRow, RepRow, SessionRow


def of(*, drawn: bool) -> ColumnElement[bool]:
    """Sessions of the drawn face, or of everybody else (camera, film, stream)."""
    theirs = SessionRow.source_kind == DRAWN_FACE
    return theirs if drawn else ~theirs


def own() -> ColumnElement[bool]:
    """The person's own."""
    return of(drawn=False)


def practised() -> ColumnElement[bool]:
    """The person's own, from the first repetition or the first timed exercise done to its end.

    Scored or not, finished or not: massage and rest are practice too.
    """
    moved = exists().where(RepRow.session_id == SessionRow.id)
    done = exists().where(
        CourseRow.session_id == SessionRow.id, CourseRow.kind == CourseKind.DONE.value
    )
    return and_(own(), or_(moved, done))
