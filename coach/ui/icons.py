"""Small drawn icons in a 24-unit box: no files, sharp at every size, coloured by the theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

_Draw = Callable[[QPainter], None]


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw icon `name` (a key of `ICONS`) into `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 24, rect.height() / 24)
    pen = QPen(colour, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    ICONS[name](painter)
    painter.restore()


def make_icon(name: str, colour: QColor, size: int) -> QIcon:
    """Icon `name` as a QIcon of `size` px; GUI thread only."""
    pixmap = QPixmap(QSize(size * 2, size * 2))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size * 2, size * 2), colour)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)


def _fill(painter: QPainter) -> None:
    painter.setBrush(painter.pen().color())


def _pause(p: QPainter) -> None:
    _fill(p)
    p.drawRoundedRect(QRectF(6, 5, 3.5, 14), 1, 1)
    p.drawRoundedRect(QRectF(14.5, 5, 3.5, 14), 1, 1)


def _play(p: QPainter) -> None:
    _fill(p)
    p.drawPolygon(QPolygonF([QPointF(8, 5.5), QPointF(18.5, 12), QPointF(8, 18.5)]))


def _skip(p: QPainter) -> None:
    _fill(p)
    p.drawPolygon(QPolygonF([QPointF(6, 6), QPointF(14.5, 12), QPointF(6, 18)]))
    p.drawLine(QPointF(18, 6), QPointF(18, 18))


def _stop(p: QPainter) -> None:
    _fill(p)
    p.drawRoundedRect(QRectF(6.5, 6.5, 11, 11), 1.5, 1.5)


def _mirror(p: QPainter) -> None:
    pen = QPen(p.pen())
    pen.setStyle(Qt.PenStyle.DotLine)
    p.save()
    p.setPen(pen)
    p.drawLine(QPointF(12, 3), QPointF(12, 21))
    p.restore()
    p.drawPolygon(QPolygonF([QPointF(8.5, 6), QPointF(8.5, 18), QPointF(2.5, 18)]))
    _fill(p)
    p.drawPolygon(QPolygonF([QPointF(15.5, 6), QPointF(15.5, 18), QPointF(21.5, 18)]))


def _mirror_off(p: QPainter) -> None:
    _mirror(p)
    p.drawLine(QPointF(3.5, 3.5), QPointF(20.5, 20.5))


def _reflected(p: QPainter) -> None:
    """A face in two halves, one of them made from the other."""
    p.drawEllipse(QPointF(12, 12), 8.5, 9.5)
    p.drawPoint(QPointF(8.2, 10))
    half = QPainterPath(QPointF(12, 2.5))
    half.arcTo(QRectF(3.5, 2.5, 17, 19), 90, -180)
    half.closeSubpath()
    eye = QPainterPath()
    eye.addEllipse(QPointF(15.8, 10), 1.5, 1.5)
    p.fillPath(half.subtracted(eye), p.pen().color())


def _picture(p: QPainter) -> None:
    p.drawEllipse(QPointF(12, 9), 4, 4.6)
    path = QPainterPath(QPointF(4.5, 20.5))
    path.cubicTo(QPointF(6, 14.5), QPointF(18, 14.5), QPointF(19.5, 20.5))
    p.drawPath(path)


def _picture_off(p: QPainter) -> None:
    _picture(p)
    p.drawLine(QPointF(3.5, 3.5), QPointF(20.5, 20.5))


def _speaker(p: QPainter) -> None:
    _fill(p)
    points = ((3, 9.5), (6.5, 9.5), (11, 5.5), (11, 18.5), (6.5, 14.5), (3, 14.5))
    p.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    p.setBrush(Qt.BrushStyle.NoBrush)


def _voice(p: QPainter) -> None:
    _speaker(p)
    p.drawArc(QRectF(9, 8, 8, 8), -55 * 16, 110 * 16)
    p.drawArc(QRectF(7, 4.5, 15, 15), -50 * 16, 100 * 16)


def _voice_off(p: QPainter) -> None:
    _speaker(p)
    p.drawLine(QPointF(15, 9.5), QPointF(20.5, 14.5))
    p.drawLine(QPointF(20.5, 9.5), QPointF(15, 14.5))


def _notice(p: QPainter) -> None:
    """A soft leaf shape: "ease off", not an alarm."""
    path = QPainterPath(QPointF(5, 19))
    path.cubicTo(QPointF(3, 9), QPointF(10, 4), QPointF(20, 4))
    path.cubicTo(QPointF(20, 14), QPointF(15, 20), QPointF(5, 19))
    p.drawPath(path)
    p.drawLine(QPointF(5, 19), QPointF(13, 11))


def _caution(p: QPainter) -> None:
    p.drawEllipse(QPointF(12, 12), 9, 9)
    p.drawLine(QPointF(12, 11), QPointF(12, 16.5))
    p.drawPoint(QPointF(12, 7.4))


def _smaller(p: QPainter) -> None:
    p.drawLine(QPointF(6, 12), QPointF(18, 12))


def _larger(p: QPainter) -> None:
    p.drawLine(QPointF(6, 12), QPointF(18, 12))
    p.drawLine(QPointF(12, 6), QPointF(12, 18))


def _theme(p: QPainter) -> None:
    p.drawEllipse(QPointF(12, 12), 8, 8)
    path = QPainterPath(QPointF(12, 4))
    path.arcTo(QRectF(4, 4, 16, 16), 90, 180)
    path.closeSubpath()
    p.fillPath(path, p.pen().color())


def _tick(p: QPainter) -> None:
    p.drawPolyline(QPolygonF([QPointF(5, 12.5), QPointF(10, 17.5), QPointF(19, 7)]))


def _bars(p: QPainter) -> None:
    p.drawLine(QPointF(3.5, 20), QPointF(20.5, 20))
    p.drawRect(QRectF(6, 10, 4, 10))
    p.drawRect(QRectF(14, 6, 4, 14))


def _drawn(p: QPainter) -> None:
    p.drawEllipse(QPointF(12, 12), 8.5, 9.5)
    p.drawPoint(QPointF(8.7, 10))
    p.drawPoint(QPointF(15.3, 10))
    p.drawArc(QRectF(8, 11, 8, 6), -160 * 16, 140 * 16)


def _ear(p: QPainter) -> None:
    path = QPainterPath(QPointF(7, 10))
    path.cubicTo(QPointF(7, 2), QPointF(18.5, 2), QPointF(18.5, 10))
    path.cubicTo(QPointF(18.5, 15), QPointF(14, 14.5), QPointF(13.5, 18))
    path.cubicTo(QPointF(13, 22), QPointF(8, 22), QPointF(7.5, 18))
    p.drawPath(path)
    p.drawArc(QRectF(10, 7, 5, 6), -60 * 16, 240 * 16)


def _sound(p: QPainter) -> None:
    p.drawLine(QPointF(9, 17.5), QPointF(9, 6))
    p.drawLine(QPointF(9, 6), QPointF(18, 4))
    p.drawLine(QPointF(18, 4), QPointF(18, 15.5))
    _fill(p)
    p.drawEllipse(QPointF(6.8, 17.5), 2.2, 1.8)
    p.drawEllipse(QPointF(15.8, 15.5), 2.2, 1.8)


def _sound_off(p: QPainter) -> None:
    _sound(p)
    p.drawLine(QPointF(3.5, 3.5), QPointF(20.5, 20.5))


def _captions(p: QPainter) -> None:
    p.drawRoundedRect(QRectF(3, 5, 18, 14), 2.5, 2.5)
    p.drawLine(QPointF(6.5, 11), QPointF(13, 11))
    p.drawLine(QPointF(6.5, 15), QPointF(17.5, 15))


def _captions_off(p: QPainter) -> None:
    _captions(p)
    p.drawLine(QPointF(3, 3), QPointF(21, 21))


def _swap(p: QPainter) -> None:
    p.drawLine(QPointF(4, 8.5), QPointF(19, 8.5))
    p.drawPolyline(QPolygonF([QPointF(15.5, 5), QPointF(19, 8.5), QPointF(15.5, 12)]))
    p.drawLine(QPointF(20, 16), QPointF(5, 16))
    p.drawPolyline(QPolygonF([QPointF(8.5, 12.5), QPointF(5, 16), QPointF(8.5, 19.5)]))


def _hand(p: QPainter) -> None:
    """An open palm: stop, gently."""
    path = QPainterPath(QPointF(7, 21))
    path.cubicTo(QPointF(4, 17), QPointF(3.5, 13.5), QPointF(4.5, 13))
    path.cubicTo(QPointF(5.5, 12.6), QPointF(6.4, 14), QPointF(7.4, 15.5))
    for x, top in ((7.4, 6.5), (10.6, 4.0), (13.8, 4.5), (17.0, 7.5)):
        path.lineTo(QPointF(x, top))
        path.quadTo(QPointF(x + 1.3, top - 2.2), QPointF(x + 2.5, top))
        path.lineTo(QPointF(x + 2.6, 12.0))
        path.lineTo(QPointF(x + 3.2, 12.0))
    path.cubicTo(QPointF(20, 17), QPointF(18, 19), QPointF(17, 21))
    p.drawPath(path)


def _eye(p: QPainter) -> None:
    path = QPainterPath(QPointF(2.5, 12))
    path.quadTo(QPointF(12, 1.5), QPointF(21.5, 12))
    path.quadTo(QPointF(12, 22.5), QPointF(2.5, 12))
    p.drawPath(path)
    _fill(p)
    p.drawEllipse(QPointF(12, 12), 2.6, 2.6)


def _dot(p: QPainter) -> None:
    """What stands before a line of a list."""
    _fill(p)
    p.drawEllipse(QPointF(12, 12), 2.4, 2.4)


ICONS: dict[str, _Draw] = {
    "pause": _pause,
    "play": _play,
    "skip": _skip,
    "stop": _stop,
    "mirror": _mirror,
    "mirror_off": _mirror_off,
    "picture": _picture,
    "picture_off": _picture_off,
    "voice": _voice,
    "voice_off": _voice_off,
    "notice": _notice,
    "caution": _caution,
    "smaller": _smaller,
    "larger": _larger,
    "theme": _theme,
    "tick": _tick,
    "bars": _bars,
    "drawn": _drawn,
    "reflected": _reflected,
    "ear": _ear,
    "sound": _sound,
    "sound_off": _sound_off,
    "captions": _captions,
    "captions_off": _captions_off,
    "swap": _swap,
    "hand": _hand,
    "eye": _eye,
    "dot": _dot,
}
