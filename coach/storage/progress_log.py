"""The practice log as the progress page asks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from coach.domain.blinks import BlinkSummary
from coach.domain.movements import Movement
from coach.domain.still import Pose, Still
from coach.domain.trend import MovementTrend
from coach.storage.database import Database
from coach.storage.models import SessionRow
from coach.storage.practice_days import practice_days
from coach.storage.progress import blink_trend, movement_trend, practised_movements
from coach.storage.rows import created
from coach.storage.snapshots import SnapshotRepository


@dataclass(frozen=True, slots=True)
class PracticeProgress:
    """Questions about many sessions. Any thread; all raise DatabaseError.

    Attributes:
        database: the open log.
    """

    database: Database

    def movements(self, *, drawn: bool) -> list[tuple[Movement, int]]:
        """Practised movements with the number of sessions."""
        return practised_movements(self.database, drawn=drawn)

    def trend(self, movement: Movement, *, drawn: bool) -> MovementTrend:
        """A movement session after session."""
        return movement_trend(self.database, movement, drawn=drawn)

    def days(self) -> Mapping[date, int]:
        """Number of sessions by local date."""
        return practice_days(self.database)

    def blinks(self, *, drawn: bool) -> list[tuple[datetime, BlinkSummary]]:
        """Blinks session after session."""
        return blink_trend(self.database, drawn=drawn)

    def sessions_with_stills(self) -> list[tuple[str, datetime]]:
        """Sessions with kept pictures, oldest first."""
        ids = SnapshotRepository(self.database).sessions()
        query = select(SessionRow).where(SessionRow.id.in_(ids)).order_by(SessionRow.created_utc)
        with self.database.reading() as session:
            return [(row.id, created(row)) for row in session.scalars(query)]

    def stills(self, session_id: str) -> dict[Pose, Still]:
        """A session's kept pictures."""
        return SnapshotRepository(self.database).of(session_id)

    def delete_stills(self, session_id: str) -> int:
        """Delete a session's kept pictures for good."""
        return SnapshotRepository(self.database).delete(session_id)
