"""Tab comes once to a group of answers: to the chosen one, from either side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.widgets.answers import Answers
from coach.ui.widgets.choice_row import ChoiceRow

ANSWERS = [("a", "A"), ("b", "B"), ("c", "C")]


@pytest.mark.parametrize("kind", [ChoiceRow, Answers])
@pytest.mark.parametrize(("chosen", "turn"), [(None, "q_a"), ("b", "q_b"), ("c", "q_c")])
def test_one_turn(
    qtbot: QtBot, kind: type[ChoiceRow] | type[Answers], chosen: str | None, turn: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    before, answers, after = QPushButton("before"), kind("q", "Which?", ANSWERS), QPushButton("z")
    for widget in (before, answers, after):
        column.addWidget(widget)
    answers.choose("a")
    answers.choose(chosen)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    for start, key, end in (
        (before, Qt.Key.Key_Tab, after),
        (after, Qt.Key.Key_Backtab, before),
    ):
        start.setFocus()
        QTest.keyClick(start, key)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == turn
        QTest.keyClick(focused, key)
        assert QApplication.focusWidget() is end


def test_arrows_reach_the_others_and_choose(qtbot: QtBot) -> None:
    row = ChoiceRow("q", "Which?", ANSWERS)
    qtbot.addWidget(row)
    row.choose("a")
    row.show()
    row.activateWindow()
    QApplication.processEvents()
    first = row.findChild(QPushButton, "q_a")
    assert first is not None
    first.setFocus()
    with qtbot.waitSignal(row.chosen) as raised:
        QTest.keyClick(first, Qt.Key.Key_Right)
    assert raised.args == ["b"]
    assert row.value == "b"
