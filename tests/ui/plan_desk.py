"""A window with the plan page on a practice log of its own, for tests."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from coach.app.home_presenter import HomePresenter
from coach.app.profile_presenter import ProfilePresenter
from coach.app.session_shelf import SessionShelf
from coach.app.settings_store import SettingsStore
from coach.app.speech import Speaker
from coach.app.tasks import run_inline
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.exercise import Stage
from coach.domain.profile import Procedure, Profile
from coach.domain.sides import Affected
from coach.storage.database import Database
from coach.storage.profiles import ProfileRepository
from coach.storage.sessions import SessionRepository
from coach.storage.settings import Settings
from coach.ui.main_window import MainWindow
from coach.ui.pages.page import PageId
from coach.ui.pages.plan_page import PlanPage
from tests.ui.fake_presenters import FakeSession
from tests.ui.test_layout_walk import SIZES, settle

TODAY = date.today()  # noqa: DTZ011 - the person's own day, as the program reads it
SYNKINETIC = Profile(stage=Stage.SYNKINETIC, movement_seen=True, onset=TODAY - timedelta(weeks=30))
GRAFT = Profile(
    procedure=Procedure.CROSS_FACE_GRAFT,
    stage=Stage.REANIMATION,
    surgery=TODAY - timedelta(weeks=20),
    surgeon_cleared=True,
    botulinum=TODAY - timedelta(weeks=3),
    released=frozenset({"cross_face_graft/heal"}),
)


class Desk:
    """A window with the plan page on a log of its own."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.database = Database.open(folder / "practice.db")
        repository = SessionRepository(self.database)
        library = load_exercises(exercises_dir(), language=language)
        self.settings = SettingsStore(None, Settings(voice=False, affected=Affected.LEFT))
        self.person = ProfilePresenter(
            ProfileRepository(self.database), library, lambda: self.settings.settings.affected
        )
        self.home = HomePresenter(
            library,
            repository,
            SessionShelf(repository),
            self.settings,
            Speaker(enabled=False),
            lambda *_: [],
            start_task=run_inline,
            person=self.person,
        )
        self.session = FakeSession()
        self.page = PlanPage(self.person, self.home)
        self.window = MainWindow(self.home, self.session, pages=[self.page])

    def open(
        self, profile: Profile, *, scale: int = 100, size: tuple[int, int] = SIZES[1]
    ) -> PlanPage:
        self.person.put(profile)
        self.window.look.update(text_scale_pct=scale)
        self.window.resize(*size)
        self.window.show()
        self.window.go(PageId.PLAN)
        settle()
        return self.page

    def button(self, name: str) -> QPushButton:
        found = self.page.findChild(QPushButton, name)
        assert found is not None, name
        return found

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.database.close()
