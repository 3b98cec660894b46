"""First start, settings and about with real presenters over a real practice log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.app.about_facts import about_facts
from coach.app.camera_presenter import CameraPresenter
from coach.app.camera_preview import CameraPreview
from coach.app.i18n import use_language
from coach.app.limits_presenter import LimitsPresenter
from coach.app.plan_import import PlanImport, merged_profile
from coach.app.profile_presenter import ProfilePresenter
from coach.app.settings_store import SettingsStore
from coach.app.sources import Patient, drawn_face
from coach.app.tasks import run_inline
from coach.app.welcome_presenter import WelcomePresenter
from coach.capture.cameras import CameraInfo
from coach.capture.landmarker import Landmarker
from coach.capture.source import FrameSource
from coach.coaching.library import ExerciseLibrary, exercises_dir, load_exercises
from coach.domain.frames import Frame, ImageStats
from coach.domain.landmarks import FaceFrame
from coach.domain.session import EngineInfo
from coach.storage.database import Database
from coach.storage.prescriptions import PrescriptionRepository
from coach.storage.profiles import ProfileRepository
from coach.storage.settings import Settings
from coach.ui.main_window import MainWindow
from coach.ui.pages.about_page import AboutPage
from coach.ui.pages.settings_page import SettingsPage, SettingsParts
from coach.ui.pages.welcome_page import WelcomePage
from tests.ui.fake_presenters import FakeHome, FakeSession


class NoFaceEngine:
    """Sees no face: enough where landmarks do not matter."""

    info = EngineInfo("none", "0", "0")

    def detect(self, frame: Frame) -> FaceFrame:
        return FaceFrame(None, frame.index, frame.t_ns, frame.size, 0, ImageStats(1, 1, 1))

    def close(self) -> None:
        """Nothing to let go."""


class StoredHome(FakeHome):
    """The fake home over real settings, as `HomePresenter` keeps them."""

    def __init__(self, store: SettingsStore) -> None:
        super().__init__()
        self.store = store

    def preferences(self) -> Settings:  # type: ignore[override]
        return self.store.settings

    def update(self, **changes: object) -> None:
        self.store.update(**changes)


@dataclass
class OwnPages:
    window: MainWindow
    home: StoredHome
    person: ProfilePresenter
    plans: PlanImport
    limits: LimitsPresenter
    cameras: CameraPresenter
    start: WelcomePresenter
    welcome: WelcomePage
    settings: SettingsPage
    about: AboutPage
    reopened: list[int] = field(default_factory=list)


_library: list[ExerciseLibrary] = []


def library() -> ExerciseLibrary:
    if not _library:
        _library.append(load_exercises(exercises_dir()))
    return _library[0]


@contextmanager
def own_pages(
    folder: Path,
    settings: Settings | None = None,
    cameras_here: Callable[[], list[CameraInfo]] = list,
    engine: Callable[[], Landmarker] = NoFaceEngine,
) -> Iterator[OwnPages]:
    """The window with the pages; every change is kept in memory."""

    def source(_camera: CameraInfo | None) -> FrameSource:
        return drawn_face(Patient(), "", live=True).source

    with Database.open(folder / "log.db") as database:
        home = StoredHome(SettingsStore(None, settings or Settings(theme="light")))
        person = ProfilePresenter(
            ProfileRepository(database), library(), lambda: home.preferences().affected
        )
        plans = PlanImport(
            PrescriptionRepository(database),
            library(),
            home.store,
            lambda given: person.put(merged_profile(person.profile, given)),
        )
        cameras = CameraPresenter(
            CameraPreview(engine, start_task=run_inline),
            cameras_here,
            source,
            lambda: home.preferences().camera,
            lambda camera_id: home.update(camera=camera_id),
            start_task=run_inline,
        )
        cards = tuple(library().cards.values())
        start = WelcomePresenter(home, person, cameras, plans, lambda: cards)
        limits = LimitsPresenter(
            library(), lambda: person.library, lambda: library().programme("smile"), plans
        )
        pages = (
            SettingsPage(SettingsParts(home, cameras, plans, limits, person)),
            AboutPage(lambda: about_facts("ab" * 32), lambda on_known: on_known()),
            WelcomePage(start),
        )
        window = MainWindow(home, FakeSession(), pages=pages, reopens=True)
        made = OwnPages(
            window, home, person, plans, limits, cameras, start, pages[2], pages[0], pages[1]
        )
        window.reopen_asked.connect(lambda: made.reopened.append(1))
        try:
            yield made
        finally:
            window.close()
            cameras.close()
            window.deleteLater()


@contextmanager
def shown_pages(
    qtbot: QtBot, application: QApplication, folder: Path, case: tuple[str, int, tuple[int, int]]
) -> Iterator[OwnPages]:
    """The window on the screen: language, text size in per cent, window size in px."""
    language, scale, size = case
    use_language(application, language)
    try:
        settings = Settings(theme="light", text_scale_pct=scale, language=language, agreed=1)
        with own_pages(folder, settings) as made:
            made.window.resize(*size)
            made.window.show()
            qtbot.waitExposed(made.window)
            yield made
    finally:
        use_language(application, "en")
