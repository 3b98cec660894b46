"""The repetitions of one exercise as pairs of columns, left and right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.language import tr
from coach.domain.session import RepRecord
from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.widgets.overlay import paint_side_mark
from coach.ui.wording import ENOUGH, SIDE_NAME

#: Height of the chart in mm where nothing is larger.
_LEAST_MM: Final = 4.0
_PATTERN: Final = {
    Side.LEFT: Qt.BrushStyle.BDiagPattern,
    Side.RIGHT: Qt.BrushStyle.Dense6Pattern,
}


class RepChart(QWidget):
    """Paints each repetition's excursion with the target as a line. GUI thread."""

    def __init__(
        self, reps: tuple[RepRecord, ...], target_mm: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("repChart")
        self.setAccessibleName(tr("Left and right in each repetition"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = Style()
        self._reps = reps
        self._target_mm = target_mm

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(240), self._style.px(150))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._style.px(160), self._style.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._style
        mark = style.px(12)
        legend = QFontMetricsF(style.font(15)).height() * 1.3
        self._paint_legend(painter, QRectF(0, 0, self.width(), legend))
        area = QRectF(self.rect()).adjusted(0, legend + mark * 0.5, 0, -1)
        values = [v for r in self._reps for s in Side if (v := r.excursion_mm.of(s)) is not None]
        full = max([_LEAST_MM, self._target_mm * 1.4, *(v * 1.1 for v in values)])
        step = area.width() / max(len(self._reps), 1)
        column = min(step * 0.34, style.px(30))
        for i, rep in enumerate(self._reps):
            centre = area.left() + step * (i + 0.5)
            for side, x in ((Side.LEFT, centre - column - 1), (Side.RIGHT, centre + 1)):
                self._paint_column(painter, rep, side, QRectF(x, 0, column, 0), area, full)
        painter.setPen(QPen(style.colour("edge"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if self._target_mm > 0:
            y = area.bottom() - self._target_mm / full * area.height()
            painter.setPen(QPen(style.colour("ink"), style.px(2), Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
        painter.end()

    def _paint_legend(self, painter: QPainter, row: QRectF) -> None:
        """Which column is which side, and what the line means."""
        style = self._style
        font = style.font(15)
        words = QFontMetricsF(font)
        mark = words.ascent() * 0.8
        painter.setFont(font)
        x = row.left()
        for side in Side:
            box = QRectF(x, row.center().y() - mark / 2, mark, mark)
            paint_side_mark(painter, side, box, style.colour(side.value))
            x = self._paint_word(painter, SIDE_NAME[side], x + mark * 1.4, row, words) + mark
        if self._target_mm > 0:
            painter.setPen(QPen(style.colour("ink"), style.px(2), Qt.PenStyle.DotLine))
            y = row.center().y()
            painter.drawLine(QLineF(x, y, x + mark * 1.6, y))
            self._paint_word(painter, tr(ENOUGH), x + mark * 2, row, words)

    def _paint_word(
        self, painter: QPainter, text: str, x: float, row: QRectF, words: QFontMetricsF
    ) -> float:
        painter.setPen(self._style.colour("muted"))
        width = words.horizontalAdvance(text)
        box = QRectF(x, row.top(), width + 2, row.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        return x + width

    def _paint_column(
        self,
        painter: QPainter,
        rep: RepRecord,
        side: Side,
        place: QRectF,
        area: QRectF,
        full: float,
    ) -> None:
        value = rep.excursion_mm.of(side)
        if value is None or not rep.scored:
            return
        height = min(max(value / full, 0.0), 1.0) * area.height()
        bar = QRectF(place.x(), area.bottom() - height, place.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colour(side.value))
        painter.drawRect(bar)
        painter.setBrush(QBrush(self._style.colour("surface", 95), _PATTERN[side]))
        painter.drawRect(bar)
