"""The mouth: lips, and what shows between them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainterPath

from coach.domain.sides import Side
from coach.face.brushes import colour, mix, paint
from coach.face.canvas import Canvas

#: Gap between the lips (mm, in the middle) from which the inside of the mouth is painted.
_PARTED_MM = 0.5
_MIDDLE = 4  # index of the midline on the lip curves
_LAST = 8
#: Where upper teeth meet, mm from the midline.
_SEAMS = (-19.0, -14.8, -8.4, 0.0, 8.4, 14.8, 19.0)


def paint_mouth(c: Canvas) -> None:
    """Philtrum, inside of the mouth, lips, corners."""
    look = c.look
    for side in (Side.LEFT, Side.RIGHT):
        c.soft_line([("philtrum", side)], look.light, (2.4, 1.2), 52)
    x0, y0 = c.at("philtrum", Side.RIGHT, 1)
    x1, y1 = c.at("philtrum", Side.LEFT, 1)
    c.spot(0.5 * (x0 + x1), 0.5 * (y0 + y1), 4.0, 8.0, look.shade, 92)
    upper, lower = c.pose.curve("lip_upper_inner"), c.pose.curve("lip_lower_inner")
    gap = float((upper[:, 1] - lower[:, 1]).max())
    if gap > _PARTED_MM:
        _inside(c, gap)
    _lips(c)
    if gap <= _PARTED_MM:
        c.soft_line([("lip_upper_inner", None)], mix(look.lip, "#2a0c0c", 0.68), (1.7, 0.8), 150)
    else:
        dark = mix(look.lip, "#2a0c0c", 0.6)
        c.line([("lip_upper_inner", None)], dark, 0.8, 150)
        c.line([("lip_lower_inner", None)], dark, 0.6, 110)
    for i in (0, _LAST):
        x, y = c.at("lip_upper_outer", None, i)
        c.spot(x, y, 3.0, 2.2, mix(look.lip, "#2a0c0c", 0.75), 176)


def _inside(c: Canvas, gap: float) -> None:
    p, mm = c.painter, c.mm
    opening = c.band("lip_upper_inner", "lip_lower_inner")
    c.fill(opening, paint("#3a1416"))
    p.save()
    p.setClipPath(opening, Qt.ClipOperation.IntersectClip)
    x, y = c.at("lip_lower_inner", None, _MIDDLE)
    ux = c.at("lip_upper_inner", None, _MIDDLE)[0]
    if gap > 6.0:
        c.spot(x, y + 1.0 * mm, 17.0, 0.62 * gap, "#b5585a", 230)
    # Upper teeth hang 2 mm below the resting lip line; they do not move.
    _teeth(c, ux, c.pose.model.rest.curve("lip_upper_inner")[_MIDDLE][1] - 2.6, 9.5)
    if gap < 9.0:
        _teeth(c, ux, c.pose.model.rest.curve("lip_lower_inner")[_MIDDLE][1] - 9.5, 7.4)
    c.soft_line([("lip_upper_inner", None)], "#220a0a", (4.2, 2.2), 60)
    p.restore()


def _teeth(c: Canvas, x: float, bottom_mm: float, height_mm: float) -> None:
    """A row of teeth whose lower edge is at `bottom_mm` in the head frame (y up)."""
    mm = c.mm
    anchor_y = c.at("subnasale")[1]
    drop = c.pose.model.rest.curve("subnasale")[0][1] - bottom_mm
    bottom = anchor_y + drop * mm
    top = bottom - height_mm * mm
    half = 21.0 * mm
    row = QPainterPath(QPointF(x - half, top))
    row.lineTo(x + half, top)
    row.cubicTo(x + half, bottom - 2.5 * mm, x + 0.5 * half, bottom, x, bottom)
    row.cubicTo(x - 0.5 * half, bottom, x - half, bottom - 2.5 * mm, x - half, top)
    g = QLinearGradient(x - half, 0.0, x + half, 0.0)
    for at, name in ((0.0, "#9c8b84"), (0.25, "#e6ddd6"), (0.5, "#f4eee8"), (0.75, "#e6ddd6")):
        g.setColorAt(at, colour(name))
    g.setColorAt(1.0, colour("#9c8b84"))
    c.fill(row, QBrush(g))
    seams = [(x + at * mm, top, x + at * mm, bottom) for at in _SEAMS]
    c.hairs(seams, "#8f7f78", 0.7, 90)


def _lips(c: Canvas) -> None:
    look = c.look
    upper = c.band("lip_upper_outer", "lip_upper_inner")
    lower = c.band("lip_lower_inner", "lip_lower_outer")
    edge = mix(look.skin, look.lip, 0.5)
    c.line([("lip_upper_outer", None), ("lip_lower_outer", None)], edge, 1.5, 120)
    top, seam = c.at("lip_upper_outer", None, 3), c.at("lip_upper_inner", None, _MIDDLE)
    g = QLinearGradient(QPointF(seam[0], top[1]), QPointF(*seam))
    g.setColorAt(0.0, colour(mix(look.lip, look.skin, 0.12)))
    g.setColorAt(1.0, colour(mix(look.lip, "#3a1010", 0.34)))
    c.fill(upper, QBrush(g))
    seam, bottom = c.at("lip_lower_inner", None, _MIDDLE), c.at("lip_lower_outer", None, _MIDDLE)
    g = QLinearGradient(QPointF(*seam), QPointF(seam[0], bottom[1]))
    g.setColorAt(0.0, colour(mix(look.lip, "#3a1010", 0.12)))
    g.setColorAt(0.45, colour(mix(look.lip, "#ffffff", 0.07)))
    g.setColorAt(1.0, colour(mix(look.lip, "#3a1010", 0.20)))
    c.fill(lower, QBrush(g))
    thickness = (bottom[1] - seam[1]) / c.mm
    if thickness > 3.0:
        y = seam[1] + 0.48 * (bottom[1] - seam[1])
        for s in (-1.0, 1.0):
            c.spot(seam[0] + s * 4.4 * c.mm, y, 5.0, 0.24 * thickness, "#ffffff", 64)
