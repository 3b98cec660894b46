"""Eyes: white, iris, lids, lashes, brows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QRadialGradient

from coach.domain.sides import Side
from coach.face.brushes import colour, mix, paint
from coach.face.canvas import Canvas
from coach.face.expression import Channel
from coach.face.resting_face import IRIS_RADIUS_MM

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
    rim = [("lid_lower", side)]
    c.line(rim, mix(look.skin, look.blush, 0.5), 1.3, 190)
    c.line(rim, mix(look.brow, look.shade, 0.25), 0.75, 215)
    _lashes(c, side, closed)
    deep = mix(look.shade, "#2a120a", 0.25)
    c.soft_line([("crease", side)], deep, (2.2, 1.0), 100 - 80 * closed)
    c.soft_line([("bag", side)], look.shade, (2.4, 0.9), 30)


def _eyeball(c: Canvas, side: Side) -> None:
    p = c.painter
    opening = c.band("lid_upper", "lid_lower", side)
    top, bottom = c.at("lid_upper", side, 3), c.at("lid_lower", side, 3)
    white = QLinearGradient(QPointF(*top), QPointF(*bottom))
    white.setColorAt(0.0, colour("#d5cac4"))
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
    c.soft_line([("lid_upper", side)], "#24120c", (3.4, 1.8), 46)
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
    p.setBrush(paint("#0d0908"))
    p.drawEllipse(QPointF(x, y), 0.40 * r, 0.40 * r)
    p.setBrush(paint("#ffffff", 225))
    p.drawEllipse(QPointF(x + 0.30 * r, y - 0.34 * r), 0.17 * r, 0.17 * r)
    p.setBrush(paint("#ffffff", 80))
    p.drawEllipse(QPointF(x - 0.34 * r, y + 0.40 * r), 0.14 * r, 0.10 * r)


def _lashes(c: Canvas, side: Side, closed: float) -> None:
    dark = mix(c.look.brow, "#120a08", 0.6)
    c.fill(c.band("lid_upper", "lash_top", side), paint(dark, 235))
    c.line([("lid_upper", side)], dark, 1.35, 240)
    up = 1.0 - 2.2 * closed
    hairs = []
    for i, reach in ((2, 1.5), (3, 1.9), (4, 2.4), (5, 2.8), (6, 2.2)):
        x, y = c.at("lash_top" if up > 0 else "lid_upper", side, i)
        out = side.sign * (i - 2.0) * 0.55 * c.mm
        hairs.append((x, y, x + out, y - reach * up * c.mm))
    c.hairs(hairs, dark, 0.9, 210)


def paint_brow(c: Canvas, side: Side) -> None:
    """An eyebrow: a soft body and single hairs."""
    look = c.look
    c.fill(c.band("brow_upper", "brow_lower", side), paint(look.brow, 165))
    top, bottom = c.points("brow_upper", side), c.points("brow_lower", side)
    light: list[tuple[float, float, float, float]] = []
    dark: list[tuple[float, float, float, float]] = []
    for i in range(len(top) - 1):
        for k, hairs in ((0.0, dark), (0.2, dark), (0.4, light), (0.6, dark), (0.8, dark)):
            x0 = bottom[i][0] + k * (bottom[i + 1][0] - bottom[i][0])
            y0 = bottom[i][1] + k * (bottom[i + 1][1] - bottom[i][1])
            x1 = top[i][0] + k * (top[i + 1][0] - top[i][0])
            y1 = top[i][1] + k * (top[i + 1][1] - top[i][1])
            # Hairs stand up at the head of the brow and lie down towards its tail.
            lean = (0.4 + 1.1 * (i + k)) * side.sign * c.mm
            hairs.append((x0, y0, x1 + lean, y1 + 0.05 * (y0 - y1)))
    c.hairs(dark, look.brow, 1.9, 190)
    c.hairs(light, mix(look.brow, look.skin, 0.35), 0.9, 120)
