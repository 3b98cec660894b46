"""The last hand-off, from the landmark thread to the GUI thread: newest wins, one signal queued.

Queued Qt signals are never dropped: one signal a picture lets lag grow without bound whenever the
screen is slower than the camera. Here at most one notification is under way at a time, and the
receiver takes whatever is newest when it gets round to it.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coach.app.snapshot import Snapshot


class PipelineBridge(QObject):
    """Hands the newest snapshot to the thread that this object lives in.

    Signals:
        ready: emitted in the owner's thread when there is something to take.
    """

    ready = Signal()
    _posted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._newest: Snapshot | None = None
        self._under_way = False
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def publish(self, snapshot: Snapshot) -> None:
        """Replace what waits to be taken. Any thread; never blocks."""
        with self._lock:
            self._newest = snapshot
            notify = not self._under_way
            self._under_way = True
        if notify:
            self._posted.emit()

    def take(self) -> Snapshot | None:
        """The newest snapshot nobody has taken yet, or None. Owner's thread."""
        with self._lock:
            snapshot, self._newest = self._newest, None
        return snapshot

    @Slot()
    def _on_posted(self) -> None:
        # Cleared before the receivers run: a snapshot published while they paint is announced anew.
        with self._lock:
            self._under_way = False
            waiting = self._newest is not None
        if waiting:
            self.ready.emit()
