"""The frame of a small plot: where a value lies, and its scale in words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from coach.ui.theme import Style

#: Size of the letters on a plot, px at 100 %.
LETTERS = 15


@dataclass(frozen=True, slots=True)
class Axes:
    """Maps values to the widget.

    Attributes:
        area: where the curves are drawn.
        x / y: (least, most) of the values.
    """

    area: QRectF
    x: tuple[float, float]
    y: tuple[float, float]

    def at(self, x: float, y: float) -> QPointF:
        """Where a point lies."""
        return QPointF(self.across(x), self.up(y))

    def across(self, x: float) -> float:
        low, high = self.x
        share = 0.5 if high <= low else (x - low) / (high - low)
        return self.area.left() + share * self.area.width()

    def up(self, y: float) -> float:
        low, high = self.y
        share = 0.5 if high <= low else (y - low) / (high - low)
        return self.area.bottom() - min(max(share, -0.02), 1.02) * self.area.height()


def nice_ticks(low: float, high: float, count: int = 4) -> list[float]:
    """About `count` round numbers that hold `low` and `high` between them."""
    span = max(high - low, 1e-6)
    raw = span / max(count - 1, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw * 0.999)
    first = math.floor(low / step + 1e-9)
    last = math.ceil(high / step - 1e-9)
    return [i * step for i in range(first, max(last, first + 1) + 1)]


def tick_text(value: float, step: float) -> str:
    """A tick's number, with decimals only where the step has some."""
    decimals = 0 if step >= 1 and float(step).is_integer() else 1 if step >= 0.1 else 2
    return QLocale().toString(value, "f", decimals)


def paint_scale(painter: QPainter, style: Style, axes: Axes, ticks: Sequence[float]) -> None:
    """Hairlines with their numbers at the left."""
    font = style.font(LETTERS)
    painter.setFont(font)
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
    height = QFontMetricsF(font).height()
    for tick in ticks:
        y = axes.up(tick)
        painter.setPen(QPen(style.colour("line"), 1))
        painter.drawLine(QLineF(axes.area.left(), y, axes.area.right(), y))
        painter.setPen(style.colour("muted"))
        box = QRectF(0, y - height / 2, axes.area.left() - style.px(8), height)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, align, tick_text(tick, step))


def scale_width(style: Style, ticks: Sequence[float]) -> float:
    """Room for the numbers at the left."""
    words = QFontMetricsF(style.font(LETTERS))
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
    return max(words.horizontalAdvance(tick_text(t, step)) for t in ticks) + style.px(10)
