"""The window's pages with their presenters: one line for each part, besides the session's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from coach.app.about_facts import ModelFingerprint, about_facts
from coach.app.afterwards_presenter import AfterwardsPorts, AfterwardsPresenter
from coach.app.camera_list import connected_cameras
from coach.app.camera_presenter import CameraPresenter
from coach.app.camera_preview import CameraPreview
from coach.app.consent import has_agreed
from coach.app.deletion import DeletionPresenter
from coach.app.home_presenter import HomePresenter
from coach.app.limits_presenter import LimitsPresenter
from coach.app.login_start import LoginStart, login_start_is_offered
from coach.app.plan_import import PlanImport, merged_profile
from coach.app.profile_presenter import ProfilePresenter
from coach.app.progress_presenter import ProgressPresenter
from coach.app.reminders import Reminders, asks_for_practice
from coach.app.session_presenter import SessionPresenter
from coach.app.settings_store import SettingsStore
from coach.app.sources import camera_source
from coach.app.still_keeper import StillKeeper
from coach.app.welcome_presenter import WelcomePresenter
from coach.capture.landmarker import Landmarker
from coach.domain.errors import CoachError
from coach.domain.exercise import Exercise
from coach.domain.feedback import SessionFeedback
from coach.domain.language import tr
from coach.domain.session import LoggedFrame, SessionRecord
from coach.domain.session_mean import Earlier
from coach.services import Services
from coach.storage.erasing import Eraser
from coach.storage.feedback import FeedbackRepository
from coach.storage.last_time import last_time
from coach.storage.paths import reminder_marks_path
from coach.storage.prescriptions import PrescriptionRepository
from coach.storage.progress_log import PracticeProgress
from coach.storage.reminder_marks import MarkFile
from coach.storage.snapshots import SnapshotRepository
from coach.ui.come_forward import show_home
from coach.ui.main_window import MainWindow, ask_folder
from coach.ui.notifications import SystemNotifier
from coach.ui.pages.about_page import AboutPage
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.plan_page import PlanPage
from coach.ui.pages.progress_model import movement_titles
from coach.ui.pages.progress_page import ProgressPage
from coach.ui.pages.settings_page import SettingsPage, SettingsParts
from coach.ui.pages.welcome_page import WelcomePage
from coach.ui.plan_drop import PlanDrop
from coach.ui.report.one_page import write_report
from coach.ui.tray import tray_is_there


def make_pages(
    services: Services,
    settings: SettingsStore,
    home: HomePresenter,
    session: SessionPresenter,
    person: ProfilePresenter | None,
) -> list[Page]:
    """The pages besides home, practice and summary, in the order of the navigation.

    Args:
        services: exercises and practice log.
        settings: the person's choices.
        home: the home page's presenter; presenters made here may have it as their parent.
        session: the running session's presenter.
        person: the person's answers; None in a demonstration, which is nobody's.
    """
    if person is None:
        return []
    progress = ProgressPage(
        ProgressPresenter(PracticeProgress(services.database), parent=home),
        lambda: movement_titles(home.exercises()),
        lambda: settings.settings.mirrored,
    )
    return [PlanPage(person, home), progress, *_own_pages(services, settings, home, person)]


def _own_pages(
    services: Services, settings: SettingsStore, home: HomePresenter, person: ProfilePresenter
) -> list[Page]:
    """First start, settings and about: what is chosen once and then left alone."""
    plans = PlanImport(
        PrescriptionRepository(services.database),
        services.library,
        settings,
        lambda given: person.put(merged_profile(person.profile, given)),
        parent=home,
    )
    cameras = CameraPresenter(
        CameraPreview(_make_landmarker),
        connected_cameras,
        camera_source,
        lambda: settings.settings.camera,
        lambda camera_id: home.update(camera=camera_id),
        parent=home,
    )
    start = WelcomePresenter(
        home, person, cameras, plans, lambda: tuple(services.library.cards.values()), parent=home
    )
    limits = LimitsPresenter(
        services.library,
        lambda: person.library,
        lambda: person.plan(settings.settings.plan_id) or next(iter(person.plans()), None),
        plans,
        parent=home,
    )
    deletion = DeletionPresenter(
        Eraser(services.database, services.exports), home, services.shelf.drop, parent=home
    )
    model = ModelFingerprint()
    return [
        SettingsPage(SettingsParts(home, cameras, plans, limits, person, why_not, deletion)),
        AboutPage(lambda: about_facts(model.sha256), model.read),
        WelcomePage(start),
    ]


def take_dropped_plans(window: MainWindow) -> None:
    """Let a plan file be dropped anywhere on the window, but not while somebody practises."""
    page = window.page(PageId.SETTINGS)
    if not isinstance(page, SettingsPage):
        return
    settings_page = page

    def show(path: Path) -> None:
        window.go(PageId.SETTINGS)
        settings_page.open_plan(path)

    away = (PageId.PRACTICE, PageId.WELCOME)
    PlanDrop(window, lambda: window.shown.page_id not in away, show)


def attach_afterwards(
    window: MainWindow,
    services: Services,
    settings: SettingsStore,
    home: HomePresenter,
    session: SessionPresenter,
    person: ProfilePresenter | None,
) -> Reminders:
    """Give the window what comes after a session, what is seen over many, and its reminders.

    Returns:
        The reminders; they are looked at while the settings ask for them.
    """
    database, keeper = services.database, StillKeeper()

    def exercises() -> dict[str, Exercise]:
        return {e.id: e for e in home.exercises()}

    def earlier(record: SessionRecord) -> dict[str, Earlier]:
        return last_time(database, record)

    def report(
        folder: Path, name: str, record: SessionRecord, feedback: SessionFeedback | None
    ) -> Path:
        path = write_report(folder, name, record, feedback, exercises(), earlier(record))
        services.exports.add(record.id, [path])
        return path

    def package(
        folder: Path,
        name: str,
        record: SessionRecord,
        frames: Sequence[LoggedFrame],
        feedback: SessionFeedback | None,
    ) -> Path:
        path = _write_package(folder, name, record, frames, feedback)
        services.exports.add(record.id, [path])
        return path

    afterwards = AfterwardsPresenter(
        AfterwardsPorts(
            shelf=services.shelf,
            flags=services.repository,
            feedback=FeedbackRepository(database),
            stills=SnapshotRepository(database),
            package=package,
            report=report,
            earlier=earlier,
            stop_sign=person.report_stop_sign if person is not None else lambda: None,
        ),
        keeper,
        parent=home,
    )
    window.summary_page.use(afterwards, exercises, ask_folder)
    window.home_page.past_asked.connect(afterwards.open_past)
    deletion = DeletionPresenter(
        Eraser(database, services.exports), home, services.shelf.drop, parent=home
    )
    past = window.home_page.past
    past.offer_deleting(lambda session_id: deletion.question([session_id]))
    past.delete_asked.connect(lambda session_id: deletion.delete([session_id]))
    deletion.deleted.connect(past.say)
    deletion.problem_raised.connect(home.problem_raised)

    def look() -> None:
        keeper.wanted = settings.settings.offer_snapshots
        keeper.see(session.latest)

    session.snapshot_ready.connect(look)
    marks = MarkFile(reminder_marks_path() if person is not None else None)
    return _reminders(window, settings, home, session, marks)


def _reminders(
    window: MainWindow,
    settings: SettingsStore,
    home: HomePresenter,
    session: SessionPresenter,
    marks: MarkFile,
) -> Reminders:
    notifier = SystemNotifier(lambda: QApplication.alert(window), parent=window)
    notifier.clicked.connect(lambda: show_home(window))
    login = LoginStart(lambda: settings.settings)

    def wanted() -> bool:
        return not session.running and asks_for_practice(
            home.week(), open_plans=bool(home.plans()), agreed=has_agreed(settings.settings)
        )

    reminders = Reminders(
        lambda: settings.settings, wanted, notifier, marks, present=True, parent=home
    )

    def refresh() -> None:
        reminders.refresh()
        try:
            login.refresh()
        except CoachError as error:
            home.update(start_at_login=False)
            home.report_problem(error.message, error.hint)

    window.look.changed.connect(refresh)
    window.pages.currentChanged.connect(lambda _index: refresh())  # after the settings
    refresh()
    return reminders


def why_not(name: str) -> str | None:
    """Why a setting cannot be used on this system; "": it is not offered; None: it can be."""
    if name == "start_at_login" and not login_start_is_offered():
        return ""
    if name == "keep_reminding" and not tray_is_there():
        return tr(
            "This desktop has no place for icons beside the clock. Reminders come only while the "
            "window is open."
        )
    return None


def _write_package(
    folder: Path,
    name: str,
    record: SessionRecord,
    frames: Sequence[LoggedFrame],
    feedback: SessionFeedback | None,
) -> Path:
    from coach.analysis.blinks import blink_mask
    from coach.export.package import write_package

    return write_package(folder, name, record, frames, feedback, left_out=blink_mask)


def _make_landmarker() -> Landmarker:
    """The landmark engine for the picture of a face; called on the landmark thread."""
    from coach.capture.litert_landmarker import LiteRtLandmarker

    return LiteRtLandmarker()
