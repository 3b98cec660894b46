"""Drawn hands for massage and stretches: where the fingers lie, and arrows for their way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, radians, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from coach.domain.exercise import Stroke, Touch, TouchArea
from coach.domain.sides import Affected, Side
from coach.face.brushes import mix
from coach.face.demonstration import sides_of
from coach.face.look import DEFAULT_LOOK, FaceLook
from coach.face.motion import minimum_jerk
from coach.face.projection import Framing

#: One stroke, seconds: slow, as it is done; and how often before the next kind of stroke.
STROKE_S: Final = 3.0
REPEATS: Final = 2
_REACH_MM: Final = 11.0  # a straight stroke goes this far either way
_ROUND_MM: Final = 8.0  # radius of a circle
_FINGER_MM: Final = 10.5
#: Share of a stroke after which the hand lifts.
_LIFTED: Final = 0.85
#: Height of the fingertip where it takes the upper lid along, and where the lid is closed, mm.
_LID_TOP_MM: Final = 9.0
_LID_END_MM: Final = -4.0
#: Steps of the shading from a part's edge to its middle.
_SHADES: Final = 9
_ARROW_INK: Final = "#0b4547"

#: (fingertips, direction from the tips to the wrist, fingers): mm in the head frame, x outward.
_PLACES: Final[dict[TouchArea, tuple[tuple[float, float], tuple[float, float], int]]] = {
    TouchArea.FOREHEAD: ((26, 40), (0.95, -0.31), 3),
    TouchArea.BROW: ((34, 25), (0.95, -0.31), 2),
    TouchArea.EYELID: ((32, 2), (0.86, -0.51), 1),
    TouchArea.CHEEK: ((42, -40), (0.66, -0.75), 3),
    TouchArea.INSIDE_CHEEK: ((44, -56), (0.58, -0.81), 1),
    TouchArea.MOUTH: ((27, -71), (0.58, -0.81), 2),
    TouchArea.CHIN: ((14, -98), (0.53, -0.85), 2),
    TouchArea.JAW: ((52, -84), (0.64, -0.77), 3),
    TouchArea.NECK: ((33, -142), (0.80, -0.60), 3),
}
_MOUTH_CORNER: Final = (23.0, -70.5)
_WAYS: Final = {
    Stroke.UP: (0.0, 1.0),
    Stroke.DOWN: (0.0, -1.0),
    Stroke.INWARD: (-1.0, 0.0),
    Stroke.OUTWARD: (1.0, 0.0),
}


@dataclass(frozen=True, slots=True)
class _Frame:
    """One side's own millimetres (x outward, y up) in a picture."""

    framing: Framing
    sign: int  # +1 where outward is to the right of the picture

    def px(self, x: float, y: float) -> QPointF:
        ox, oy = self.framing.origin_px
        k = self.framing.px_per_mm
        return QPointF(ox + self.sign * k * x, oy - k * y)


def touch_at(touches: Sequence[Touch], t_s: float) -> tuple[Touch, float] | None:
    """Which stroke is shown at a time, and how far it has gone, 0 to 1; None without strokes.

    The strokes follow one another, each `REPEATS` times, over and over.
    """
    if not touches:
        return None
    count = int(t_s / STROKE_S)
    return touches[(count // REPEATS) % len(touches)], (t_s % STROKE_S) / STROKE_S


def paint_touch(
    painter: QPainter,
    rect: QRectF,
    touch: Touch,
    share: float,
    affected: Affected | None,
    *,
    mirrored: bool = False,
    look: FaceLook = DEFAULT_LOOK,
) -> None:
    """Paint the hands of one stroke, and its arrows, over a face.

    Args:
        painter: any active painter.
        rect: the face's rectangle.
        touch: the stroke.
        share: how far it has gone, 0 to 1.
        affected: the affected side.
        mirrored: True where the patient's left is on the left of the picture.
        look: whose hands.
    """
    framing = Framing.portrait(rect.x(), rect.y(), rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    frames = [
        _Frame(framing, (1 if side is Side.LEFT else -1) * (-1 if mirrored else 1))
        for side in sides_of(touch.half, affected)
    ]
    for frame in frames:
        _paint_hand(painter, frame, touch, share, look)
    for frame in frames:
        _paint_arrow(painter, frame, touch)
    painter.restore()


def tip_mm(touch: Touch, share: float) -> tuple[float, float]:
    """Where the fingertips are at a share of a stroke: mm, x outward, y up."""
    (x, y), _, _ = _PLACES[touch.area]
    if touch.stroke is Stroke.CIRCLE:
        angle = 2.0 * pi * share
        return x + _ROUND_MM * sin(angle), y + _ROUND_MM * cos(angle)
    if touch.stroke is Stroke.PRESS:
        return x, y
    way = _WAYS[touch.stroke]
    # Lie down, go the whole way slowly, lift: the way back is made in the air.
    along = _REACH_MM * (2.0 * minimum_jerk(share / _LIFTED) - 1.0)
    return x + along * way[0], y + along * way[1]


def lid_share(touch: Touch, share: float) -> float:
    """How far a finger has drawn the lid down, 0 to 1; 0 for every other stroke.

    The lid goes with the fingertip from its crease to the lower lid, stays down while the finger
    lies there, and opens by itself while the finger lifts.
    """
    if touch.area is not TouchArea.EYELID or touch.stroke is not Stroke.DOWN:
        return 0.0
    if share > _LIFTED:
        return max(0.0, 1.0 - (share - _LIFTED) / (0.6 * (1.0 - _LIFTED)))
    _, y = tip_mm(touch, share)
    return min(max((_LID_TOP_MM - y) / (_LID_TOP_MM - _LID_END_MM), 0.0), 1.0)


def _paint_hand(p: QPainter, f: _Frame, touch: Touch, share: float, look: FaceLook) -> None:
    x, y = tip_mm(touch, share)
    _, (dx, dy), fingers = _PLACES[touch.area]
    nx, ny = -dy, dx  # across the fingers
    k = f.framing.px_per_mm

    def at(along: float, across: float) -> QPointF:
        return f.px(x + along * dx + across * nx, y + along * dy + across * ny)

    bones = QPainterPath()
    palm = QPainterPath()
    for i in range(4):
        across = (i - (fingers - 1) / 2.0) * 10.0
        # Fingers that do not touch are bent back.
        tip = 2.0 * abs(across) / 10.0 if i < fingers else 24.0
        bones.moveTo(at(tip, across))
        bones.lineTo(at(44.0, across * 0.95))
    middle = (3 - (fingers - 1)) * 5.0
    palm.moveTo(at(56.0, middle))
    palm.lineTo(at(76.0, middle))
    thumb = QPainterPath(at(72.0, middle - 14.0))
    if touch.area is TouchArea.INSIDE_CHEEK:
        thumb.lineTo(f.px(*_MOUTH_CORNER))
    else:
        thumb.lineTo(at(40.0, middle - 32.0))
    wrist = QPainterPath(at(80.0, middle))
    wrist.lineTo(at(190.0, middle))
    parts = (
        (wrist, 30.0), (palm, 38.0), (thumb, _FINGER_MM + 1.0), (bones, _FINGER_MM),
    )  # fmt: skip
    for colour, share, extra in _shades(look):
        for path, width in parts:
            p.strokePath(path, _pen(colour, (width * share + extra) * k))
    # The lines between the fingers, and the nails, make it a hand.
    for i in range(3):
        across = (i + 0.5 - (fingers - 1) / 2.0) * 10.0
        line = QPainterPath(at(27.0 if i + 1 >= fingers else 12.0, across))
        line.lineTo(at(50.0, across * 0.95))
        p.strokePath(line, _pen(mix(look.skin, look.shade, 0.45), 0.9 * k))
    for i in range(fingers):
        across = (i - (fingers - 1) / 2.0) * 10.0
        nail = QPainterPath(at(2.0 * abs(across) / 10.0, across))
        nail.lineTo(at(2.0 * abs(across) / 10.0 + 3.0, across))
        p.strokePath(nail, _pen(mix(look.light, look.blush, 0.25), 5.2 * k))


def _shades(look: FaceLook) -> list[tuple[str, float, float]]:
    """(colour, share of a part's width, mm more), from the outline inwards.

    Many narrow steps from shade to light make what is round look round, in the face's own colours.
    """
    steps = [(mix(look.skin, look.shade, 0.62), 1.0, 1.0)]
    for i in range(_SHADES):
        inwards = i / (_SHADES - 1)
        deep = mix(look.skin, look.shade, 0.34)
        round_ = mix(deep, look.skin, min(1.0, inwards * 1.6))
        steps.append(
            (mix(round_, look.light, max(0.0, inwards - 0.45) * 0.5), 1 - 0.8 * inwards, 0)
        )
    return steps


def _paint_arrow(p: QPainter, f: _Frame, touch: Touch) -> None:
    (x, y), _, _ = _PLACES[touch.area]
    if touch.stroke is Stroke.PRESS:
        path = QPainterPath()
        for radius in (7.0, 13.0):
            middle, r = f.px(x, y), radius * f.framing.px_per_mm
            path.addEllipse(middle, r, r)
        _stroke_arrow(p, path, f.framing.px_per_mm)
        return
    k = f.framing.px_per_mm
    if touch.stroke is Stroke.CIRCLE:
        path = QPainterPath()
        points = [
            (x + 12.0 * sin(radians(a)), y + 12.0 * cos(radians(a))) for a in range(20, 311, 12)
        ]
        path.moveTo(f.px(*points[0]))
        for point in points[1:]:
            path.lineTo(f.px(*point))
        _head(path, f.px(*points[-2]), f.px(*points[-1]), k)
    else:
        wx, wy = _WAYS[touch.stroke]
        # Beside the fingers, on the side away from the wrist, so that nothing covers it.
        bx, by = (x - 12.0 * abs(wy), y + 15.0 * abs(wx))
        start, end = (f.px(bx + s * wx * 16.0, by + s * wy * 16.0) for s in (-1.0, 1.0))
        path = QPainterPath(start)
        path.lineTo(end)
        _head(path, start, end, k)
    _stroke_arrow(p, path, k)


def _head(path: QPainterPath, before: QPointF, end: QPointF, k: float) -> None:
    """Add an arrow's head at `end`, in the direction from `before`."""
    angle = atan2(end.y() - before.y(), end.x() - before.x())
    if hypot(end.x() - before.x(), end.y() - before.y()) == 0.0:
        return
    for turn in (2.5, -2.5):
        path.moveTo(end)
        path.lineTo(end + QPointF(9.0 * k * cos(angle + turn), 9.0 * k * sin(angle + turn)))


def _stroke_arrow(p: QPainter, path: QPainterPath, k: float) -> None:
    p.strokePath(path, _pen("#ffffff", 6.4 * k))
    p.strokePath(path, _pen(_ARROW_INK, 3.4 * k))


def _pen(name: str, width: float) -> QPen:
    pen = QPen(QColor(name), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
