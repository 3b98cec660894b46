"""Between the home page and what is on disk: plans, past sessions, settings, export."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLocale, QObject, Qt, Signal, Slot

from coach.app.care import CareCards
from coach.app.consent import has_agreed
from coach.app.profile_presenter import ProfilePresenter
from coach.app.session_shelf import SessionShelf
from coach.app.settings_store import SettingsStore
from coach.app.speech import Speaker
from coach.app.tasks import TaskStarter, run_task
from coach.coaching.library import ExerciseLibrary
from coach.domain.errors import CoachError
from coach.domain.exercise import Exercise, Plan
from coach.domain.language import tr
from coach.domain.practice_week import Week, week_of
from coach.domain.programme import SafetyCard
from coach.domain.session import LoggedFrame, SessionRecord
from coach.storage.export_index import ExportIndex
from coach.storage.sessions import SessionSummary
from coach.storage.settings import Settings

#: Writes a session's files into a folder and returns them (`coach.export.session_folder`).
SessionWriter = Callable[[Path, SessionRecord, Sequence[LoggedFrame]], list[Path]]


class SessionIndex(Protocol):
    """What the home page needs of the practice log."""

    def list(self) -> Sequence[SessionSummary]: ...


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One past session in the list; `drawn` where it was the drawn face's, not the person's."""

    id: str
    created: datetime
    title: str
    reps: int
    scored: int
    drawn: bool


def first_weekday() -> int:
    """The day that a week begins with where the person lives: 0 Monday to 6 Sunday."""
    return QLocale().firstDayOfWeek().value - 1


def practice_folder_name(created: datetime) -> str:
    """Name of a session's folder: sorts by time, holds no personal data."""
    return f"practice-{created:%Y%m%d-%H%M%S}"


class HomePresenter(QObject):
    """Everything around a session. GUI thread.

    Signals:
        sessions_changed: the list of past sessions is different now.
        plans_changed: other plans may be practised now.
        exported: the folder a session was written to, a Path.
        problem_raised: what happened, and what to do about it.
    """

    sessions_changed = Signal()
    plans_changed = Signal()
    exported = Signal(object)
    problem_raised = Signal(str, str)
    _problem_reported = Signal(str, str)

    def __init__(
        self,
        library: ExerciseLibrary,
        index: SessionIndex,
        shelf: SessionShelf,
        settings: SettingsStore,
        speaker: Speaker,
        write_session: SessionWriter,
        *,
        start_task: TaskStarter = run_task,
        person: ProfilePresenter | None = None,
        today: Callable[[], date] = date.today,
        exports: ExportIndex | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._summaries: Sequence[SessionSummary] | None = None  # as `sessions` read them last
        self._person = person
        self._care = CareCards(
            lambda: person.library if person else library,
            settings,
            lambda: person is not None and person.profile.child,
        )
        if person is not None:
            person.changed.connect(self.plans_changed)
            person.problem_raised.connect(self.problem_raised)
        self._library = library
        self._index = index
        self._shelf = shelf
        self._settings = settings
        self._speaker = speaker
        self._write_session = write_session
        self._exports = exports or ExportIndex(None)
        self._start_task = start_task
        self._problem_reported.connect(
            self._on_problem_reported, Qt.ConnectionType.QueuedConnection
        )
        speaker.set_enabled(settings.settings.voice)

    def plans(self) -> Sequence[Plan]:
        """What may be practised today, the recommended plan first.

        Where nobody is asked about (a demonstration): the library's plans, in its order.
        """
        if self._person is None:
            return tuple(self._library.plans.values())
        plans = self._person.plans()
        chosen = self._person.plan(self.preferences().plan_id)
        if chosen is None or any(plan.id == chosen.id for plan in plans):
            return plans
        return (*plans, chosen)  # a therapist beside may choose any

    def choose_plan(self, plan_id: str) -> None:
        """Make a plan today's practice."""
        self.update(plan_id=plan_id)
        self.plans_changed.emit()

    def advice(self) -> str:
        """Why nothing may be practised, or who plans the practice; "" where there is nothing."""
        return self._person.advice() if self._person is not None else ""

    @property
    def shut(self) -> bool:
        """Whether a warning sign was reported that nobody has looked at."""
        return self._person is not None and self._person.profile.stop_sign

    @property
    def asks_side(self) -> bool:
        """Whether no practice begins before the weak side was asked for: once."""
        wanted = self.preferences()
        return self._person is not None and has_agreed(wanted) and not wanted.side_asked

    def care_cards(self, plan_id: str) -> Sequence[SafetyCard]:
        """The safety cards of a plan."""
        return self._care.cards(plan_id)

    def care_due(self, plan_id: str) -> bool:
        """Whether they are to be read before this plan: once a day; not in a demonstration."""
        return self._person is not None and self._care.due(plan_id)

    def note_care_read(self, plan_id: str) -> None:
        """They were read."""
        try:
            self._care.note_read(plan_id)
        except CoachError as error:
            self.report_problem(error.message, error.hint)

    def exercises(self) -> Sequence[Exercise]:
        return tuple(self._library.exercises.values())

    def problems(self) -> Sequence[str]:
        """Plain sentences about files that could not be used."""
        warning = self._settings.warning
        return (*self._library.problems, *([warning] if warning else []))

    def sessions(self) -> Sequence[SessionRow]:
        """Past sessions, newest first; none where the log cannot be read, which is said."""
        try:
            self._summaries = self._index.list()
        except CoachError as error:
            self._summaries = None
            self.report_problem(error.message, error.hint)
            return ()
        return tuple(self._row(summary) for summary in self._summaries)

    def week(self) -> Week:
        """This week's days of the person's own practice, by their dates; empty where unreadable."""
        if self._summaries is None:
            self.sessions()
        days = Counter(s.created.date() for s in self._summaries or () if s.practised)
        return week_of(self._today(), days, self.preferences().weekly_days, first_weekday())

    def preferences(self) -> Settings:
        return self._settings.settings

    def update(self, **changes: object) -> None:
        """Change settings; a change that cannot be saved still holds until the program ends."""
        try:
            self._settings.update(**changes)
        except CoachError as error:
            self.report_problem(error.message, error.hint)
        self._speaker.set_enabled(self._settings.settings.voice)
        if "affected" in changes:
            self.plans_changed.emit()

    def export_session(self, session_id: str, folder: Path) -> None:
        """Write a session into a folder of its own in `folder`; `exported` says when it is done."""

        def work(report: Callable[[float], None]) -> Path:
            record, frames = self._shelf.fetch(session_id)
            report(0.5)
            target = folder / practice_folder_name(record.created)
            self._exports.add(session_id, self._write_session(target, record, frames))
            return target

        self._start_task(work, self.exported.emit, self._on_export_failed)

    def report_problem(self, message: str, hint: str) -> None:
        """Have a problem shown. Any thread."""
        self._problem_reported.emit(message, hint)

    def forget_sessions(self) -> None:
        """Sessions were deleted: read again what is there, and what it opens."""
        self._summaries = None
        self.sessions_changed.emit()
        if self._person is not None:
            self._person.refresh()

    @Slot(object)
    def on_session_finished(self, _record: SessionRecord) -> None:
        """Have the list of sessions read again, and what their clean repetitions open."""
        self.forget_sessions()

    def _row(self, summary: SessionSummary) -> SessionRow:
        exercises = self._library.exercises
        shown = summary.plan if summary.finished else summary.done
        if summary.reps and not shown:  # of a program that wrote no course
            shown = summary.plan
        names = [exercises[i].title if i in exercises else i for i in shown]
        title = ", ".join(names) or tr("Practice, stopped early")
        return SessionRow(
            summary.id, summary.created, title, summary.reps, summary.scored, summary.drawn
        )

    def _on_export_failed(self, error: CoachError) -> None:
        self.problem_raised.emit(error.message, error.hint)

    @Slot(str, str)
    def _on_problem_reported(self, message: str, hint: str) -> None:
        self.problem_raised.emit(message, hint)
