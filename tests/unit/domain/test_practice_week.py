from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.domain.practice_week import DayKind, month_of, week_of

TODAY = date(2026, 11, 18)  # a Wednesday

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def test_a_week_in_words() -> None:
    done = {date(2026, 11, 16): 1, date(2026, 11, 18): 2}
    week = week_of(TODAY, done, goal=5)
    kinds = [mark.kind for mark in week.days]
    assert kinds == [
        DayKind.PRACTISED, DayKind.REST, DayKind.PRACTISED,
        DayKind.AHEAD, DayKind.AHEAD, DayKind.AHEAD, DayKind.AHEAD,
    ]  # fmt: skip
    assert (week.practised, week.today_done, week.reached) == (2, True, False)


def test_before_todays_practice() -> None:
    week = week_of(TODAY, {}, goal=5)
    assert week.days[2].kind is DayKind.TODAY
    assert not week.today_done


def test_a_clock_that_was_set_back_does_not_count_days_ahead() -> None:
    week = week_of(TODAY, {TODAY + timedelta(days=1): 1}, goal=1)
    assert week.practised == 0
    assert week.days[3].kind is DayKind.AHEAD


@given(today=days, first=st.integers(0, 6), goal=st.integers(1, 7))
def test_a_week_is_seven_days_with_today_in_it(today: date, first: int, goal: int) -> None:
    week = week_of(today, {}, goal, first)
    assert [m.day for m in week.days] == [week.days[0].day + timedelta(days=i) for i in range(7)]
    assert week.days[0].day.weekday() == first
    assert today in [m.day for m in week.days]


@given(shown=days, first=st.integers(0, 6))
def test_a_month_holds_each_of_its_days_once(shown: date, first: int) -> None:
    rows = month_of(shown, shown, {}, first)
    held = [mark.day for row in rows for mark in row if mark is not None]
    assert held[0].day == 1
    assert held == [held[0] + timedelta(days=i) for i in range(len(held))]
    assert (held[-1] + timedelta(days=1)).day == 1
    assert all(len(row) == 7 for row in rows)
    assert all(any(row) for row in rows)
