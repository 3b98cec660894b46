"""What lies still over the mirror: corners, the names of the sides, the caption; painted once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.widgets.side_pill import paint_side_pill

_RADIUS: Final = 18
_GAP: Final = 12


@dataclass(frozen=True, slots=True)
class _Look:
    """What the frame is painted from."""

    size: tuple[int, int]
    ratio: float
    style: Style
    mirrored: bool
    caption: str
    sides: bool


class MirrorFrame:
    """Keeps the frame as one picture and lays its upper and lower edge over the mirror.

    Painting words for every camera picture took more calls than the picture itself, and at every
    call the window's thread may have to wait for Python's lock. GUI thread.
    """

    def __init__(self) -> None:
        self._look: _Look | None = None
        self._pixmap = QPixmap()
        self._strips: tuple[QRect, ...] = ()

    def paint(
        self,
        painter: QPainter,
        size: QSize,
        style: Style,
        *,
        mirrored: bool,
        caption: str,
        sides: bool,
    ) -> None:
        """Lay the frame over what is painted already.

        Args:
            painter: on the widget.
            size: of the widget.
            style: the window's.
            mirrored: where the sides are.
            caption: a quiet line at the lower edge; "" for none.
            sides: whether the sides are named.
        """
        ratio = painter.device().devicePixelRatioF()
        look = _Look((size.width(), size.height()), ratio, style, mirrored, caption, sides)
        if look != self._look:
            self._look = look
            self._draw(look)
        for strip in self._strips:
            source = QRectF(QPointF(strip.topLeft()) * ratio, strip.size().toSizeF() * ratio)
            painter.drawPixmap(QRectF(strip), self._pixmap, source)

    def _draw(self, look: _Look) -> None:
        width, height = look.size
        whole = QRect(0, 0, width, height)
        self._pixmap = QPixmap(QSize(width, height) * look.ratio)
        self._pixmap.setDevicePixelRatio(look.ratio)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        radius, gap = look.style.px(_RADIUS), look.style.px(_GAP)
        upper, lower = radius, height - radius
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.sides:
            for side in Side:
                at_left = (side is Side.LEFT) == look.mirrored
                paint_side_pill(painter, whole, side, at_left, look.style, gap)
            upper = max(upper, gap + look.style.px(60))
        if look.caption:
            lower = min(lower, round(_paint_caption(painter, whole, look.style, look.caption)) - 1)
        outside = QPainterPath()
        outside.addRect(QRectF(whole))
        outside.addRoundedRect(QRectF(whole), radius, radius)
        painter.fillPath(outside, look.style.colour("ground"))
        painter.end()
        upper = min(upper, height)
        lower = max(lower, upper)
        self._strips = (QRect(0, 0, width, upper), QRect(0, lower, width, height - lower))


def _paint_caption(painter: QPainter, area: QRect, style: Style, caption: str) -> float:
    """Paint the line at the lower edge; returns its upper edge."""
    painter.setFont(style.font(15))
    pad = style.px(10)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    room = QRectF(area).adjusted(pad * 3, pad, -pad * 3, -pad * 2)
    box = painter.boundingRect(room, flags, caption)
    box.moveBottom(room.bottom())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(10, 16, 20, 190))
    shape = box.adjusted(-pad, -pad * 0.6, pad, pad * 0.6)
    painter.drawRoundedRect(shape, pad, pad)
    painter.setPen(QColor("#f4f6f7"))
    painter.drawText(box, flags, caption)
    return shape.top()
