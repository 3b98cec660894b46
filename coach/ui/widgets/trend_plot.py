"""A figure over sessions with its 95 % intervals; every point can be read with the arrow keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.widgets.axes import LETTERS, Axes, nice_ticks, paint_scale, scale_width
from coach.ui.widgets.date_ticks import date_ticks
from coach.ui.widgets.overlay import paint_side_mark
from coach.ui.widgets.plot_points import PlotLine, PlotView

#: From this many points on, the intervals are drawn as one band: bars would lie on each other.
_BAND_FROM: Final = 40


class TrendPlot(QWidget):
    """Paints lines with intervals. GUI thread.

    Signals:
        told: the chosen point in words.
    """

    told = Signal(str)

    def __init__(self, name: str, view: PlotView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = Style()
        self._view = view
        moments = sorted({p.when for line in view.lines for p in line.points})
        self._moments = moments
        known = [*moments, *(when for line in view.lines for when, _ in line.single)]
        self._first = min(known, default=None)
        self._last = max(known, default=None)
        self._chosen = len(moments) - 1
        self.setAccessibleName(view.name)
        self.setAccessibleDescription(self.chosen_text)

    @property
    def chosen_text(self) -> str:
        """The chosen session in words."""
        if not self._moments:
            return ""
        moment = self._moments[self._chosen]
        points = [p for line in self._view.lines for p in line.points if p.when == moment]
        return " ".join(p.says for p in points)

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(420), self._style.px(230))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._style.px(240), self._style.px(230))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: self._chosen - 1,
            Qt.Key.Key_Right: self._chosen + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._moments) - 1,
        }
        wanted = steps.get(Qt.Key(event.key()))
        if wanted is None or not self._moments:
            super().keyPressEvent(event)
            return
        self._choose(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._moments:
            axes, x = self._axes(), event.position().x()
            spots = [abs(axes.across(m.timestamp()) - x) for m in self._moments]
            self._choose(spots.index(min(spots)))
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.told.emit(self.chosen_text)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, view, axes = self._style, self._view, self._axes()
        self._paint_legend(painter)
        paint_scale(painter, style, axes, self._ticks())
        if view.band is not None:
            self._paint_band(painter, axes, view.band)
        if view.level is not None:
            painter.setPen(QPen(style.colour("ink"), style.px(2), Qt.PenStyle.DotLine))
            y = axes.up(view.level)
            painter.drawLine(QLineF(axes.area.left(), y, axes.area.right(), y))
        self._paint_dates(painter, axes)
        for line in view.lines:
            self._paint_line(painter, axes, line)
        if self.hasFocus():
            painter.setPen(QPen(style.colour("focus"), style.px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        painter.end()

    def _choose(self, index: int) -> None:
        self._chosen = min(max(index, 0), len(self._moments) - 1)
        self.setAccessibleDescription(self.chosen_text)
        self.told.emit(self.chosen_text)
        self.update()

    def _ticks(self) -> list[float]:
        low, high = [], []
        for line in self._view.lines:
            for p in line.points:
                half = p.half_width or 0.0
                low.append(p.value - half)
                high.append(p.value + half)
            low += [value for _, value in line.single]
            high += [value for _, value in line.single]
        for extra in (self._view.level, *(self._view.band or ())):
            if extra is not None:
                low.append(extra)
                high.append(extra)
        return nice_ticks(min(low, default=0.0), max(high, default=1.0))

    def _axes(self) -> Axes:
        style, ticks = self._style, self._ticks()
        letters = QFontMetricsF(style.font(LETTERS)).height()
        pad = style.px(10)
        area = QRectF(self.rect()).adjusted(
            scale_width(style, ticks) + pad,
            letters * (1.9 + 1.3 * (self._legend_lines() - 1)),
            -style.px(22),
            -letters * 1.6,
        )
        ends = [m.timestamp() if m is not None else 0.0 for m in (self._first, self._last)]
        return Axes(area, (ends[0], ends[1]), (ticks[0], ticks[-1]))

    def _paint_legend(self, painter: QPainter) -> None:
        style, view = self._style, self._view
        font = style.font(LETTERS)
        painter.setFont(font)
        words = QFontMetricsF(font)
        painter.setPen(style.colour("muted"))
        row = QRectF(style.px(10), style.px(4), self.width() - style.px(20), words.height())
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, view.unit)
        if view.band is not None and view.band_says:
            self._paint_band_name(painter, row, words)
            painter.setPen(style.colour("muted"))
        if view.level is not None and view.level_says:
            text = words.elidedText(
                view.level_says,
                Qt.TextElideMode.ElideRight,
                row.width() - words.horizontalAdvance(view.unit) - style.px(60),
            )
            painter.drawText(row, Qt.AlignmentFlag.AlignRight, text)
            x = row.right() - words.horizontalAdvance(text) - style.px(8)
            painter.setPen(QPen(style.colour("ink"), style.px(2), Qt.PenStyle.DotLine))
            y = row.center().y()
            painter.drawLine(QLineF(x - style.px(26), y, x, y))

    def _legend_lines(self) -> int:
        """Two where the band's name does not stand in one line with the others."""
        style, view = self._style, self._view
        if view.band is None or not view.band_says:
            return 1
        words = QFontMetricsF(style.font(LETTERS))
        texts = (view.unit, view.band_says, view.level_says)
        needed = sum(words.horizontalAdvance(text) for text in texts)
        return 1 if needed + style.px(140) <= self.width() else 2

    def _paint_band_name(self, painter: QPainter, row: QRectF, words: QFontMetricsF) -> None:
        """A piece of the band, and what it means: beside the unit, or below it."""
        style, view = self._style, self._view
        left, top = row.left(), row.top()
        if self._legend_lines() > 1:
            top += words.height() * 1.3
        else:
            left += words.horizontalAdvance(view.unit) + style.px(16)
        box = QRectF(left, top + words.height() * 0.15, style.px(26), words.height() * 0.7)
        self._paint_stripes(painter, box)
        painter.setPen(style.colour("muted"))
        left = box.right() + style.px(8)
        text = QRectF(left, top, row.right() - left, words.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft, view.band_says)

    def _paint_band(self, painter: QPainter, axes: Axes, band: tuple[float, float]) -> None:
        top, bottom = axes.up(max(band)), axes.up(min(band))
        self._paint_stripes(painter, QRectF(axes.area.left(), top, axes.area.width(), bottom - top))

    def _paint_stripes(self, painter: QPainter, box: QRectF) -> None:
        """Outlined and striped: the plain bands around a line are intervals."""
        style = self._style
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("well"))
        painter.drawRect(box)
        painter.setPen(QPen(style.colour("edge"), max(1.0, style.px(1.5))))
        painter.setBrush(QBrush(style.colour("edge", 110), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)

    def _paint_dates(self, painter: QPainter, axes: Axes) -> None:
        if self._first is None or self._last is None:
            return
        style, area = self._style, axes.area
        words = QFontMetricsF(style.font(LETTERS))
        room = area.width() / (words.horizontalAdvance("MMM 0000") + style.px(16))
        free = area.left()
        for moment, text in date_ticks(self._first, self._last, int(room)):
            at, width = axes.across(moment.timestamp()), words.horizontalAdvance(text)
            # Never below the numbers at the left, and never beyond the right edge.
            x = min(max(at - width / 2, area.left()), self.width() - width - style.px(4))
            if x < free:
                continue
            free = x + width + style.px(12)
            painter.setPen(QPen(style.colour("edge"), 1))
            painter.drawLine(QLineF(at, area.bottom(), at, area.bottom() + style.px(5)))
            painter.setPen(style.colour("muted"))
            painter.drawText(QPointF(x, area.bottom() + style.px(6) + words.ascent()), text)

    def _paint_line(self, painter: QPainter, axes: Axes, line: PlotLine) -> None:
        style = self._style
        colour = style.colour(line.side.value if line.side else "accent")
        spots = [axes.at(p.when.timestamp(), p.value) for p in line.points]
        self._paint_single(painter, axes, line)
        self._paint_intervals(painter, axes, line)
        painter.setPen(QPen(colour, style.px(2)))
        painter.drawPolyline(QPolygonF(spots))
        many = len(spots) >= _BAND_FROM
        if many:  # one call for all: a mark for each would take longer than a picture of the screen
            round_, square = Qt.PenCapStyle.RoundCap, Qt.PenCapStyle.SquareCap
            cap = square if line.side is Side.LEFT else round_
            painter.setPen(QPen(colour, style.px(6), Qt.PenStyle.SolidLine, cap))
            painter.drawPoints(QPolygonF(spots))
        radius = style.px(4 if many else 6)
        chosen = self._moments[self._chosen]
        for spot, point in zip(spots, line.points, strict=True):
            if point.when == chosen:
                painter.setPen(QPen(style.colour("ink"), style.px(2)))
                painter.setBrush(style.colour("surface"))
                painter.drawEllipse(spot, radius + style.px(4), radius + style.px(4))
            elif many:
                continue
            box = QRectF(spot.x() - radius, spot.y() - radius, radius * 2, radius * 2)
            paint_side_mark(painter, line.side or Side.RIGHT, box, colour)

    def _paint_single(self, painter: QPainter, axes: Axes, line: PlotLine) -> None:
        """Sessions behind the weeks: small and pale, in one call however many."""
        if not line.single:
            return
        style = self._style
        colour = style.colour(line.side.value if line.side else "accent", 140)
        painter.setPen(QPen(colour, style.px(4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        spots = [axes.at(when.timestamp(), value) for when, value in line.single]
        painter.drawPoints(QPolygonF(spots))

    def _paint_intervals(self, painter: QPainter, axes: Axes, line: PlotLine) -> None:
        style = self._style
        token = line.side.value if line.side else "accent"
        known = [(p, p.half_width) for p in line.points if p.half_width is not None]
        if len(known) >= _BAND_FROM:
            upper = [axes.at(p.when.timestamp(), p.value + h) for p, h in known]
            lower = [axes.at(p.when.timestamp(), p.value - h) for p, h in reversed(known)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour(token, 50))
            painter.drawPolygon(QPolygonF(upper + lower))
            return
        painter.setPen(QPen(style.colour(token), style.px(2)))
        cap = style.px(5)
        for point, half in known:
            x = axes.across(point.when.timestamp())
            top, bottom = axes.up(point.value + half), axes.up(point.value - half)
            painter.drawLine(QLineF(x, top, x, bottom))
            for y in (top, bottom):
                painter.drawLine(QLineF(x - cap, y, x + cap, y))
