"""The person's own face as in a mirror, its halves outlined and named; a tap takes one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.app.camera_preview import Seen
from coach.domain.landmarks import FACE_OVAL
from coach.domain.language import Sentences, mark, tr
from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.tokens import DARK
from coach.ui.widgets.framing import Framing
from coach.ui.widgets.mirror_view import to_rgb32
from coach.ui.widgets.polygons import LandmarkPolygon
from coach.ui.widgets.side_pill import paint_side_pill

#: From the chin up to the forehead along the middle of the face.
_MIDLINE: Final = (152, 175, 199, 200, 18, 17, 0, 164, 2, 1, 4, 5, 195, 197, 6, 168, 8, 9, 151, 10)
_CHIN_AT: Final = FACE_OVAL.index(152)
#: The oval runs from the forehead down the patient's left cheek to the chin, and up the right.
HALF_OUTLINE: Final = {
    Side.LEFT: (*FACE_OVAL[:_CHIN_AT], *_MIDLINE),
    Side.RIGHT: (*_MIDLINE[::-1], *FACE_OVAL[_CHIN_AT + 1 :]),
}
_CHOSEN: Final = Sentences(
    {
        Side.LEFT: mark("Chosen: your left half, the side of your left hand."),
        Side.RIGHT: mark("Chosen: your right half, the side of your right hand."),
    }
)
_RADIUS: Final = 18


class FaceHalves(QWidget):
    """Signals: `chosen(Side)`: a tap or an arrow key; `confirmed()`: Enter, while `asking`.

    The picture is always shown as a mirror shows it, whatever the settings say: the patient's left
    half is on the left of the screen, and so is the left arrow key. GUI thread.
    """

    chosen = Signal(object)
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asking = False
        self.setObjectName("faceHalves")
        self.setAccessibleName(tr("Your face as in a mirror. Press the left or right arrow key."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._style = Style()
        self._image = QImage()
        self._outline = {side: LandmarkPolygon(path) for side, path in HALF_OUTLINE.items()}
        self._face = False
        self._framing = Framing()
        self._part = QRectF()
        self._oval: QRectF | None = None
        self._side: Side | None = None
        self._words = tr("Looking for your face")

    @property
    def side(self) -> Side | None:
        return self._side

    def set_side(self, side: Side | None) -> None:
        """Show a half as chosen without raising `chosen`."""
        self._side = side
        self.setAccessibleDescription(_CHOSEN[side] if side else "")
        self.update()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.setMinimumWidth(style.px(200))
        self.update()

    def clear(self, words: str) -> None:
        """Forget the picture and say what is being waited for."""
        self._image, self._face, self._words = QImage(), False, words
        self._oval = None
        self._framing.reset()
        self.update()

    def show_seen(self, seen: Seen) -> None:
        """Show a picture with the landmarks that were found on it."""
        self._image = to_rgb32(seen.frame.image)
        points = seen.face.points
        self._face = points is not None
        self._oval = None
        if points is not None:
            for outline in self._outline.values():
                outline.fill(points)
            left, right = (o.polygon.boundingRect() for o in self._outline.values())
            self._oval = left.united(right)
        self._frame()

    def sizeHint(self) -> QSize:
        return QSize(560, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture keeps its shape, also where no other one comes."""
        super().resizeEvent(event)
        if not self._image.isNull():
            self._frame()

    def side_at(self, place: QPointF) -> Side | None:
        """The half at a place of the widget; beside the face, the half on that side of it."""
        if not self._face:
            return None
        shapes = {side: self._on_screen(side) for side in Side}
        inside = [s for s, shape in shapes.items() if _holds(shape, place)]
        if inside:
            return inside[0]
        middle = {side: shape.boundingRect().center().x() for side, shape in shapes.items()}
        return min(middle, key=lambda side: abs(middle[side] - place.x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        side = self.side_at(event.position())
        if side is not None:
            self._choose(side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Left: Side.LEFT, Qt.Key.Key_Right: Side.RIGHT}
        side = keys.get(Qt.Key(event.key()))
        if self.asking and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        elif side is None:
            super().keyPressEvent(event)
        else:
            self._choose(side)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        shape = QPainterPath()
        radius = self._style.px(_RADIUS)
        shape.addRoundedRect(rect, radius, radius)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), self._style.colour("stage"))
        if not self._image.isNull():
            self._paint_picture(painter)
        if not self._face:
            self._paint_words(painter)
        painter.setClipping(False)
        focused = self.hasFocus()
        colour, width = ("focus", 4) if focused else ("edge", 2)
        painter.setPen(QPen(self._style.colour(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(QTransform(-1, 0, 0, 1, self.width(), 0), True)
        painter.drawImage(QRectF(self.rect()), self._image, self._part)
        painter.restore()
        if self._face:
            for side in sorted(Side, key=lambda s: s is self._side):
                self._paint_half(painter, side)
        gap = self._style.px(12)
        for side in Side:
            paint_side_pill(painter, self.rect(), side, side is Side.LEFT, self._style, gap)

    def _paint_half(self, painter: QPainter, side: Side) -> None:
        shape, chosen = self._on_screen(side), side is self._side
        colour = QColor(DARK.side(side))
        tint = QColor(colour)
        tint.setAlpha(80 if chosen else 0)
        painter.setBrush(tint)
        width = self._style.px(5 if chosen else 2.5)
        painter.setPen(QPen(QColor(8, 14, 18, 150), width + 3))
        painter.drawPolygon(shape)
        pen = QPen(colour, width, Qt.PenStyle.SolidLine if chosen else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(shape)

    def _paint_words(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), QColor(10, 16, 20, 150))
        painter.setPen(QColor("#f4f6f7"))
        painter.setFont(self._style.font(22))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(16, 16, -16, -16), flags, self._words)

    def _frame(self) -> None:
        """Choose the part of the picture that is shown."""
        view = QSizeF(self.size())
        still = self._style.reduced_motion
        self._part = self._framing.step(QSizeF(self._image.size()), view, self._oval, still)
        self.update()

    def _on_screen(self, side: Side) -> QPolygonF:
        scale = self.width() / max(self._part.width(), 1.0)
        to_widget = QTransform()
        to_widget.translate(self.width(), 0)
        to_widget.scale(-scale, scale)
        to_widget.translate(-self._part.x(), -self._part.y())
        return to_widget.map(self._outline[side].polygon)

    def _choose(self, side: Side) -> None:
        self.set_side(side)
        self.chosen.emit(side)


def _holds(shape: QPolygonF, place: QPointF) -> bool:
    return shape.containsPoint(place, Qt.FillRule.OddEvenFill)
