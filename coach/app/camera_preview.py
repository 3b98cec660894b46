"""The live picture of a camera outside a session: nothing is measured, nothing is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coach.app.tasks import TaskStarter, run_task
from coach.capture.landmarker import Landmarker
from coach.capture.pipeline import Pipeline
from coach.capture.pipeline_status import PipelineState, PipelineStatus
from coach.capture.source import FrameSource
from coach.domain.frames import Frame
from coach.domain.landmarks import FaceFrame

#: How long a camera that is let go may take until the next one is opened all the same.
RELEASE_TIMEOUT_S: Final = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One picture with the landmarks that were found on it."""

    frame: Frame
    face: FaceFrame


class CameraPreview(QObject):
    """Shows one source at a time. GUI thread; pictures come from worker threads, newest wins.

    Signals:
        ready: there is something to `take`.
        problem_raised: what happened, and what to do; empty sentences where it is well again.

    Args:
        make_landmarker: builds the landmark engine, on the landmark thread.
        start_task: runs the wait for a camera to be let go.
    """

    ready = Signal()
    problem_raised = Signal(str, str)
    _posted = Signal()
    _status_came = Signal(int, object)

    def __init__(
        self,
        make_landmarker: Callable[[], Landmarker],
        *,
        start_task: TaskStarter = run_task,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_landmarker = make_landmarker
        self._start_task = start_task
        self._lock = threading.Lock()
        self._newest: Seen | None = None
        self._under_way = False
        self._turn = 0  # which source's pictures count
        self._pipeline: Pipeline | None = None
        self._ending: Pipeline | None = None  # stopped, and perhaps not yet over
        queued = Qt.ConnectionType.QueuedConnection
        self._posted.connect(self._on_posted, queued)
        self._status_came.connect(self._on_status_came, queued)

    @property
    def running(self) -> bool:
        """Whether a source is shown, or will be once the one before is let go."""
        return self._turn % 2 == 1

    def start(self, source: FrameSource) -> None:
        """Show a source in place of the one before. Returns at once."""
        self._end_turn()
        old, self._ending = self._ending, None
        self._turn += 1
        turn = self._turn

        def begin(_done: object) -> None:
            if turn == self._turn:
                self._begin(source, turn)

        if old is None:
            begin(None)
        else:
            self._start_task(lambda _report: old.join(RELEASE_TIMEOUT_S), begin, begin)

    def stop(self) -> None:
        """Let the camera go. Returns at once; idempotent."""
        self._end_turn()

    def close(self, timeout_s: float = RELEASE_TIMEOUT_S) -> bool:
        """Let the camera go and wait for it; True where it is free."""
        self._end_turn()
        old, self._ending = self._ending, None
        return old is None or old.join(timeout_s)

    def take(self) -> Seen | None:
        """The newest picture nobody has taken yet."""
        with self._lock:
            seen, self._newest = self._newest, None
        return seen

    def _begin(self, source: FrameSource, turn: int) -> None:
        def on_result(frame: Frame, face: FaceFrame) -> None:
            self._publish(turn, Seen(frame, face))

        def on_status(status: PipelineStatus) -> None:
            self._status_came.emit(turn, status)

        self._pipeline = Pipeline(source, self._make_landmarker, on_result, on_status)
        self._pipeline.start()

    def _end_turn(self) -> None:
        """From now on nothing of the source that is shown counts. Odd turns show something."""
        self._turn += self._turn % 2
        old, self._pipeline = self._pipeline, None
        if old is not None:
            old.stop()
            self._ending = old
        self.take()

    def _publish(self, turn: int, seen: Seen) -> None:
        with self._lock:
            if turn != self._turn:
                return
            self._newest = seen
            notify = not self._under_way
            self._under_way = True
        if notify:
            self._posted.emit()

    @Slot()
    def _on_posted(self) -> None:
        with self._lock:
            self._under_way = False
            waiting = self._newest is not None
        if waiting:
            self.ready.emit()

    @Slot(int, object)
    def _on_status_came(self, turn: int, status: PipelineStatus) -> None:
        if turn != self._turn:
            return
        if status.state in (PipelineState.FAILED, PipelineState.LOST):
            self.problem_raised.emit(status.message, status.hint)
        elif status.state is PipelineState.RUNNING:
            self.problem_raised.emit("", "")
