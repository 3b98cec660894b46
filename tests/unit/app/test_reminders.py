"""When a reminder comes, by a clock of the test's own."""

from __future__ import annotations

import os
import time as clock_module
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from coach.app.reminders import (
    LATEST,
    ReminderClock,
    Reminders,
    asks_for_practice,
    local_now,
    reminds_without_window,
)
from coach.domain.practice_week import week_of
from coach.storage.reminder_marks import MarkFile
from coach.storage.settings import Settings

DAY = date(2026, 11, 18)
EIGHT, SIX = time(8), time(18)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime.combine(day, time(hour, minute))


def run(clock: ReminderClock, moments: Sequence[datetime], times: Sequence[time]) -> list[time]:
    found = [clock.due(moment, times) for moment in moments]
    return [moment.time() for moment in found if moment is not None]


def test_a_time_that_comes_is_told_once() -> None:
    clock = ReminderClock(at(7))
    moments = [at(7, 59), at(8, 0), at(8, 1), at(17, 59), at(18, 2), at(18, 3)]
    assert run(clock, moments, [EIGHT, SIX]) == [EIGHT, SIX]


def test_what_is_dealt_with_is_not_made_up_for() -> None:
    assert run(ReminderClock(at(8, 9)), [at(8, 10), at(8, 11)], [EIGHT]) == []


def test_after_sleep_one_late_reminder_comes_and_a_very_late_one_does_not() -> None:
    hours = [time(h) for h in (7, 8, 9, 10, 11)]
    assert run(ReminderClock(at(6)), [at(11, 30), at(11, 31)], hours) == [time(11)]
    assert run(ReminderClock(at(6)), [at(8) + LATEST - timedelta(minutes=1)], [EIGHT]) == [EIGHT]
    assert run(ReminderClock(at(6)), [at(8) + LATEST], [EIGHT]) == []


def test_a_clock_that_goes_back_repeats_nothing() -> None:
    """As in the night when summer time ends: from three to two, and the hour once more."""
    clock = ReminderClock(at(7))
    moments = [at(7, 59), at(8, 1), at(7, 30), at(8, 1), at(8, 2)]
    assert run(clock, moments, [EIGHT]) == [EIGHT]


def test_an_hour_that_is_left_out_still_reminds() -> None:
    """As in the night when summer time begins: there is no half past two."""
    assert run(ReminderClock(at(1)), [at(1, 59), at(3, 0)], [time(2, 30)]) == [time(2, 30)]


def test_the_next_day_has_its_own_also_at_midnight() -> None:
    clock, next_day = ReminderClock(at(7)), DAY + timedelta(days=1)
    assert run(clock, [at(7, 59), at(8, 1)], [EIGHT]) == [EIGHT]
    assert run(clock, [at(7, 59, next_day), at(8, 1, next_day)], [EIGHT]) == [EIGHT]
    clock = ReminderClock(at(22))
    late = [at(23, 58), at(23, 59), at(0, 0, next_day), at(0, 1, next_day)]
    assert run(clock, late, [time(23, 59), time(0)]) == [time(23, 59), time(0)]


def test_what_passed_before_midnight_is_over() -> None:
    next_day = DAY + timedelta(days=1)
    assert run(ReminderClock(at(20)), [at(0, 30, next_day)], [time(23, 30)]) == []


def test_a_journey_reminds_by_the_clock_of_the_place() -> None:
    clock = ReminderClock(at(7))
    assert run(clock, [at(8, 0)], [EIGHT, SIX]) == [EIGHT]
    # Six hours west on the same date: eight comes again, six in the evening is still to come.
    assert run(clock, [at(2, 1), at(8, 0), at(18, 0)], [EIGHT, SIX]) == [SIX]


def test_a_mark_from_the_future_does_not_silence_reminders_for_years() -> None:
    clock = ReminderClock(at(8, 0, date(2036, 1, 1)))
    assert run(clock, [at(7, 59), at(8, 0), at(8, 1)], [EIGHT]) == [EIGHT]


@given(
    times=st.lists(st.times(), max_size=6, unique=True),
    steps=st.lists(st.integers(-7200, 7200), max_size=60),
)
def test_never_twice_for_one_time_of_one_day(times: list[time], steps: list[int]) -> None:
    clock, now = ReminderClock(), at(6)
    told, days = [], []
    for step in steps:
        now += timedelta(seconds=step)
        days.append(now.date())
        due = clock.due(now, times)
        if due is not None:
            assert due <= now < due + LATEST
            told.append(due)
    # A date that was left backwards and entered again may be told anew only after midnight.
    if days == sorted(days):
        assert told == sorted(set(told))


@pytest.fixture
def own_zone() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    clock_module.tzset()


def test_a_program_that_stays_open_travels_along(own_zone: None) -> None:
    os.environ["TZ"] = "UTC"
    here = local_now()
    os.environ["TZ"] = "XST-14"  # without a word to the C library
    assert timedelta(hours=13) < local_now() - here < timedelta(hours=15)


@pytest.mark.parametrize(
    ("days", "goal", "expected"),
    [
        ((), 5, True),
        ((16, 17), 5, True),
        ((18,), 5, False),  # practised today
        ((16, 17), 2, False),  # the week has its days: the others are rest
        ((15,), 1, True),  # that was last week
    ],
)
def test_a_day_with_practice_and_a_full_week_are_left_in_peace(
    days: tuple[int, ...], goal: int, expected: bool
) -> None:
    week = week_of(DAY, {date(2026, 11, day): 1 for day in days}, goal)
    assert asks_for_practice(week, open_plans=True, agreed=True) is expected
    assert not asks_for_practice(week, open_plans=False, agreed=True)  # a warning sign, say
    assert not asks_for_practice(week, open_plans=True, agreed=False)


def test_without_the_window_only_by_wish_and_with_times() -> None:
    wanted = Settings(reminders=("08:00",), reminders_on=True, keep_reminding=True)
    assert reminds_without_window(wanted)
    for change in ({"reminders": ()}, {"reminders_on": False}, {"keep_reminding": False}):
        assert not reminds_without_window(wanted.changed(**change))


class Sent:
    def __init__(self) -> None:
        self.texts: list[str] = []

    def notify(self, title: str, text: str) -> None:
        self.texts.append(f"{title} {text}")


class Desk:
    def __init__(self, *, present: bool = True, marks: MarkFile | None = None) -> None:
        self.settings = Settings(reminders=("08:00", "18:00"), reminders_on=True)
        self.now = at(7, 59)
        self.wanted = True
        self.asked = 0
        self.sent = Sent()
        self.marks = marks or MarkFile(None)
        self.reminders = Reminders(
            lambda: self.settings,
            self.is_wanted,
            self.sent,
            self.marks,
            present=present,
            now=lambda: self.now,
        )

    def is_wanted(self) -> bool:
        self.asked += 1
        return self.wanted

    def come(self, moment: datetime) -> int:
        self.now = moment
        self.reminders.look()
        return len(self.sent.texts)


def test_only_while_they_are_on(qtbot: QtBot) -> None:
    desk = Desk()
    desk.settings = desk.settings.changed(reminders_on=False)
    desk.reminders.refresh()
    assert not desk.reminders.running
    desk.settings = desk.settings.changed(reminders_on=True)
    desk.reminders.refresh()
    assert desk.reminders.running
    desk.settings = desk.settings.changed(reminders=())
    desk.reminders.refresh()
    assert not desk.reminders.running


def test_not_where_practice_is_not_wanted_and_not_later_for_that(qtbot: QtBot) -> None:
    desk = Desk()
    desk.reminders.refresh()
    desk.wanted = False
    assert desk.come(at(8, 1)) == 0
    desk.wanted = True
    assert desk.come(at(8, 2)) == 0
    assert desk.come(at(18, 1)) == 1
    assert desk.come(at(18, 2)) == 1
    assert desk.asked == 2  # the log is read only when a reminder is due
    desk.reminders.stop()


def test_the_words_are_kind(qtbot: QtBot) -> None:
    desk = Desk()
    desk.reminders.refresh()
    desk.come(at(8))
    assert desk.sent.texts == [
        "A good moment for your practice? Small, slow and even. A rest day is fine too."
    ]
    desk.reminders.stop()


def test_somebody_in_front_of_the_window_needs_no_late_reminder(qtbot: QtBot) -> None:
    desk = Desk()
    desk.now = at(8, 30)
    desk.reminders.refresh()
    assert desk.come(at(8, 31)) == 0
    desk.settings = desk.settings.changed(reminders=("08:10", "18:00"))  # chosen at 8:31
    assert desk.come(at(8, 31)) == 0
    assert desk.come(at(18, 0)) == 1
    desk.reminders.stop()


def test_at_log_in_one_late_reminder_comes_once_however_often_it_is_started(
    qtbot: QtBot, tmp_path: object
) -> None:
    marks = MarkFile(None)
    for hour, expected in ((9, 1), (10, 0), (11, 0)):
        desk = Desk(present=False, marks=marks)
        desk.now = at(hour)
        desk.reminders.refresh()
        assert desk.come(at(hour, 1)) == expected
        desk.reminders.stop()


def test_no_more_today_holds_until_tomorrow_and_over_a_new_start(qtbot: QtBot) -> None:
    marks = MarkFile(None)
    desk = Desk(present=False, marks=marks)
    desk.reminders.refresh()
    assert not desk.reminders.resting
    desk.reminders.rest_today()
    assert desk.reminders.resting
    assert desk.come(at(8, 1)) == 0
    desk.reminders.stop()
    later = Desk(present=True, marks=marks)
    later.now = at(9)
    later.reminders.refresh()
    assert later.reminders.resting
    assert later.come(at(18, 1)) == 0
    next_day = DAY + timedelta(days=1)
    later.now = at(7, 0, next_day)
    assert not later.reminders.resting
    assert later.come(at(8, 0, next_day)) == 1
    later.reminders.stop()
