"""The drawn face shows the exercise, in the timing of its dose."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.coach_state import CoachState
from coach.domain.exercise import Dose, Exercise, Phase
from coach.domain.language import tr
from coach.face.darkroom import Darkroom
from coach.face.expression import Expression
from coach.face.reel import FaceReel
from coach.ui.theme import Style

#: A picture that is not developed yet is looked for again after this time, ms.
_AGAIN_MS: Final = 50
#: Rest between two showings, seconds.
_DEMO_REST_S: Final = 1.5
_darkrooms: list[Darkroom] = []


def darkroom() -> Darkroom:
    """The window's reels, made when the first face is shown. GUI thread."""
    if not _darkrooms:
        _darkrooms.append(Darkroom())
    return _darkrooms[0]


class FaceDemo(QWidget):
    """Follows the session: shows the movement in DEMONSTRATE, and moves along afterwards.

    The movements that are shown are the same on both sides, so the picture is its own mirror
    image. GUI thread.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faceDemo")
        self.setAccessibleName(tr("Demonstration"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._style = Style()
        self._exercise: Exercise | None = None
        self._amount = 0.0
        self._moves = True

    def set_style(self, style: Style) -> None:
        self._style = style
        self.setMinimumSize(style.px(96), style.px(96))
        self.update()

    @property
    def amount(self) -> float:
        """How much of the movement the face shows, 0 to 1."""
        return self._amount

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(220), self._style.px(220))

    def show_exercise(self, exercise: Exercise | None, amount: float = 0.0) -> None:
        """Show a part of an exercise's movement, 0 to 1."""
        changed = exercise is not self._exercise or FaceReel.step_of(amount) != FaceReel.step_of(
            self._amount
        )
        if exercise is not self._exercise:
            title = exercise.title if exercise else tr("face at rest")
            self.setAccessibleDescription(tr("Drawn face: {title}", title=title))
        self._exercise, self._amount = exercise, amount
        if changed and self.isVisible():
            self.update()

    def show_state(self, state: CoachState) -> None:
        """Follow the session."""
        amount = 0.0
        if state.exercise is not None:
            amount = shown_amount(state, state.exercise.dose, self._style.reduced_motion)
        self.show_exercise(state.exercise, amount)

    def paintEvent(self, event: QPaintEvent) -> None:
        reel = self._reel()
        step = FaceReel.step_of(self._amount)
        shown, still = darkroom().still(reel, step)
        if self._moves:
            darkroom().prepare(reel, step)
        if shown != min(step, reel.steps - 1):
            QTimer.singleShot(_AGAIN_MS, self, self.update)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._style.px(18)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(shape)
        still.paint(painter, QRectF(self.rect()))
        painter.setClipping(False)
        painter.setPen(self._style.colour("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        darkroom().rest()

    def _reel(self) -> FaceReel:
        weights = self._exercise.demonstration if self._exercise else {}
        ratio = self.devicePixelRatioF()
        size = (max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        return darkroom().reel(Expression.symmetric(weights), size)


class FaceThumbnail(FaceDemo):
    """A small still picture of an exercise at its full movement."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self.setObjectName(f"picture_{exercise.id}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._moves = False
        self.show_exercise(exercise, 1.0)

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self.setFixedSize(style.px(92), style.px(92))


def shown_amount(state: CoachState, dose: Dose, still: bool) -> float:
    """Share of the movement to show at a moment of the session.

    Args:
        state: the moment.
        dose: timing of the exercise.
        still: show end positions in place of motion.
    """
    t = state.phase_elapsed_s
    if state.phase is Phase.DEMONSTRATE:
        period = dose.move_s + dose.hold_s + dose.release_s + _DEMO_REST_S
        return 1.0 if still else _cycle(t % max(period, 1e-6), dose)
    if state.phase is Phase.MOVE:
        return 1.0 if still else _ease(t / max(dose.move_s, 1e-6))
    if state.phase is Phase.HOLD:
        return 1.0
    if state.phase is Phase.RELEASE and not still:
        return 1.0 - _ease(t / max(dose.release_s, 1e-6))
    return 0.0


def _cycle(t: float, dose: Dose) -> float:
    if t < dose.move_s:
        return _ease(t / max(dose.move_s, 1e-6))
    t -= dose.move_s
    if t < dose.hold_s:
        return 1.0
    t -= dose.hold_s
    return 1.0 - _ease(t / max(dose.release_s, 1e-6))


def _ease(share: float) -> float:
    """Minimum-jerk course from 0 to 1 (Flash and Hogan 1985), as unforced movements have it."""
    s = min(max(share, 0.0), 1.0)
    return s * s * s * (10 - 15 * s + 6 * s * s)
