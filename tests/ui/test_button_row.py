"""Buttons beside each other where they fit, also after it was narrow for a while."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coach.ui.widgets.button_row import ButtonRow

LEFT = Qt.AlignmentFlag.AlignLeft


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def lines(buttons: list[QPushButton]) -> int:
    return len({b.y() for b in buttons if b.isVisible()})


@pytest.mark.parametrize("alignment", [Qt.AlignmentFlag(0), LEFT])
def test_a_row_again_as_soon_as_there_is_room(qtbot: QtBot, alignment: Qt.AlignmentFlag) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    buttons = [QPushButton("Choose for today"), QPushButton("When not to")]
    row = ButtonRow(*buttons)
    column = QVBoxLayout(page)
    column.addWidget(row, 0, alignment)
    column.addStretch(1)
    page.show()
    for width, expected in ((600, 1), (200, 2), (600, 1)):
        page.resize(width, 400)
        settle()
        assert lines(buttons) == expected, width
        assert row.height() >= max(b.geometry().bottom() for b in buttons)


def test_what_comes_while_it_is_hidden_is_placed(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    buttons = [QPushButton("Yes"), QPushButton("No")]
    row = ButtonRow(*buttons)
    QVBoxLayout(page).addWidget(row)
    page.resize(500, 100)
    page.show()
    row.hide()
    settle()
    buttons[0].setText("Yes, and with many more words than before")
    row.show()
    settle()
    assert not buttons[0].geometry().intersects(buttons[1].geometry())
    assert buttons[0].width() >= buttons[0].sizeHint().width()
