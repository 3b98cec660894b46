"""One large word on a dark ground, and nothing that moves: for practising by ear, and for rests."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.language import tr
from coach.ui.theme import Style

_SIZES: Final = (76, 60, 46, 34, 26, 20)
_LINE_SIZES: Final = (28, 24, 20, 18, 16)
#: Room of the word where there is a line below it, and the gap between them, px.
_WORD_SHARE: Final = 0.62
_GAP: Final = 18


class CalmScreen(QWidget):
    """A word and a line. It is painted anew only where they change. GUI thread.

    Args:
        name: object name.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("What to do now"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._style = Style()
        self._word = self._line = ""

    @property
    def words(self) -> tuple[str, str]:
        """The word and the line that are shown."""
        return self._word, self._line

    def set_style(self, style: Style) -> None:
        self._style = style
        self.setMinimumSize(style.px(150), style.px(96))
        self.update()

    def show_words(self, word: str, line: str = "") -> None:
        """Show a word, and smaller below it a line."""
        if (word, line) != (self._word, self._line):
            self._word, self._line = word, line
            self.setAccessibleDescription(f"{word}. {line}".strip(". "))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._style
        radius, pad = style.px(18), style.px(24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("stage"))
        painter.drawRoundedRect(self.rect(), radius, radius)
        room = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        self._paint_words(painter, room)
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        """The word and its line as one group in the middle."""
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        upper = QRectF(room)
        upper.setHeight(room.height() * (_WORD_SHARE if self._line else 1.0))
        word_font = self._font_for(self._word, upper, _SIZES, QFont.Weight.Bold)
        word = QFontMetricsF(word_font).boundingRect(upper, flags, self._word)
        gap = self._style.px(_GAP) if self._line else 0.0
        lower = QRectF(room)
        lower.setHeight(max(room.height() - word.height() - gap, 1.0))
        line_font = self._font_for(self._line, lower, _LINE_SIZES, QFont.Weight.Normal)
        line = QFontMetricsF(line_font).boundingRect(lower, flags, self._line)
        height = word.height() + (gap + line.height() if self._line else 0.0)
        top = room.y() + max(room.height() - height, 0.0) / 2
        painter.setPen(self._style.colour("on_stage"))
        painter.setFont(word_font)
        painter.drawText(QRectF(room.x(), top, room.width(), word.height()), flags, self._word)
        if self._line:
            below = top + word.height() + gap
            painter.setFont(line_font)
            painter.drawText(
                QRectF(room.x(), below, room.width(), room.bottom() - below), flags, self._line
            )

    def _font_for(
        self, text: str, box: QRectF, sizes: tuple[int, ...], weight: QFont.Weight
    ) -> QFont:
        """The largest size in which the text fits, words unbroken."""
        fonts = [self._style.font(size, weight) for size in sizes]
        return next((font for font in fonts if _fits(font, text, box)), fonts[-1])


def _fits(font: QFont, text: str, box: QRectF) -> bool:
    metrics = QFontMetricsF(font)
    needed = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, text)
    widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)
    return needed.height() <= box.height() and max(widest, needed.width()) <= box.width()
