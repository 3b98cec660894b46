"""Outlines over the mirror: what works, and what stays quiet.

The working region has a solid line with filled marks, a quiet region a dashed line with hollow
marks; the patient's left has squares, their right has circles. Colour only repeats that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTransform

from coach.domain.exercise import Exercise
from coach.domain.frames import FloatArray
from coach.domain.landmarks import NOSE_OUTLINE, SIDE_LANDMARKS
from coach.domain.movements import MOVEMENT_SPECS, Region
from coach.domain.sides import Side
from coach.ui.tokens import DARK, Tokens
from coach.ui.widgets.polygons import LandmarkPolygon

_LIPS: Final[dict[Side, tuple[int, ...]]] = {
    Side.RIGHT: (0, 37, 39, 40, 185, 61, 146, 91, 181, 84, 17),
    Side.LEFT: (0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17),
}
_CHIN: Final[dict[Side, tuple[int, ...]]] = {
    Side.RIGHT: (152, 148, 176, 149, 150),
    Side.LEFT: (152, 377, 400, 378, 379),
}
_BROW: Final[dict[Side, tuple[int, ...]]] = {
    Side.RIGHT: (70, 63, 105, 66, 107),
    Side.LEFT: (300, 293, 334, 296, 336),
}
_NOSE: Final[dict[Side, tuple[int, ...]]] = {s: NOSE_OUTLINE[s][5:] for s in Side}
_EYE: Final[dict[Side, tuple[int, ...]]] = {
    s: (*SIDE_LANDMARKS[s].eye_ring, SIDE_LANDMARKS[s].eye_ring[0]) for s in Side
}
_REGIONS: Final[dict[Region, dict[Side, tuple[int, ...]]]] = {
    Region.BROW: _BROW,
    Region.EYE: _EYE,
    Region.NOSE: _NOSE,
    Region.MOUTH: _LIPS,
    Region.CHIN: _CHIN,
}
#: Few marks, where the movement is read: an eye must stay visible under its outline.
_MARKS: Final[dict[Region, dict[Side, tuple[int, ...]]]] = {
    Region.BROW: {Side.RIGHT: (70, 105, 107), Side.LEFT: (300, 334, 336)},
    Region.EYE: {s: (m.outer_canthus, m.inner_canthus) for s, m in SIDE_LANDMARKS.items()},
    Region.NOSE: {Side.RIGHT: (129, 64), Side.LEFT: (358, 294)},
    Region.MOUTH: {Side.RIGHT: (61, 37, 84), Side.LEFT: (291, 267, 314)},
    Region.CHIN: {Side.RIGHT: (148, 150), Side.LEFT: (377, 379)},
}

#: Over a picture of any brightness the marks are light on a dark halo, in both themes.
_ON_PICTURE: Final[Tokens] = DARK
_HALO: Final = "#96080e12"  # alpha first, as Qt reads eight digits


@dataclass(frozen=True, slots=True)
class _Outline:
    side: Side
    works: bool
    line: LandmarkPolygon
    marks: LandmarkPolygon


class RegionOverlay:
    """Draws the outlines of one exercise over its picture; GUI thread only."""

    def __init__(self) -> None:
        self._outlines: list[_Outline] = []
        self._exercise_id: str | None = None

    def set_exercise(self, exercise: Exercise | None) -> None:
        """Choose the regions; cheap when nothing changes."""
        key = exercise.id if exercise else None
        if key == self._exercise_id:
            return
        self._exercise_id = key
        self._outlines = _outlines(exercise) if exercise else []

    def paint(
        self, painter: QPainter, points: FloatArray, to_widget: QTransform, width: float
    ) -> None:
        """Draw the outlines.

        Args:
            painter: in widget coordinates.
            points: (478, 3) landmarks, pixels of the unmirrored picture.
            to_widget: picture to widget; holds the mirroring.
            width: line width in px.
        """
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(to_widget, True)
        for outline in self._outlines:
            _paint_outline(painter, outline, points, width)
        painter.restore()


def _outlines(exercise: Exercise) -> list[_Outline]:
    works = MOVEMENT_SPECS[exercise.movement].region
    quiet = [q.region for q in exercise.quiet if q.region is not works]
    regions = [(r, False) for r in dict.fromkeys(quiet)]
    if works is not None:
        regions.append((works, True))
    return [
        _Outline(side, is_working, LandmarkPolygon(path), LandmarkPolygon(_MARKS[region][side]))
        for region, is_working in regions
        if region in _REGIONS
        for side, path in _REGIONS[region].items()
    ]


def _paint_outline(painter: QPainter, outline: _Outline, points: FloatArray, width: float) -> None:
    line, marks = outline.line.fill(points), outline.marks.fill(points)
    colour = _ON_PICTURE.side(outline.side)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(_HALO, width + 2.0 if outline.works else width))
    painter.drawPolyline(line)
    works = outline.works
    painter.setPen(_pen(colour, width if works else width * 0.75, dashed=not works))
    painter.drawPolyline(line)
    square = outline.side is Side.LEFT
    size = width * (2.6 if outline.works else 2.2)
    painter.setPen(_pen(_HALO, size + 3, square))
    painter.drawPoints(marks)
    painter.setPen(_pen(colour, size, square))
    painter.drawPoints(marks)
    if not outline.works:
        painter.setPen(_pen(_ON_PICTURE.stage, size * 0.5, square))
        painter.drawPoints(marks)


@lru_cache(maxsize=128)
def _pen(colour: str, width: float, square: bool = False, dashed: bool = False) -> QPen:
    """A cosmetic pen; made once, for every call into Qt may have to wait for Python's lock."""
    cap = Qt.PenCapStyle.SquareCap if square else Qt.PenCapStyle.RoundCap
    pen = QPen(QBrush(QColor(colour)), width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)
    pen.setCosmetic(True)
    if dashed:
        pen.setDashPattern([2.2, 2.8])
    return pen


def paint_side_mark(painter: QPainter, side: Side, box: QRectF, colour: QColor) -> None:
    """The sign of a side: a square for the patient's left, a circle for their right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if side is Side.LEFT:
        inset = box.width() * 0.06
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 2, 2)
    else:
        painter.drawEllipse(box)
    painter.restore()
