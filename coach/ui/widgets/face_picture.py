"""One drawn face in a rounded frame, with a label where it is one of two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from coach.face.look import DEFAULT_LOOK
from coach.face.reel import Still
from coach.ui.theme import Style

_RADIUS: Final = 18
_LABEL_PX, _ICON_PX, _GAP = 15, 16, 8
_WRAP: Final = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap

#: Paints over the face, inside the frame.
Extra = Callable[[QPainter, QRectF], None]


def paint_picture(
    painter: QPainter, rect: QRectF, still: Still | None, style: Style, extra: Extra | None = None
) -> None:
    """A face in a thin frame; None: the wall alone, for the moment before there is a face."""
    shape = _shape(rect, style)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    if still is None:
        painter.fillRect(rect, QColor(DEFAULT_LOOK.backdrop))
    else:
        still.paint(painter, rect)
        if extra is not None:
            extra(painter, rect)
    painter.setClipping(False)
    painter.setPen(style.colour("line"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)
    painter.restore()


def label_height(width: float, texts: Sequence[str], style: Style) -> float:
    """Room that labels below pictures of a width need, px."""
    metrics = QFontMetricsF(_label_font(style))
    return max(_words(width, text, metrics, style).height() for text in texts) + 1.5 * style.px(
        _GAP
    )


def paint_right(painter: QPainter, rect: QRectF, text: str, style: Style) -> None:
    """Mark a picture as the way to do it: a whole frame and, below it, a tick and words."""
    _frame(painter, rect, style, style.colour("accent"), Qt.PenStyle.SolidLine)
    _label(painter, rect, text, style, (style.colour("surface"), style.colour("ink")), _tick)


def paint_wrong(painter: QPainter, rect: QRectF, text: str, style: Style) -> None:
    """Mark a picture as the mistake: a broken frame and, below it, a cross and words."""
    ink = style.colour("on_caution")
    _frame(painter, rect, style, style.colour("caution"), Qt.PenStyle.SolidLine)
    _frame(painter, rect, style, ink, Qt.PenStyle.DashLine)
    _label(painter, rect, text, style, (style.colour("caution"), ink), _cross)


def halves(area: QRectF, gap: float) -> list[QRectF]:
    """Places for two pictures: beside each other in a wide area, else one below the other."""
    if area.width() > 1.1 * area.height():
        first = QRectF(area.x(), area.y(), 0.5 * (area.width() - gap), area.height())
        return [first, first.translated(first.width() + gap, 0.0)]
    first = QRectF(area.x(), area.y(), area.width(), 0.5 * (area.height() - gap))
    return [first, first.translated(0.0, first.height() + gap)]


def _shape(rect: QRectF, style: Style) -> QPainterPath:
    shape = QPainterPath()
    shape.addRoundedRect(rect, style.px(_RADIUS), style.px(_RADIUS))
    return shape


def _frame(
    painter: QPainter, rect: QRectF, style: Style, colour: QColor, kind: Qt.PenStyle
) -> None:
    width = style.px(4)
    inset = 0.5 * width
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width, kind, Qt.PenCapStyle.FlatCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_shape(rect.adjusted(inset, inset, -inset, -inset), style))
    painter.restore()


def _label(
    painter: QPainter,
    rect: QRectF,
    text: str,
    style: Style,
    colours: tuple[QColor, QColor],
    icon: Callable[[QPainterPath], None],
) -> None:
    ground, ink = colours
    gap, side = style.px(_GAP), style.px(_ICON_PX)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_label_font(style))
    needed = _words(rect.width(), text, QFontMetricsF(painter.font()), style)
    height, width = needed.height() + gap, needed.width() + side + 3 * gap
    pill = QRectF(rect.center().x() - 0.5 * width, rect.bottom() + 0.5 * gap, width, height)
    painter.setPen(QPen(ink, style.px(1)))
    painter.setBrush(ground)
    painter.drawRoundedRect(pill, style.px(10), style.px(10))
    painter.setPen(ink)
    words = needed.translated(
        pill.x() + side + 2 * gap - needed.x(), pill.center().y() - needed.center().y()
    )
    painter.drawText(words, _WRAP, text)
    mark = QPainterPath()
    icon(mark)
    painter.translate(pill.x() + gap, pill.center().y() - 0.5 * side)
    painter.scale(side / 16.0, side / 16.0)
    pen = QPen(ink, 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.strokePath(mark, pen)
    painter.restore()


def _label_font(style: Style) -> QFont:
    return style.font(_LABEL_PX, QFont.Weight.DemiBold)


def _words(width: float, text: str, metrics: QFontMetricsF, style: Style) -> QRectF:
    room = max(width - style.px(_ICON_PX) - 3 * style.px(_GAP) - 2.0, 1.0)
    needed = metrics.boundingRect(QRectF(0, 0, room, 1000), _WRAP, text)
    return needed.united(QRectF(needed.x(), needed.y(), 0, style.px(_ICON_PX)))


def _tick(path: QPainterPath) -> None:
    path.moveTo(QPointF(2.5, 8.5))
    path.lineTo(QPointF(6.5, 12.5))
    path.lineTo(QPointF(13.5, 3.5))


def _cross(path: QPainterPath) -> None:
    path.moveTo(QPointF(3, 3))
    path.lineTo(QPointF(13, 13))
    path.moveTo(QPointF(13, 3))
    path.lineTo(QPointF(3, 13))
