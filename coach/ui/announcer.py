"""Tells a screen reader what has just changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Speaks through the platform's accessibility interface; GUI thread only.

    The same sentence is not repeated back to back: pictures come 30 times a second, sentences
    do not.
    """

    announced = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._last = ""

    def say(self, text: str, *, urgent: bool = False) -> None:
        """Announce `text` after what is being read, or at once where `urgent`."""
        if not text or text == self._last:
            return
        self._last = text
        event = QAccessibleAnnouncementEvent(self._widget, text)
        level = QAccessible.AnnouncementPoliteness
        event.setPoliteness(level.Assertive if urgent else level.Polite)
        QAccessible.updateAccessibility(event)
        self.announced.emit(text)
