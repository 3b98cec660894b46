"""Deleting practice: from the screen to the log, and said when it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from coach.app.home_presenter import SessionRow
from coach.app.tasks import TaskStarter, run_task
from coach.domain.errors import CoachError
from coach.domain.language import plural, tr
from coach.storage.erasing import Erased


class ErasePort(Protocol):
    """What deletes (`coach.storage.erasing.Eraser`)."""

    def known_files(self, session_ids: Sequence[str]) -> int: ...

    def erase(self, session_ids: Sequence[str]) -> Erased: ...


class Sessions(Protocol):
    """What is there, and who is told that it is no more (`HomePresenter`)."""

    def sessions(self) -> Sequence[SessionRow]: ...

    def forget_sessions(self) -> None: ...


class DeletionPresenter(QObject):
    """Deletes sessions in the background. GUI thread.

    Signals:
        deleted: one sentence about what was deleted.
        problem_raised: what happened, and what to do about it.

    Args:
        eraser: deletes.
        home: the list of sessions.
        drop: lets go of a session that is held in memory.
    """

    deleted = Signal(str)
    problem_raised = Signal(str, str)

    def __init__(
        self,
        eraser: ErasePort,
        home: Sessions,
        drop: Callable[[str], None] = lambda _id: None,
        *,
        start_task: TaskStarter = run_task,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._eraser, self._home, self._drop = eraser, home, drop
        self._start_task = start_task

    def sessions(self) -> Sequence[SessionRow]:
        """All there are, newest first."""
        return self._home.sessions()

    def question(self, session_ids: Sequence[str]) -> str:
        """What is asked before these are deleted."""
        count = len(session_ids)
        asked = plural(
            "Delete {n} sessions for good, with their pictures and answers?",
            "Delete {n} session for good, with its pictures and answers?",
            count,
        )
        files = self._eraser.known_files(session_ids)
        exported = plural(
            "{n} exported files are deleted, too.", "{n} exported file is deleted, too.", files
        )
        away = tr("What you moved or gave away stays where it is.")
        return " ".join(filter(None, (asked, exported if files else "", away)))

    def delete(self, session_ids: Sequence[str]) -> None:
        """Delete sessions for good; `deleted` follows."""
        ids = tuple(session_ids)
        self._start_task(lambda _report: self._eraser.erase(ids), self._on_done, self._on_failed)
        for session_id in ids:
            self._drop(session_id)

    def _on_done(self, erased: Erased) -> None:
        self._home.forget_sessions()
        said = plural("{n} sessions are deleted.", "{n} session is deleted.", erased.sessions)
        left = tr("These files could not be deleted: {files}", files=_names(erased))
        self.deleted.emit(f"{said} {left}" if erased.left else said)

    def _on_failed(self, error: CoachError) -> None:
        self.problem_raised.emit(error.message, error.hint)


def _names(erased: Erased) -> str:
    return ", ".join(str(path) for path in erased.left)
