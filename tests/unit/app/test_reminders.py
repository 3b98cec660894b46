from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from coach.app.reminders import ReminderClock, Reminders
from coach.storage.settings import Settings

DAY = date(2026, 11, 18)
EIGHT, SIX = time(8), time(18)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime.combine(day, time(hour, minute))


def run(clock: ReminderClock, moments: Sequence[datetime], times: Sequence[time]) -> list[time]:
    found = [clock.due(moment, times) for moment in moments]
    return [moment for moment in found if moment is not None]


def test_a_time_that_comes_is_told_once() -> None:
    clock = ReminderClock()
    moments = [at(7, 59), at(8, 0), at(8, 1), at(17, 59), at(18, 2), at(18, 3)]
    assert run(clock, moments, [EIGHT, SIX]) == [EIGHT, SIX]


def test_times_before_the_start_are_not_made_up_for() -> None:
    assert run(ReminderClock(), [at(8, 10), at(8, 11)], [EIGHT]) == []


def test_after_sleep_a_late_one_is_given_and_a_very_late_one_is_not() -> None:
    assert run(ReminderClock(), [at(7), at(8, 30)], [EIGHT]) == [EIGHT]
    assert run(ReminderClock(), [at(7), at(12)], [EIGHT]) == []


def test_a_clock_that_goes_back_repeats_nothing() -> None:
    clock = ReminderClock()
    moments = [at(7, 59), at(8, 1), at(7, 30), at(8, 1), at(8, 2)]
    assert run(clock, moments, [EIGHT]) == [EIGHT]


def test_the_next_day_has_its_own() -> None:
    clock, next_day = ReminderClock(), DAY + timedelta(days=1)
    assert run(clock, [at(7, 59), at(8, 1)], [EIGHT]) == [EIGHT]
    assert run(clock, [at(7, 59, next_day), at(8, 1, next_day)], [EIGHT]) == [EIGHT]


@given(
    times=st.lists(st.times(), max_size=6, unique=True),
    steps=st.lists(st.integers(-7200, 7200), max_size=60),
)
def test_never_twice_for_one_time_of_one_day(times: list[time], steps: list[int]) -> None:
    clock, now = ReminderClock(), at(6)
    told = []
    for step in steps:
        now += timedelta(seconds=step)
        due = clock.due(now, times)
        if due is not None:
            told.append((now.date(), due))
    # A date that was left backwards and entered again may be told anew only after midnight.
    days = [d for d, _ in told]
    if days == sorted(days):
        assert len(told) == len(set(told))


class Sent:
    def __init__(self) -> None:
        self.texts: list[str] = []

    def notify(self, title: str, text: str) -> None:
        self.texts.append(title)


class Desk:
    def __init__(self) -> None:
        self.settings = Settings(reminders=("08:00", "18:00"), reminders_on=True)
        self.now = at(7, 59)
        self.practised = False
        self.busy = False
        self.sent = Sent()
        self.reminders = Reminders(
            lambda: self.settings,
            lambda: self.practised,
            lambda: self.busy,
            self.sent,
            now=lambda: self.now,
        )

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


def test_not_on_a_day_that_has_its_practice_and_not_into_a_session(qtbot: QtBot) -> None:
    desk = Desk()
    desk.reminders.refresh()
    desk.practised = True
    assert desk.come(at(8, 1)) == 0
    desk.practised, desk.busy = False, True
    assert desk.come(at(18, 1)) == 0
    desk.busy = False
    assert desk.come(at(18, 2)) == 0
    next_day = DAY + timedelta(days=1)
    assert desk.come(at(7, 59, next_day)) == 0
    assert desk.come(at(8, 0, next_day)) == 1
    desk.reminders.stop()
