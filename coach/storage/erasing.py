"""Deleting practice for good: from the log, its copies, and the files that were exported."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import delete

from coach.storage.database import Database
from coach.storage.export_index import ExportIndex
from coach.storage.models import SessionRow

#: Ids in one statement: SQLite takes some hundreds of parameters at least.
_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Erased:
    """What a deletion did.

    Attributes:
        sessions: that were in the log and are no more, with all that belongs to them.
        files: exported files that were deleted.
        left: exported files that could not be deleted.
    """

    sessions: int
    files: int
    left: tuple[Path, ...]


class Eraser:
    """Deletes sessions with their repetitions, pictures, answers and exports. Any thread.

    Args:
        database: the open log.
        exports: where sessions were exported to.
    """

    def __init__(self, database: Database, exports: ExportIndex) -> None:
        self._database, self._exports = database, exports

    def known_files(self, session_ids: Collection[str]) -> int:
        """How many exported files of these sessions are still where they were written."""
        return sum(path.is_file() for path in self._exports.of(session_ids))

    def erase(self, session_ids: Collection[str]) -> Erased:
        """Delete sessions for good; ids that are not there are passed over.

        The copies that were made before upgrades hold the same sessions, so they go as well. What
        was exported is deleted by the names it was written under: a file that a person moved or
        gave away is out of reach.

        Raises:
            DatabaseError: the log cannot be written; nothing is deleted then.
        """
        ids, gone = list(session_ids), 0
        with self._database.writing() as session:
            for start in range(0, len(ids), _AT_ONCE):
                some = ids[start : start + _AT_ONCE]
                query = delete(SessionRow).where(SessionRow.id.in_(some)).returning(SessionRow.id)
                gone += len(session.scalars(query).all())
        self._database.shed()
        files, left = self._delete_files(self._exports.of(ids))
        if not left:
            self._exports.forget(ids)
        return Erased(gone, files, left)

    def _delete_files(self, paths: Collection[Path]) -> tuple[int, tuple[Path, ...]]:
        count, left = 0, []
        for path in paths:
            try:
                path.unlink()
                count += 1
            except FileNotFoundError:
                continue
            except OSError:
                left.append(path)
        for folder in {path.parent for path in paths}:
            if folder.name.startswith("practice-"):  # made for one session; gone when it is empty
                with suppress(OSError):
                    folder.rmdir()
        return count, tuple(left)
