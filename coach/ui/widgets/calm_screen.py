"""One large word on a dark ground, and nothing that moves: for practising by ear, and for rests."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.language import tr
from coach.ui.theme import Style

_SIZES: Final = (76, 60, 46, 34, 26, 20)


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
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        upper = QRectF(
            room.x(), room.y(), room.width(), room.height() * (0.62 if self._line else 1)
        )
        painter.setPen(style.colour("on_stage"))
        painter.setFont(self._font_for(self._word, upper, _SIZES, QFont.Weight.Bold))
        painter.drawText(upper, flags, self._word)
        if self._line:
            lower = QRectF(room.x(), upper.bottom(), room.width(), room.bottom() - upper.bottom())
            painter.setFont(
                self._font_for(self._line, lower, (26, 22, 18, 16), QFont.Weight.Normal)
            )
            top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(lower, top | Qt.TextFlag.TextWordWrap, self._line)
        painter.end()

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
