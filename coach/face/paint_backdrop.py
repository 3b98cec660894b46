"""What does not move with the head: the wall, the neck, the shoulders."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

from coach.face.brushes import colour, mix, soft_brush
from coach.face.look import FaceLook
from coach.face.projection import Framing


def paint_wall(painter: QPainter, rect: QRectF, look: FaceLook) -> None:
    """A plain wall, a little lighter behind the head."""
    g = QRadialGradient(
        QPointF(rect.center().x(), rect.top() + 0.42 * rect.height()), 0.85 * rect.height()
    )
    g.setColorAt(0.0, colour(mix(look.backdrop, "#ffffff", 0.28)))
    g.setColorAt(1.0, colour(mix(look.backdrop, "#5b6670", 0.22)))
    painter.fillRect(rect, QBrush(g))


def paint_body(painter: QPainter, framing: Framing, look: FaceLook) -> None:
    """Neck and shoulders, in the place they have with the head straight."""
    ox, oy = framing.origin_px
    painter.save()
    painter.translate(ox, oy)
    painter.scale(framing.px_per_mm, -framing.px_per_mm)
    painter.setPen(Qt.PenStyle.NoPen)

    neck = QPainterPath(QPointF(-36.0, -58.0))
    neck.cubicTo(-47.0, -82.0, -45.0, -124.0, -60.0, -140.0)
    neck.cubicTo(-60.0, -185.0, 60.0, -185.0, 60.0, -140.0)
    neck.cubicTo(45.0, -124.0, 47.0, -82.0, 36.0, -58.0)
    neck.closeSubpath()
    g = QLinearGradient(-52.0, 0.0, 52.0, 0.0)
    for at, c in ((0.0, 0.42), (0.28, 0.12), (0.5, 0.06), (0.72, 0.12), (1.0, 0.42)):
        g.setColorAt(at, colour(mix(look.skin, look.shade, c)))
    painter.fillPath(neck, QBrush(g))

    def spot(x: float, y: float, rx: float, ry: float, name: str, alpha: int) -> None:
        painter.save()
        painter.translate(x, y)
        painter.scale(rx, ry)
        painter.setBrush(soft_brush(name, alpha))
        painter.drawEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
        painter.restore()

    painter.save()
    painter.setClipPath(neck, Qt.ClipOperation.IntersectClip)
    spot(0.0, -106.0, 62.0, 34.0, mix(look.shade, "#000000", 0.18), 190)  # the chin's shadow
    for s in (-1.0, 1.0):
        spot(s * 24.0, -146.0, 9.0, 22.0, look.shade, 70)
    spot(0.0, -152.0, 8.0, 9.0, look.shade, 90)
    painter.restore()

    cloth = QPainterPath(QPointF(-190.0, -330.0))
    cloth.cubicTo(-182.0, -205.0, -164.0, -178.0, -118.0, -164.0)
    cloth.cubicTo(-86.0, -154.0, -66.0, -146.0, -57.0, -134.0)
    cloth.cubicTo(-46.0, -166.0, 46.0, -166.0, 57.0, -134.0)
    cloth.cubicTo(66.0, -146.0, 86.0, -154.0, 118.0, -164.0)
    cloth.cubicTo(164.0, -178.0, 182.0, -205.0, 190.0, -330.0)
    cloth.closeSubpath()
    g = QLinearGradient(0.0, -130.0, 0.0, -210.0)
    g.setColorAt(0.0, colour(mix(look.cloth, "#ffffff", 0.16)))
    g.setColorAt(1.0, colour(mix(look.cloth, "#101820", 0.18)))
    painter.fillPath(cloth, QBrush(g))
    hem = QPainterPath(QPointF(-57.0, -134.0))
    hem.cubicTo(-46.0, -166.0, 46.0, -166.0, 57.0, -134.0)
    pen_path = QPainterPath(hem)
    painter.strokePath(pen_path, _pen(mix(look.cloth, "#101820", 0.30), 5.0))
    painter.strokePath(pen_path, _pen(mix(look.cloth, "#ffffff", 0.10), 3.4))
    painter.restore()


def _pen(name: str, width: float) -> QPen:
    return QPen(QColor(name), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
