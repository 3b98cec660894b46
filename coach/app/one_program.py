"""One program for each data folder: a second start brings the first one forward."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from coach.storage.folder_lock import FolderLock
from coach.storage.paths import make_private_folder

_LOG = logging.getLogger(__name__)

#: How long a second start waits for the first to answer; then it opens all the same, for nobody
#: may be locked out of their practice by a program that hangs.
PATIENCE_S: Final = 8.0
_LOOK_EVERY_S: Final = 0.05
#: A request that is older than this was left by a start that died.
_STALE_S: Final = 30.0


class OneProgram(QObject):
    """The turn of one program on one data folder. GUI thread.

    The lock is the system's and ends with its holder. A second start leaves a request beside it:
    a window comes forward and answers; a program without a window makes way.

    Signals:
        asked: another start asks for the window; `answer` it, or make way.

    Args:
        folder: where lock and request lie; made where it is missing.
    """

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._request = folder / "asked"
        self._lock = FolderLock(folder / "lock")
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_changed)

    @property
    def held(self) -> bool:
        """Whether this program has the turn."""
        return self._lock.held

    @property
    def is_asked(self) -> bool:
        """Whether another start waits for an answer."""
        try:
            return time.time() - self._request.stat().st_mtime < _STALE_S
        except OSError:
            return False

    def open(self, patience_s: float = PATIENCE_S) -> bool:
        """Have the turn, for a window; blocks while another program makes way.

        Returns:
            False where another window has come forward; this start is over then.
        """
        try:
            make_private_folder(self._folder)
            if not self._lock.take() and not self._wait(patience_s):
                return False
            self._watch()
            self.answer()
        except OSError as error:
            _LOG.warning("no turn is kept here: %s", error.strerror)
        return True

    def stay(self) -> bool:
        """Have the turn, for a program without a window; False where somebody has or wants it."""
        try:
            make_private_folder(self._folder)
            if not self._lock.take():
                return False
            self._watch()
        except OSError as error:
            _LOG.warning("no turn is kept here: %s", error.strerror)
            return False
        return not self.is_asked

    def answer(self) -> None:
        """The window is, or will be, in front: the other start may end."""
        self._request.unlink(missing_ok=True)

    def release(self) -> None:
        """Let another program have the turn."""
        watched = self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        self._lock.release()

    def _wait(self, patience_s: float) -> bool:
        """True where the turn is ours, or nobody answers; False where a window came forward."""
        self._request.touch(mode=0o600)
        deadline = time.monotonic() + patience_s
        while time.monotonic() < deadline:
            time.sleep(_LOOK_EVERY_S)
            if self._lock.take():
                return True
            if not self._request.exists():
                return False
        _LOG.warning("the program that has the turn does not answer")
        return True

    def _watch(self) -> None:
        self._watcher.addPath(str(self._folder))

    def _on_changed(self) -> None:
        if self.is_asked:
            self.asked.emit()
