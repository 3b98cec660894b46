"""A window that stands in front again: a second start, or a click on a reminder, asks for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from coach.app.one_program import OneProgram
from coach.ui.main_window import MainWindow
from coach.ui.pages.page import PageId

#: What a person is in the midst of is not left.
_STAYS: tuple[PageId, ...] = (PageId.PRACTICE, PageId.WELCOME, PageId.SAFETY)


class ComeForward(QObject):
    """Has every later start of the program show the window. GUI thread.

    Args:
        window: is shown; also this object's parent.
        turn: hears of other starts.
    """

    def __init__(self, window: MainWindow, turn: OneProgram) -> None:
        super().__init__(window)
        self._window, self._turn = window, turn
        turn.asked.connect(self._answer)

    def _answer(self) -> None:
        to_front(self._window)
        self._turn.answer()


def to_front(window: MainWindow) -> None:
    """Show the window above the others, as large as it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def show_home(window: MainWindow) -> None:
    """Show the window with the start page, unless somebody is in the midst of something."""
    to_front(window)
    if window.shown.page_id not in _STAYS:
        window.go(PageId.HOME)
