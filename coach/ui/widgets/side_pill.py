"""The label of a side over the mirror: sign and word."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.tokens import DARK
from coach.ui.widgets.overlay import paint_side_mark
from coach.ui.wording import SIDE_NAME

#: Room beside a word for its sign, in parts of the letters' ascent and height.
_MARK: Final = 0.72
_PAD: Final = 0.5
#: Most of the picture's width that one pill takes: the two must not hide the face.
_SHARE: Final = 0.38
#: Sizes of the letters in px at 100 %, largest first; smaller ones where the words have no room.
_SIZES: Final = (16.0, 14.0, 12.0, 10.0)


def paint_side_pill(
    painter: QPainter, area: QRect, side: Side, at_left: bool, style: Style, gap: int
) -> None:
    """Draw the pill of `side` in the upper corner of `area` that is chosen by `at_left`."""
    font = _font(style, area.width())
    words = QFontMetricsF(font)
    mark = words.ascent() * _MARK
    pad = words.height() * _PAD
    name = SIDE_NAME[side]
    width = _width(words, name)
    height = words.height() * 1.45
    x = area.left() + gap if at_left else area.right() - gap - width
    box = QRectF(x, area.top() + gap, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(10, 16, 20, 190))
    painter.drawRoundedRect(box, height / 2, height / 2)
    middle = box.center().y() - mark / 2
    paint_side_mark(
        painter, side, QRectF(box.left() + pad, middle, mark, mark), QColor(DARK.side(side))
    )
    painter.setFont(font)
    painter.setPen(QColor("#f4f6f7"))
    text = box.adjusted(pad * 1.7 + mark, 0, 0, 0)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
    painter.restore()


def _font(style: Style, room: float) -> QFont:
    """Letters small enough for both sides' whole words: a single letter says nothing."""
    for size in _SIZES:
        font = style.font(size, QFont.Weight.DemiBold)
        words = QFontMetricsF(font)
        if max(_width(words, name) for name in SIDE_NAME.values()) <= room * _SHARE:
            break
    return font


def _width(words: QFontMetricsF, name: str) -> float:
    """Width of the pill with `name`, px."""
    return words.horizontalAdvance(name) + words.ascent() * _MARK + words.height() * _PAD * 2.7
