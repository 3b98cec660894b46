"""The drawn face at a share of an exercise's movement, with the hands where there are any."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.exercise import Exercise, Touch
from coach.domain.language import tr
from coach.domain.sides import Affected
from coach.face.darkroom import Darkroom
from coach.face.demonstration import demonstrated, guided_lid
from coach.face.expression import Expression
from coach.face.hands import lid_share, paint_touch, touch_at
from coach.face.mirror_line import paint_mirror_line
from coach.face.reel import FaceReel, Still
from coach.ui.theme import Style
from coach.ui.widgets.face_picture import Extra, paint_picture

_darkrooms: list[Darkroom] = []


def darkroom() -> Darkroom:
    """The window's reels, made when the first face is shown. GUI thread."""
    if not _darkrooms:
        _darkrooms.append(Darkroom())
    return _darkrooms[0]


class FaceView(QWidget):
    """Shows what it is told. The face is seen as in a mirror, or as by somebody else. GUI thread.

    Args:
        parent: the widget around it.
        moving: False for a single still picture.
    """

    def __init__(self, parent: QWidget | None = None, *, moving: bool = True) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._style = Style()
        self._exercise: Exercise | None = None
        self._amount = 0.0
        self._hands_s = 0.0
        self._moving = moving
        self._affected: Affected | None = None
        self._mirrored = True
        self._standing_in = False
        queued = Qt.ConnectionType.QueuedConnection
        darkroom().developed.connect(self._on_developed, queued)

    @property
    def standing_in(self) -> bool:
        """Whether another picture was shown last, because the right one is still developed."""
        return self._standing_in

    def set_style(self, style: Style) -> None:
        self._style = style
        self.setMinimumSize(style.px(96), style.px(96))
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show the face as in a mirror, or as somebody else sees it."""
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            self.update()

    def set_affected(self, affected: Affected | None) -> None:
        """Show mistakes and hands on the side that is affected."""
        if affected != self._affected:
            self._affected = affected
            self.update()

    @property
    def amount(self) -> float:
        """How much of the movement the face shows, 0 to 1."""
        return self._amount

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(220), self._style.px(220))

    def show_exercise(self, exercise: Exercise | None, amount: float = 0.0) -> None:
        """Show a part of an exercise's movement, 0 to 1."""
        changed = exercise is not self._exercise
        moved = FaceReel.step_of(amount) != FaceReel.step_of(self._amount)
        self._exercise, self._amount = exercise, amount
        if changed:
            self._on_exercise_changed()
        if (changed or moved) and self.isVisible():
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._standing_in = False
        painter = QPainter(self)
        self.paint_faces(painter)
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._moving:
            darkroom().rest()

    def paint_faces(self, painter: QPainter) -> None:
        """Paint all there is to see."""
        self.paint_face(painter, QRectF(self.rect()), self.full_face())

    def full_face(self) -> Expression:
        """The face at full movement; at rest where there is no exercise."""
        if self._exercise is None:
            return Expression.neutral()
        return guided_lid(self._exercise, self._affected) or demonstrated(self._exercise)

    def paint_face(self, painter: QPainter, place: QRectF, full: Expression) -> None:
        """Paint the share of a movement that is shown now, and the hands."""
        reel = self.reel_for(full.mirrored() if self._mirrored else full, place)
        still = self.find_still(reel, FaceReel.step_of(self.shown_amount()))
        paint_picture(painter, place, still, self._style, self._over_the_face())

    def reel_for(self, full: Expression, place: QRectF) -> FaceReel:
        """The pictures of a movement as large as a place on the screen."""
        ratio = self.devicePixelRatioF()
        size = max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio))
        return darkroom().reel(full, size)

    def find_still(self, reel: FaceReel, step: int) -> Still | None:
        """The picture of a step, or what stands in for it until it is developed."""
        still, wanted = darkroom().still(reel, step)
        self._standing_in = self._standing_in or not wanted
        darkroom().want(reel, step, whole=self._moving)
        return still

    def describe(self) -> str:
        """What is seen, for those who do not see it."""
        title = self._exercise.title if self._exercise else tr("face at rest")
        return tr("Drawn face: {title}", title=title)

    @Slot()
    def _on_developed(self) -> None:
        if self._standing_in:
            self.update()

    def _on_exercise_changed(self) -> None:
        self.setAccessibleDescription(self.describe())

    def shown_amount(self) -> float:
        """The exercise's own movement, or the lid's under the finger."""
        moment = self._touch()
        exercise = self._exercise
        if moment is None or exercise is None or guided_lid(exercise, self._affected) is None:
            return self._amount
        return lid_share(*moment)

    def _touch(self) -> tuple[Touch, float] | None:
        """The stroke that is shown now; in the middle of it where nothing moves."""
        moment = touch_at(self._exercise.touch, self._hands_s) if self._exercise else None
        if moment is not None and (self._style.reduced_motion or not self._moving):
            return moment[0], 0.5
        return moment

    def _over_the_face(self) -> Extra | None:
        if self._exercise is not None and self._exercise.reflect_healthy_half:
            return paint_mirror_line
        moment = self._touch()
        if moment is None:
            return None
        touch, share = moment

        def paint(painter: QPainter, rect: QRectF) -> None:
            paint_touch(painter, rect, touch, share, self._affected, mirrored=self._mirrored)

        return paint


class FaceThumbnail(FaceView):
    """A small still picture of an exercise at its full movement."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(moving=False)
        self.setObjectName(f"picture_{exercise.id}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Demonstration"))
        self.show_exercise(exercise, 1.0)

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self.setFixedSize(style.px(92), style.px(92))
