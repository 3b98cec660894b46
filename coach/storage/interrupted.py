"""Sessions that broke off: found again, gone on with, or put aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from coach.domain.course import CourseEntry, History, PastRep
from coach.domain.quality import RepReason
from coach.domain.session import DRAWN_FACE
from coach.domain.sides import Affected
from coach.storage import rows
from coach.storage.course_rows import course_entries
from coach.storage.database import Database
from coach.storage.failures import damaged
from coach.storage.models import RepRow, SessionRow
from coach.storage.values import DAMAGE
from coach.storage.whose import of


@dataclass(frozen=True, slots=True)
class InterruptedSession:
    """A session that was not practised to its end and not put aside.

    Attributes:
        id: the session.
        created: when it started, with its offset; of the first one, where it went on with another.
        plan_id: the plan it came from; "" where none is known.
        plan: exercise ids in order, as planned at first, before anything was swapped or put off.
        affected: the affected side then.
        history: its repetitions and what became of its exercises, in order; those of the sessions
            it went on with come first.
    """

    id: str
    created: datetime
    plan_id: str
    plan: tuple[str, ...]
    affected: Affected | None
    history: History


class InterruptedSessions:
    """What the practice log knows of broken-off sessions. Any thread.

    All methods raise DatabaseError where the log cannot be read or written.

    Args:
        database: the open log.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, since: datetime) -> InterruptedSession | None:
        """The newest practice since a moment, where it broke off; None where it did not.

        One that was practised to its end later in the day stands in front of a broken-off one; one
        of the drawn face stands behind all of the person's own.
        """
        query = (
            select(SessionRow)
            .where(SessionRow.created_utc >= since, SessionRow.movement.is_(None))
            .order_by(of(drawn=True), SessionRow.created_utc.desc(), SessionRow.id.desc())
            .limit(1)
        )
        with self._database.reading() as session:
            row = session.scalar(query)
            if row is None or row.finished or row.dismissed or not row.plan:
                return None
            try:
                chain = _chain(session, row)
                return InterruptedSession(
                    id=row.id,
                    created=rows.created(chain[0]),
                    plan_id=row.plan_id,
                    plan=rows.plan_of(chain[0]),
                    affected=Affected(row.affected) if row.affected else None,
                    history=tuple(step for part in chain for step in _history(session, part)),
                )
            except DAMAGE as error:
                raise damaged() from error

    def go_on(self, old_id: str, new_id: str) -> None:
        """Note that a session goes on where another broke off.

        Where the drawn face goes on with the person's own practice, that stays to be gone on with.
        """
        with self._database.writing() as session:
            old, new = session.get(SessionRow, old_id), session.get(SessionRow, new_id)
            if old is None or new is None:
                return
            new.resumes = old_id
            if old.source_kind == DRAWN_FACE or new.source_kind != DRAWN_FACE:
                old.dismissed = True

    def put_aside(self, session_id: str) -> None:
        """Never offer to go on with a session."""
        with self._database.writing() as session:
            row = session.get(SessionRow, session_id)
            if row is not None:
                row.dismissed = True


def _chain(session: Session, row: SessionRow) -> list[SessionRow]:
    """A session after those it went on with, oldest first; a loop in a damaged log ends."""
    chain = [row]
    while chain[0].resumes is not None and len(chain) < 20:
        before = session.get(SessionRow, chain[0].resumes)
        if before is None or before in chain:
            break
        chain.insert(0, before)
    return chain


def _history(session: Session, row: SessionRow) -> list[PastRep | CourseEntry]:
    """A session's repetitions among the moments of its course, by time."""
    query = (
        select(RepRow.end_s, RepRow.exercise_id, RepRow.reason)
        .where(RepRow.session_id == row.id)
        .order_by(RepRow.rep_index)
    )
    timed: list[tuple[float, PastRep | CourseEntry]] = [
        (end_s or 0.0, PastRep(exercise, RepReason(why) if why else None))
        for end_s, exercise, why in session.execute(query)
    ]
    timed += [(entry.t_s, entry) for entry in course_entries(row.course)]
    # Stable: what became of an exercise stands behind the repetition that ended at that moment.
    return [step for _, step in sorted(timed, key=lambda pair: pair[0])]
