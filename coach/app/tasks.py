"""Background work with the answer delivered in the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from coach.domain.errors import CoachError
from coach.domain.language import tr

_LOG = logging.getLogger(__name__)

T = TypeVar("T")
Progress = Callable[[float], None]


class TaskStarter(Protocol):
    """The shape of `run_task`, so that a test can hand in `run_inline`."""

    def __call__(
        self,
        work: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_error: Callable[[CoachError], None],
        on_progress: Progress | None = None,
    ) -> None: ...


class _Relay(QObject):
    """Lives in the thread that starts the task and calls back there."""

    done = Signal(object)
    failed = Signal(object)
    advanced = Signal(float)

    def __init__(
        self,
        on_done: Callable[[Any], None],
        on_error: Callable[[CoachError], None],
        on_progress: Progress | None,
    ) -> None:
        super().__init__()
        self._on_done, self._on_error, self._on_progress = on_done, on_error, on_progress
        queued = Qt.ConnectionType.QueuedConnection
        self.done.connect(self._on_task_done, queued)
        self.failed.connect(self._on_task_failed, queued)
        self.advanced.connect(self._on_task_advanced, queued)

    @Slot(object)
    def _on_task_done(self, result: object) -> None:
        _running.discard(self)
        self._on_done(result)

    @Slot(object)
    def _on_task_failed(self, error: object) -> None:
        _running.discard(self)
        assert isinstance(error, CoachError)
        self._on_error(error)

    @Slot(float)
    def _on_task_advanced(self, share: float) -> None:
        if self._on_progress is not None:
            self._on_progress(share)


#: Keeps a relay alive until its queued answer has been delivered.
_running: set[_Relay] = set()


class _Task(QRunnable):
    def __init__(self, work: Callable[[Progress], object], relay: _Relay) -> None:
        super().__init__()
        self._work, self._relay = work, relay

    def run(self) -> None:
        try:
            result = self._work(self._relay.advanced.emit)
        except Exception as error:
            self._relay.failed.emit(plain_error(error))
        else:
            self._relay.done.emit(result)


def plain_error(error: Exception) -> CoachError:
    """The error as a person reads it; anything unforeseen is logged in full."""
    if isinstance(error, CoachError):
        return error
    _LOG.error("unforeseen error in the background", exc_info=error)
    return CoachError(
        tr("Something went wrong inside the program."),
        tr("The log file says where; what was already saved is safe."),
    )


def run_task(
    work: Callable[[Progress], T],
    on_done: Callable[[T], None],
    on_error: Callable[[CoachError], None],
    on_progress: Progress | None = None,
) -> None:
    """Run `work(report_progress)` on a pool thread; call back in the calling thread.

    Call from a thread with a Qt event loop. `work` may report a share from 0 to 1.
    """
    relay = _Relay(on_done, on_error, on_progress)
    _running.add(relay)
    QThreadPool.globalInstance().start(_Task(work, relay))


def run_inline(
    work: Callable[[Progress], T],
    on_done: Callable[[T], None],
    on_error: Callable[[CoachError], None],
    on_progress: Progress | None = None,
) -> None:
    """The same at once and in this thread: for the command line and for tests."""
    try:
        result = work(on_progress or (lambda share: None))
    except Exception as error:
        on_error(plain_error(error))
    else:
        on_done(result)
