"""Before the session: where the face should be, where it is, and the one thing to do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.app.snapshot import Snapshot
from coach.domain.coach_state import CoachState
from coach.domain.landmarks import FACE_OVAL
from coach.domain.language import tr
from coach.domain.quality import QualityReason
from coach.ui.icons import paint_icon
from coach.ui.theme import Style
from coach.ui.widgets.mirror_view import to_rgb32
from coach.ui.widgets.polygons import LandmarkPolygon

#: Height of the outline over the height of the view, and its width over its height: a face in the
#: middle of the distances at which the camera measures well.
_OUTLINE: Final = 0.66
_SLIM: Final = 0.74
#: What the person mends by moving: only then there is an outline to move into.
_TO_MOVE: Final = frozenset(
    {
        QualityReason.NO_FACE, QualityReason.CUT_OFF, QualityReason.TOO_FAR, QualityReason.TOO_NEAR,
    }
)  # fmt: skip
_VEIL: Final = QColor(10, 16, 20, 120)
_LIGHT: Final = QColor("#f4f6f7")


class SetupView(QWidget):
    """The person's own outline, where it should be if elsewhere, one sentence. GUI thread.

    A good place has a whole outline and a tick, anything else a broken one. With the picture off
    only outlines are shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("setupView")
        self.setAccessibleName(tr("Set-up"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._style = Style()
        self._mirrored = True
        self._picture = True
        self._small = False
        self._image = QImage()
        self._face: QRectF | None = None
        self._size = (4, 3)
        self._state: CoachState | None = None
        self._oval = LandmarkPolygon(FACE_OVAL)

    def set_style(self, style: Style) -> None:
        self._style = style
        self.setMinimumSize(style.px(150), style.px(96))
        self.update()

    def set_view(self, *, mirrored: bool, picture: bool) -> None:
        """As in a mirror or not; with the camera's picture or outlines only."""
        self._mirrored, self._picture = mirrored, picture
        self.update()

    def set_small(self, small: bool) -> None:
        """In a small window the outlines alone: the sentence stands above."""
        self._small = small
        self.update()

    @property
    def words(self) -> str:
        """The sentence that stands on the view; "" where it has room for the outlines only."""
        return "" if self._state is None or self._small else self._state.cue

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a new moment."""
        points = snapshot.face.points
        self._face = None if points is None else self._oval.fill(points).boundingRect()
        self._size = snapshot.frame.size
        self._image = to_rgb32(snapshot.frame.image) if self._picture else QImage()
        self._state = snapshot.state
        if self.accessibleDescription() != snapshot.state.cue:
            self.setAccessibleDescription(snapshot.state.cue)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._style.px(18)
        rounded = QPainterPath()
        rounded.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(rounded)
        painter.fillRect(self.rect(), self._style.colour("stage"))
        shown = self._shown()
        if not self._image.isNull():
            painter.save()
            if self._mirrored:
                painter.translate(self.width(), 0)
                painter.scale(-1, 1)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(shown, self._image)
            painter.restore()
            painter.fillRect(self.rect(), _VEIL)
        words = self._paint_words(painter)
        self._paint_outlines(painter, shown, words)
        painter.end()

    def _shown(self) -> QRectF:
        """Where the whole picture lies: it fills the view, its longer side is cut off evenly."""
        width, height = self._size
        scale = max(self.width() / width, self.height() / height)
        box = QRectF(0, 0, width * scale, height * scale)
        box.moveCenter(QRectF(self.rect()).center())
        return box

    def _paint_outlines(self, painter: QPainter, shown: QRectF, words: QRectF) -> None:
        state, style = self._state, self._style
        reason = state.quality if state is not None else None
        own = self._own_outline(shown)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        thick, thin = QPen(_LIGHT, style.px(4)), QPen(_LIGHT, style.px(2))
        broken = QPen(thick)
        broken.setDashPattern([3.0, 2.4])
        if own is None or reason in _TO_MOVE:
            painter.setPen(broken)
            painter.drawEllipse(self._target(words))
        if own is None:
            return
        good = state is not None and reason is None and not state.glare
        painter.setPen(thin if reason in _TO_MOVE else thick if good else broken)
        painter.drawEllipse(own)
        if not self._picture:
            painter.setPen(thin)
            _paint_plain_face(painter, own)
        if good:
            self._paint_tick(painter, own)

    def _target(self, words: QRectF) -> QRectF:
        """Where the face should be: in the middle of the room above the words."""
        room = max(self.height() - words.height() - self._style.px(24), self.height() * 0.4)
        height = min(_OUTLINE * self.height(), 0.92 * room)
        target = QRectF(0, 0, height * _SLIM, height)
        target.moveCenter(QPointF(self.width() / 2, room / 2))
        return target

    def _own_outline(self, shown: QRectF) -> QRectF | None:
        """Where the person's face is in the view; None where there is none."""
        if self._face is None:
            return None
        kx, ky = shown.width() / self._size[0], shown.height() / self._size[1]
        face = self._face
        x = shown.x() + face.x() * kx
        if self._mirrored:
            x = self.width() - x - face.width() * kx
        return QRectF(x, shown.y() + face.y() * ky, face.width() * kx, face.height() * ky)

    def _paint_tick(self, painter: QPainter, own: QRectF) -> None:
        """On the outline, up to the right: it is good as it is."""
        side = self._style.px(34)
        badge = QRectF(0, 0, side, side)
        badge.moveCenter(own.center() + QPointF(0.354 * own.width(), -0.354 * own.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colour("accent"))
        painter.drawEllipse(badge)
        inset = side * 0.2
        ink = self._style.colour("on_accent")
        paint_icon(painter, "tick", badge.adjusted(inset, inset, -inset, -inset), ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, painter: QPainter) -> QRectF:
        """The one sentence, and below it the way on; returns its box."""
        state, style = self._state, self._style
        if state is None or self._small:
            return QRectF()
        pad = style.px(14)
        room = QRectF(self.rect()).adjusted(pad * 2, pad, -pad * 2, -pad * 1.5)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        font = style.font(26, QFont.Weight.DemiBold)
        if QFontMetricsF(font).horizontalAdvance(state.cue) > 2 * room.width():
            font = style.font(19, QFont.Weight.DemiBold)
        said = QFontMetricsF(font).boundingRect(room, flags, state.cue)
        small = style.font(16)
        way = tr("Or go on anyway: parts may not be scored.") if state.can_go_on else ""
        more = QFontMetricsF(small).boundingRect(room, flags, way) if way else QRectF()
        box = QRectF(0, 0, max(said.width(), more.width()), said.height() + more.height())
        box.moveCenter(QPointF(self.width() / 2, 0))
        box.moveBottom(room.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(10, 16, 20, 205))
        painter.drawRoundedRect(box.adjusted(-pad, -pad * 0.7, pad, pad * 0.7), pad, pad)
        painter.setPen(_LIGHT)
        painter.setFont(font)
        top = QRectF(room.x(), box.y(), room.width(), said.height())
        painter.drawText(top, flags, state.cue)
        painter.setFont(small)
        painter.drawText(top.translated(0, said.height()), flags, way)
        return box.adjusted(-pad, -pad * 0.7, pad, pad * 1.5)


def _paint_plain_face(painter: QPainter, own: QRectF) -> None:
    """Two eyes and a mouth, for whoever does not want to see their picture."""
    middle, w, h = own.center(), own.width(), own.height()
    for side in (-1, 1):
        painter.drawEllipse(QPointF(middle.x() + side * w * 0.2, middle.y() - h * 0.1), w * 0.07, 3)
    y = middle.y() + h * 0.22
    painter.drawLine(QPointF(middle.x() - w * 0.16, y), QPointF(middle.x() + w * 0.16, y))
