"""One answer to a question: a ring, words that wrap, and letters as a sample where they are one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from coach.ui.theme import BASE_PX, TARGET_PX, Style


@dataclass(frozen=True, slots=True)
class Form:
    """Sizes of an answer, px at 100 %."""

    gap: int
    mark: int
    side: int
    above: int
    height: int
    letters: int


USUAL: Final = Form(gap=8, mark=22, side=14, above=8, height=TARGET_PX, letters=BASE_PX)
#: Where a question has a screen to itself.
LARGE: Final = Form(gap=12, mark=28, side=20, above=14, height=66, letters=23)
#: No narrower than this, px at 100 %.
_NARROW: Final = 200
#: Where an arrow key leads, in answers and in rows of them.
STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (-1, -1),
    Qt.Key.Key_Down: (1, 1),
}
#: Letters that show a text size: a tall one and a round one.
SAMPLE: Final = "Aa"


class AnswerButton(QPushButton):
    """An answer: a ring that is filled where it is chosen, and words in as many lines as needed.

    Enter chooses it; where it is chosen already, Enter is the page's.

    Signals:
        moved: an arrow key (`Qt.Key`) asks for another answer.

    Args:
        text: its words.
        name: object name.
        says: accessible name.
        sample_px: height in px of sample letters at its right, whatever the text size is; 0: none.
    """

    moved = Signal(object)

    def __init__(self, text: str, name: str, says: str, sample_px: int = 0) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setObjectName(name)
        self.setAccessibleName(says)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._sample_px = sample_px
        self._form = USUAL
        self._style = Style()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def set_large(self, large: bool) -> None:
        """Large letters and more room around them."""
        self._form = LARGE if large else USUAL
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._text_box(QRect(0, 0, width, 10_000))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        needed = QFontMetrics(self._letters()).boundingRect(words, flags, self.text()).height()
        px = self._style.px
        needed = max(needed, QFontMetrics(self._sample()).height() if self._sample_px else 0)
        return max(px(self._form.height), needed + 2 * px(self._form.above))

    def sizeHint(self) -> QSize:
        width = self._style.px(_NARROW)
        if self._sample_px:  # a word or two, to be seen side by side
            words = QFontMetrics(self._letters()).horizontalAdvance(self.text())
            width = words + self._beside() + self._style.px(self._form.side) + self._sample_width()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.moved.emit(key)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isChecked():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_mark(painter)
        painter.setPen(self._style.colour("ink" if self.isEnabled() else "muted"))
        painter.setFont(self._letters())
        flags = (
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        )
        painter.drawText(self._text_box(self.rect()), flags, self.text())
        if self._sample_px:
            painter.setFont(self._sample())
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            side = self._style.px(self._form.side)
            painter.drawText(self.rect().adjusted(side, 0, -side, 0), right, SAMPLE)
        painter.end()

    def _letters(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._style.px(self._form.letters))
        return font

    def _sample(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._sample_px)
        return font

    def _sample_width(self) -> int:
        """Of the sample and the gap before it, px."""
        if not self._sample_px:
            return 0
        words = QFontMetrics(self._sample()).horizontalAdvance(SAMPLE)
        return words + self._style.px(self._form.gap)

    def _paint_mark(self, painter: QPainter) -> None:
        style, form = self._style, self._form
        radius = style.px(form.mark) / 2
        middle = QPointF(style.px(form.side) + radius, self.height() / 2)
        painter.setPen(QPen(style.colour("accent" if self.isChecked() else "edge"), style.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius - 1, radius - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent"))
            painter.drawEllipse(middle, radius * 0.55, radius * 0.55)

    def _text_box(self, rect: QRect) -> QRect:
        px, form = self._style.px, self._form
        right = px(form.side) + self._sample_width()
        return rect.adjusted(self._beside(), px(form.above), -right, -px(form.above))

    def _beside(self) -> int:
        """The mark and the room around it, px."""
        px, form = self._style.px, self._form
        return px(form.side) + px(form.mark) + px(form.side - 4)
