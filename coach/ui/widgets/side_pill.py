"""The label of a side over the mirror: sign and word."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.tokens import DARK
from coach.ui.widgets.overlay import paint_side_mark
from coach.ui.wording import SIDE_NAME


def paint_side_pill(
    painter: QPainter, area: QRect, side: Side, at_left: bool, style: Style, gap: int
) -> None:
    """Draw the pill of `side` in the upper corner of `area` that is chosen by `at_left`."""
    font = style.font(16, QFont.Weight.DemiBold)
    words = QFontMetricsF(font)
    mark = words.ascent() * 0.72
    pad = words.height() * 0.5
    name = SIDE_NAME[side]
    longest = max(words.horizontalAdvance(n) for n in SIDE_NAME.values())
    if longest * 5 > area.width():  # the pills must not hide the face
        name = name[:1]
    width = words.horizontalAdvance(name) + mark + pad * 2.7
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
