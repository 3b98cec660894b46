"""A figure's points: each session, or each week where sessions would lie on each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from statistics import fmean
from typing import Final, TypeAlias

from PySide6.QtCore import QLocale

from coach.app.home_presenter import first_weekday
from coach.domain.language import plural, tr
from coach.domain.session_mean import mean_half_width
from coach.domain.sides import Side
from coach.domain.trend import SessionPoint
from coach.ui.dates import long_day, short_day
from coach.ui.widgets.plot_points import PlotLine, PlotPoint

#: A session, its figure, and half the width of the figure's 95 % interval.
Known: TypeAlias = tuple[SessionPoint, float, float | None]

#: A number stays on the line of its unit.
NO_BREAK: Final = "\u00a0"
#: Single sessions are told apart over so short a time, however many a week.
_WEEKS_FROM: Final = timedelta(weeks=6)
#: This many in one week lie on each other in a longer plot; so do so many in all.
_CROWDED_WEEK: Final = 4
_CROWDED: Final = 40


def plot_line(known: Sequence[Known], unit: str, digits: int, side: Side | None = None) -> PlotLine:
    """The line of a figure, oldest first.

    A week's value is the mean of its sessions. Its interval keeps the whole uncertainty of a
    session, for the same face and camera err alike from day to day, and adds what the sessions'
    own spread leaves open (`mean_half_width`).
    """
    if not _crowded([p.created for p, _, _ in known]):
        points = (PlotPoint(p.created, v, h, _says(p, v, h, unit, digits)) for p, v, h in known)
        return PlotLine(tuple(points), side)
    weeks = [list(week) for _, week in groupby(known, key=lambda k: _week(k[0].created))]
    return PlotLine(
        tuple(_of_week(week, unit, digits) for week in weeks),
        side,
        tuple((p.created, value) for p, value, _ in known),
    )


def amount(value: float, half: float | None, unit: str, digits: int) -> str:
    """A value with its interval in the person's decimals."""
    text = QLocale().toString(value, "f", digits)
    if half is not None:
        text = f"{text}{NO_BREAK}±{NO_BREAK}{QLocale().toString(half, 'f', digits)}"
    return f"{text}{NO_BREAK}{unit}"


def _of_week(week: Sequence[Known], unit: str, digits: int) -> PlotPoint:
    values = [value for _, value, _ in week]
    mean, half = fmean(values), mean_half_width(values, [h for _, _, h in week])
    first, last = week[0][0].created, week[-1][0].created
    says = tr(
        "Week of {day}: {amount}, {count}.",
        day=short_day(_week(first)),
        amount=amount(mean, half, unit, digits),
        count=plural("{n} sessions", "{n} session", len(week)),
    )
    return PlotPoint(first + (last - first) / 2, mean, half, says)


def _says(p: SessionPoint, value: float, half: float | None, unit: str, digits: int) -> str:
    return tr(
        "{day}: {amount}, {count}.",
        day=long_day(p.created),
        amount=amount(value, half, unit, digits),
        count=plural("{n} repetitions", "{n} repetition", p.scored),
    )


def _crowded(moments: Sequence[datetime]) -> bool:
    if not moments or moments[-1] - moments[0] < _WEEKS_FROM:
        return False
    if len(moments) > _CROWDED:
        return True
    return any(len(list(week)) >= _CROWDED_WEEK for _, week in groupby(moments, key=_week))


def _week(moment: datetime) -> datetime:
    """The first day of a moment's week, as the calendar has it."""
    gone = (moment.weekday() - first_weekday()) % 7
    return moment.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(gone)
