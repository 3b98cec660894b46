"""A sentence with a small sign before it, so that a list is read line by line."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from coach.ui.icons import paint_icon
from coach.ui.theme import Style
from coach.ui.widgets.labels import label

#: Side of the sign beside body text, px at 100 %.
_SIDE: Final = 26


class IconLine(QWidget):
    """A sign and words; the words say it all.

    Args:
        icon: key of `coach.ui.icons.ICONS`.
        text: the words.
        role: their role in the style sheet.
        name: object name of the words.
        colour: the sign's token.
    """

    def __init__(
        self, icon: str, text: str, role: str, name: str, *, colour: str = "accent"
    ) -> None:
        super().__init__()
        self.words: QLabel = label(text, role, name, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._sign = _Sign(icon, colour, self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)


class _Sign(QWidget):
    """Stands at the height of the first line of the words beside it."""

    def __init__(self, icon: str, colour: str, beside: QLabel) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon, self._colour, self._beside = icon, colour, beside
        self._style = Style()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._style.px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._style.px(_SIDE)
        top = max(0.0, (self._beside.fontMetrics().height() - side) / 2)
        painter = QPainter(self)
        colour = self._style.colour(self._colour)
        paint_icon(painter, self._icon, QRectF(0, top, side, side), colour)
        painter.end()
