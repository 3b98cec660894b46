"""Where the keyboard goes on a page that scrolls between a head and a foot."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget


def order_turns(scroll: QScrollArea, foot: Iterable[QPushButton]) -> None:
    """Tab comes to what scrolls first, and then to the buttons below, in their order."""
    last: QWidget = scroll
    widget = last.nextInFocusChain()
    while widget is not None and widget is not scroll:
        takes = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus  # Qt orders no others
        if takes and scroll.isAncestorOf(widget):
            last = widget
        widget = widget.nextInFocusChain()
    for button in foot:
        QWidget.setTabOrder(last, button)
        last = button


def is_at_once_seen(scroll: QScrollArea, widget: QWidget, enough_px: int) -> bool:
    """Whether a widget, or `enough_px` of its height, is seen before anything is scrolled.

    A widget outside of what scrolls is not.
    """
    content = scroll.widget()
    if content is None or not content.isAncestorOf(widget):
        return False
    top = widget.mapTo(content, QPoint(0, 0)).y()
    return top + min(widget.height(), enough_px) <= scroll.viewport().height()
