"""Still pictures that a person agreed to keep: in the practice log only, never as files."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select

from coach.domain.errors import InputError
from coach.domain.language import tr
from coach.domain.still import Pose, Still
from coach.storage.database import Database
from coach.storage.models import SessionRow, SnapshotRow

#: The log stays small: a picture of 640 x 480 takes about half a megabyte.
MAX_BYTES = 8_000_000


class SnapshotRepository:
    """Reads and writes kept pictures. Any thread; every method is one transaction.

    All methods raise DatabaseError where the log cannot be read or written.

    Args:
        database: the open log.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, stills: Sequence[Still]) -> None:
        """Keep the pictures of one session; those it had before are replaced.

        Raises:
            InputError: there is no such session, or a picture is too large.
        """
        if any(len(still.png) > MAX_BYTES for still in stills):
            raise InputError(tr("The picture is too large to be kept."))
        with self._database.writing() as session:
            for session_id in {still.session_id for still in stills}:
                if session.get(SessionRow, session_id) is None:
                    raise InputError(tr("There is no such session in the practice log."))
                session.execute(delete(SnapshotRow).where(SnapshotRow.session_id == session_id))
            session.add_all(
                SnapshotRow(
                    session_id=still.session_id,
                    pose=still.pose.value,
                    taken_utc=still.taken,
                    width=still.size[0],
                    height=still.size[1],
                    png=still.png,
                )
                for still in stills
            )

    def of(self, session_id: str) -> dict[Pose, Still]:
        """The kept pictures of a session."""
        query = select(SnapshotRow).where(SnapshotRow.session_id == session_id)
        with self._database.reading() as session:
            return {Pose(row.pose): _still(row) for row in session.scalars(query)}

    def sessions(self) -> frozenset[str]:
        """Ids of the sessions that have kept pictures. The pictures themselves are not read."""
        with self._database.reading() as session:
            return frozenset(session.scalars(select(SnapshotRow.session_id).distinct()))

    def delete(self, session_id: str) -> int:
        """Delete a session's pictures for good; how many there were."""
        query = delete(SnapshotRow).where(SnapshotRow.session_id == session_id)
        with self._database.writing() as session:
            count = len(session.scalars(query.returning(SnapshotRow.id)).all())
        self._database.flush()
        return count

    def delete_all(self) -> int:
        """Delete every kept picture for good; how many there were."""
        with self._database.writing() as session:
            count = len(session.scalars(delete(SnapshotRow).returning(SnapshotRow.id)).all())
        self._database.flush()
        return count


def _still(row: SnapshotRow) -> Still:
    return Still(row.session_id, Pose(row.pose), row.taken_utc, (row.width, row.height), row.png)
