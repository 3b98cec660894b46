"""The window fits on every screen, with the frame around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coach.ui.window_size import fit_to_screen, place_for

START = QSize(1240, 800)


@given(
    x=st.integers(-3840, 3840), y=st.integers(-2160, 2160),
    width=st.integers(640, 7680), height=st.integers(480, 4320),
)  # fmt: skip
def test_the_window_lies_inside_the_screen(x: int, y: int, width: int, height: int) -> None:
    free = QRect(x, y, width, height)
    place, smallest = place_for(free, START)
    assert smallest.width() <= width
    assert smallest.height() <= height
    if place is None:
        assert START.width() + 16 > width or START.height() + 48 > height
    else:
        assert place.size() == START
        assert free.contains(place)


def test_a_small_laptop_is_filled() -> None:
    assert place_for(QRect(0, 0, 1366, 728), START)[0] is None
    assert place_for(QRect(0, 0, 1920, 1040), START)[0] is not None


def test_on_a_screen_that_is_too_small_the_whole_screen_is_taken(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    free = window.screen().availableGeometry()
    window.setMinimumSize(free.width() + 200, free.height() - 100)
    window.resize(free.width() + 300, free.height() + 300)
    fit_to_screen(window)
    assert window.windowState() & Qt.WindowState.WindowMaximized
    assert window.minimumWidth() <= free.width()
    assert window.minimumHeight() == min(free.height() - 100, free.height() - 48)


def test_a_window_with_room_keeps_its_size(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    fit_to_screen(window)
    assert window.size() == QSize(300, 200)
    assert window.screen().availableGeometry().contains(window.geometry())
