"""The program with a window: shared by `run` and `demo`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent
from PySide6.QtWidgets import QApplication

from coach.app.consent import CONSENT_VERSION, WELCOME_VERSION, is_welcomed
from coach.app.crash_guard import CrashGuard, start_guard
from coach.app.i18n import choose_language, use_language
from coach.app.one_program import OneProgram
from coach.app.program_command import start_detached
from coach.app.reminders import reminds_without_window
from coach.app.settings_store import SettingsStore
from coach.app.sounds import Tones
from coach.app.source_choice import SourceChooser
from coach.app.speech import Speaker
from coach.bootstrap import (
    REOPEN,
    Desk,
    make_desk,
    open_services,
    run_event_loop,
)
from coach.coaching.library import ExerciseLibrary
from coach.commands.selection import select
from coach.domain.language import tr
from coach.domain.sides import Affected
from coach.storage.paths import settings_path, turn_dir
from coach.storage.settings import Settings
from coach.ui.application import make_application, name_application
from coach.ui.come_forward import ComeForward
from coach.ui.pages.page import PageId
from coach.ui.tray import tray_is_there
from coach.ui.window_size import fit_to_screen


def open_window(
    choose_source: Callable[[Affected | None], SourceChooser],
    *,
    demonstrated: Affected | None = None,
    exercise: str | None = None,
    programme: str | None = None,
) -> int:
    """Open the window and run until it is closed.

    Args:
        choose_source: which sources a session tries, given the affected side.
        demonstrated: in a demonstration, the simulated patient's side; the person's own settings
            are then left alone.
        exercise: offer this exercise only.
        programme: offer this programme first.

    Raises:
        CoachError: the practice log cannot be opened, or the exercise is unknown.
    """
    guard = start_guard()
    application = make_application()
    turn = OneProgram(turn_dir()) if demonstrated is None else None
    if turn is not None and not turn.open():
        print(tr("The program is open already. Its window has come to the front."))
        return 0
    at: QByteArray | None = None
    page = PageId.HOME
    try:
        while True:
            opened = _open(
                guard,
                application,
                choose_source,
                demonstrated,
                (exercise, programme),
                (page, at),
                turn,
            )
            if opened.code != REOPEN:
                break
            page, at = opened.page, opened.geometry
    finally:
        if turn is not None:
            turn.release()
    if opened.stays:
        start_detached(hidden=True)
    return opened.code


@dataclass(frozen=True, slots=True)
class _Closed:
    """How a window was closed, and where it stood; `stays`: the reminders go on without it."""

    code: int
    page: PageId = PageId.HOME
    geometry: QByteArray | None = None
    stays: bool = False


def _open(
    guard: CrashGuard,
    application: QApplication,
    choose_source: Callable[[Affected | None], SourceChooser],
    demonstrated: Affected | None,
    only: tuple[str | None, str | None],
    before: tuple[PageId, QByteArray | None],
    turn: OneProgram | None,
) -> _Closed:
    """One window, in the language and with the plan that hold now."""
    own = SettingsStore(settings_path())
    language = choose_language(own.settings.language)
    use_language(application, language)
    name_application(application)
    services = open_services(language)
    exercise, programme = only
    page, geometry = before
    try:
        library = select(services.library, exercise, programme)
        settings = own if demonstrated is None else _for_demonstration(demonstrated, own, library)
        speaker = Speaker(language=language)
        desk = make_desk(
            services,
            settings,
            choose_source,
            library=library,
            speaker=speaker,
            tones=Tones(),
            personal=demonstrated is None and library is services.library,
        )
        guard.on_problem = desk.home.report_problem
        desk.session.source_announced.connect(_announce)
        window = desk.window
        fit_to_screen(window)
        if geometry is not None:
            window.restoreGeometry(geometry)
            if page in (PageId.SETTINGS, PageId.PLAN) and is_welcomed(settings.settings):
                window.go(page)
        if turn is not None:
            ComeForward(window, turn)
        window.show()
        code = run_event_loop(application, desk)
        if code != REOPEN:
            closed_only = turn is not None and code == 0 and not window.quits
            stays = closed_only and reminds_without_window(settings.settings) and tray_is_there()
            return _Closed(code, stays=stays)
        closed = _Closed(code, window.shown.page_id, window.saveGeometry())
        _take_down(application, desk)
        return closed
    finally:
        services.close()


def _take_down(application: QApplication, desk: Desk) -> None:
    """Remove a window whose place another one takes; the program goes on meanwhile."""
    application.setQuitOnLastWindowClosed(False)
    desk.window.close()
    for part in (desk.window, desk.session, desk.home):
        part.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.processEvents()
    application.setQuitOnLastWindowClosed(True)


def _for_demonstration(
    affected: Affected, own: SettingsStore, library: ExerciseLibrary
) -> SettingsStore:
    """Settings that nobody keeps; the person's language only is theirs."""
    language, plan_id = own.settings.language, next(iter(library.plans))
    chosen = Settings(
        affected=affected,
        plan_id=plan_id,
        language=language,
        welcomed=WELCOME_VERSION,
        agreed=CONSENT_VERSION,
    )
    return SettingsStore(None, chosen)


def _announce(text: str) -> None:
    print(text, flush=True)
