"""The sign of a day: done, a rest day, today, or still ahead; told apart by shape, not colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from coach.domain.language import Sentences, mark
from coach.domain.practice_week import DayKind
from coach.ui.theme import Style

DAY_NAME: Final = Sentences(
    {
        DayKind.PRACTISED: mark("practised"),
        DayKind.REST: mark("rest day"),
        DayKind.TODAY: mark("today"),
        DayKind.AHEAD: mark("still to come"),
    }
)


def paint_day(painter: QPainter, style: Style, kind: DayKind, box: QRectF) -> None:
    """A full circle with a tick, a small dash, an open ring, or a small dot."""
    painter.save()
    centre, side = box.center(), min(box.width(), box.height())
    if kind is DayKind.PRACTISED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("accent"))
        painter.drawEllipse(centre, side / 2, side / 2)
        pen = QPen(style.colour("on_accent"), side * 0.1)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        tick = [(-0.2, 0.02), (-0.05, 0.17), (0.22, -0.15)]
        painter.drawPolyline(QPolygonF([centre + QPointF(x * side, y * side) for x, y in tick]))
    elif kind is DayKind.TODAY:
        painter.setPen(QPen(style.colour("accent"), max(side * 0.08, 2.0)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, side * 0.44, side * 0.44)
    elif kind is DayKind.REST:
        pen = QPen(style.colour("edge"), max(side * 0.08, 2.0))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        reach = QPointF(side * 0.14, 0)
        painter.drawLine(centre - reach, centre + reach)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("edge"))
        painter.drawEllipse(centre, side * 0.07, side * 0.07)
    painter.restore()
