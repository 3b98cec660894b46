"""On which local days there was practice."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from datetime import date, timedelta

from sqlalchemy import select

from coach.storage.database import Database
from coach.storage.models import SessionRow
from coach.storage.values import DAMAGE
from coach.storage.whose import practised


def practice_days(database: Database) -> dict[date, int]:
    """Number of sessions by the date that the person's clock showed when they began. Any thread.

    Which sessions count: `coach.storage.whose.practised`.

    Raises:
        DatabaseError: the log cannot be read.
    """
    query = select(SessionRow.created_utc, SessionRow.created_offset_min).where(practised())
    with database.reading() as session:
        days: Counter[date] = Counter()
        for utc, offset in session.execute(query):
            with suppress(*DAMAGE):  # a damaged entry is on no day; the others stay
                days[(utc + timedelta(minutes=offset)).date()] += 1
        return dict(days)
