"""The therapist's plan files, whole, as they were imported; the newest active one holds."""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Select, select, update

from coach.storage.database import Database
from coach.storage.ids import new_id
from coach.storage.person_models import PrescriptionRow


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan file in the practice log.

    Attributes:
        id: of the import.
        imported: when, UTC.
        sha256: of the text, hex.
        text: the file's text, unchanged.
        active: whether it may hold; of several the newest does.
    """

    id: str
    imported: datetime
    sha256: str
    text: str
    active: bool


class PrescriptionRepository:
    """Reads and writes imported plans. Any thread; every method is one transaction.

    All methods raise DatabaseError where the log cannot be read or written.

    Args:
        database: the open log.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def together(self) -> AbstractContextManager[None]:
        """What is written in the block, here or by others, is kept in one transaction."""
        return self._database.together()

    def add(self, text: str) -> StoredPlan:
        """Keep a plan; from now on it holds in place of all before it."""
        with self._database.writing() as session:
            session.execute(update(PrescriptionRow).values(active=False))
            row = PrescriptionRow(
                id=new_id(),
                imported_utc=datetime.now(UTC),
                sha256=hashlib.sha256(text.encode()).hexdigest(),
                text=text,
                active=True,
            )
            session.add(row)
            session.flush()
            return _stored(row)

    def active(self) -> StoredPlan | None:
        """The plan that holds; None where there is none."""
        with self._database.reading() as session:
            row = session.scalar(_newest_first().where(PrescriptionRow.active).limit(1))
            return None if row is None else _stored(row)

    def take_back(self) -> None:
        """Let no plan hold any more; what was imported stays in the log."""
        with self._database.writing() as session:
            session.execute(update(PrescriptionRow).values(active=False))

    def history(self) -> list[StoredPlan]:
        """Every plan that was ever imported, newest first."""
        with self._database.reading() as session:
            return [_stored(row) for row in session.scalars(_newest_first())]


def _newest_first() -> Select[PrescriptionRow]:
    return select(PrescriptionRow).order_by(
        PrescriptionRow.imported_utc.desc(), PrescriptionRow.id.desc()
    )


def _stored(row: PrescriptionRow) -> StoredPlan:
    return StoredPlan(row.id, row.imported_utc, row.sha256, row.text, row.active)
