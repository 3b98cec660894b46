"""Days of practice: a week in one glance, without streaks. Rest days belong to it.

A day is the person's own: the date on their clock when the session began, kept with the session's
offset. So summer time, travelling and midnight need no rules here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

_DAYS: Final = 7


class DayKind(StrEnum):
    """What a day of the week is, seen from today."""

    PRACTISED = "practised"
    REST = "rest"  # gone by without practice: a rest day, nothing more
    TODAY = "today"  # today, not practised yet
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class DayMark:
    """One day. `sessions` is 0 for days that lie ahead, whatever a clock once said."""

    day: date
    kind: DayKind
    sessions: int


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, the first day of the week first.

    Attributes:
        days: the marks.
        goal: days that the person aims for, 1 to 7.
    """

    days: tuple[DayMark, ...]
    goal: int

    @property
    def practised(self) -> int:
        """Days with practice."""
        return sum(d.kind is DayKind.PRACTISED for d in self.days)

    @property
    def today_done(self) -> bool:
        """Whether there was practice today."""
        return all(d.kind is not DayKind.TODAY for d in self.days)

    @property
    def reached(self) -> bool:
        return self.practised >= self.goal


def week_of(today: date, sessions: Mapping[date, int], goal: int, first_weekday: int = 0) -> Week:
    """The week that holds `today`.

    Args:
        today: the local date.
        sessions: number of sessions by local date; days without may be missing.
        goal: days a week that the person aims for.
        first_weekday: 0 Monday to 6 Sunday.
    """
    start = today - timedelta(days=(today.weekday() - first_weekday) % _DAYS)
    return Week(
        tuple(_mark(start + timedelta(days=i), today, sessions) for i in range(_DAYS)), goal
    )


def month_of(
    today: date, shown: date, sessions: Mapping[date, int], first_weekday: int = 0
) -> tuple[tuple[DayMark | None, ...], ...]:
    """The month of `shown` as rows of seven; None for days of other months."""
    first = shown.replace(day=1)
    row_start = first - timedelta(days=(first.weekday() - first_weekday) % _DAYS)
    rows = []
    while row_start <= first or row_start.month == first.month:
        days = [row_start + timedelta(days=i) for i in range(_DAYS)]
        rows.append(
            tuple(_mark(d, today, sessions) if d.month == first.month else None for d in days)
        )
        row_start += timedelta(days=_DAYS)
    return tuple(rows)


def _mark(day: date, today: date, sessions: Mapping[date, int]) -> DayMark:
    if day > today:
        return DayMark(day, DayKind.AHEAD, 0)
    count = sessions.get(day, 0)
    if count:
        return DayMark(day, DayKind.PRACTISED, count)
    return DayMark(day, DayKind.TODAY if day == today else DayKind.REST, 0)
