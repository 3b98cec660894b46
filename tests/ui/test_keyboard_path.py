"""A whole session without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from coach.domain.sides import Affected
from coach.ui.main_window import MainWindow
from coach.ui.widgets.keys_dialog import KeysDialog
from tests.ui.fake_presenters import (
    PLAN,
    FakeHome,
    FakeSession,
    session_record,
    snapshot_of,
    states,
)

Key = Qt.Key


def press(window: MainWindow, key: Qt.Key) -> None:
    """A key goes to whatever has the focus, as from a real keyboard."""
    QTest.keyClick(QApplication.focusWidget() or window, key)


def test_a_session_from_start_to_home(window: MainWindow, session: FakeSession) -> None:
    press(window, Key.Key_Space)
    assert session.started == (PLAN, Affected.LEFT)
    assert window.pages.currentWidget() is window.practice_page
    session.feed(snapshot_of(states()["hold"]))
    press(window, Key.Key_Space)
    assert window.practice_page.side.panel.headline.text() == "Paused"
    assert window.practice_page.actions_row.pause.text().strip() == "Go on"
    press(window, Key.Key_Space)
    assert window.practice_page.side.panel.headline.text() == "Hold"
    press(window, Key.Key_N)
    press(window, Key.Key_Escape)
    assert window.player.stopping.offered
    press(window, Key.Key_Escape)
    assert session.calls == ["start", "pause", "pause", "skip", "hold", "stop"]
    assert window.pages.currentWidget() is window.summary_page
    press(window, Key.Key_Escape)
    assert window.pages.currentWidget() is window.home_page


@pytest.mark.parametrize("button", ["pauseButton", "stopButton", "mirrorButton", "voiceToggle"])
def test_space_pauses_wherever_the_focus_is(
    window: MainWindow, session: FakeSession, button: str
) -> None:
    press(window, Key.Key_Space)
    found = window.practice_page.findChild(QPushButton, button)
    assert found is not None
    found.setFocus()
    press(window, Key.Key_Space)
    assert session.calls == ["start", "pause"]


def test_enter_presses_the_focused_button(window: MainWindow, session: FakeSession) -> None:
    press(window, Key.Key_Return)
    session.feed(snapshot_of(states()["hold"]))
    window.practice_page.actions_row.skip.setFocus()
    press(window, Key.Key_Return)
    assert session.calls == ["start", "skip"]


def test_the_affected_side_by_keys(window: MainWindow, home: FakeHome) -> None:
    row = window.home_page.practice.affected
    chosen = row.findChild(QPushButton, "affected_left")
    assert chosen is not None
    chosen.setFocus()
    press(window, Key.Key_Right)
    press(window, Key.Key_Space)
    assert str(home.choices.affected) == "left"  # not before it was confirmed
    press(window, Key.Key_Space)  # the keyboard is on "Leave it"
    assert str(home.choices.affected) == "left"
    assert row.value == "left"
    press(window, Key.Key_Right)
    press(window, Key.Key_Space)
    window.home_page.practice.side.confirm.yes.setFocus()
    press(window, Key.Key_Space)
    assert str(home.choices.affected) == "right"
    assert row.value == "right"
    press(window, Key.Key_Space)  # and on "Undo" now
    assert str(home.choices.affected) == "left"
    assert row.value == "left"


@pytest.mark.parametrize(
    ("key", "name"),
    [(Key.Key_M, "mirrored"), (Key.Key_V, "voice"), (Key.Key_T, "sounds"), (Key.Key_C, "captions")],
)
def test_choices_by_one_letter_on_every_page(
    window: MainWindow, home: FakeHome, key: Qt.Key, name: str
) -> None:
    for page in (window.home_page, window.practice_page, window.summary_page):
        window.go(page.page_id)
        before = getattr(home.choices, name)
        press(window, key)
        assert getattr(home.choices, name) is not before
    assert window.practice_page.stage.mirror.mirrored is home.choices.mirrored


def test_text_size_and_theme_by_keys(window: MainWindow, home: FakeHome) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    for _ in range(6):
        QTest.keyClick(window, Key.Key_Plus, control)
    assert home.choices.text_scale_pct == 200
    QTest.keyClick(window, Key.Key_Minus, control)
    assert home.choices.text_scale_pct == 175
    QTest.keyClick(window, Key.Key_T, control)
    assert home.choices.theme == "dark"
    assert window.style_now.tokens.name == "dark"


def test_export_of_a_past_session_and_of_this_one(
    window: MainWindow, home: FakeHome, tmp_path: Path
) -> None:
    window.home_page.past.list.setFocus()
    press(window, Key.Key_Down)
    press(window, Key.Key_Tab)
    press(window, Key.Key_Tab)
    press(window, Key.Key_Space)
    assert home.exports == [("s1", tmp_path)]
    assert "practice-1" in window.home_page.past.note.text()
    window.flow.on_session_finished(session_record())
    window.summary_page.export_button.setFocus()
    press(window, Key.Key_Space)
    assert home.exports[-1] == ("s1", tmp_path)
    assert "practice-1" in window.summary_page.share.note.text()


def test_nothing_is_exported_where_no_folder_is_chosen(qtbot: QtBot, home: FakeHome) -> None:
    window = MainWindow(home, FakeSession(), choose_folder=lambda _parent: None)
    qtbot.addWidget(window)
    window.home_page.past.export.click()
    assert home.exports == []


def test_closing_saves_what_runs(window: MainWindow, session: FakeSession) -> None:
    press(window, Key.Key_Space)
    for _ in range(2):  # the first is held for ten seconds: it may be a stray touch
        QTest.keyClick(window, Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert session.calls == ["start", "hold", "shutdown"]
    assert not window.isVisible()


def test_help_opens_and_closes_by_key(qtbot: QtBot, window: MainWindow) -> None:
    press(window, Key.Key_F1)
    box = window.findChild(KeysDialog)
    assert box is not None
    words = [w.text() for w in box.findChildren(QLabel)]
    assert words[words.index("Space") + 1] == "start, pause, go on"
    QTest.keyClick(box, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(KeysDialog) is None)


def test_every_command_is_in_a_menu(window: MainWindow) -> None:
    listed = {
        action.objectName()
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if isinstance(action, QAction)
    }
    assert {a.objectName() for a in window.actions() if a.objectName()} <= listed
