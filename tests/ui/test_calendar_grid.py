"""The calendar of practised days, by itself."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from coach.domain.practice_week import DayKind, DayMark
from coach.ui.widgets.calendar_grid import CalendarGrid, day_sentence
from tests.ui.afterwards_desk import settle


def test_the_calendar_stays_among_real_dates(qtbot: QtBot) -> None:
    grid = CalendarGrid()
    qtbot.addWidget(grid)
    grid.show()
    settle()
    grid.grab()  # before any day is known
    grid.show_days(date(2026, 3, 12), {})
    for months in (-1, 1):
        for _ in range(3000):
            grid.turn(months)
        grid.grab()
    assert grid.month == "March 2026"


def test_today_stays_marked_once_practised() -> None:
    today = date(2026, 3, 12)
    practised = DayMark(today, DayKind.PRACTISED, 2)
    assert day_sentence(practised, today) == "Thursday, 12 March: today, 2 sessions"
    assert day_sentence(practised, date(2026, 3, 13)) == "Thursday, 12 March: 2 sessions"
