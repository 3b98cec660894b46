"""Writes a session to the practice log while it goes on, repetition by repetition.

A log that cannot be written (a full disk, say) never stops the practice: what is not yet saved
stays in memory in order, is tried again with every later write, and can still be exported.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from coach.app.blink_log import BlinkLog
from coach.app.course_log import course_entry
from coach.app.quality_counter import QualityCounter
from coach.app.tasks import plain_error
from coach.domain.blinks import BlinkSummary
from coach.domain.course import CourseEntry
from coach.domain.errors import CoachError
from coach.domain.events import BaselineMeasured, CoachEvent, RepDone, RestChecked, TalkingDone
from coach.domain.language import mark, tr
from coach.domain.session import (
    BaselineRecord,
    DriftRecord,
    LoggedFrame,
    QualitySummary,
    RepRecord,
    SessionRecord,
    SourceRecord,
)
from coach.domain.spontaneous import SpontaneousSummary

#: Frames wait at most this long (seconds of session time) for a commit. Higher: fewer commits,
#: more lost with the power.
FLUSH_EVERY_S: Final = 10.0

NOT_SAVED: Final = mark(
    "The practice log cannot be written at the moment; you can go on practising."
)
NOT_SAVED_HINT: Final = mark(
    "Make room on the disk; the program tries again, and you can export this session at the end."
)
SAVED_AGAIN: Final = mark("The practice log is written again; nothing was lost.")


class SessionLog(Protocol):
    """What the recorder needs of the practice log (`coach.storage.sessions.SessionRepository`)."""

    def begin(self, record: SessionRecord) -> None: ...

    def add_rep(self, session_id: str, rep: RepRecord, frames: Sequence[LoggedFrame]) -> None: ...

    def add_frames(self, session_id: str, frames: Sequence[LoggedFrame]) -> None: ...

    def set_baseline(self, session_id: str, baseline: BaselineRecord) -> None: ...

    def add_drift(self, session_id: str, look: DriftRecord) -> None: ...

    def add_spontaneous(self, session_id: str, check: SpontaneousSummary) -> None: ...

    def add_course(self, session_id: str, entry: CourseEntry) -> None: ...

    def finish(
        self,
        session_id: str,
        source: SourceRecord,
        quality: QualitySummary,
        finished: bool,
        blinks: BlinkSummary | None = None,
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class _Write:
    apply: Callable[[], None]
    frames: tuple[LoggedFrame, ...] = ()


class SessionRecorder:
    """Records one session. Not thread-safe: the caller serialises.

    Args:
        log: the practice log.
        header: the session as known at its start; its reps and quality are ignored.
        on_problem: told once, with one plain sentence and a hint, when the log cannot be written,
            and once when it can again.
    """

    def __init__(
        self, log: SessionLog, header: SessionRecord, on_problem: Callable[[str, str], None]
    ) -> None:
        self._log = log
        self._header = header
        self._on_problem = on_problem
        self._baseline: BaselineRecord | None = None
        self._reps: list[RepRecord] = []
        self._drift: list[DriftRecord] = []
        self._talking: list[SpontaneousSummary] = []
        self._course: list[CourseEntry] = []
        self._quality = QualityCounter()
        self._blinks = BlinkLog(header.affected)
        self._summary: BlinkSummary | None = None
        self._fresh: list[LoggedFrame] = []
        self._unsaved: deque[_Write] = deque()
        self._failing = False
        self._finished = False
        self._write(_Write(lambda: log.begin(header)))

    @property
    def session_id(self) -> str:
        return self._header.id

    @property
    def saved(self) -> bool:
        """Whether everything recorded so far is in the practice log."""
        return not self._unsaved and not self._fresh

    def add_frame(self, logged: LoggedFrame) -> None:
        """Take one row; committed with the repetition, or after `FLUSH_EVERY_S`."""
        self._fresh.append(logged)
        self._quality.add(logged.measures)
        self._blinks.add(logged.measures)
        if logged.time_s - self._fresh[0].time_s >= FLUSH_EVERY_S:
            self._flush()

    def add_event(self, event: CoachEvent) -> None:
        """Record what belongs into the log; every other event is passed over."""
        session, log = self.session_id, self._log
        if isinstance(event, BaselineMeasured):
            baseline = self._baseline = event.baseline
            self._write(_Write(lambda: log.set_baseline(session, baseline)))
        elif isinstance(event, RestChecked):
            look = DriftRecord(event.t_s, event.region, event.side, event.size_mm)
            self._drift.append(look)
            self._write(_Write(lambda: log.add_drift(session, look)))
        elif isinstance(event, TalkingDone):
            check = event.summary
            self._talking.append(check)
            self._write(_Write(lambda: log.add_spontaneous(session, check)))
        elif isinstance(event, RepDone):
            rep, frames = event.rep, self._take_fresh()
            self._reps.append(rep)
            self._write(_Write(lambda: log.add_rep(session, rep, frames), frames))
        elif (entry := course_entry(event)) is not None:
            self.note(entry)

    def note(self, entry: CourseEntry) -> None:
        """Add to the session's course."""
        session, log = self.session_id, self._log
        self._course.append(entry)
        self._write(_Write(lambda: log.add_course(session, entry)))

    def finish(self, source: SourceRecord, *, completed: bool) -> SessionRecord:
        """Commit what is left. A second call changes nothing.

        Returns:
            The whole session, whether or not the log could be written.
        """
        if not self._finished:
            self._summary = self._blinks.summary()
        record = replace(self.record(), source=source, finished=completed, blinks=self._summary)
        if self._finished:
            return record
        self._finished = True
        self._flush()
        session, log, quality = self.session_id, self._log, record.quality
        blinks = self._summary
        self._write(_Write(lambda: log.finish(session, source, quality, completed, blinks)))
        self._header = replace(self._header, source=source, finished=completed)
        return record

    def record(self) -> SessionRecord:
        """The session so far."""
        return replace(
            self._header,
            baseline=self._baseline,
            reps=tuple(self._reps),
            quality=self._quality.summary(),
            drift=tuple(self._drift),
            spontaneous=tuple(self._talking),
            course=tuple(self._course),
        )

    def unsaved_frames(self) -> list[LoggedFrame]:
        """Rows that are only in memory, in order."""
        return [row for write in self._unsaved for row in write.frames] + self._fresh

    def _take_fresh(self) -> tuple[LoggedFrame, ...]:
        frames, self._fresh = tuple(self._fresh), []
        return frames

    def _flush(self) -> None:
        frames = self._take_fresh()
        if frames:
            session, log = self.session_id, self._log
            self._write(_Write(lambda: log.add_frames(session, frames), frames))

    def _write(self, write: _Write) -> None:
        """Queue a write and carry out what waits, in order, up to the first failure."""
        self._unsaved.append(write)
        while self._unsaved:
            try:
                self._unsaved[0].apply()
            except Exception as error:
                self._report_failure(plain_error(error))
                return
            self._unsaved.popleft()
        if self._failing:
            self._failing = False
            self._on_problem(tr(SAVED_AGAIN), "")

    def _report_failure(self, error: CoachError) -> None:
        if not self._failing:
            self._failing = True
            self._on_problem(tr(NOT_SAVED), error.hint or tr(NOT_SAVED_HINT))
