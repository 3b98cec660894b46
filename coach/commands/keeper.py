"""`--hidden`: only the reminders and an icon beside the clock.

A process of its own, started when the window closes or at log-in. It loads nothing that could open
a camera or make a sound, so both are surely off; opening the window starts the program anew and
ends this one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from coach.app.consent import has_agreed
from coach.app.crash_guard import start_guard
from coach.app.display import has_display, require_window_libraries
from coach.app.i18n import choose_language, use_language
from coach.app.login_start import login_start_is_offered, wants_login_start
from coach.app.one_program import OneProgram
from coach.app.program_command import start_detached
from coach.app.reminders import (
    Reminders,
    asks_for_practice,
    local_now,
    reminds_without_window,
)
from coach.domain.errors import CoachError
from coach.domain.language import tr
from coach.storage.login_entry import entry_path, remove_entry
from coach.storage.paths import (
    database_path,
    own_exercises_dir,
    reminder_marks_path,
    settings_path,
    turn_dir,
)
from coach.storage.reminder_marks import MarkFile
from coach.storage.settings import Settings, load_settings
from coach.ui.application import make_application, name_application
from coach.ui.notifications import SystemNotifier
from coach.ui.tray import Tray, tray_is_there

_LOG = logging.getLogger(__name__)

#: At log-in the desktop's own parts may come after the program.
TRAY_PATIENCE_S: Final = 60
_TRAY_LOOK_MS: Final = 1000
#: While the window opens, more clicks on the icon do nothing.
_OPENING_MS: Final = 15_000


def run() -> int:
    """Remind until the window is opened or the person quits; 0.

    Raises:
        CoachError: a library that windows need is missing.
    """
    settings = load_settings(settings_path()).settings
    if not wants_login_start(settings) and login_start_is_offered():
        remove_entry(entry_path())  # turned off without the window: `settings set`
    if not (has_display() and reminds_without_window(settings)):
        return 0
    require_window_libraries()
    start_guard()
    application = make_application()
    application.setQuitOnLastWindowClosed(False)
    use_language(application, choose_language(settings.language))
    name_application(application)
    turn = OneProgram(turn_dir())
    if not turn.stay():
        turn.release()
        return 0
    keeper = Keeper(application.quit, turn)
    try:
        return application.exec()
    finally:
        keeper.close()
        turn.release()


class Keeper(QObject):
    """The icon, the reminders, and what is done about a click. GUI thread.

    Args:
        end: ends the program.
        turn: this program's turn on the data folder.
        start_window: starts the program with its window; False where it does not start.
        tray_there: whether there is a tray.
    """

    def __init__(
        self,
        end: Callable[[], object],
        turn: OneProgram,
        *,
        start_window: Callable[[], bool] = lambda: start_detached(hidden=False),
        tray_there: Callable[[], bool] = tray_is_there,
    ) -> None:
        super().__init__()
        self._end = end
        self._start_window, self._tray_there = start_window, tray_there
        self._opening = False
        self._looks = 0
        self._file = _SettingsFile(settings_path())
        self._marks = MarkFile(reminder_marks_path())
        self.tray = Tray(self)
        self.notifier = SystemNotifier(self._no_notifications, icon=self.tray.icon, parent=self)
        self.reminders = Reminders(
            self._settings,
            lambda: practice_is_wanted(self._file.read()),
            self.notifier,
            self._marks,
            present=False,
            parent=self,
        )
        self.tray.open_asked.connect(self.open_window)
        self.notifier.clicked.connect(self.open_window)
        self.tray.rest_asked.connect(self._rest_today)
        self.tray.quit_asked.connect(self.quit)
        self.tray.about_to_show.connect(self._refresh)
        turn.asked.connect(self.quit)  # a window opens: it reminds from now on
        self._wait = QTimer(self)
        self._wait.setInterval(_TRAY_LOOK_MS)
        self._wait.timeout.connect(self.look_for_tray)
        self._opened = QTimer(self)
        self._opened.setInterval(_OPENING_MS)
        self._opened.setSingleShot(True)
        self._opened.timeout.connect(self._may_open)
        self._wait.start()
        QTimer.singleShot(0, self, self.look_for_tray)

    def look_for_tray(self) -> None:
        """Begin as soon as there is a tray; where there is none, open the window instead."""
        if not self._wait.isActive():
            return
        if self._tray_there():
            self._wait.stop()
            self._begin()
            return
        self._looks += 1
        if self._looks * _TRAY_LOOK_MS > TRAY_PATIENCE_S * 1000:
            self._wait.stop()
            _LOG.info("there is no tray: the window opens")
            self._start_window()
            self.quit()

    def open_window(self) -> None:
        """Start the program with its window; it takes the turn, and this one ends."""
        if self._opening:
            return
        self._opening = self._start_window()
        self._opened.start()

    def quit(self) -> None:
        """End, and remind no more."""
        self._end()

    def close(self) -> None:
        """Take everything away."""
        for timer in (self._wait, self._opened):
            timer.stop()
        self.reminders.stop()
        self.notifier.close()
        self.tray.close()

    def _begin(self) -> None:
        self.tray.show()
        self.reminders.refresh()
        self._refresh()
        if not self._marks.marks.introduced:
            self._marks.update(introduced=True)
            self.notifier.notify(
                tr("I am still here, to remind you"),
                tr("The round icon beside the clock opens the coach. Quit is in its menu."),
            )

    def _rest_today(self) -> None:
        self.reminders.rest_today()
        self._refresh()

    def _refresh(self) -> None:
        self.tray.show_rest(self.reminders.resting)

    def _may_open(self) -> None:
        self._opening = False

    def _settings(self) -> Settings:
        """As they are on the disk now; where they ask for no more reminders, this ends."""
        settings = self._file.read()
        if not reminds_without_window(settings):
            self.quit()
        return settings

    def _no_notifications(self) -> None:
        """The icon is there all the same."""


class _SettingsFile:
    """The settings, read again only when their file is another: a broken one is told once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None
        self._settings = Settings()

    def read(self) -> Settings:
        try:
            found = self._path.stat()
            seen = (found.st_mtime_ns, found.st_ino)
        except OSError:
            seen = None
        if seen is None or seen != self._seen:
            self._seen = seen
            self._settings = load_settings(self._path).settings
        return self._settings


def practice_is_wanted(settings: Settings) -> bool:
    """Whether to remind now, by today's practice log; not where that cannot be read.

    The log is opened for the moment: it stays free for a window, and memory stays small.

    Args:
        settings: the person's choices; what a plan says is put above them.
    """
    from coach.app.home_presenter import first_weekday
    from coach.app.prescribed import apply_plan
    from coach.app.profile_presenter import ProfilePresenter
    from coach.app.settings_store import SettingsStore
    from coach.coaching.library import exercises_dir, load_exercises
    from coach.domain.practice_week import week_of
    from coach.storage.database import Database
    from coach.storage.practice_days import practice_days
    from coach.storage.prescriptions import PrescriptionRepository
    from coach.storage.profiles import ProfileRepository

    store = SettingsStore(None, settings)
    try:
        library = load_exercises(exercises_dir(), own_exercises_dir())
        with Database.open(database_path()) as database:
            held = apply_plan(PrescriptionRepository(database).active(), library, store)
            chosen = store.settings
            person = ProfilePresenter(
                ProfileRepository(database), held.library, lambda: chosen.affected
            )
            person.use(held.library, held.prescription)
            days = practice_days(database)
            week = week_of(local_now().date(), days, chosen.weekly_days, first_weekday())
            open_plans = bool(person.plans())
    except CoachError as error:
        _LOG.warning("no reminder: %s", error.message)
        return False
    return asks_for_practice(week, open_plans=open_plans, agreed=has_agreed(chosen))
