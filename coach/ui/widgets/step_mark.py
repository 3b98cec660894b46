"""The mark before a step of a programme, on a line that joins the steps."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui.theme import Style

_SIDE: Final = 36
#: From the top of the row to the mark's middle, px at 100 %: beside the step's title.
_MIDDLE: Final = 20
#: Radius of the dot over that of the circle around it.
_DOT: Final = 0.55


class StepState(StrEnum):
    """What the mark says; each state has a shape of its own."""

    CHOSEN = "chosen"  # a dot in a circle: today's practice
    OPEN = "open"  # an empty circle
    CLOSED = "closed"  # a padlock


class StepMark(QWidget):
    """A circle or a padlock, and the line to the steps above and below.

    Args:
        state: what it says.
        first: no line above.
        last: no line below.
    """

    def __init__(self, state: StepState, *, first: bool, last: bool) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._state, self._first, self._last = state, first, last
        self._style = Style()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(_SIDE), self._style.px(_SIDE + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, colour = self._style.px, self._style.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, px(_MIDDLE))
        radius = px(_SIDE) / 2 - px(3)
        painter.setPen(QPen(colour("edge"), px(2)))
        if not self._first:
            painter.drawLine(QPointF(middle.x(), 0), middle - QPointF(0, radius + px(1)))
        if not self._last:
            below = middle + QPointF(0, radius + px(1))
            painter.drawLine(below, QPointF(middle.x(), self.height()))
        if self._state is StepState.CLOSED:
            self._paint_lock(painter, middle)
        else:
            self._paint_circle(painter, middle, radius)
        painter.end()

    def _paint_circle(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        px, colour = self._style.px, self._style.colour
        chosen = self._state is StepState.CHOSEN
        painter.setPen(QPen(colour("accent"), px(3)))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(middle, radius, radius)
        if chosen:  # no tick: that would say it is done
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent"))
            painter.drawEllipse(middle, radius * _DOT, radius * _DOT)

    def _paint_lock(self, painter: QPainter, middle: QPointF) -> None:
        px, colour = self._style.px, self._style.colour
        body = QRectF(0, 0, px(18), px(14))
        body.moveCenter(middle + QPointF(0, px(4)))
        painter.setPen(QPen(colour("muted"), px(2.5)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        bow = QRectF(0, 0, px(11), px(14))
        bow.moveCenter(QPointF(middle.x(), body.top()))
        painter.drawArc(bow, 0, 180 * 16)
        painter.setBrush(colour("muted"))
        painter.drawRoundedRect(body, px(3), px(3))
