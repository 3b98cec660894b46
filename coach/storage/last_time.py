"""Each exercise of a session, the last time before: what its numbers are compared with."""

from __future__ import annotations

from datetime import UTC

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import selectinload

from coach.domain.session import SessionRecord
from coach.domain.session_mean import Earlier
from coach.storage.database import Database
from coach.storage.models import RepRow, SessionRow
from coach.storage.rows import baseline_record, created, rep_record
from coach.storage.whose import of


def last_time(database: Database, record: SessionRecord) -> dict[str, Earlier]:
    """The newest earlier session in which each exercise was scored. Any thread.

    Only what can be compared is looked at: the same affected side, and a person's own face never
    with the drawn one's.

    Args:
        database: the open log.
        record: the session that is compared.

    Returns:
        By exercise id; exercises that were never scored before are missing.

    Raises:
        DatabaseError: the log cannot be read.
    """
    wanted = {rep.exercise_id for rep in record.reps if rep.scored}
    if not wanted:
        return {}
    now = record.created.astimezone(UTC)
    affected = record.affected.value if record.affected else None
    before = or_(
        SessionRow.created_utc < now,
        and_(SessionRow.created_utc == now, SessionRow.id < record.id),
    )
    query = (
        select(RepRow.exercise_id, SessionRow.id, SessionRow.created_utc)
        .join(SessionRow, SessionRow.id == RepRow.session_id)
        .where(
            RepRow.scored,
            RepRow.exercise_id.in_(wanted),
            before,
            of(drawn=record.source.drawn),
            SessionRow.affected.is_(None) if affected is None else SessionRow.affected == affected,
        )
        .distinct()
        .order_by(SessionRow.created_utc.desc(), SessionRow.id.desc())
    )
    newest: dict[str, str] = {}
    with database.reading() as session:
        for exercise_id, session_id, _ in session.execute(query):
            newest.setdefault(exercise_id, session_id)
        heads = (
            select(SessionRow)
            .where(SessionRow.id.in_(set(newest.values())))
            .options(selectinload(SessionRow.reps), selectinload(SessionRow.baseline))
        )
        rows = {row.id: row for row in session.scalars(heads)}
        return {
            exercise_id: Earlier(
                created=created(rows[session_id]),
                reps=tuple(
                    rep_record(rep)
                    for rep in rows[session_id].reps
                    if rep.exercise_id == exercise_id
                ),
                baseline=(baseline_record(base) if (base := rows[session_id].baseline) else None),
            )
            for exercise_id, session_id in newest.items()
        }
