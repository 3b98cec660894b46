"""The real window over a real practice log: summary with everything attached, and progress."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from coach.app.afterwards_presenter import AfterwardsPorts, AfterwardsPresenter
from coach.app.progress_presenter import ProgressPresenter
from coach.app.session_shelf import SessionShelf
from coach.app.still_keeper import StillKeeper
from coach.app.tasks import run_inline
from coach.domain.exercise import Exercise
from coach.domain.feedback import SessionFeedback
from coach.domain.session import LoggedFrame, SessionRecord
from coach.domain.still import Pose
from coach.export.package import write_package
from coach.face.expression import Expression
from coach.face.painter import render_face
from coach.storage.database import Database
from coach.storage.feedback import FeedbackRepository
from coach.storage.last_time import last_time
from coach.storage.progress_log import PracticeProgress
from coach.storage.sessions import SessionRepository
from coach.storage.snapshots import SnapshotRepository
from coach.ui.main_window import MainWindow
from coach.ui.pages.page import PageId
from coach.ui.pages.progress_model import movement_titles
from coach.ui.pages.progress_page import ProgressPage
from coach.ui.report.one_page import write_report
from tests.fixtures.many_sessions import START
from tests.ui.fake_presenters import Choices, FakeHome, FakeSession

TODAY = (START + timedelta(days=40)).date()


class Desk:
    """A window whose summary keeps answers and whose progress page reads the log."""

    def __init__(
        self, database: Database, folder: Path, choices: Choices, today: date = TODAY
    ) -> None:
        self.database = database
        self.sessions = SessionRepository(database)
        self.shelf = SessionShelf(self.sessions)
        self.keeper = StillKeeper()
        self.keeper.wanted = True
        self.stop_signs = 0
        self.home = FakeHome(choices)
        self.afterwards = AfterwardsPresenter(
            AfterwardsPorts(
                shelf=self.shelf,
                flags=self.sessions,
                feedback=FeedbackRepository(database),
                stills=SnapshotRepository(database),
                package=_package,
                report=self._report,
                earlier=lambda record: last_time(database, record),
                stop_sign=self._stop,
            ),
            self.keeper,
            start_task=run_inline,
            parent=self.home,
        )
        self.progress = ProgressPage(
            ProgressPresenter(PracticeProgress(database), start_task=run_inline, parent=self.home),
            lambda: movement_titles(self.home.exercises()),
            lambda: True,
            lambda: today,
        )
        self.window = MainWindow(self.home, FakeSession(), pages=[self.progress])
        self.window.summary_page.use(self.afterwards, self.exercises, lambda _parent: folder)
        self.window.home_page.past_asked.connect(self.afterwards.open_past)

    def exercises(self) -> Mapping[str, Exercise]:
        """By id."""
        return {e.id: e for e in self.home.exercises()}

    def show_summary(self, record: SessionRecord, *, fresh: bool = True) -> None:
        """As at a session's end."""
        self.window.summary_page.show_record(record, self.exercises(), fresh=fresh)
        self.window.go(PageId.SUMMARY)
        settle()

    def show_progress(self) -> None:
        """As by the navigation."""
        self.window.go(PageId.PROGRESS)
        settle()

    def _stop(self) -> None:
        self.stop_signs += 1

    def _report(
        self, folder: Path, name: str, record: SessionRecord, feedback: SessionFeedback | None
    ) -> Path:
        return write_report(folder, name, record, feedback, self.exercises(), {})


def settle() -> None:
    """Let the layouts find their sizes: each level of them asks the one above once more."""
    for _ in range(8):
        QApplication.processEvents()


def pictures() -> dict[Pose, QImage]:
    """The drawn face at rest and in a smile."""
    return {
        Pose.REST: render_face(Expression.neutral(), (512, 512)),
        Pose.LARGEST: render_face(Expression.symmetric({"smile": 0.6}), (512, 512)),
    }


def _package(
    folder: Path,
    name: str,
    record: SessionRecord,
    frames: Sequence[LoggedFrame],
    feedback: SessionFeedback | None,
) -> Path:
    return write_package(folder, name, record, frames, feedback, plots=False)
