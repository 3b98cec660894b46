"""A ring that empties with the phase, and the seconds that are left."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.language import tr
from coach.ui.theme import Style


class CountdownRing(QWidget):
    """Paints the share of a phase that is left; full and without a number where it is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("countdown")
        self.setAccessibleName(tr("Seconds left"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._style = Style()
        self._left_share = 1.0
        self._text = ""
        self._small = False

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._style.px(66 if self._small else 88)
        return QSize(side, side)

    def set_small(self, small: bool) -> None:
        """Take less room, in a small window with large letters."""
        if small != self._small:
            self._small = small
            self.updateGeometry()
            self.update()

    @property
    def text(self) -> str:
        """The number in the ring."""
        return self._text

    def show_time(self, elapsed_s: float, duration_s: float | None) -> None:
        """Show the time of a phase; `duration_s` None or 0 where it ends on a condition."""
        if not duration_s:
            self._left_share, self._text = 1.0, ""
        else:
            left = min(max(duration_s - elapsed_s, 0.0), duration_s)
            self._left_share = left / duration_s
            # A tenth of grace: a phase of 4 s begins with "4" and ends with "1", never "0".
            self._text = str(max(1, math.ceil(left - 0.1)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._style
        width = style.px(6 if self._small else 8)
        ring = QRectF(self.rect()).adjusted(width, width, -width, -width)
        line = style.px(1.5)
        painter.setPen(QPen(style.colour("edge"), width + line))
        painter.drawEllipse(ring)
        painter.setPen(QPen(style.colour("well"), width - line))
        painter.drawEllipse(ring)
        pen = QPen(style.colour("accent"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._text:
            painter.drawArc(ring, 90 * 16, round(self._left_share * 360 * 16))
        painter.setPen(style.colour("ink"))
        painter.setFont(style.font(26 if self._small else 34, QFont.Weight.Bold))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()
