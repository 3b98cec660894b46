"""A text to read aloud: all of it in sight, or moving up with the time."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from coach.ui.widgets.passage_view import PassageView

LINES = [f"This is line {number} of what is read aloud today." for number in range(12)]


@pytest.fixture
def view(qtbot: QtBot) -> PassageView:
    made = PassageView()
    qtbot.addWidget(made)
    made.resize(420, 180)
    made.show()
    qtbot.waitExposed(made)
    made.show_lines(LINES)
    qtbot.waitUntil(lambda: made.verticalScrollBar().maximum() > 0)
    return made


def test_every_line_is_in_sight_where_there_is_room(qtbot: QtBot) -> None:
    large = PassageView()
    qtbot.addWidget(large)
    large.resize(1200, 900)
    large.show()
    large.show_lines(LINES)
    qtbot.waitExposed(large)
    assert large.verticalScrollBar().maximum() == 0
    large.follow(0.7)
    assert large.verticalScrollBar().value() == 0
    assert large.marked == ""  # nothing moves: everybody reads at their own pace


def test_the_lines_move_up_with_the_time(view: PassageView) -> None:
    bar = view.verticalScrollBar()
    seen = []
    for step in range(11):
        view.follow(step / 10)
        seen.append(bar.value())
    assert seen[0] == 0
    assert seen == sorted(seen)
    assert seen[-1] == bar.maximum()


def test_who_scrolls_is_not_moved_again(view: PassageView) -> None:
    bar = view.verticalScrollBar()
    view.follow(0.4)
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    view.follow(0.6)
    assert bar.value() == 0
    assert view.marked == ""


def test_the_line_that_is_being_read_has_a_mark(view: PassageView) -> None:
    marked = []
    for step in range(11):
        view.follow(step / 10)
        marked.append(LINES.index(view.marked))
    assert marked[0] == 0
    assert marked == sorted(marked)
    assert marked[-1] == len(LINES) - 1


def test_the_next_time_starts_at_the_top(view: PassageView) -> None:
    bar = view.verticalScrollBar()
    view.follow(0.9)
    bar.triggerAction(bar.SliderAction.SliderToMaximum)
    view.follow(0.0)
    assert bar.value() == 0
    view.follow(0.9)
    assert bar.value() > 0
