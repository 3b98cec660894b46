"""What lives as long as the program, without a screen."""

from __future__ import annotations

from dataclasses import dataclass

from coach.app.session_shelf import SessionShelf
from coach.coaching.library import ExerciseLibrary
from coach.storage.database import Database
from coach.storage.export_index import ExportIndex
from coach.storage.sessions import SessionRepository


@dataclass(frozen=True, slots=True)
class Services:
    """The exercises, the open practice log, and what reads and writes it; `exports`: where to."""

    library: ExerciseLibrary
    database: Database
    repository: SessionRepository
    shelf: SessionShelf
    exports: ExportIndex

    def close(self) -> None:
        self.database.close()
