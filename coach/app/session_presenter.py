"""Between a running session and the screen: worker-thread news in, Qt signals out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coach.app.bridge import PipelineBridge
from coach.app.live_session import LiveSession, Request
from coach.app.resume import Resumption
from coach.app.session_listener import SessionListener
from coach.app.session_shelf import SessionShelf
from coach.app.snapshot import Snapshot
from coach.app.sounds import Tones
from coach.app.speech import Speaker
from coach.coaching.choices import swap_choices
from coach.coaching.engine import SessionEngine
from coach.domain.events import CoachEvent, SourceRegained
from coach.domain.exercise import Exercise, Plan
from coach.domain.session import LoggedFrame, SessionRecord
from coach.domain.sides import Affected

#: Builds a session that reports to the listener; not started. The last argument: what it goes on
#: with.
SessionFactory: TypeAlias = Callable[
    [Plan, Affected | None, SessionListener, Resumption | None], LiveSession
]

#: How long closing the program waits for the session to be saved and the camera to be let go.
SHUTDOWN_TIMEOUT_S = 5.0


class _Courier(QObject):
    """Carries one session's news to the thread this object lives in, in order."""

    event_came = Signal(object)
    source_came = Signal(str)
    problem_came = Signal(str, str)
    session_ended = Signal(object, object)

    def __init__(self, bridge: PipelineBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def on_snapshot(self, snapshot: Snapshot) -> None:
        self._bridge.publish(snapshot)

    def on_event(self, event: CoachEvent) -> None:
        self.event_came.emit(event)

    def on_source(self, announcement: str) -> None:
        self.source_came.emit(announcement)

    def on_problem(self, message: str, hint: str) -> None:
        self.problem_came.emit(message, hint)

    def on_finished(self, record: SessionRecord, unsaved: Sequence[LoggedFrame]) -> None:
        self.session_ended.emit(record, unsaved)


class SessionPresenter(QObject):
    """One practice session at a time, for the screen. GUI thread.

    Signals:
        snapshot_ready: there is something to `take`.
        event_raised: a CoachEvent.
        source_announced: a sentence about where the pictures come from.
        problem_raised: what happened, and what to do about it.
        session_finished: the SessionRecord, also where nothing was recorded.
    """

    snapshot_ready = Signal()
    event_raised = Signal(object)
    source_announced = Signal(str)
    problem_raised = Signal(str, str)
    session_finished = Signal(object)

    def __init__(
        self,
        make_session: SessionFactory,
        shelf: SessionShelf,
        speaker: Speaker,
        parent: QObject | None = None,
        *,
        tones: Tones | None = None,
    ) -> None:
        super().__init__(parent)
        self._tones = tones
        self._make_session = make_session
        self._shelf = shelf
        self._speaker = speaker
        self._bridge = PipelineBridge(self)
        self._bridge.ready.connect(self.snapshot_ready)
        self._courier = _Courier(self._bridge, self)
        queued = Qt.ConnectionType.QueuedConnection
        self._courier.event_came.connect(self._on_event, queued)
        self._courier.source_came.connect(self._on_source, queued)
        self._courier.problem_came.connect(self._on_problem, queued)
        self._courier.session_ended.connect(self._on_finished, queued)
        self._session: LiveSession | None = None
        self._planned: frozenset[str] = frozenset()
        self._latest: Snapshot | None = None
        self._source_text, self._text_before = "", ""

    @property
    def latest(self) -> Snapshot | None:
        """The snapshot that was taken last: what the screen shows."""
        return self._latest

    @property
    def running(self) -> bool:
        return self._session is not None

    def take(self) -> Snapshot | None:
        """The newest snapshot that has not been taken."""
        snapshot = self._bridge.take()
        if snapshot is not None:
            self._latest = snapshot
        return snapshot

    def start(
        self, plan: Plan, affected: Affected | None, resumption: Resumption | None = None
    ) -> None:
        """Begin a session, or go on with one that broke off; does nothing while one runs."""
        if self._session is not None:
            return
        self._source_text, self._text_before = "", ""
        self._bridge.take()  # a picture of an earlier session is never shown
        self._latest = None
        self._planned = frozenset(exercise.id for exercise in plan.exercises)
        self._session = self._make_session(plan, affected, self._courier, resumption)
        self._session.start()

    def toggle_pause(self) -> None:
        if self._session is not None:
            self._session.toggle_pause()

    def pause(self) -> None:
        self._ask(SessionEngine.pause)

    def resume(self) -> None:
        self._ask(SessionEngine.resume)

    def skip(self) -> None:
        """Go on with the next exercise."""
        self._ask(SessionEngine.skip)

    def ease(self) -> None:
        """Too hard: smaller and shorter from here on."""
        self._ask(SessionEngine.ease)

    def hurts(self) -> None:
        """It hurts: stop this movement; going on leaves the exercise out."""
        self._ask(SessionEngine.hurts)

    def swap(self, exercise: Exercise | None) -> None:
        """Another exercise in place of the current one; None: the current one later."""
        self._ask(lambda engine, t_ns: engine.swap(t_ns, exercise))

    def stand_ins(self, current: Exercise, offered: Iterable[Exercise]) -> Sequence[Exercise]:
        """Which of the offered exercises may take the place of the current one."""
        return swap_choices(current, offered, self._planned)

    def use(self, *, sounds: bool, nod: bool) -> None:
        """Take over the person's choices: tones, and whether a slow nod pauses and goes on."""
        if self._tones is not None:
            self._tones.set_enabled(sounds)
        if self._session is not None:
            self._session.hear_nods(nod)

    def stop(self) -> None:
        """End the session; `session_finished` follows when everything is saved."""
        if self._session is not None:
            self._session.stop()

    def shutdown(self) -> None:
        """Stop and wait (bounded) until the session is saved: before the program closes."""
        if self._session is not None:
            self._session.leave()
            self._session.wait(SHUTDOWN_TIMEOUT_S)
        self._speaker.close()
        if self._tones is not None:
            self._tones.close()

    def _ask(self, request: Request) -> None:
        if self._session is not None:
            self._session.ask(request)

    @Slot(object)
    def _on_event(self, event: CoachEvent) -> None:
        if isinstance(event, SourceRegained):  # what was said of its loss has gone with it
            self._on_source(self._text_before)
        self._speaker.on_event(event)
        if self._tones is not None:
            self._tones.on_event(event)
        self.event_raised.emit(event)

    @Slot(str)
    def _on_source(self, announcement: str) -> None:
        self._text_before, self._source_text = self._source_text, announcement
        self.source_announced.emit(announcement)

    @Slot(str, str)
    def _on_problem(self, message: str, hint: str) -> None:
        self.problem_raised.emit(message, hint)

    @Slot(object, object)
    def _on_finished(self, record: SessionRecord, unsaved: Sequence[LoggedFrame]) -> None:
        self._session = None
        if unsaved:
            self._shelf.keep(record, unsaved)
        self.session_finished.emit(record)
