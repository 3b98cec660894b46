"""Times of the day are written the way the person's clock writes them, in the list and to pick."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coach.ui.widgets.time_list import TimeList


@pytest.mark.parametrize(
    ("locale", "hour", "listed"), [("en_US", "9 AM", "9:00 AM"), ("es_ES", "09", "9:00")]
)
def test_one_way_of_writing_a_time(qtbot: QtBot, locale: str, hour: str, listed: str) -> None:
    QLocale.setDefault(QLocale(locale))
    times = TimeList("times", "Reminders")
    qtbot.addWidget(times)
    assert times.hour.currentText() == hour
    times.add.click()
    assert times.times == ("09:00",)
    shown = times.findChild(QPushButton, "times_09:00")
    assert shown is not None
    assert shown.text().replace("\u202f", " ").startswith(listed)
