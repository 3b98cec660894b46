"""Capture thread -> mailbox -> landmark thread -> callback."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

from coach.capture.capture_worker import DEVICE_KINDS, CaptureWorker
from coach.capture.landmarker import Landmarker, OverlappingLandmarker, overlapping
from coach.capture.mailbox import LatestMailbox
from coach.capture.pipeline_status import (
    PipelineState,
    PipelineStats,
    PipelineStatus,
    RateMeter,
)
from coach.capture.source import FrameSource, ReportsEnd
from coach.capture.watchdog import Action, Watchdog
from coach.domain.errors import CoachError, EngineError
from coach.domain.frames import Frame, SourceInfo
from coach.domain.landmarks import FaceFrame
from coach.domain.language import tr
from coach.domain.session import EngineInfo

__all__ = ["Pipeline", "PipelineState", "PipelineStats", "PipelineStatus"]

_log = logging.getLogger(__name__)

#: Seconds the landmark thread waits for a picture before it looks after the source: adds at most
#: this to the time in which a lost source is noticed.
_POLL_S: Final = 0.05
#: A live callback slower than this is not overlapped with the next picture's inference: the picture
#: would be old when its turn comes.
_OVERLAP_LIMIT_S: Final = 0.005
#: Seconds for a capture thread to end before it is left to its blocked driver.
_WORKER_PATIENCE_S: Final = 0.5


class Pipeline:
    """Runs a source through a landmarker, on two threads of its own.

    Args:
        source: opened and read on the capture thread.
        make_landmarker: builds the engine; called on the landmark thread.
        on_result: takes each picture with its landmarks, in order, on the landmark thread.
        on_status: takes changes of state; on the landmark thread, except STARTING (the caller's)
            and a source that cannot be opened (the capture thread). Must be quick.
        lossless: analyse every picture (files), else the newest one wins.
        lost_after_s: seconds without a new picture after which a live source is told lost.
    """

    def __init__(
        self,
        source: FrameSource,
        make_landmarker: Callable[[], Landmarker],
        on_result: Callable[[Frame, FaceFrame], None],
        on_status: Callable[[PipelineStatus], None],
        *,
        lossless: bool = False,
        lost_after_s: float = 1.0,
    ) -> None:
        self._source = source
        self._make_landmarker = make_landmarker
        self._on_result = on_result
        self._on_status = on_status
        self._lossless = lossless
        self._mailbox: LatestMailbox[Frame] = LatestMailbox()
        self._watchdog = Watchdog(lost_after_s)
        self._rate = RateMeter()
        self._stopping = threading.Event()
        self._state_lock = threading.Lock()
        self._state: PipelineState | None = None
        self._overlap = True
        self._captured_before = 0
        self._before_ready = 0  # pictures replaced while the engine was loading
        self._engine_info: EngineInfo | None = None
        self._source_info: SourceInfo | None = None
        self._worker = self._new_worker(self._fail)
        self._thread = threading.Thread(target=self._run, name="coach-landmarks", daemon=True)

    @property
    def source_info(self) -> SourceInfo | None:
        """What the source says of itself; set before RUNNING."""
        return self._worker.info or self._source_info

    @property
    def engine_info(self) -> EngineInfo | None:
        """The landmark engine; set before RUNNING."""
        return self._engine_info

    def stats(self) -> PipelineStats:
        """Counts and rates so far. Any thread."""
        return PipelineStats(
            captured=self._captured_before + self._worker.captured - self._before_ready,
            analysed=self._rate.count,
            dropped=self._mailbox.dropped - self._before_ready,
            effective_fps=self._rate.overall(),
            recent_fps=self._rate.recent(),
        )

    def start(self) -> None:
        """Starts both threads: the camera opens while the engine loads. Once only."""
        self._tell(PipelineState.STARTING)
        self._worker.start()
        self._thread.start()

    def stop(self) -> None:
        """Asks both threads to end and returns at once. Any thread, any state; idempotent."""
        self._stopping.set()
        self._worker.stop()
        self._mailbox.close(discard=True)

    def join(self, timeout: float = 5.0) -> bool:
        """Waits for the threads to end.

        Args:
            timeout: seconds at most.

        Returns:
            True where both have ended; False where one is still busy (or this is one of them).
        """
        if threading.current_thread() is self._thread:
            return False
        if self._thread.ident is None:
            return True
        deadline = time.monotonic() + timeout
        self._thread.join(timeout)
        worker_ended = self._worker.join(max(0.0, deadline - time.monotonic()))
        return worker_ended and not self._thread.is_alive()

    # --- landmark thread ---------------------------------------------------------------------

    def _run(self) -> None:
        landmarker: OverlappingLandmarker | None = None
        try:
            landmarker = overlapping(self._make_landmarker())
            self._engine_info = landmarker.info
            self._before_ready = self._mailbox.dropped
            self._loop(landmarker)
        except CoachError as error:
            self._fail(error)
        except Exception as error:
            _log.exception("The landmark thread failed in a way that is not foreseen.")
            failure = EngineError(
                tr("The session stopped because of an internal problem."),
                tr("Start it again; details are in the log file."),
            )
            failure.__cause__ = error
            self._fail(failure)
        finally:
            self._wind_up(landmarker)

    def _loop(self, landmarker: OverlappingLandmarker) -> None:
        pending: Frame | None = None
        while not self._stopping.is_set():
            if pending is None:
                pending = self._next_frame()
                if pending is None:
                    if self._mailbox.closed:
                        return
                    continue
                landmarker.submit(pending)
            done, face = pending, landmarker.collect()
            # The next picture's inference runs in native threads while this one is dealt with here.
            pending = self._mailbox.take(0) if self._overlap else None
            if pending is not None:
                landmarker.submit(pending)
            self._hand_on(done, face)
            self._look_after_source()

    def _next_frame(self) -> Frame | None:
        frame = self._mailbox.take(_POLL_S)
        if frame is None and not self._mailbox.closed:
            self._look_after_source()
        return frame

    def _hand_on(self, frame: Frame, face: FaceFrame) -> None:
        if self._stopping.is_set():
            return
        if self._state is not PipelineState.RUNNING and not self._source_is_silent():
            self._watchdog.regained()
            self._tell(PipelineState.RUNNING)
        self._rate.add(frame.t_ns)
        began = time.perf_counter()
        self._on_result(frame, face)
        self._overlap = self._lossless or time.perf_counter() - began < _OVERLAP_LIMIT_S

    def _source_is_silent(self) -> bool:
        """True where the source is still lost: the picture in hand is from before."""
        age = time.monotonic() - self._worker.last_new_s
        return self._watchdog.lost and (
            self._worker.error is not None or age > self._watchdog.lost_after_s
        )

    def _look_after_source(self) -> None:
        worker = self._worker
        info = worker.info or self._source_info
        device = info is not None and info.kind in DEVICE_KINDS
        if worker.error is not None and not device:
            raise worker.error
        if info is None or not info.live or info.kind == "video":
            return
        action = self._watchdog.check(
            time.monotonic(),
            worker.last_new_s,
            failed=worker.error is not None,
            opening=worker.opening,
        )
        if action is Action.TELL_LOST:
            self._tell(PipelineState.LOST, *_lost_words(worker, info))
        elif action is Action.REOPEN and device:
            self._reopen()

    def _reopen(self) -> None:
        old = self._worker
        old.supersede()
        self._source_info = old.info or self._source_info
        self._captured_before += old.captured
        self._worker = self._new_worker(_keep_trying)
        self._worker.start()
        if self._stopping.is_set():  # stop() may have reached only the old one
            self._worker.stop()

    def _wind_up(self, landmarker: OverlappingLandmarker | None) -> None:
        ended = self._mailbox.closed and not self._stopping.is_set()
        self._worker.stop()
        self._mailbox.close(discard=True)
        if not self._worker.join(_WORKER_PATIENCE_S):
            self._source.close()  # wakes a read that can be woken
        if landmarker is not None:
            try:
                landmarker.close()
            except Exception:
                _log.exception("The landmark engine could not be closed.")
        if ended:
            note = self._source.end_note if isinstance(self._source, ReportsEnd) else ("", "")
            self._tell(PipelineState.ENDED, *note)
        else:
            self._tell(PipelineState.STOPPED)

    # --- any thread --------------------------------------------------------------------------

    def _new_worker(self, on_open_failed: Callable[[CoachError], None]) -> CaptureWorker:
        return CaptureWorker(
            self._source, self._mailbox, lossless=self._lossless, on_open_failed=on_open_failed
        )

    def _fail(self, error: CoachError) -> None:
        self._tell(PipelineState.FAILED, error.message, error.hint)
        self._stopping.set()
        self._mailbox.close(discard=True)

    def _tell(self, state: PipelineState, message: str = "", hint: str = "") -> None:
        """Reports a change of state; nothing after a final one."""
        with self._state_lock:
            if self._state is state or (self._state is not None and self._state.final):
                return
            self._state = state
        try:
            self._on_status(PipelineStatus(state, message, hint))
        except Exception:
            _log.exception("The owner of the pipeline failed to take the state %s.", state)


def _keep_trying(_error: CoachError) -> None:
    """A camera that cannot be opened again yet: the watchdog tries again."""


def _lost_words(worker: CaptureWorker, info: SourceInfo | None) -> tuple[str, str]:
    if worker.error is not None:
        return worker.error.message, worker.error.hint
    if worker.black:
        return tr("The camera sends a black picture."), tr("Open its cover; I go on by myself.")
    if info is not None and info.kind == "stream":
        return (
            tr("No new pictures are coming from the network camera."),
            tr("Check the network; I go on by myself when it comes back."),
        )
    return (
        tr("No new pictures are coming from the camera."),
        tr("Check its cable; I go on by myself when it comes back."),
    )
