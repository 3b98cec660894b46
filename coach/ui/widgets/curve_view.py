"""The two curves behind a flag: the movement above, what moved along below."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QLineF, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.app.flag_points import CurvePoints
from coach.domain.language import tr
from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.widgets.axes import LETTERS, Axes, nice_ticks, paint_scale, scale_width
from coach.ui.widgets.overlay import paint_side_mark
from coach.ui.wording import SIDE_NAME

_DASH: Final = {Side.LEFT: Qt.PenStyle.SolidLine, Side.RIGHT: Qt.PenStyle.DashLine}
#: One step of the arrow keys, seconds.
_STEP_S: Final = 0.2


class CurveView(QWidget):
    """Paints both curves with a line that the arrow keys move. GUI thread.

    Signals:
        told: the values at the line, in words.
    """

    told = Signal(str)

    def __init__(self, points: CurvePoints, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("curveView")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._style = Style()
        self._points = points
        self._at_s = points.peak_s
        self.setAccessibleDescription(self.text)

    @property
    def text(self) -> str:
        """The values at the line, in words."""
        p = self._points
        values = p.at(self._at_s)
        unit = p.unit
        since = _number(self._at_s - p.window[0], sign=True)
        parts = [tr("{time} s from the start of the shaded part.", time=since)]
        for side in Side:
            moved, along = values[side]
            parts.append(
                tr(
                    "{side}: movement {moved}, along with it {along}.",
                    side=SIDE_NAME[side],
                    moved=_with_unit(moved, "mm"),
                    along=_with_unit(along, unit),
                )
            )
        return " ".join(parts)

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(620), self._style.px(380))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._style.px(320), self._style.px(300))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -_STEP_S, Qt.Key.Key_Right: _STEP_S}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._move(self._at_s + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        area, (low, high) = self._areas()[0][0].area, self._points.span
        share = (event.position().x() - area.left()) / max(area.width(), 1.0)
        self._move(low + share * (high - low))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, p = self._style, self._points
        above, below = self._areas()
        painter.setFont(style.font(LETTERS))
        unit = "%" if p.unit == "pct" else "mm"
        panels = ((above, p.movement, tr("Movement, mm")), (below, p.along, p.place + f", {unit}"))
        letters = QFontMetricsF(style.font(LETTERS))
        for (axes, ticks), curves, title in panels:
            self._paint_window(painter, axes)
            paint_scale(painter, style, axes, ticks)
            painter.setPen(style.colour("ink"))
            place = QPointF(axes.area.left(), axes.area.top() - letters.descent() * 1.6)
            painter.drawText(place, title)
            painter.save()
            painter.setClipRect(axes.area.adjusted(0, -2, 0, 2))
            for side in Side:
                self._paint_curve(painter, axes, curves[side], side)
            painter.restore()
        if p.limit:
            painter.setPen(QPen(style.colour("ink"), style.px(2), Qt.PenStyle.DotLine))
            self._paint_pieces(painter, below[0], p.limit)
        painter.setPen(QPen(style.colour("ink"), style.px(1)))
        x = above[0].across(self._at_s)
        painter.drawLine(QLineF(x, above[0].area.top(), x, below[0].area.bottom()))
        self._paint_legend(painter)
        if self.hasFocus():
            painter.setPen(QPen(style.colour("focus"), style.px(3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        painter.end()

    def _move(self, at_s: float) -> None:
        low, high = self._points.span
        self._at_s = min(max(at_s, low), high)
        self.setAccessibleDescription(self.text)
        self.told.emit(self.text)
        self.update()

    def _areas(self) -> tuple[tuple[Axes, list[float]], tuple[Axes, list[float]]]:
        """Both panels with their ticks."""
        style, p = self._style, self._points
        letters = QFontMetricsF(style.font(LETTERS)).height()
        ranges = [p.movement_range, p.along_range]
        ticks = [nice_ticks(*r, count=3) for r in ranges]
        left = max(scale_width(style, t) for t in ticks) + style.px(8)
        usable = self.height() - letters * 5.2
        made = []
        top = letters * 1.6
        for t, share in zip(ticks, (0.42, 0.58), strict=True):
            area = QRectF(left, top, self.width() - left - style.px(16), usable * share)
            made.append((Axes(area, p.span, (t[0], t[-1])), t))
            top = area.bottom() + letters * 1.8
        return made[0], made[1]

    def _paint_window(self, painter: QPainter, axes: Axes) -> None:
        start, end = self._points.window
        left, right = axes.across(start), axes.across(end)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(left, axes.area.top(), right - left, axes.area.height())
        painter.setBrush(self._style.colour("notice"))
        painter.drawRect(box)
        painter.setBrush(QBrush(self._style.colour("on_notice", 40), Qt.BrushStyle.FDiagPattern))
        painter.drawRect(box)

    def _paint_curve(
        self, painter: QPainter, axes: Axes, curve: tuple[tuple[float, float], ...], side: Side
    ) -> None:
        style = self._style
        painter.setPen(QPen(style.colour(side.value), style.px(3), _DASH[side]))
        self._paint_pieces(painter, axes, curve)

    def _paint_pieces(
        self, painter: QPainter, axes: Axes, curve: tuple[tuple[float, float], ...]
    ) -> None:
        """A curve with gaps where nothing was scored."""
        piece: list[QPointF] = []
        for t, value in (*curve, (0.0, math.nan)):
            if math.isnan(value):
                painter.drawPolyline(QPolygonF(piece))
                piece = []
            else:
                piece.append(axes.at(t, value))

    def _paint_legend(self, painter: QPainter) -> None:
        style = self._style
        font = style.font(LETTERS)
        words = QFontMetricsF(font)
        painter.setFont(font)
        y = self.height() - words.height() * 0.9
        x = float(style.px(10))
        for side in Side:
            box = QRectF(x, y - words.ascent() * 0.45, words.ascent() * 0.8, words.ascent() * 0.8)
            paint_side_mark(painter, side, box, style.colour(side.value))
            painter.setPen(QPen(style.colour(side.value), style.px(3), _DASH[side]))
            x = box.right() + style.px(5)
            painter.drawLine(QLineF(x, y, x + style.px(30), y))
            x = self._word(painter, SIDE_NAME[side], x + style.px(36), y, words)
        if self._points.limit:
            painter.setPen(QPen(style.colour("ink"), style.px(2), Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(x, y, x + style.px(30), y))
            x = self._word(painter, tr("counted from here"), x + style.px(36), y, words)

    def _word(
        self, painter: QPainter, text: str, x: float, y: float, words: QFontMetricsF
    ) -> float:
        painter.setPen(self._style.colour("muted"))
        painter.drawText(QPointF(x, y + words.ascent() * 0.4), text)
        return x + words.horizontalAdvance(text) + self._style.px(18)


def _number(value: float, *, sign: bool = False) -> str:
    text = QLocale().toString(value, "f", 1)
    return f"+{text}" if sign and value >= 0 else text


def _with_unit(value: float | None, unit: str) -> str:
    if value is None:
        return tr("not scored")
    no_break_space = "\u00a0"
    return f"{_number(value)}{no_break_space}{'%' if unit == 'pct' else 'mm'}"
