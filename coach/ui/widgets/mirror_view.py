"""The mirror: the newest picture with the outlines that were measured on that same picture."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.app.snapshot import Snapshot
from coach.domain.coach_state import CoachState
from coach.domain.frames import Image
from coach.domain.landmarks import FACE_OVAL
from coach.domain.language import tr
from coach.domain.quality import QualityReason
from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.widgets.framing import Framing
from coach.ui.widgets.mirror_frame import MirrorFrame
from coach.ui.widgets.overlay import RegionOverlay
from coach.ui.widgets.polygons import LandmarkPolygon
from coach.ui.widgets.reflection import HalfReflection
from coach.ui.wording import headline

#: A face that is gone for less than this is a dropped frame, not worth a word.
_NO_FACE_AFTER_S: Final = 0.6


class MirrorView(QWidget):
    """Paints a `Snapshot`; mirrors only while painting. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mirrorView")
        self.setAccessibleName(tr("Mirror"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._style = Style()
        self._snapshot: Snapshot | None = None
        self._image = QImage()
        self._mirrored = True
        self._waiting = tr("Starting")
        self._caption = ""
        self._face_seen_s = 0.0
        self._part = QRectF()
        self._framing = Framing()
        self._frame = MirrorFrame()
        self._overlay = RegionOverlay()
        self._reflection = HalfReflection()
        self._affected: Side | None = None
        self._reflecting = False
        self._oval = LandmarkPolygon(FACE_OVAL)

    @property
    def caption(self) -> str:
        """The quiet line at the lower edge; empty where there is none."""
        state = self._snapshot.state if self._snapshot is not None else None
        asked = state is not None and state.exercise is not None
        if self._reflecting and self._affected is None and asked:
            return tr("Mirror therapy needs one affected side. This is the plain mirror.")
        return self._caption

    @property
    def mirrored(self) -> bool:
        """True where the picture is shown as in a mirror."""
        return self._mirrored

    def set_mirrored(self, mirrored: bool) -> None:
        self._mirrored = mirrored
        self.setAccessibleDescription(
            tr("Your picture as in a mirror") if mirrored else tr("Your picture as others see you")
        )
        self.update()

    def set_affected(self, affected: Side | None) -> None:
        """The half that mirror therapy covers with the other's reflection; None: it never does."""
        self._affected = affected
        self.update()

    def set_reflecting(self, reflecting: bool) -> None:
        """Mirror therapy at every moment, not only where an exercise asks for it."""
        self._reflecting = reflecting
        self.update()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.setMinimumSize(style.px(150), style.px(96))
        self.update()

    def set_caption(self, text: str) -> None:
        """A quiet line at the lower edge: what stands in for a camera."""
        self._caption = text
        self.update()

    def clear(self, waiting: str) -> None:
        """Forget the picture and say what is being waited for."""
        self._snapshot = None
        self._image = QImage()
        self._waiting = waiting
        self._framing.reset()
        self._face_seen_s = 0.0
        self.update()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a new moment."""
        self._snapshot = snapshot
        self._image = to_rgb32(snapshot.frame.image)
        points = snapshot.face.points
        face = None if points is None else self._oval.fill(points).boundingRect()
        if points is not None or snapshot.state.quality is not QualityReason.NO_FACE:
            self._face_seen_s = snapshot.state.t_s
        self._overlay.set_exercise(snapshot.state.exercise)
        self._part = self._framing.step(
            QSizeF(self._image.size()), QSizeF(self.size()), face, self._style.reduced_motion
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._image.isNull():
            self._part = self._framing.step(
                QSizeF(self._image.size()), QSizeF(self.size()), None, True
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        snapshot = self._snapshot
        if snapshot is None or self._image.isNull():
            painter.fillRect(self.rect(), self._style.colour("stage"))
            self._paint_words(painter, self._waiting, veil=False)
        else:
            self._paint_picture(painter, snapshot)
            words = self._veil_words(snapshot.state)
            if words:
                self._paint_words(painter, words, veil=True)
        self._frame.paint(
            painter,
            self.size(),
            self._style,
            mirrored=self._mirrored,
            caption=self.caption,
            sides=snapshot is not None,
        )
        painter.end()

    def _paint_picture(self, painter: QPainter, snapshot: Snapshot) -> None:
        to_widget = self._to_widget()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._mirrored:
            painter.setTransform(QTransform(-1, 0, 0, 1, self.width(), 0), True)
        painter.drawImage(QRectF(self.rect()), self._image, self._part)
        painter.restore()
        points = snapshot.face.points
        if points is None or snapshot.state.paused or snapshot.state.source_lost:
            return
        exercise = snapshot.state.exercise
        asked = exercise is not None and exercise.reflect_healthy_half
        if (asked or self._reflecting) and self._affected is not None:
            self._reflection.paint(painter, self._image, points, to_widget, self._affected)
        else:
            width = max(2.0, min(self.height() / 170, 5.0))
            self._overlay.paint(painter, points, to_widget, width)

    def _to_widget(self) -> QTransform:
        scale = self.width() / max(self._part.width(), 1.0)
        transform = QTransform()
        if self._mirrored:
            transform.translate(self.width(), 0)
            transform.scale(-1, 1)
        transform.scale(scale, scale)
        transform.translate(-self._part.x(), -self._part.y())
        return transform

    def _veil_words(self, state: CoachState) -> str:
        if state.source_lost or state.paused:
            return headline(state)
        gone = state.t_s - self._face_seen_s
        if state.quality is QualityReason.NO_FACE and gone > _NO_FACE_AFTER_S:
            return tr("No face in view")
        return ""

    def _paint_words(self, painter: QPainter, words: str, *, veil: bool) -> None:
        if veil:
            painter.fillRect(self.rect(), QColor(10, 16, 20, 165))
        painter.setPen(self._style.colour("on_stage") if not veil else QColor("#f4f6f7"))
        painter.setFont(self._style.font(28))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(16, 16, -16, -16), flags, words)


def to_rgb32(image: Image) -> QImage:
    """A copy of an (h, w, 3) BGR picture in the format that paints fastest.

    Measured: 0.4 ms for 1280x720, and smooth painting is 2.3 times faster than from BGR888.
    """
    whole = np.ascontiguousarray(image)  # no copy where it is contiguous, as cameras deliver it
    height, width = whole.shape[:2]
    wrapped = QImage(whole.data, width, height, whole.strides[0], QImage.Format.Format_BGR888)
    return wrapped.convertToFormat(QImage.Format.Format_RGB32)
