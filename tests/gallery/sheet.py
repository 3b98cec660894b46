"""One picture of every demonstration: rest, half way, full, and the mistake; or the hands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from coach.domain.exercise import Exercise
from coach.domain.sides import Affected
from coach.face.demonstration import demonstrated, guided_lid, mistaken
from coach.face.expression import Expression
from coach.face.hands import lid_share, paint_touch
from coach.face.mirror_line import paint_mirror_line
from coach.face.painter import FacePainter

TILE: Final = (168, 150)
COLUMNS: Final = 2
POSES: Final = 4
_GAP, _TITLE, _CAPTION = 8, 26, 18
AFFECTED: Final = Affected.LEFT


def contact_sheet(exercises: Sequence[Exercise]) -> QImage:
    """A block for each exercise, as in a mirror: the affected left side is on the left."""
    block_w = POSES * (TILE[0] + _GAP) + 2 * _GAP
    block_h = _TITLE + TILE[1] + _CAPTION + 2 * _GAP
    rows = -(-len(exercises) // COLUMNS)
    sheet = QImage(COLUMNS * block_w, rows * block_h, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#f5f2ec"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    face = FacePainter()
    for i, exercise in enumerate(exercises):
        x, y = (i % COLUMNS) * block_w + _GAP, (i // COLUMNS) * block_h + _GAP
        painter.setFont(_font(15, QFont.Weight.DemiBold))
        painter.setPen(QColor("#1f2a33"))
        painter.drawText(x, y + 17, f"{exercise.title}  ({exercise.id})")
        _tiles(painter, face, exercise, x, y + _TITLE)
    painter.end()
    return sheet


def _tiles(painter: QPainter, face: FacePainter, exercise: Exercise, x: int, y: int) -> None:
    full, wrong = demonstrated(exercise), mistaken(exercise, AFFECTED)
    if exercise.touch:
        shares = (0.1, 0.7)
        moments = [(t, s) for t in exercise.touch[:2] for s in shares]
        for n, (touch, share) in enumerate(moments):
            rect = _rect(x, y, n)
            lid = guided_lid(exercise, AFFECTED)
            shown = full if lid is None else lid.scaled(lid_share(touch, share))
            face.paint(painter, rect, shown.mirrored())
            paint_touch(painter, rect, touch, share, AFFECTED, mirrored=True)
            _caption(painter, rect, f"{touch.area.value} {touch.stroke.value}")
        return
    poses: list[tuple[str, Expression]] = [("rest", Expression.neutral())]
    poses += [("half", full.scaled(0.5)), ("full", full)]
    for n, (name, expression) in enumerate(poses):
        rect = _rect(x, y, n)
        face.paint(painter, rect, expression.mirrored())
        if exercise.reflect_healthy_half:
            paint_mirror_line(painter, rect)
        _caption(painter, rect, name)
    if wrong is not None and exercise.mistake_kind is not None:
        rect = _rect(x, y, POSES - 1)
        face.paint(painter, rect, wrong.mirrored())
        painter.setPen(QPen(QColor("#4a3500"), 3, Qt.PenStyle.DashLine))
        painter.drawRect(rect.adjusted(1.5, 1.5, -1.5, -1.5))
        _caption(painter, rect, f"Mistake: {exercise.mistake_kind.value}")


def _rect(x: int, y: int, n: int) -> QRectF:
    return QRectF(x + n * (TILE[0] + _GAP), y, *TILE)


def _caption(painter: QPainter, rect: QRectF, text: str) -> None:
    painter.setFont(_font(12))
    painter.setPen(QColor("#1f2a33"))
    place = QRectF(rect.x(), rect.bottom() + 1, rect.width(), _CAPTION)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _font(px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont("DejaVu Sans")
    font.setPixelSize(px)
    font.setWeight(weight)
    return font
