"""From "start" to the summary: the session's news to the pages that show them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coach.app.resume import Resumption
from coach.app.snapshot import Snapshot
from coach.domain.exercise import Plan
from coach.domain.language import tr
from coach.domain.session import SessionRecord
from coach.domain.sides import Affected
from coach.ui.contracts import HomePort, SessionPort
from coach.ui.pages.home_page import HomePage
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.practice_page import PracticePage
from coach.ui.pages.summary_page import SummaryPage

Notice = Callable[[str, str], None]


class SessionFlow(QObject):
    """Starts sessions and shows their news and their end. GUI thread.

    Args:
        parent: the window.
        home: plans, preferences, export.
        session: the running session.
        pages: home, practice and summary.
        go: shows a page.
        tell: shows a sentence above the page, and what to do; an empty one hides it.
        choose_folder: asks where an export goes; None where the person changes their mind.
        before: shows what is to be read before a plan, by its id; False where there is nothing.
    """

    def __init__(
        self,
        parent: QWidget,
        home: HomePort,
        session: SessionPort,
        pages: tuple[HomePage, PracticePage, SummaryPage],
        go: Callable[[PageId], None],
        shown: Callable[[], Page],
        tell: Notice,
        choose_folder: Callable[[QWidget], Path | None],
        before: Callable[[str], bool],
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._home = home
        self._session = session
        self._home_page, self._practice, self._summary = pages
        self._go = go
        self._shown = shown
        self._tell = tell
        self._choose_folder = choose_folder
        self._before = before
        session.snapshot_ready.connect(self._on_snapshot_ready)
        session.source_announced.connect(self._practice.show_source)
        session.problem_raised.connect(self.on_problem)
        session.session_finished.connect(self.on_session_finished)
        home.problem_raised.connect(self.on_problem)
        home.sessions_changed.connect(self._on_sessions_changed)
        home.plans_changed.connect(self._home_page.refresh)
        home.exported.connect(self._on_exported)
        self._home_page.start_asked.connect(self.start)
        self._home_page.export_asked.connect(self._on_export_asked)
        self._summary.export_asked.connect(self._on_export_asked)

    @property
    def practising(self) -> bool:
        """Whether the practice page is shown."""
        return self._shown() is self._practice

    def start(self) -> None:
        """Begin the chosen plan; does nothing while a session runs or where there is no plan."""
        plan = self._home_page.plan
        if plan is None or self._session.running:
            return
        self._tell("", "")
        if self._home.asks_side:
            self._go(PageId.HOME)
            self._home_page.ask_side()
            return
        if self._before(plan.id):
            return
        self.begin(plan, self._home.preferences().affected)

    def begin(
        self, plan: Plan, affected: Affected | None, resumption: Resumption | None = None
    ) -> None:
        """Begin a plan, or go on with it; does nothing while a session runs."""
        if self._session.running:
            return
        self._practice.begin(plan.title, affected)
        self._go(PageId.PRACTICE)
        self._session.start(plan, affected, resumption)

    def on_problem(self, message: str, hint: str) -> None:
        """Show a problem where the person looks."""
        if self.practising:
            self._tell("", "")
            self._practice.show_problem(message, hint)
        else:
            self._tell(message, hint)

    def on_session_finished(self, record: SessionRecord) -> None:
        """Show the summary, or home where nothing was recorded."""
        exercises = {e.id: e for e in self._home.exercises()}
        if self._practice.problem:
            self._tell(self._practice.problem, "")
            if not record.reps:
                self._go(PageId.HOME)
                return
        self._summary.show_record(record, exercises)
        self._go(PageId.SUMMARY)

    def _on_snapshot_ready(self) -> None:
        snapshot: Snapshot | None = self._session.take()
        if snapshot is not None and self.practising:
            self._practice.show_snapshot(snapshot)

    def _on_sessions_changed(self) -> None:
        self._home_page.show_sessions()

    def _on_export_asked(self, session_id: str) -> None:
        folder = self._choose_folder(self._window)
        if folder is not None:
            self._home.export_session(session_id, folder)

    def _on_exported(self, folder: Path) -> None:
        text = tr("Saved in {folder}", folder=folder)
        self._home_page.past.say(text)
        self._summary.say(text)
        self._shown().said.emit(text, False)
