"""One guided session on real input: pictures in, coach events and snapshots out, log on disk.

Threads: `_on_result` runs on the landmark thread; everything that is asked for from outside
(commands, a lost source, the end) runs on one command thread, so that neither a slow disk nor a
camera that blocks can hold up the screen. A lock makes the two take turns.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeAlias

from coach.app.memory import set_aside, take_back
from coach.app.python_lock import take_short_turns
from coach.app.recorder import SessionLog, SessionRecorder
from coach.app.session_header import empty_record, session_header, source_record
from coach.app.session_listener import SessionListener
from coach.app.session_options import SessionOptions
from coach.app.sleep_watch import SleepWatch
from coach.app.snapshot import Snapshot
from coach.app.source_choice import SourceChoice, SourceChooser
from coach.app.source_clock import SourceClock
from coach.app.tasks import plain_error
from coach.capture.landmarker import Landmarker
from coach.capture.pipeline import Pipeline, PipelineState, PipelineStatus
from coach.capture.pixels import OpenCvPixels
from coach.coaching.analysis_tools import real_analysis
from coach.coaching.engine import SessionEngine
from coach.coaching.texts import coach_texts
from coach.domain.events import CoachEvent, PhaseStarted, SessionFinished
from coach.domain.exercise import Exercise, Plan
from coach.domain.frames import Frame
from coach.domain.landmarks import FaceFrame
from coach.domain.sides import Affected

_LOG = logging.getLogger(__name__)

#: A command to the engine, given with the source's time.
Request: TypeAlias = Callable[[SessionEngine, int], list[CoachEvent]]

#: How long the end waits for a camera to be let go; the thread of a driver that hangs is left.
RELEASE_TIMEOUT_S: Final = 3.0
_PLAIN: Final = SessionOptions()


class LiveSession:
    """Runs one session. Every public method returns at once and may be called from any thread.

    Args:
        plan: what is practised.
        affected: which side is affected, as far as the person said so.
        choose_source: the sources to try, best first.
        make_landmarker: builds the landmark engine, on the landmark thread.
        log: the practice log; used by the worker threads, one at a time.
        listener: told of everything.
        options: how it is held.
    """

    def __init__(
        self,
        plan: Plan,
        affected: Affected | None,
        choose_source: SourceChooser,
        make_landmarker: Callable[[], Landmarker],
        log: SessionLog,
        listener: SessionListener,
        options: SessionOptions = _PLAIN,
    ) -> None:
        self._plan, self._affected = plan, affected
        self._choose_source = choose_source
        self._make_landmarker = make_landmarker
        self._log, self._listener = log, listener
        self._options = options
        tools = real_analysis(OpenCvPixels(), options.outer_canthal_mm)
        self._engine = SessionEngine(
            plan, affected, texts=coach_texts(affected), analysis=tools, start=options.start
        )
        self._engine.nod = options.nod
        self._sleep = SleepWatch()
        self._exercises = {exercise.id: exercise for exercise in plan.exercises}
        self._lock = threading.RLock()
        self._commands = ThreadPoolExecutor(1, thread_name_prefix="session-commands")
        self._over = threading.Event()
        self._closing = False
        self._pause_at_start = False
        self._completed = False
        self._choices: Iterator[SourceChoice] | None = None
        self._choice: SourceChoice | None = None
        self._pipeline: Pipeline | None = None
        self._clock: SourceClock | None = None
        self._recorder: SessionRecorder | None = None
        self._latest: Snapshot | None = None

    def start(self) -> None:
        take_short_turns()
        self._submit(self._open_next)

    def toggle_pause(self) -> None:
        self._submit(lambda: self._command(self._toggle))

    def ask(self, request: Request) -> None:
        """Have the engine do something, at the source's own time: `SessionEngine.skip`, say."""
        self._submit(lambda: self._command(lambda t_ns: request(self._engine, t_ns)))

    def hear_nods(self, wanted: bool) -> None:
        self._engine.nod = wanted  # one flag that the landmark thread reads

    def stop(self) -> None:
        """The person ends the session now; what was finished is kept."""
        self._submit(lambda: self._stop(by_person=True))

    def leave(self) -> None:
        """The program closes: as `stop`, but going on with the session is offered later."""
        self._submit(self._stop)

    def wait(self, timeout_s: float) -> bool:
        """Wait until everything is saved and released. Blocks; True when it is over."""
        return self._over.wait(timeout_s)

    def _on_result(self, frame: Frame, face: FaceFrame) -> None:
        with self._lock:
            if self._closing:
                return
            self._begin_once()
            assert self._clock is not None and self._recorder is not None
            self._clock.observe(face.t_ns)
            events = []
            if self._pause_at_start or (self._clock.live and self._sleep.woke_up()):
                self._pause_at_start = False
                events = self._engine.pause(face.t_ns)  # first: this picture is not scored either
            events += self._engine.step(face, frame.image)
            if self._engine.logged is not None:
                self._recorder.add_frame(self._engine.logged)
            self._hand_out(events)
            self._publish(frame, face)
            if self._engine.finished:
                self._submit(self._finish)

    def _begin_once(self) -> None:
        """At the first picture: now source and engine are known."""
        if self._recorder is not None:
            return
        assert self._pipeline is not None and self._choice is not None
        source, engine = self._pipeline.source_info, self._pipeline.engine_info
        assert source is not None and engine is not None
        self._clock = SourceClock(source.live)
        header = session_header(self._plan, self._affected, source, engine)
        self._recorder = SessionRecorder(self._log, header, self._listener.on_problem)
        self._options.note_begun(self._recorder, self._plan)
        set_aside()
        if self._choice.announcement:
            self._listener.on_source(self._choice.announcement)

    def _publish(self, frame: Frame, face: FaceFrame) -> None:
        measures = self._engine.measures
        if measures is None or self._pipeline is None:
            return
        stats = self._pipeline.stats()
        self._latest = Snapshot(
            frame, face, measures, self._engine.state, stats.recent_fps, stats.dropped
        )
        self._listener.on_snapshot(self._latest)

    def _hand_out(self, events: Sequence[CoachEvent]) -> None:
        for event in events:
            if self._recorder is not None:
                self._recorder.add_event(event)
            if isinstance(event, PhaseStarted) and self._choice and self._choice.on_phase:
                now_s = self._clock.now_ns() * 1e-9 if self._clock else 0.0
                self._choice.on_phase(event, self._exercise_of(event), now_s)
            if isinstance(event, SessionFinished):
                self._completed = event.completed
            self._listener.on_event(event)

    def _exercise_of(self, event: PhaseStarted) -> Exercise | None:
        """The exercise of a phase, as it is practised: it may be none of the plan's."""
        now = self._engine.state.exercise
        same = now is not None and now.id == event.exercise_id
        return now if same else self._exercises.get(event.exercise_id)

    def _submit(self, work: Callable[[], None]) -> None:
        try:
            self._commands.submit(self._guarded, work)
        except RuntimeError:  # already over
            _LOG.debug("a command came after the end of the session")

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:
            problem = plain_error(error)
            self._listener.on_problem(problem.message, problem.hint)
            self._finish()

    def _on_status(self, status: PipelineStatus) -> None:
        pipeline = self._pipeline
        self._submit(lambda: self._apply_status(pipeline, status))

    def _open_next(self) -> None:
        if self._closing:
            return
        if self._choices is None:
            self._choices = iter(self._choose_source())
        self._choice = next(self._choices, None)
        if self._choice is None:
            self._finish()
            return
        self._pipeline = Pipeline(
            self._choice.source,
            self._make_landmarker,
            self._on_result,
            self._on_status,
            lossless=self._choice.lossless,
        )
        self._pipeline.start()

    def _apply_status(self, pipeline: Pipeline | None, status: PipelineStatus) -> None:
        if self._closing or pipeline is not self._pipeline:
            return
        match status.state:
            case PipelineState.LOST:
                self._listener.on_source(f"{status.message} {status.hint}".strip())
                self._command(self._engine.source_lost)
            case PipelineState.RUNNING:
                self._command(self._engine.source_regained)
            case PipelineState.ENDED:
                if status.message:
                    self._listener.on_problem(status.message, status.hint)
                self._stop()
            case PipelineState.FAILED:
                self._after_failure(status)
            case _:
                pass

    def _after_failure(self, status: PipelineStatus) -> None:
        """Try the next source while none has delivered; else say so and keep what was done."""
        self._release()
        if self._recorder is None and self._choices is not None:
            upcoming = next(self._choices, None)
            if upcoming is not None:
                _LOG.info("source did not work, trying the next one: %s", status.message)
                self._choices = iter((upcoming, *self._choices))
                self._open_next()
                return
        self._listener.on_problem(status.message, status.hint)
        self._stop()

    def _command(self, command: Callable[[int], list[CoachEvent]]) -> None:
        with self._lock:
            if self._closing:
                return
            if self._clock is None:
                if command == self._toggle:
                    self._pause_at_start = not self._pause_at_start
                return
            self._hand_out(command(self._clock.now_ns()))
            if self._latest is not None:
                self._publish(self._latest.frame, self._latest.face)
            finished = self._engine.finished
        if finished:
            self._finish()

    def _toggle(self, t_ns: int) -> list[CoachEvent]:
        """`resume` tells nothing unless the person holds the session."""
        return self._engine.resume(t_ns) or self._engine.pause(t_ns)

    def _stop(self, *, by_person: bool = False) -> None:
        with self._lock:
            if by_person and self._recorder is not None and not self._closing:
                self._options.note_stopped(self._recorder.session_id)
            if self._clock is not None and not self._closing and not self._engine.finished:
                self._hand_out(self._engine.stop(self._clock.now_ns()))
        self._finish()

    def _finish(self) -> None:
        """Save, let go of the camera, report. Runs once."""
        with self._lock:
            if self._closing:
                return
            self._closing = True
            record, unsaved = empty_record(self._plan, self._affected), []
            if self._recorder is not None and self._pipeline is not None:
                info = self._pipeline.source_info
                assert info is not None
                source = source_record(info, self._pipeline.stats().dropped)
                record = self._recorder.finish(source, completed=self._completed)
                unsaved = self._recorder.unsaved_frames()
        self._release()
        take_back()
        self._listener.on_finished(record, unsaved)
        self._over.set()
        self._commands.shutdown(wait=False)

    def _release(self) -> None:
        if self._pipeline is not None:
            self._pipeline.stop()
            self._pipeline.join(RELEASE_TIMEOUT_S)
