"""The nose."""

from __future__ import annotations

from coach.domain.sides import Side
from coach.face.brushes import mix, paint
from coach.face.canvas import Canvas

_SIDES = (Side.LEFT, Side.RIGHT)


def paint_nose(c: Canvas) -> None:
    """Bridge, tip, wings and nostrils, by light and shade more than by lines."""
    look = c.look
    deep = mix(look.shade, "#2a120a", 0.25)
    for side in _SIDES:
        c.soft_line([("nose_side", side)], look.shade, (8.0, 5.0, 2.6), 22)
        x, y = c.at("ala", side, 1)
        c.spot(x, y - 1.0 * c.mm, 8.0, 7.0, look.shade, 72)
    x, y = c.at("bridge")
    c.spot(x, y - 3.0 * c.mm, 5.4, 26.0, look.light, 150)
    x, y = c.at("subnasale")
    c.spot(x, y + 0.5 * c.mm, 17.0, 6.0, look.shade, 120)
    x, y = c.at("tip")
    c.spot(x, y, 13.0, 11.0, look.blush, 66)
    c.spot(x, y - 1.5 * c.mm, 8.0, 7.0, look.light, 165)
    for side in _SIDES:
        x, y = c.at("ala", side, 2)
        c.spot(x - side.sign * 3.6 * c.mm, y - 1.0 * c.mm, 4.8, 4.6, look.light, 120)
        c.soft_line([("ala", side)], deep, (3.0, 1.5), 110)
        nostril = c.path("nostril", side)
        nostril.closeSubpath()
        c.line([("nostril", side)], deep, 1.8, 110)
        c.fill(nostril, paint(mix(look.shade, "#1a0806", 0.72), 225))
