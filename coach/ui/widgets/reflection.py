"""Mirror therapy: the healthy half of the face, and its reflection in place of the other half."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPolygonF, QTransform

from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.ui.widgets.polygons import LandmarkPolygon

#: Top of the forehead and tip of the chin: the face's midline (clinical notes 4.3).
_MIDLINE: Final = (10, 152)
#: Longer than any picture's diagonal, px.
_FAR: Final = 20_000.0


class HalfReflection:
    """Paints the reflected half over a picture that is already painted. GUI thread."""

    def __init__(self) -> None:
        self._line = LandmarkPolygon(_MIDLINE)

    def paint(
        self,
        painter: QPainter,
        image: QImage,
        points: FloatArray,
        to_widget: QTransform,
        affected: Side,
    ) -> None:
        """Cover the affected half.

        Args:
            painter: on the widget, in its coordinates.
            image: the unmirrored picture.
            points: (478, 3) landmarks of that picture, px.
            to_widget: from the picture to the widget.
            affected: the patient's half that is covered.
        """
        line = self._line.fill(points)
        top, chin = line.at(0), line.at(1)
        painter.save()
        painter.setClipPath(to_widget.map(_half(top, chin, affected)))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(_reflection(top, chin) * to_widget, True)
        painter.drawImage(QPointF(0, 0), image)
        painter.restore()


def _reflection(a: QPointF, b: QPointF) -> QTransform:
    """Reflects at the line through two points."""
    twice = 2.0 * math.atan2(b.y() - a.y(), b.x() - a.x())
    c, s = math.cos(twice), math.sin(twice)
    dx = a.x() - (c * a.x() + s * a.y())
    dy = a.y() - (s * a.x() - c * a.y())
    return QTransform(c, s, s, -c, dx, dy)


def _half(top: QPointF, chin: QPointF, side: Side) -> QPainterPath:
    """The picture's part on one side of the midline; the patient's left is the picture's right."""
    along = chin - top
    length = math.hypot(along.x(), along.y()) or 1.0
    along *= _FAR / length
    across = QPointF(along.y(), -along.x()) * side.sign  # to the picture's right for the left
    path = QPainterPath()
    corners = [top - along, top + along, top + along + across, top - along + across]
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()
    return path
