"""What every page of the window is."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coach.ui.theme import Style


class PageId(StrEnum):
    """The window's pages."""

    HOME = "home"
    WELCOME = "welcome"  # first start
    PLAN = "plan"  # my programme
    PRACTICE = "practice"
    SUMMARY = "summary"
    PROGRESS = "progress"
    SETTINGS = "settings"
    ABOUT = "about"
    SAFETY = "safety"  # the safety cards of the chosen plan


class Page(QWidget):
    """One page; the window shows one at a time. GUI thread.

    Signals:
        go_asked: the person wants another page (a `PageId`).
        start_asked: the person wants to begin the chosen plan.
        care_asked: the person wants to read the safety cards of a plan (its id).
        said: words for a screen reader, and whether they interrupt.
        message_asked: what happened and what to do, for the strip above the page.
        preferences_changed: the page has changed preferences; True: colours or sizes.
        reopen_asked: the window must open again: another language, or another plan.

    Attributes:
        page_id: which page this is.
        shows_menu: False where the menu bar would distract.
    """

    go_asked = Signal(object)
    start_asked = Signal()
    care_asked = Signal(str)
    said = Signal(str, bool)
    message_asked = Signal(str, str)
    preferences_changed = Signal(bool)
    reopen_asked = Signal()

    page_id: ClassVar[PageId]
    shows_menu: ClassVar[bool] = True

    def nav_text(self) -> str:
        """The word in the navigation; "" keeps the page out of it."""
        return ""

    def first_focus(self) -> QWidget:
        """What has the keyboard when the page is shown."""
        raise NotImplementedError

    def entered(self) -> None:
        """The page is shown now."""

    def left(self) -> None:
        """Another page is shown now: timers, cameras and demonstrations stop."""

    def escape(self) -> bool:
        """Esc was pressed; True where the page had a use for it (else the home page is shown)."""
        return False

    def set_style(self, style: Style) -> None:
        """Take over theme, text size and motion."""
