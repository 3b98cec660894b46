"""A therapist's plan file dropped anywhere on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class PlanDrop(QObject):
    """Takes one .toml file. GUI thread.

    Args:
        window: where it may be dropped.
        welcome: whether a plan may come now (not in the middle of practice).
        open_plan: shows what the plan would change.
    """

    def __init__(
        self, window: QWidget, welcome: Callable[[], bool], open_plan: Callable[[Path], None]
    ) -> None:
        super().__init__(window)
        self._welcome, self._open_plan = welcome, open_plan
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDropEvent):
            path = dropped_plan(event.mimeData())
            if path is None or not self._welcome():
                return False
            event.acceptProposedAction()
            if event.type() is QEvent.Type.Drop:
                self._open_plan(path)
            return True
        return super().eventFilter(watched, event)


def dropped_plan(data: QMimeData) -> Path | None:
    """The plan file that is dragged; None where it is anything else."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == ".toml" else None
