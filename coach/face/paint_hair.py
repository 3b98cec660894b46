"""Hair behind and in front of the face."""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainterPath

from coach.face.brushes import colour, mix, paint
from coach.face.canvas import Canvas
from coach.face.hair import HairStyle

_GOLDEN = 2.399963  # golden angle: curls spread evenly and never line up


def paint_hair_back(c: Canvas) -> None:
    """What is seen of the hair beside and behind the head."""
    look = c.look
    dark = mix(look.hair, "#000000", 0.28)
    if look.hair_style is HairStyle.TIED:
        x, y = c.at("hair_front", None, 7)
        r = 15.0 * c.mm
        bun = QPainterPath()
        bun.addEllipse(QPointF(x, y + 2.0 * c.mm), 1.4 * r, r)
        c.fill(bun, paint(mix(look.hair, "#000000", 0.12)))
        c.spot(x, y - 6.0 * c.mm, 14.0, 8.0, look.hair_light, 110)
    back = c.path("hair_back")
    c.fill(back, paint(dark))
    if look.hair_style is HairStyle.CURLY:
        _curls(c, "hair_back", ((1.0, 8.5),), dark)


def paint_hair_front(c: Canvas) -> None:
    """The hair over the forehead and its strands."""
    look = c.look
    path = c.path("hair_front")
    c.add(path, "hair_line", reverse=True)
    path.closeSubpath()
    x, top = c.at("hair_front", None, len(c.points("hair_front")) // 2)
    g = QLinearGradient(x, top, x, top + 125.0 * c.mm)
    g.setColorAt(0.0, colour(mix(look.hair, "#000000", 0.12)))
    g.setColorAt(0.22, colour(mix(look.hair, look.hair_light, 0.38)))
    g.setColorAt(0.5, colour(look.hair))
    g.setColorAt(1.0, colour(mix(look.hair, "#000000", 0.30)))
    c.soft_line([("hair_line", None)], look.shade, (8.0, 4.5), 34)
    c.fill(path, QBrush(g))
    if look.hair_style is HairStyle.CURLY:
        _curls(c, "hair_front", ((0.66, 7.5), (0.82, 8.5), (0.97, 9.0)), look.hair)
        return
    strands = [(f"strand_{i}", None) for i in range(_strands(c))]
    c.soft_line(strands[::2], look.hair_light, (4.6, 1.8), 58)
    c.soft_line(strands[1::2], mix(look.hair, "#000000", 0.5), (3.2, 1.3), 58)


def _strands(c: Canvas) -> int:
    return sum(1 for name, _ in c.pose.model.anatomy.curves if name.startswith("strand_"))


def _curls(c: Canvas, outline: str, rings: tuple[tuple[float, float], ...], base: str) -> None:
    """Round curls in rings along an outline: (share of the way from the brow, size in mm)."""
    look, p = c.look, c.painter
    points = c.points(outline)
    cx, cy = c.at("brow_centre")
    p.setPen(Qt.PenStyle.NoPen)
    n = 0
    for ring, size in rings:
        for (x0, y0), (x1, y1) in pairwise(points):
            steps = max(1, round(ring * hypot(x1 - x0, y1 - y0) / (1.25 * size * c.mm)))
            for k in range(steps):
                n += 1
                a = n * _GOLDEN
                x, y = x0 + (x1 - x0) * k / steps, y0 + (y1 - y0) * k / steps
                qx = cx + ring * (x - cx) + 1.4 * cos(a) * c.mm
                qy = cy + ring * (y - cy) + 1.4 * sin(a) * c.mm
                if ring < 0.9 and qy > cy - 17.0 * c.mm:
                    continue  # the face stays free
                r = (size + 0.16 * size * sin(1.7 * a)) * c.mm
                shade = round(0.10 + 0.08 * cos(a), 2)
                p.setBrush(paint(mix(base, look.hair_light, shade)))
                p.drawEllipse(QPointF(qx, qy), r, r)
                c.spot(qx - 0.15 * r, qy - 0.3 * r, 0.62 * size, 0.5 * size, look.hair_light, 88)
                p.setPen(Qt.PenStyle.NoPen)
