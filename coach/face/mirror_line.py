"""The line at which mirror therapy reflects the healthy half, marked on a drawn face."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from coach.face.projection import Framing

#: Ends of the line: above the forehead and below the chin, mm from the face's origin, y up.
_TOP_MM: Final = 66.0
_END_MM: Final = -124.0
#: Where the two arrow heads sit that point at each other's half: beside the forehead, mm.
_HEADS_MM: Final = 56.0
_REACH_MM: Final = 17.0
_INK: Final = "#0b4547"
_HALO: Final = "#ffffff"


def paint_mirror_line(painter: QPainter, rect: QRectF) -> None:
    """Paint a broken line down the middle of a face, and what it does: one half to the other.

    Args:
        painter: any active painter.
        rect: the face's rectangle.
    """
    framing = Framing.portrait(rect.x(), rect.y(), rect.width(), rect.height())
    (ox, oy), k = framing.origin_px, framing.px_per_mm
    line = QPainterPath(QPointF(ox, oy - k * _TOP_MM))
    line.lineTo(QPointF(ox, oy - k * _END_MM))
    heads = QPainterPath()
    y = oy - k * _HEADS_MM
    for sign in (-1.0, 1.0):
        tip = QPointF(ox + sign * k * _REACH_MM, y)
        heads.moveTo(QPointF(ox + sign * 4.0 * k, y))
        heads.lineTo(tip)
        for up in (-1.0, 1.0):
            heads.moveTo(tip)
            heads.lineTo(tip + QPointF(-sign * 5.0 * k, up * 4.0 * k))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    for ink, width in ((_HALO, 4.6), (_INK, 2.2)):
        pen = QPen(QColor(ink), max(1.0, width * k))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(heads, pen)
        pen.setDashPattern([3.0 * 2.2 / width, 3.0 * 2.2 / width])
        painter.strokePath(line, pen)
    painter.restore()
