"""The reminders without a window: what is done about a click, a missing tray, and the log."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from coach.app.one_program import OneProgram
from coach.app.reminders import local_now
from coach.commands import keeper as command
from coach.commands.keeper import TRAY_PATIENCE_S, Keeper, practice_is_wanted
from coach.domain.profile import Profile
from coach.storage.database import Database
from coach.storage.login_entry import entry_path
from coach.storage.paths import data_dir, database_path, reminder_marks_path, settings_path
from coach.storage.profiles import ProfileRepository
from coach.storage.reminder_marks import MarkFile
from coach.storage.sessions import SessionRepository
from coach.storage.settings import Settings, save_settings
from tests.fixtures.records import smile_session

WISHES = Settings(
    reminders_on=True, reminders=("00:00",), keep_reminding=True, agreed=1, welcomed=1
)


class Watched:
    """A keeper, and what it did."""

    def __init__(self, turn: OneProgram) -> None:
        self.tray_there = False
        self.starts = True
        self.started = 0
        self.ended = 0
        self.notes: list[str] = []
        self.keeper = Keeper(
            self._end, turn, start_window=self._start, tray_there=lambda: self.tray_there
        )
        self.keeper.notifier.notify = self._note  # type: ignore[assignment, method-assign]

    def begin(self) -> None:
        """The tray comes."""
        self.tray_there = True
        self.keeper.look_for_tray()

    def _end(self) -> None:
        self.ended += 1

    def _start(self) -> bool:
        self.started += 1
        return self.starts

    def _note(self, title: str, _text: str) -> None:
        self.notes.append(title)


@pytest.fixture
def watched(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)  # there is none here
    save_settings(settings_path(), WISHES)
    turn = OneProgram(data_dir() / "turn")
    assert turn.stay()
    made = Watched(turn)
    yield made
    made.keeper.close()
    turn.release()


def test_it_says_once_where_the_program_went(watched: Watched) -> None:
    watched.begin()
    assert watched.notes == ["I am still here, to remind you"]
    assert MarkFile(reminder_marks_path()).marks.introduced
    assert watched.keeper.reminders.running
    watched.keeper.look_for_tray()
    assert len(watched.notes) == 1


def test_it_waits_for_the_tray_and_opens_the_window_where_there_is_none(watched: Watched) -> None:
    for _ in range(TRAY_PATIENCE_S - 1):  # one look may have been by itself
        watched.keeper.look_for_tray()
    assert (watched.started, watched.ended, watched.notes) == (0, 0, [])
    for _ in range(2):
        watched.keeper.look_for_tray()
    assert (watched.started, watched.ended) == (1, 1)


def test_an_impatient_person_opens_one_window(watched: Watched) -> None:
    tray = watched.keeper.tray
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)  # the menu opens
    assert watched.started == 0
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.DoubleClick)
    tray.open.trigger()
    watched.keeper.notifier.clicked.emit()
    assert (watched.started, watched.ended) == (1, 0)  # it ends when the window takes the turn


def test_a_start_that_fails_can_be_tried_again(watched: Watched) -> None:
    watched.starts = False
    watched.keeper.open_window()
    watched.keeper.open_window()
    assert watched.started == 2


def test_today_is_over_by_one_entry_of_the_menu(watched: Watched) -> None:
    tray = watched.keeper.tray
    watched.begin()
    assert tray.rest.isEnabled()
    tray.rest.trigger()
    assert not tray.rest.isEnabled()
    settled = MarkFile(reminder_marks_path()).marks.settled
    assert settled == datetime.combine(local_now().date(), time.max)
    MarkFile(reminder_marks_path()).update(settled=settled - timedelta(days=1))


def test_turned_off_elsewhere_it_ends(watched: Watched) -> None:
    watched.begin()
    watched.keeper.reminders.look()
    assert watched.ended == 0
    save_settings(settings_path(), WISHES.changed(keep_reminding=False))
    watched.keeper.reminders.look()
    assert watched.ended == 1


def test_a_broken_settings_file_is_set_aside_once(watched: Watched) -> None:
    settings_path().write_text("{")
    for _ in range(3):
        watched.keeper.reminders.look()
    assert len(list(data_dir().glob("settings.unusable-*"))) == 1


def log_session(day: date) -> None:
    """A practised session on a day."""
    record = replace(smile_session(), created=datetime.combine(day, time(12)).astimezone())
    with Database.open(database_path()) as database:
        repository = SessionRepository(database)
        repository.begin(record)
        for rep in record.reps:
            repository.add_rep(record.id, rep, [])


def test_the_log_says_whether_practice_is_wanted() -> None:
    assert practice_is_wanted(WISHES)
    assert not practice_is_wanted(WISHES.changed(agreed=0))
    log_session(local_now().date())
    assert not practice_is_wanted(WISHES)


def test_a_warning_sign_is_left_in_peace() -> None:
    with Database.open(database_path()) as database:
        profiles = ProfileRepository(database)
        profiles.save(Profile(stop_sign=True), profiles.load().version)
    assert not practice_is_wanted(WISHES)


def test_a_log_that_cannot_be_read_reminds_of_nothing() -> None:
    database_path().parent.mkdir(exist_ok=True)
    database_path().mkdir()
    assert not practice_is_wanted(WISHES)


def test_without_a_wish_nothing_starts_and_the_log_in_entry_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(command, "login_start_is_offered", lambda: True)
    entry_path().parent.mkdir(parents=True)
    entry_path().write_text("[Desktop Entry]")
    assert command.run() == 0
    assert not entry_path().exists()


_LOADED = """
import sys
from coach.commands import keeper
from coach.storage.settings import Settings
keeper.practice_is_wanted(Settings(agreed=1))
print(*(name for name in sys.modules if name.split(".")[0] in ("cv2", "ai_edge_litert")
        or name.startswith(("PySide6.QtMultimedia", "PySide6.QtTextToSpeech"))))
"""


def test_nothing_is_loaded_that_could_open_a_camera_or_make_a_sound(project_root: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", _LOADED],
        cwd=project_root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == ""
