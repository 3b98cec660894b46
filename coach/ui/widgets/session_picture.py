"""A session in one picture: how far left and right went, and whether anything joined in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.language import tr
from coach.domain.sides import Side
from coach.ui.icons import paint_icon
from coach.ui.pages.session_picture_model import PictureRow
from coach.ui.theme import Style
from coach.ui.widgets.balance_bars import PATTERN
from coach.ui.widgets.overlay import paint_side_mark
from coach.ui.wording import SIDE_NAME

_LETTERS: Final = 15
_ROW: Final = 92
_LEGEND: Final = 28
#: Full length of a bar where nothing is larger, mm.
_LEAST_MM: Final = 4.0


@dataclass(frozen=True, slots=True)
class SessionDrawing:
    """The picture itself, for a screen or for paper. Any thread.

    Attributes:
        rows: the exercises.
        style: colours and sizes.
        width: px.
    """

    rows: tuple[PictureRow, ...]
    style: Style
    width: int

    @property
    def height(self) -> int:
        """Height in px."""
        return self.style.px(_LEGEND + _ROW * max(len(self.rows), 1))

    def paint(self, painter: QPainter) -> None:
        """Draw it at the painter's origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self.style
        shown = [r.now for r in self.rows] + [r.before for r in self.rows if r.before]
        full = max([_LEAST_MM, *(v for p in shown for v in (p.left, p.right) if v is not None)])
        self._paint_legend(painter)
        for i, row in enumerate(self.rows):
            top = style.px(_LEGEND) + i * style.px(_ROW)
            box = QRectF(0, top, self.width, style.px(_ROW))
            self._paint_row(painter, row, box, full)

    def _paint_legend(self, painter: QPainter) -> None:
        style = self.style
        font = style.font(_LETTERS)
        words = QFontMetricsF(font)
        painter.setFont(font)
        mark = words.ascent() * 0.8
        y = words.height() / 2
        for side, x in ((Side.LEFT, 0.0), (Side.RIGHT, 0.0)):
            width = words.horizontalAdvance(SIDE_NAME[side]) + mark * 1.5
            left = x if side is Side.LEFT else self.width - width
            box = QRectF(left, y - mark / 2, mark, mark)
            paint_side_mark(painter, side, box, style.colour(side.value))
            painter.setPen(style.colour("muted"))
            painter.drawText(QPointF(left + mark * 1.5, y + words.ascent() * 0.4), SIDE_NAME[side])
        if any(row.before for row in self.rows):
            text = tr("last time")
            width = words.horizontalAdvance(text)
            left = (self.width - width) / 2
            painter.drawText(QPointF(left, y + words.ascent() * 0.4), text)
            self._bracket(painter, left - style.px(10), y, words.ascent() * 0.55)

    def _paint_row(self, painter: QPainter, row: PictureRow, box: QRectF, full: float) -> None:
        style = self.style
        title = style.font(17, QFont.Weight.Bold)
        painter.setFont(title)
        painter.setPen(style.colour("ink"))
        metrics = QFontMetricsF(title)
        text = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), text)
        thick = style.px(18)
        y = box.top() + metrics.height() + style.px(7)
        middle, reach = box.center().x(), box.width() / 2 - style.px(6)
        for side in Side:
            value = row.now.of(side)
            away = -1 if side is Side.LEFT else 1
            if value is not None:
                length = reach * max(value, 0.0) / full
                left = middle - length if away < 0 else middle
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(style.colour(side.value))
                bar = QRectF(left, y, length, thick)
                painter.drawRoundedRect(bar, 3, 3)
                painter.setBrush(QBrush(style.colour("surface", 95), PATTERN[side]))
                painter.drawRoundedRect(bar, 3, 3)
            then = row.before.of(side) if row.before else None
            if then is not None:
                x = middle + away * reach * max(then, 0.0) / full
                self._bracket(painter, x, y + thick / 2, thick * 0.75)
        painter.setPen(QPen(style.colour("muted"), style.px(1)))
        painter.drawLine(QLineF(middle, y - 3, middle, y + thick + 3))
        self._paint_words(painter, row, QPointF(box.left(), y + thick + style.px(10)), box.width())

    def _paint_words(self, painter: QPainter, row: PictureRow, at: QPointF, width: float) -> None:
        style = self.style
        font = style.font(_LETTERS)
        words = QFontMetricsF(font)
        good = row.even and row.clean
        side = words.ascent()
        icon = QRectF(at.x(), at.y() + words.height() * 0.1, side, side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint_icon(painter, "tick" if good else "notice", icon, style.colour("ink"))
        painter.setFont(font)
        painter.setPen(style.colour("ink"))
        room = width - side * 1.4
        text = words.elidedText(row.says, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(at.x() + side * 1.4, at.y() + words.ascent()), text)

    def _bracket(self, painter: QPainter, x: float, y: float, half: float) -> None:
        painter.setPen(QPen(self.style.colour("surface"), self.style.px(5)))
        painter.drawLine(QLineF(x, y - half, x, y + half))
        painter.setPen(QPen(self.style.colour("ink"), self.style.px(2)))
        painter.drawLine(QLineF(x, y - half, x, y + half))


class SessionPicture(QWidget):
    """Bars from the midline to both sides, as in a mirror: the patient's left is on the left.

    A thin bracket marks where each side was last time. GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sessionPicture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = Style()
        self._rows: tuple[PictureRow, ...] = ()

    def show_rows(self, rows: tuple[PictureRow, ...]) -> None:
        """Show exercises; hidden where there are none."""
        self._rows = rows
        self.setVisible(bool(rows))
        self.setAccessibleName(tr("Your practice in one picture"))
        self.setAccessibleDescription(". ".join(f"{r.title}: {r.says}" for r in rows))
        self.updateGeometry()
        self.update()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(420), self._drawing().height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._style.px(220), self._drawing().height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._drawing().paint(painter)
        painter.end()

    def _drawing(self) -> SessionDrawing:
        return SessionDrawing(self._rows, self._style, self.width())
