"""After a session: how it felt, what is behind a flag, handing it over, keeping two stills."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal

from coach.analysis.blinks import blink_mask
from coach.app.home_presenter import practice_folder_name
from coach.app.session_shelf import SessionShelf
from coach.app.still_keeper import StillKeeper, stills
from coach.app.tasks import Progress, TaskStarter, run_task
from coach.domain.errors import CoachError, InputError
from coach.domain.feedback import SessionFeedback
from coach.domain.flag_curves import FlagCurves, flag_curves
from coach.domain.movements import Region
from coach.domain.session import LoggedFrame, RepRecord, SessionRecord, SynkinesisFlag
from coach.domain.session_mean import Earlier
from coach.domain.sides import Side
from coach.domain.still import Still
from coach.domain.therapist_flags import therapist_flag

#: From here on pain is answered with advice to stop (0 none to 4 very much).
PAIN_STOP: Final = 3

#: (folder, name without ending, session, rows, answers) -> the file.
PackageWriter = Callable[
    [Path, str, SessionRecord, Sequence[LoggedFrame], SessionFeedback | None], Path
]
#: (folder, name without ending, session, answers) -> the file.
ReportWriter = Callable[[Path, str, SessionRecord, SessionFeedback | None], Path]


class FlagStore(Protocol):
    """What a therapist's entries need of the practice log."""

    def load(self, session_id: str) -> SessionRecord: ...
    def add_flag(self, session_id: str, rep_index: int, flag: SynkinesisFlag) -> None: ...
    def remove_flag(self, session_id: str, rep_index: int, region: Region, side: Side) -> None: ...


class FeedbackStore(Protocol):
    """Answers in the practice log."""

    def of(self, session_id: str) -> SessionFeedback | None: ...
    def save(self, feedback: SessionFeedback) -> None: ...


class StillStore(Protocol):
    """Kept pictures in the practice log."""

    def keep(self, stills: Sequence[Still]) -> None: ...


@dataclass(frozen=True, slots=True, eq=False)
class FlagCase:
    """A flag that was opened; `curves` is None where no measure stands behind it."""

    rep: RepRecord
    flag: SynkinesisFlag
    curves: FlagCurves | None


@dataclass(frozen=True, slots=True)
class AfterwardsPorts:
    """Where a session's additions go.

    Attributes:
        shelf: sessions with their rows, saved or not.
        flags: therapists' entries.
        feedback: answers.
        stills: kept pictures.
        package: writes the zip file.
        report: writes the page.
        earlier: the last time of each exercise of a session, by exercise id.
        stop_sign: the person says that pain is a warning sign.
    """

    shelf: SessionShelf
    flags: FlagStore
    feedback: FeedbackStore
    stills: StillStore
    package: PackageWriter
    report: ReportWriter
    earlier: Callable[[SessionRecord], Mapping[str, Earlier]]
    stop_sign: Callable[[], None]


class AfterwardsPresenter(QObject):
    """One session at a time. GUI thread.

    Signals:
        record_changed: the session with a therapist's entry more or less, a SessionRecord.
        record_loaded: an earlier session, to be shown, a SessionRecord.
        curves_ready: a FlagCase.
        shared: the file that was written, a Path.
        stills_kept: how many pictures are in the log now.
        problem_raised: what happened, and what to do about it.
    """

    record_changed = Signal(object)
    record_loaded = Signal(object)
    curves_ready = Signal(object)
    shared = Signal(object)
    stills_kept = Signal(int)
    problem_raised = Signal(str, str)

    def __init__(
        self,
        ports: AfterwardsPorts,
        keeper: StillKeeper,
        *,
        start_task: TaskStarter = run_task,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ports = ports
        self._keeper = keeper
        self._start_task = start_task
        self._now = now
        self._record: SessionRecord | None = None
        self._fresh = False
        self._kept = False
        self._feedback: SessionFeedback | None = None

    @property
    def record(self) -> SessionRecord | None:
        """The session that is shown."""
        return self._record

    @property
    def feedback(self) -> SessionFeedback | None:
        """The answers so far."""
        return self._feedback

    @property
    def kept(self) -> bool:
        """Whether the session is in the practice log, so that something can be added to it."""
        return self._kept

    @property
    def shareable(self) -> bool:
        """Whether there is something to hand over: nothing is left of one that looked around."""
        held = self._record is not None and self._ports.shelf.holds(self._record.id)
        return self._kept or held

    @property
    def offers_stills(self) -> bool:
        """Whether to ask: the session has just ended, and there are two pictures of it."""
        return self._kept and self._fresh and self._keeper.complete

    @property
    def pain_is_strong(self) -> bool:
        """Whether the answer asks for advice to stop."""
        pain = self._feedback.pain if self._feedback is not None else None
        return pain is not None and pain >= PAIN_STOP

    def show(self, record: SessionRecord, *, fresh: bool) -> None:
        """Take over the session that the page shows; `fresh` where it has just ended."""
        self._record, self._fresh = record, fresh
        if not fresh:
            self._keeper.clear()
        self._kept, self._feedback = False, None
        try:
            self._ports.flags.load(record.id)
            self._kept = True
            self._feedback = self._ports.feedback.of(record.id)
        except InputError:  # a session that was only tried out, or one that could not be saved
            return
        except CoachError as error:
            self._on_failed(error)

    def earlier(self) -> Mapping[str, Earlier]:
        """The last time of each exercise before this session; none where it cannot be read."""
        if self._record is None:
            return {}
        try:
            return self._ports.earlier(self._record)
        except CoachError as error:
            self._on_failed(error)
            return {}

    def open_past(self, session_id: str) -> None:
        """Read an earlier session; `record_loaded` follows."""
        self._start_task(
            lambda _report: self._ports.flags.load(session_id),
            self.record_loaded.emit,
            self._on_failed,
        )

    def answer(self, **answers: object) -> None:
        """Keep answers at once ("effort", "tightness", "pain", "mood", "note")."""
        if self._record is None:
            return
        before = self._feedback or SessionFeedback(self._record.id, self._now())
        changed = replace(before, answered=self._now(), **answers)  # type: ignore[arg-type]
        try:
            self._ports.feedback.save(changed)
        except CoachError as error:
            self._on_failed(error)
            return
        self._feedback = changed

    def report_stop_sign(self) -> None:
        """The person says that this pain is a warning sign."""
        self._ports.stop_sign()

    def open_flag(self, rep: RepRecord, flag: SynkinesisFlag) -> None:
        """Read the two curves behind a flag; `curves_ready` follows."""
        record, shelf = self._record, self._ports.shelf
        if record is None:
            return

        def work(_report: Progress) -> FlagCase:
            _, frames = shelf.fetch(record.id)
            return FlagCase(rep, flag, flag_curves(rep, flag, frames, blink_mask))

        self._start_task(work, self.curves_ready.emit, self._on_failed)

    def enter_flag(self, rep: RepRecord, region: Region, side: Side, grade: int) -> None:
        """A therapist saw the chin or the neck join in; the same entry is replaced."""
        self._change(
            lambda session_id: self._ports.flags.add_flag(
                session_id, rep.index, therapist_flag(rep, region, side, grade)
            )
        )

    def take_back_flag(self, rep: RepRecord, region: Region, side: Side) -> None:
        """Take a therapist's entry away."""
        self._change(
            lambda session_id: self._ports.flags.remove_flag(session_id, rep.index, region, side)
        )

    def share_package(self, folder: Path) -> None:
        """Write the session as a zip file; `shared` follows."""
        record, feedback, ports = self._record, self._feedback, self._ports
        if record is None:
            return

        def work(report: Progress) -> Path:
            whole, frames = ports.shelf.fetch(record.id)
            report(0.3)
            name = practice_folder_name(whole.created)
            return ports.package(folder, name, whole, frames, feedback)

        self._start_task(work, self.shared.emit, self._on_failed)

    def share_report(self, folder: Path) -> None:
        """Write the session as one page; `shared` follows."""
        record, feedback, ports = self._record, self._feedback, self._ports
        if record is None:
            return

        def work(_report: Progress) -> Path:
            name = practice_folder_name(record.created)
            return ports.report(folder, name, record, feedback)

        self._start_task(work, self.shared.emit, self._on_failed)

    def keep_stills(self) -> None:
        """The person said yes, for this session; `stills_kept` follows."""
        record, ports, now = self._record, self._ports, self._now()
        if record is None:
            return
        held = self._keeper.held()
        self.drop_stills()

        def work(_report: Progress) -> int:
            kept = stills(held, record.id, now)
            ports.stills.keep(kept)
            return len(kept)

        self._start_task(work, self.stills_kept.emit, self._on_failed)

    def drop_stills(self) -> None:
        """The person said no, or went on: let go of the pictures."""
        self._keeper.clear()

    def _change(self, change: Callable[[str], None]) -> None:
        if self._record is None:
            return
        try:
            change(self._record.id)
            self._record = self._ports.flags.load(self._record.id)
        except CoachError as error:
            self._on_failed(error)
            return
        self.record_changed.emit(self._record)

    def _on_failed(self, error: CoachError) -> None:
        self.problem_raised.emit(error.message, error.hint)
