"""One-key actions where the layout has other characters at that place."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from coach.ui.keys_by_place import KeysByPlace, key_at

OFFSET = 8 if sys.platform.startswith("linux") else 0
P, FIVE, M, Q = 25, 6, 50, 16  # places on the keyboard, linux/input-event-codes.h


def press(place: int, text: str, modifiers: Qt.KeyboardModifier) -> QKeyEvent:
    return QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_unknown, modifiers, place + OFFSET, 0, 0, text
    )


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS numbers its keys otherwise")
@pytest.mark.parametrize(
    ("place", "text", "done"),
    [
        (P, "з", "P"),  # Russian
        (P, "π", "P"),  # Greek
        (P, "פ", "P"),  # Hebrew
        (FIVE, "(", "5"),  # French
        (FIVE, "ř", "5"),  # Czech
        (Q, "a", ""),  # French: the letter that is printed on it counts
        (M, ",", ""),  # French: M is elsewhere
        (1, "з", ""),
    ],
)
def test_the_place_counts_where_the_layout_has_no_such_key(
    qtbot: QtBot, place: int, text: str, done: str
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    heard: list[str] = []
    for key in ("P", "5", "M", "Q"):
        action = QAction(key, window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _=False, key=key: heard.append(key))
        window.addAction(action)
    KeysByPlace(window)
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, press(place, text, none))
    QApplication.sendEvent(window, press(place, text, Qt.KeyboardModifier.ControlModifier))
    assert heard == ([done] if done else [])


def test_what_is_typed_into_a_field_stays_text(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    field = QLineEdit()
    window.setCentralWidget(field)
    action = QAction("hurts", window)
    action.setShortcut(QKeySequence("P"))
    heard: list[bool] = []
    action.triggered.connect(heard.append)
    window.addAction(action)
    KeysByPlace(window)
    QApplication.sendEvent(field, press(P, "з", Qt.KeyboardModifier.NoModifier))
    assert field.text() == "з"
    assert heard == []


def test_macos_numbers_its_keys_otherwise() -> None:
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, 0, 35, 0, "з")
    assert key_at(event, "darwin") == "P"
