"""The head itself: ears, skin, soft light and shade, folds and lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QRadialGradient

from coach.domain.sides import Side
from coach.face.brushes import colour, mix, paint
from coach.face.canvas import Canvas
from coach.face.expression import Channel

SIDES = (Side.LEFT, Side.RIGHT)
_CROW = ("crow_1", "crow_2", "crow_3")
_FOREHEAD = ("forehead_1", "forehead_2", "forehead_3")
_BUNNY = ("bunny_1", "bunny_2")


def paint_ears(c: Canvas) -> None:
    """Both ears, behind the face."""
    look = c.look
    for side in SIDES:
        ear = c.path("ear", side)
        ear.closeSubpath()
        c.fill(ear, paint(mix(look.skin, look.blush, 0.35)))
        c.line([("ear", side)], look.shade, 0.9, 120)
        c.soft_line([("ear_fold", side)], look.shade, (3.0, 1.4), 70)


def paint_head(c: Canvas) -> None:
    """The skin with its light from the front and above."""
    look = c.look
    outline = c.path("outline")
    x, y = c.at("bridge")
    g = QRadialGradient(QPointF(x, y - 6.0 * c.mm), 118.0 * c.mm)
    for at, t in ((0.0, 0.0), (0.40, 0.05), (0.62, 0.22), (0.82, 0.46), (1.0, 0.74)):
        g.setColorAt(at, colour(mix(look.skin, look.shade, t)))
    c.fill(outline, QBrush(g))
    c.line([("outline", None)], look.shade, 0.8, 80)
    _light(c)
    _shade(c)


def _light(c: Canvas) -> None:
    look = c.look
    x, y = c.at("brow_centre")
    c.spot(x, y, 50.0, 26.0, look.light, 150)
    x, y = c.at("chin")
    c.spot(x, y, 17.0, 11.0, look.light, 110)
    for side in SIDES:
        smile = max(c.weight(Channel.SMILE, side), c.weight(Channel.SNARL, side))
        puff = c.weight(Channel.CHEEK_PUFF, side)
        x, y = c.at("cheek", side)
        c.spot(x, y, 27.0, 22.0, look.blush, 110)
        x, y = c.at("cheek", side, 1)
        c.spot(x, y, 17.0, 10.0, look.light, 100 + 70 * smile)
        if puff > 0.05:
            x, y = c.at("nlf", side, 4)
            c.spot(x + side.sign * 10.0 * c.mm, y, 18.0, 20.0, look.light, 170 * puff)


def _shade(c: Canvas) -> None:
    look = c.look
    press = max(c.weight(Channel.LIP_PRESS, s) for s in SIDES)
    x, y = c.at("chin_fold", None, 2)
    c.spot(x, y, 17.0, 5.0, look.shade, 90 + 60 * press)
    for side in SIDES:
        s = side.sign
        x, y = c.at("lip_upper_outer", None, -1 if side is Side.LEFT else 0)
        c.spot(x + s * 4.0 * c.mm, y, 5.5, 5.5, look.shade, 64)
        x, y = c.at("nlf", side, 1)
        c.spot(x, y, 9.0, 12.0, look.shade, 32)
        x, y = c.at("lid_upper", side, 0)
        c.spot(x, y - 9.0 * c.mm, 12.0, 15.0, look.shade, 92)  # hollow beside the nose
        x, y = c.at("crease", side, 3)
        bx, by = c.at("brow_lower", side, 2)
        # Under the brow, and with it.
        c.spot(0.6 * x + 0.4 * bx, 0.7 * y + 0.3 * by, 20.0, 9.5, look.shade, 96)
        x, y = c.at("bag", side, 2)
        c.spot(x, y, 15.0, 4.5, look.shade, 44)
        dimple = c.weight(Channel.LIP_PRESS, side)
        if dimple > 0.1:
            x, y = c.at("chin_dimple", side)
            c.spot(x, y, 6.0, 4.0, look.shade, 90 * dimple)


def paint_folds(c: Canvas) -> None:
    """Lines that a movement draws: they deepen with it."""
    look = c.look
    deep = mix(look.shade, "#2a120a", 0.18)
    for side in SIDES:
        smile = c.weight(Channel.SMILE, side)
        stretch = c.weight(Channel.MOUTH_STRETCH, side)
        snarl = c.weight(Channel.SNARL, side)
        close = c.weight(Channel.EYE_CLOSE, side)
        droop = c.weight(Channel.DROOP, side)
        fold = max(smile, snarl, 0.6 * stretch)
        strength = max(0.0, 9.0 * (1.0 - 0.9 * droop) + 44.0 * fold)
        c.soft_line([("nlf", side)], deep, (5.0, 2.6, 1.1), strength)
        corner = max(smile, stretch, c.weight(Channel.LIP_PRESS, side))
        if corner > 0.08:
            c.soft_line([("corner_fold", side)], deep, (3.0, 1.2), 66 * corner)
        crow = max(0.8 * smile, 0.45 * close, c.weight(Channel.EYE_SQUINT, side))
        if crow > 0.1:
            c.soft_line([(n, side) for n in _CROW], deep, (1.6, 0.7), 44 * crow)
        raised = c.weight(Channel.BROW_RAISE, side)
        if raised > 0.08:
            c.soft_line([(n, side) for n in _FOREHEAD], deep, (3.0, 1.1), 58 * raised)
        frown = c.weight(Channel.FROWN, side)
        if frown > 0.08:
            c.soft_line([("glabella", side)], deep, (3.0, 1.2), 84 * frown)
        if snarl > 0.1:
            c.soft_line([(n, side) for n in _BUNNY], deep, (2.2, 0.9), 66 * snarl)
