"""The drawn face moves as the person's does: each half as far as their own side went."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QWidget

from coach.domain.coach_state import CoachState, SideReading
from coach.domain.language import tr
from coach.domain.sides import Side
from coach.face.expression import Expression
from coach.face.reel import FaceReel, Still
from coach.ui.widgets.face_picture import paint_picture
from coach.ui.widgets.face_view import FaceView

#: The face shows movements up to this many times the target: too much can be seen, too.
_REACH: Final = 1.6
#: Width of the soft seam between the halves, share of the picture's width.
_SEAM: Final = 0.10


class FollowFace(FaceView):
    """Shows both sides' measured movement on one face; the face itself is nobody's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("followFace")
        self.setAccessibleName(tr("Drawn face that moves as yours does"))
        self._steps = dict.fromkeys(Side, 0)

    def show_state(self, state: CoachState) -> None:
        """Follow the session."""
        if state.exercise is not self._exercise:
            self.show_exercise(state.exercise)
        steps = {
            Side.LEFT: _step(state.left, state.target_mm),
            Side.RIGHT: _step(state.right, state.target_mm),
        }
        if steps != self._steps:
            self._steps = steps
            self.update()

    def full_face(self) -> Expression:
        return super().full_face().scaled(_REACH)

    def paint_faces(self, painter: QPainter) -> None:
        place = QRectF(self.rect())
        reel = self.reel_for(self.full_face(), place)
        at_left = Side.LEFT if self._mirrored else Side.RIGHT
        first, second = (self.find_still(reel, self._steps[s]) for s in (at_left, at_left.other))
        other = None if first is None or second is None else _blend(first, second, reel.size)

        def lay_over(over: QPainter, rect: QRectF) -> None:
            if other is not None:
                over.drawImage(rect, other)

        paint_picture(painter, place, first, self._style, lay_over)


def _step(reading: SideReading, target_mm: float) -> int:
    if reading.excursion_mm is None or target_mm <= 0:
        return 0
    return FaceReel.step_of(reading.excursion_mm / (target_mm * _REACH))


def _blend(first: Still, second: Still, size: tuple[int, int]) -> QImage | None:
    """The second picture's half, fading in over the seam; None where both are the same."""
    if first is second:
        return None
    half = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    half.fill(Qt.GlobalColor.transparent)
    painter = QPainter(half)
    width, height = size
    right = QRectF(width * (0.5 - _SEAM / 2), 0, width, height)
    painter.setClipRect(right)
    second.paint(painter, QRectF(0, 0, width, height))
    fade = QLinearGradient(QPointF(right.x(), 0), QPointF(right.x() + _SEAM * width, 0))
    fade.setColorAt(0.0, Qt.GlobalColor.transparent)
    fade.setColorAt(1.0, Qt.GlobalColor.black)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(QRectF(right.x(), 0, _SEAM * width, height), fade)
    painter.end()
    return half
