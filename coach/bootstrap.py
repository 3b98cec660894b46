"""Composition: builds the program's parts and wires them together. The only place that sees all."""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coach.app.consent import UnkeptLog, has_agreed, is_welcomed
from coach.app.home_presenter import HomePresenter
from coach.app.i18n import ENGLISH
from coach.app.live_session import LiveSession
from coach.app.prescribed import Prescribed, apply_plan
from coach.app.profile_presenter import ProfilePresenter
from coach.app.resume import ResumePresenter, Resumption
from coach.app.session_listener import SessionListener
from coach.app.session_options import SessionOptions
from coach.app.session_presenter import SessionPresenter
from coach.app.session_shelf import SessionShelf
from coach.app.settings_store import SettingsStore
from coach.app.sounds import Tones
from coach.app.source_choice import SourceChooser
from coach.app.sources import DRAWN_FACE, Patient, choose_drawn_face
from coach.app.speech import Speaker
from coach.capture.landmarker import Landmarker
from coach.coaching.library import ExerciseLibrary, exercises_dir, load_exercises
from coach.domain.exercise import Plan
from coach.domain.language import tr
from coach.domain.session import LoggedFrame, SessionRecord
from coach.domain.sides import Affected
from coach.services import Services
from coach.storage.database import Database
from coach.storage.export_index import ExportIndex
from coach.storage.interrupted import InterruptedSessions
from coach.storage.paths import database_path, export_index_path, own_exercises_dir
from coach.storage.prescriptions import PrescriptionRepository
from coach.storage.profiles import ProfileRepository
from coach.storage.sessions import SessionRepository
from coach.ui.main_window import MainWindow
from coach.ui.pages.page import PageId
from coach.ui.resume_flow import ResumeFlow
from coach.wiring import attach_afterwards, make_pages, take_dropped_plans

EXIT_INTERRUPTED: Final = 130
#: No exit code of the program: the window opens again, in another language or with another plan.
REOPEN: Final = -2

#: How often a signal such as Ctrl+C gets its turn while Qt's own loop runs.
_SIGNAL_POLL_MS: Final = 150


@dataclass(frozen=True, slots=True)
class Desk:
    """The window and its presenters."""

    window: MainWindow
    home: HomePresenter
    session: SessionPresenter


def open_services(language: str = ENGLISH) -> Services:
    """Open the practice log and read the exercises, in a language.

    Raises:
        CoachError: the log cannot be opened; the program must not go on without it.
    """
    library = load_exercises(exercises_dir(), own_exercises_dir(), language=language)
    database = Database.open(database_path())
    repository = SessionRepository(database)
    exports = ExportIndex(export_index_path())
    return Services(library, database, repository, SessionShelf(repository), exports)


def make_landmarker() -> Landmarker:
    """The landmark engine; called on the landmark thread, so the window is there first."""
    from coach.capture.litert_landmarker import LiteRtLandmarker

    return LiteRtLandmarker()


def write_files(folder: Path, record: SessionRecord, frames: Sequence[LoggedFrame]) -> list[Path]:
    """A session as CSV, JSON and plots; the plotting library is loaded only now."""
    from coach.analysis.blinks import blink_mask
    from coach.export.session_folder import write_session

    return write_session(folder, record, frames, left_out=blink_mask)


def make_desk(
    services: Services,
    settings: SettingsStore,
    choose_source: Callable[[Affected | None], SourceChooser],
    *,
    library: ExerciseLibrary | None = None,
    speaker: Speaker | None = None,
    tones: Tones | None = None,
    personal: bool = False,
) -> Desk:
    """The window with everything behind it; not shown.

    Args:
        services: the long-lived parts.
        settings: the person's choices.
        choose_source: which sources a session tries, given the affected side.
        library: exercises to offer in place of all.
        speaker: the voice; None for the system's.
        tones: the sounds; None for silence.
        personal: offer what the person's answers open; else (a demonstration) all that is open
            to anybody.
    """
    voice = speaker if speaker is not None else Speaker()
    offered = library if library is not None else services.library
    held = Prescribed(offered)
    if personal:
        plan = PrescriptionRepository(services.database).active()
        held = apply_plan(plan, offered, settings)
        offered = held.library
    broken_off = InterruptedSessions(services.database)

    def make_session(
        plan: Plan,
        affected: Affected | None,
        listener: SessionListener,
        resumption: Resumption | None,
    ) -> LiveSession:
        kept = not personal or has_agreed(settings.settings)
        looking_around = choose_drawn_face(Patient(), tr(DRAWN_FACE), live=True)
        return LiveSession(
            plan,
            affected,
            choose_source(affected) if kept else looking_around,
            make_landmarker,
            services.repository if kept else UnkeptLog(),
            listener,
            SessionOptions(
                outer_canthal_mm=settings.settings.outer_canthal_mm,
                nod=settings.settings.nod,
                start=resumption.place if resumption else None,
                therapist=person is not None and person.therapist_present,
                resumes=resumption.session_id if resumption else "",
                marks=broken_off if kept else None,
            ),
        )

    session = SessionPresenter(make_session, services.shelf, voice, tones=tones)
    person = (
        ProfilePresenter(
            ProfileRepository(services.database), offered, lambda: settings.settings.affected
        )
        if personal
        else None
    )
    home = HomePresenter(
        offered,
        services.repository,
        services.shelf,
        settings,
        voice,
        write_files,
        person=person,
        exports=services.exports,
    )
    voice.setParent(home)
    if person is not None:
        person.setParent(home)
        person.use(held.library, held.prescription)
    session.session_finished.connect(home.on_session_finished)
    pages = make_pages(services, settings, home, session, person)
    window = MainWindow(home, session, pages=pages, reopens=True)
    take_dropped_plans(window)
    if personal:
        resume = ResumePresenter(
            broken_off,
            lambda: person.library if person else offered,
            parent=home,
            may=lambda plan_id: person is None or person.may_practise(plan_id),
            plan_by_id=lambda plan_id: person.plan(plan_id) if person else None,
        )
        session.session_finished.connect(resume.look)
        if person is not None:
            person.changed.connect(resume.look)
        ResumeFlow(window, resume)
    attach_afterwards(window, services, settings, home, session, person)
    if person is not None and not is_welcomed(settings.settings):
        window.go(PageId.WELCOME)
    return Desk(window, home, session)


def run_event_loop(application: QApplication, desk: Desk) -> int:
    """Run until the window is closed, or Ctrl+C; then save and release everything.

    Returns:
        Qt's exit code, 130 after Ctrl+C, or `REOPEN` where the window must open again.
    """
    wake = QTimer()
    wake.start(_SIGNAL_POLL_MS)
    wake.timeout.connect(_let_python_see_signals)

    def on_interrupt(_number: int, _frame: FrameType | None) -> None:
        application.exit(EXIT_INTERRUPTED)

    desk.window.reopen_asked.connect(lambda: application.exit(REOPEN))
    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        return application.exec()
    finally:
        signal.signal(signal.SIGINT, before)
        wake.stop()
        desk.session.shutdown()


def _let_python_see_signals() -> None:
    """Qt's loop runs no Python by itself, so a signal would wait for the next event."""
