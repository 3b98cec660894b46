"""Hair behind and in front of the face."""

from __future__ import annotations

from math import cos, hypot, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainterPath

from coach.face.canvas import Canvas, colour, mix
from coach.face.hair import HairStyle

_GOLDEN = 2.399963  # golden angle: curls spread evenly and never line up


def paint_hair_back(c: Canvas) -> None:
    """What is seen of the hair beside and behind the head."""
    look = c.look
    dark = mix(look.hair, "#000000", 0.28)
    if look.hair_style is HairStyle.TIED:
        x, y = c.at("hair_front", None, 7)
        r = 25.0 * c.mm
        bun = QPainterPath()
        bun.addEllipse(QPointF(x, y - 6.0 * c.mm), 1.1 * r, r)
        c.fill(bun, colour(mix(look.hair, "#000000", 0.12)))
        c.spot(x, y - 14.0 * c.mm, 17.0, 11.0, look.hair_light, 120)
    back = c.path("hair_back")
    c.fill(back, colour(dark))
    if look.hair_style is HairStyle.CURLY:
        _curls(c, "hair_back", dark, 0.0)


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
    shadow = c.path("hair_line")
    c.soft_line(shadow, look.shade, (7.0, 4.0), 34)
    c.fill(path, QBrush(g))
    if look.hair_style is HairStyle.CURLY:
        _curls(c, "hair_front", look.hair, 1.0)
        return
    light, dark = QPainterPath(), QPainterPath()
    for i in range(_strands(c)):
        strand = c.path(f"strand_{i}")
        (light if i % 2 == 0 else dark).addPath(strand)
    c.soft_line(light, look.hair_light, (3.4, 1.2), 62)
    c.soft_line(dark, mix(look.hair, "#000000", 0.5), (2.2, 0.8), 62)


def _strands(c: Canvas) -> int:
    return sum(1 for name, _ in c.pose.model.anatomy.curves if name.startswith("strand_"))


def _curls(c: Canvas, outline: str, base: str, phase: float) -> None:
    """Round curls along an outline."""
    look, p = c.look, c.painter
    points = c.points(outline)
    p.setPen(Qt.PenStyle.NoPen)
    cx, cy = c.at("brow_centre")
    n = 0
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        steps = max(1, round(hypot(x1 - x0, y1 - y0) / (11.0 * c.mm)))
        for k in range(steps):
            t = k / steps
            x, y = x0 + t * (x1 - x0), y0 + t * (y1 - y0)
            if outline == "hair_back" and y > cy + 96.0 * c.mm:
                continue
            for ring, size in ((1.0, 8.5), (0.86, 9.0)) if phase else ((1.0, 9.0),):
                n += 1
                a = n * _GOLDEN + phase
                qx = cx + ring * (x - cx) + 1.6 * cos(a) * c.mm
                qy = cy + ring * (y - cy) + 1.6 * sin(a) * c.mm
                r = (size + 1.4 * sin(1.7 * a)) * c.mm
                p.setBrush(colour(mix(base, look.hair_light, 0.10 + 0.10 * cos(a))))
                p.drawEllipse(QPointF(qx, qy), r, r)
                if phase:
                    curl = QPainterPath()
                    curl.arcMoveTo(qx - 0.6 * r, qy - 0.6 * r, 1.2 * r, 1.2 * r, 40.0 + 57.0 * a)
                    curl.arcTo(
                        qx - 0.6 * r, qy - 0.6 * r, 1.2 * r, 1.2 * r, 40.0 + 57.0 * a, 190.0
                    )
                    c.stroke(curl, look.hair_light, 0.9, 90)
                    p.setPen(Qt.PenStyle.NoPen)


