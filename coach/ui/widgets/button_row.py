"""Buttons beside each other, or below each other where they do not fit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from coach.ui.theme import Style

_GAP: Final = 10
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class ButtonRow(QWidget):
    """Needs no more width than its widest button. Hidden buttons take no room."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self._buttons = buttons
        self._box = QBoxLayout(_ACROSS, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        for button in buttons:
            self._box.addWidget(button)
        self._box.addStretch(1)

    def set_style(self, style: Style) -> None:
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(
            max((b.sizeHint().width() for b in self._shown), default=0),
            super().minimumSizeHint().height(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """A button has come, gone, or has other words."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @property
    def _shown(self) -> list[QPushButton]:
        return [button for button in self._buttons if not button.isHidden()]

    def _arrange(self) -> None:
        shown = self._shown
        needed = sum(b.sizeHint().width() for b in shown) + _GAP * max(len(shown) - 1, 0)
        direction = _ACROSS if needed <= self.width() else _DOWN
        if direction is not self._box.direction():
            self._box.setDirection(direction)
            self.updateGeometry()
