"""Eyes: white, iris, lids, lashes, brows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainterPath, QRadialGradient

from coach.domain.sides import Side
from coach.face.anatomy import IRIS_RADIUS_MM
from coach.face.canvas import Canvas, colour, mix
from coach.face.expression import Channel

#: Below this opening (mm) nothing of the eyeball shows.
_SHUT_MM = 0.35


def paint_eye(c: Canvas, side: Side) -> None:
    """One eye with its lids and lashes."""
    look = c.look
    closed = c.weight(Channel.EYE_CLOSE, side)
    lid = c.band("crease", "lid_upper", side)
    g = QLinearGradient(*c.at("crease", side, 3), *c.at("lid_upper", side, 3))
    g.setColorAt(0.0, colour(mix(look.skin, look.shade, 0.34), 200))
    g.setColorAt(0.55, colour(mix(look.skin, look.light, 0.30), 200))
    g.setColorAt(1.0, colour(mix(look.skin, look.shade, 0.24), 220))
    c.fill(lid, QBrush(g))
    if c.pose.fissure_mm(side) > _SHUT_MM:
        _eyeball(c, side)
    rim = c.path("lid_lower", side)
    c.stroke(rim, mix(look.skin, look.blush, 0.5), 1.1, 190)
    c.stroke(rim, mix(look.brow, look.shade, 0.45), 0.55, 150)
    _lashes(c, side, closed)
    crease = c.path("crease", side)
    c.soft_line(crease, mix(look.shade, "#2a120a", 0.25), (1.9, 0.8), 105 - 45 * closed)
    c.soft_line(c.path("bag", side), look.shade, (2.4, 0.9), 30)


def _eyeball(c: Canvas, side: Side) -> None:
    p, mm = c.painter, c.mm
    opening = c.band("lid_upper", "lid_lower", side)
    top, bottom = c.at("lid_upper", side, 3), c.at("lid_lower", side, 3)
    white = QLinearGradient(QPointF(*top), QPointF(*bottom))
    white.setColorAt(0.0, colour("#c2b6b0"))
    white.setColorAt(0.32, colour("#efe9e5"))
    white.setColorAt(1.0, colour("#ebe2dd"))
    c.fill(opening, QBrush(white))
    p.save()
    p.setClipPath(opening, Qt.ClipOperation.IntersectClip)
    x, y = c.at("lid_upper", side, 0)
    c.spot(x, y, 5.0, 4.0, "#d98d84", 200)  # caruncle
    x, y = c.at("lid_upper", side, 6)
    c.spot(x, y, 7.0, 6.0, "#8a6a60", 120)
    _iris(c, *c.at("iris", side))
    # The upper lid's shadow on the eyeball.
    c.soft_line(c.path("lid_upper", side), "#24120c", (4.4, 2.4), 52)
    p.restore()


def _iris(c: Canvas, x: float, y: float) -> None:
    look, mm, p = c.look, c.mm, c.painter
    r = IRIS_RADIUS_MM * mm
    g = QRadialGradient(QPointF(x, y), r)
    g.setColorAt(0.0, colour(mix(look.iris, look.iris_edge, 0.45)))
    g.setColorAt(0.42, colour(mix(look.iris, look.iris_edge, 0.25)))
    g.setColorAt(0.72, colour(mix(look.iris, "#ffffff", 0.10)))
    g.setColorAt(0.86, colour(mix(look.iris, look.iris_edge, 0.45)))
    g.setColorAt(1.0, colour(look.iris_edge))
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QBrush(g))
    p.drawEllipse(QPointF(x, y), r, r)
    p.setBrush(colour("#0d0908"))
    p.drawEllipse(QPointF(x, y), 0.40 * r, 0.40 * r)
    p.setBrush(colour("#ffffff", 225))
    p.drawEllipse(QPointF(x + 0.30 * r, y - 0.34 * r), 0.17 * r, 0.17 * r)
    p.setBrush(colour("#ffffff", 80))
    p.drawEllipse(QPointF(x - 0.34 * r, y + 0.40 * r), 0.14 * r, 0.10 * r)


def _lashes(c: Canvas, side: Side, closed: float) -> None:
    dark = mix(c.look.brow, "#120a08", 0.6)
    c.fill(c.band("lid_upper", "lash_top", side), colour(dark, 235))
    c.stroke(c.path("lid_upper", side), dark, 0.9, 225)
    up = 1.0 - 2.2 * closed
    hairs = QPainterPath()
    for i, reach in ((2, 1.5), (3, 1.9), (4, 2.4), (5, 2.8), (6, 2.2)):
        x, y = c.at("lash_top" if up > 0 else "lid_upper", side, i)
        out = side.sign * (i - 2.0) * 0.55 * c.mm
        hairs.moveTo(x, y)
        tip = reach * up * c.mm
        hairs.quadTo(x + 0.3 * out, y - 0.7 * tip, x + out, y - tip)
    c.stroke(hairs, dark, 0.45, 210)


def paint_brow(c: Canvas, side: Side) -> None:
    """An eyebrow: a soft body and single hairs."""
    look = c.look
    body = c.band("brow_upper", "brow_lower", side)
    c.stroke(body, look.brow, 1.6, 60)
    c.fill(body, colour(look.brow, 205))
    top, bottom = c.points("brow_upper", side), c.points("brow_lower", side)
    light, dark = QPainterPath(), QPainterPath()
    s = side.sign * c.mm
    for i in range(len(top) - 1):
        for k, path in ((0.15, dark), (0.5, light), (0.82, dark)):
            x0 = bottom[i][0] + k * (bottom[i + 1][0] - bottom[i][0])
            y0 = bottom[i][1] + k * (bottom[i + 1][1] - bottom[i][1])
            x1 = top[i][0] + k * (top[i + 1][0] - top[i][0])
            y1 = top[i][1] + k * (top[i + 1][1] - top[i][1])
            lean = (0.6 + 0.75 * (i + k)) * s
            path.moveTo(x0 + 0.15 * (x1 - x0), y0 + 0.15 * (y1 - y0))
            path.lineTo(x1 + lean, y1 + 0.14 * (y0 - y1))
    c.stroke(dark, mix(look.brow, "#000000", 0.35), 0.5, 120)
    c.stroke(light, mix(look.brow, look.skin, 0.45), 0.45, 90)
