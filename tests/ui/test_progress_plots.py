"""A plot stays readable from two sessions to years of them: weeks for days, months for dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coach.domain.movements import Movement
from coach.domain.session_mean import mean_half_width
from coach.domain.trend import SessionPoint, session_point
from coach.ui.pages.progress_lines import plot_line
from coach.ui.widgets.date_ticks import date_ticks
from coach.ui.widgets.plot_points import PlotView
from coach.ui.widgets.trend_plot import TrendPlot

MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)


def known(days: Sequence[int]) -> list[tuple[SessionPoint, float, float | None]]:
    """A session on each of these days after a Monday, worth its number; 5 is half its interval."""
    return [
        (
            session_point(f"s{d}", MONDAY + timedelta(days=d), None, None, Movement.REST, []),
            float(d),
            5.0,
        )
        for d in days
    ]


@pytest.mark.parametrize(
    "days",
    [
        [0],
        [0, 1, 2, 3],  # daily, for days
        list(range(30)),  # daily, for a month
        list(range(0, 90, 3)),  # months, but never close together
    ],
)
def test_sessions_that_can_be_told_apart_stand_for_themselves(days: list[int]) -> None:
    line = plot_line(known(days), "%", 0)
    assert [p.value for p in line.points] == days
    assert line.single == ()


@pytest.mark.parametrize("days", [list(range(365)), [*range(0, 80, 4), 80, 81, 82, 83]])
def test_crowded_sessions_stand_behind_their_weeks(days: list[int]) -> None:
    line = plot_line(known(days), "%", 0)
    weeks: dict[int, list[float]] = {}
    for day in days:
        weeks.setdefault(day // 7, []).append(float(day))
    assert len(line.single) == len(days)
    assert len(line.points) == len(weeks)
    for point, values in zip(line.points, weeks.values(), strict=True):
        assert point.value == pytest.approx(sum(values) / len(values))
        # What sessions have in common no number of them averages away.
        assert point.half_width == mean_half_width(values, [5.0] * len(values))
        assert point.half_width is not None
        assert point.half_width >= 5.0 - 1e-9
        assert f"{len(values)} session" in point.says
    assert line.points[0].says.startswith("Week of 5 Jan: ")


def test_weeks_begin_where_the_calendar_begins_them() -> None:
    QLocale.setDefault(QLocale("en_US"))  # a week begins on Sunday there
    line = plot_line(known(range(60)), "%", 0)
    assert line.points[0].says.startswith("Week of 4 Jan: ")
    assert "6 sessions" in line.points[0].says


@given(st.integers(0, 3000), st.integers(0, 3000), st.integers(1, 12))
def test_dates_are_few_in_order_and_inside(start: int, length: int, most: int) -> None:
    first = MONDAY + timedelta(days=start)
    last = first + timedelta(days=length)
    ticks = date_ticks(first, last, most)
    assert ticks
    moments = [moment for moment, _ in ticks]
    assert all(a < b for a, b in pairwise(moments))
    assert all(first <= m <= last for m in moments)
    assert len(ticks) <= max(most, 2) or length > 365 * most  # a year apart at most


def test_dates_of_a_year_say_which_year() -> None:
    first = datetime(2025, 11, 22, tzinfo=UTC)
    texts = [text for _, text in date_ticks(first, first + timedelta(days=364), 5)]
    assert texts == ["Jan 2026", "Apr", "Jul", "Oct"]
    assert [t for _, t in date_ticks(first, first + timedelta(days=20), 5)] == ["22 Nov", "12 Dec"]


def test_arrow_keys_go_from_week_to_week(qtbot: QtBot) -> None:
    line = plot_line(known(range(365)), "%", 0)
    plot = TrendPlot("plot", PlotView("Even", "%", (line,)))
    qtbot.addWidget(plot)
    plot.resize(600, 230)
    plot.grab()
    assert plot.chosen_text == line.points[-1].says
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.chosen_text == line.points[-2].says
