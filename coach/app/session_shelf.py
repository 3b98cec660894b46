"""Where a session is fetched from for export: the practice log, or memory if it was not saved."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Protocol

from coach.domain.errors import DatabaseError, InputError
from coach.domain.session import LoggedFrame, SessionRecord


class SessionStore(Protocol):
    """What the shelf needs of the practice log."""

    def load(self, session_id: str) -> SessionRecord: ...

    def frames(self, session_id: str) -> list[LoggedFrame]: ...


class SessionShelf:
    """Sessions by id. Any thread.

    Args:
        store: the practice log.
    """

    def __init__(self, store: SessionStore) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._unsaved: dict[str, tuple[SessionRecord, tuple[LoggedFrame, ...]]] = {}

    def keep(self, record: SessionRecord, unsaved: Sequence[LoggedFrame]) -> None:
        """Hold a session that could not be saved completely until the program ends."""
        with self._lock:
            self._unsaved[record.id] = record, tuple(unsaved)

    def drop(self, session_id: str) -> None:
        """Let go of a session that is to be deleted."""
        with self._lock:
            self._unsaved.pop(session_id, None)

    def holds(self, session_id: str) -> bool:
        """Whether a session that could not be saved is held in memory."""
        with self._lock:
            return session_id in self._unsaved

    def fetch(self, session_id: str) -> tuple[SessionRecord, list[LoggedFrame]]:
        """The session and all its rows, saved ones first.

        Raises:
            DatabaseError: the practice log cannot be read.
            InputError: there is no such session.
        """
        with self._lock:
            kept = self._unsaved.get(session_id)
        if kept is None:
            return self._store.load(session_id), self._store.frames(session_id)
        record, unsaved = kept
        try:
            saved = self._store.frames(session_id)
        except (DatabaseError, InputError):
            saved = []
        return record, [*saved, *unsaved]
