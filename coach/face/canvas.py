"""What the part painters share: paths through projected points, soft brushes, the expression."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import hypot

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath

from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.face.brushes import paint, paint_spot, soft_brush, spot_sprite
from coach.face.curves import STEPS, CurveLayout
from coach.face.expression import channel_index
from coach.face.geometry import FacePose, effective_weights
from coach.face.look import FaceLook
from coach.face.projection import Framing, HeadPlacement, project


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
        # Sprites are pictures of pixels: only where a pixel is a unit of the painter.
        self._plain = (
            not (painter.worldTransform().isScaling() or painter.worldTransform().isRotating())
            and painter.device().devicePixelRatio() == 1.0
        )
        p: FloatArray = project(pose.points, placement, framing)
        tangent = layout.tangents(p)
        self._samples = layout.sample(p, tangent)
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

    def fill(self, path: QPainterPath, brush: QBrush) -> None:
        """Fill without an outline."""
        self.painter.fillPath(path, brush)

    def line(
        self,
        curves: Sequence[tuple[str, Side | None]],
        name: str,
        width_mm: float,
        alpha: float = 255,
        *,
        taper: bool = True,
    ) -> None:
        """Draw curves as ribbons: thin at the ends with `taper`, else of one width.

        A filled ribbon costs a tenth of a stroked path.
        """
        if alpha < 1.0:
            return
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for curve in curves:
            self._ribbon(path, curve, width_mm, taper)
        self.painter.fillPath(path, paint(name, min(round(alpha), 255)))

    def soft_line(
        self,
        curves: Sequence[tuple[str, Side | None]],
        name: str,
        widths_mm: Sequence[float],
        alpha: float,
    ) -> None:
        """A line with a soft edge: the same ribbons with falling widths."""
        for width in widths_mm:
            self.line(curves, name, width, alpha)

    def hairs(
        self,
        hairs: Sequence[tuple[float, float, float, float]],
        name: str,
        width_mm: float,
        alpha: float,
    ) -> None:
        """Short straight hairs from (x0, y0) to (x1, y1) px that run out to a point."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        half = 0.5 * width_mm * self.mm
        for x0, y0, x1, y1 in hairs:
            dx, dy = x1 - x0, y1 - y0
            k = half / max(hypot(dx, dy), 1e-6)
            path.moveTo(x0 - k * dy, y0 + k * dx)
            path.lineTo(x1, y1)
            path.lineTo(x0 + k * dy, y0 - k * dx)
            path.closeSubpath()
        self.painter.fillPath(path, paint(name, round(alpha)))

    def _ribbon(
        self, path: QPainterPath, curve: tuple[str, Side | None], width_mm: float, taper: bool
    ) -> None:
        rows = self._layout.curves[curve]
        closed = curve[0] in self._layout.closed
        samples = self._samples[rows].reshape(-1, 4)
        if not closed:
            samples = samples[: 1 - STEPS]
        xy, normal = samples[:, :2], samples[:, 2:]
        half = 0.5 * width_mm * self.mm
        offset = normal * (half * _taper(len(xy)) if taper and not closed else half)
        one, other = (xy + offset).tolist(), (xy - offset)[::-1].tolist()
        if closed:
            _ring(path, one)
            _ring(path, other)
        else:
            _ring(path, one + other)

    def spot(self, x: float, y: float, rx_mm: float, ry_mm: float, name: str, alpha: float) -> None:
        """A soft spot at (x, y) px with radii in mm."""
        # Steps of 8 keep the number of different spots small.
        level = min(255, round(alpha / 8.0) * 8)
        if level <= 0:
            return
        rx, ry, angle = rx_mm * self.mm, ry_mm * self.mm, self.placement.roll
        if not self._plain:
            paint_spot(self.painter, x, y, (rx, ry), angle, soft_brush(name, level))
            return
        # To the nearest pixel and to 5 degrees: nobody sees it in something this soft.
        sprite = spot_sprite(round(rx), round(ry), 5 * round(angle / 5.0), name, level)
        corner = QPoint(round(x) - sprite.width() // 2, round(y) - sprite.height() // 2)
        self.painter.drawImage(corner, sprite)


@lru_cache(maxsize=64)
def _taper(n: int) -> FloatArray:
    """(n, 1) width along a ribbon: 1 in the middle, a hair at the ends."""
    s = np.linspace(-1.0, 1.0, n)
    return np.asarray(np.maximum(1.0 - s**4, 0.06)[:, None], dtype=np.float64)


def _ring(path: QPainterPath, points: list[list[float]]) -> None:
    path.moveTo(*points[0])
    line = path.lineTo
    for x, y in points[1:]:
        line(x, y)
    path.closeSubpath()
