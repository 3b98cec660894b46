"""On which local days there was practice."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from sqlalchemy import select

from coach.storage.database import Database
from coach.storage.models import RepRow, SessionRow
from coach.storage.whose import own


def practice_days(database: Database) -> dict[date, int]:
    """Number of sessions by the date that the person's clock showed when they began. Any thread.

    A session counts from its first repetition on, scored or not, finished or not; where the drawn
    face stood in as the patient it does not.

    Raises:
        DatabaseError: the log cannot be read.
    """
    practised = select(RepRow.session_id).distinct()
    query = select(SessionRow.created_utc, SessionRow.created_offset_min).where(
        SessionRow.id.in_(practised), own()
    )
    with database.reading() as session:
        return dict(
            Counter(
                (utc + timedelta(minutes=offset)).date() for utc, offset in session.execute(query)
            )
        )
