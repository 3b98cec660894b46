"""Buttons beside each other, going on below where they do not fit."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QPushButton

from coach.ui.widgets.flow import FlowRow

_GAP: Final = 10


class ButtonRow(FlowRow):
    """Needs no more width than its widest button. Hidden buttons take no room.

    How high it is follows from its width alone, so that one that was narrow once is a row again
    as soon as there is room.
    """

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__(_GAP)
        for button in buttons:
            self.addWidget(button)
