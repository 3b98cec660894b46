"""The week's words: true for every week, and no word of falling short."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from coach.domain.practice_week import week_of
from coach.ui.widgets.week_strip import WeekStrip, week_sentence

MONDAY = date(2026, 11, 16)


def sentence(today: int, done: list[int], goal: int = 5) -> str:
    days = {MONDAY + timedelta(days=i): 1 for i in done}
    return week_sentence(week_of(MONDAY + timedelta(days=today), days, goal))


def test_the_week_in_one_sentence() -> None:
    assert sentence(0, []) == "A fresh week. 5 days of practice are enough."
    assert sentence(2, [0]) == "1 of 5 days this week. There is room for a rest day."
    assert sentence(3, [0, 1, 2]) == "3 of 5 days this week. There is room for 2 rest days."
    assert sentence(6, [0, 2, 3, 5]) == "4 of 5 days this week."
    assert sentence(6, [0, 2, 3, 6]) == "4 of 5 days this week. You practised today."
    assert "That is your goal." in sentence(4, [0, 1, 2, 3, 4])


def test_more_than_planned_is_told_and_not_praised() -> None:
    assert sentence(4, [0, 1, 2, 3, 4], goal=1) == (
        "5 days of practice this week. You planned one. Rest days are part of it."
    )
    assert sentence(4, [0, 2, 4], goal=2).startswith("3 days of practice this week. You planned 2.")


@given(st.integers(0, 6), st.sets(st.integers(0, 6)), st.integers(1, 7))
def test_no_week_is_called_a_failure(today: int, done: set[int], goal: int) -> None:
    words = sentence(today, sorted(done), goal).lower()
    for word in ("only", "missed", "behind", "failed", "streak", "should", "must", "!"):
        assert word not in words


def test_every_day_is_told(qtbot: QtBot) -> None:
    strip = WeekStrip()
    qtbot.addWidget(strip)
    strip.show_week(week_of(MONDAY + timedelta(days=1), {MONDAY: 1}, 5))
    told = strip.accessibleDescription().split(". ")
    assert told[:3] == [
        "Monday, 16 November: practised",
        "Tuesday, 17 November: today",
        "Wednesday, 18 November: still to come",
    ]
    strip.resize(400, 70)
    strip.grab()
