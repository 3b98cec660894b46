"""What the part painters share: paths through projected points, soft brushes, the expression."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QRadialGradient

from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.face.anatomy import Anatomy
from coach.face.expression import channel_index
from coach.face.geometry import FacePose, effective_weights
from coach.face.look import FaceLook
from coach.face.projection import Framing, HeadPlacement, project


@lru_cache(maxsize=256)
def mix(a: str, b: str, t: float) -> str:
    """The colour between two colours: `a` at t = 0, `b` at t = 1."""
    ca, cb = QColor(a), QColor(b)
    parts = (
        round(x + (y - x) * t)
        for x, y in zip(
            (ca.red(), ca.green(), ca.blue()), (cb.red(), cb.green(), cb.blue()), strict=True
        )
    )
    return "#{:02x}{:02x}{:02x}".format(*parts)


@lru_cache(maxsize=1024)
def colour(name: str, alpha: int = 255) -> QColor:
    """A colour with opacity 0 to 255. Do not change it: it is shared."""
    c = QColor(name)
    c.setAlpha(alpha)
    return c


@lru_cache(maxsize=1024)
def soft_brush(name: str, alpha: int) -> QBrush:
    """A spot of radius 1 about the origin that fades out with a smooth edge."""
    g = QRadialGradient(0.0, 0.0, 1.0)
    for r, share in ((0.0, 1.0), (0.25, 0.88), (0.5, 0.55), (0.75, 0.18), (0.9, 0.04), (1.0, 0.0)):
        g.setColorAt(r, colour(name, round(alpha * share)))
    return QBrush(g)


class CurveLayout:
    """Neighbours of every control point, for smooth paths. One for each anatomy."""

    def __init__(self, anatomy: Anatomy) -> None:
        n = len(anatomy.points)
        self.curves = anatomy.curves
        self.closed = anatomy.closed
        self.before: NDArray[np.intp] = np.arange(n) - 1
        self.after: NDArray[np.intp] = np.arange(n) + 1
        # Tangents of a cardinal spline; half as long at the free ends.
        self.tension = np.full((n, 1), 1.0 / 6.0)
        for (name, _), rows in anatomy.curves.items():
            first, last = rows.start, rows.stop - 1
            if name in anatomy.closed:
                self.before[first], self.after[last] = last, first
            else:
                self.before[first], self.after[last] = first, last
                self.tension[[first, last]] = 0.25


class Canvas:
    """One face on its way to a painter. Lives for one picture, on one thread.

    Args:
        painter: where to paint; antialiasing is on.
        pose: the control points.
        layout: the anatomy's curve layout.
        placement: where the head is.
        framing: how millimetres lie in the picture.
        look: the colours.
    """

    def __init__(
        self,
        painter: QPainter,
        pose: FacePose,
        layout: CurveLayout,
        placement: HeadPlacement,
        framing: Framing,
        look: FaceLook,
    ) -> None:
        self.painter = painter
        self.pose = pose
        self.placement = placement
        self.framing = framing
        self.look = look
        #: Pixels to a millimetre.
        self.mm = framing.px_per_mm * placement.zoom
        self._layout = layout
        p: FloatArray = project(pose.points, placement, framing)
        tangent = (p[layout.after] - p[layout.before]) * layout.tension
        self._rows: list[list[float]] = np.hstack([p - tangent, p, p + tangent]).tolist()
        w = effective_weights(pose.expression)
        self._weights = {Side.LEFT: w[0].tolist(), Side.RIGHT: w[1].tolist()}

    def weight(self, channel: str, side: Side) -> float:
        """How much of a channel this side does."""
        return float(self._weights[side][channel_index(channel)])

    def points(self, name: str, side: Side | None = None) -> list[tuple[float, float]]:
        """(x, y) px of a curve's control points."""
        return [(r[2], r[3]) for r in self._rows[self._layout.curves[name, side]]]

    def at(self, name: str, side: Side | None = None, i: int = 0) -> tuple[float, float]:
        """(x, y) px of one control point."""
        row = self._rows[self._layout.curves[name, side]][i]
        return row[2], row[3]

    def add(
        self, path: QPainterPath, name: str, side: Side | None = None, reverse: bool = False
    ) -> QPainterPath:
        """Append a curve to a path: a move to its start where the path is empty, else a line."""
        rows = self._rows[self._layout.curves[name, side]]
        if name in self._layout.closed:
            rows = [*rows, rows[0]]
        if reverse:
            rows = [[r[4], r[5], r[2], r[3], r[0], r[1]] for r in reversed(rows)]
        first = rows[0]
        if path.elementCount() == 0:
            path.moveTo(first[2], first[3])
        else:
            path.lineTo(first[2], first[3])
        cubic = path.cubicTo
        last = first
        for row in rows[1:]:
            cubic(last[4], last[5], row[0], row[1], row[2], row[3])
            last = row
        return path

    def path(self, name: str, side: Side | None = None) -> QPainterPath:
        """A path along one curve."""
        return self.add(QPainterPath(), name, side)

    def band(self, one: str, other: str, side: Side | None = None) -> QPainterPath:
        """The closed area between two curves that run the same way."""
        path = self.add(QPainterPath(), one, side)
        self.add(path, other, side, reverse=True)
        path.closeSubpath()
        return path

    def fill(self, path: QPainterPath, brush: QBrush | QColor) -> None:
        """Fill without an outline."""
        self.painter.fillPath(path, brush)

    def stroke(
        self, path: QPainterPath, name: str, width_mm: float, alpha: int = 255
    ) -> None:
        """Draw a line with round ends, `width_mm` wide."""
        if alpha <= 0:
            return
        pen = QPen(
            colour(name, min(alpha, 255)),
            width_mm * self.mm,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
        self.painter.strokePath(path, pen)

    def soft_line(
        self, path: QPainterPath, name: str, widths_mm: Sequence[float], alpha: float
    ) -> None:
        """A line with a soft edge: the same path with falling widths."""
        for width in widths_mm:
            self.stroke(path, name, width, round(alpha))

    def spot(
        self, x: float, y: float, rx_mm: float, ry_mm: float, name: str, alpha: float
    ) -> None:
        """A soft spot at (x, y) px with radii in mm."""
        # Steps of 8 keep the number of different brushes small.
        level = min(255, round(alpha / 8.0) * 8)
        if level <= 0:
            return
        p = self.painter
        p.save()
        p.translate(x, y)
        if self.placement.roll:
            p.rotate(self.placement.roll)
        p.scale(rx_mm * self.mm, ry_mm * self.mm)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(soft_brush(name, level))
        p.drawEllipse(QPointF(0.0, 0.0), 1.0, 1.0)
        p.restore()
