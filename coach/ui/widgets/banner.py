"""One line of words at a time: the cue, or what matters more than the cue.

Its room is always there, so nothing jumps when a notice comes. A notice has an icon, its own
ground and words; it never is red and never flashes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.coach_state import CoachState
from coach.domain.exercise import Phase
from coach.domain.language import tr
from coach.domain.quality import QUALITY_ADVICE, QualityReason
from coach.ui.icons import paint_icon
from coach.ui.theme import Style


class BannerKind(StrEnum):
    """How a message looks; the value names its colour tokens and its icon."""

    CUE = "cue"
    NOTICE = "notice"  # an unwanted co-movement
    CAUTION = "caution"  # not scored, no picture, a problem


@dataclass(frozen=True, slots=True)
class BannerMessage:
    """A sentence and how it is shown."""

    kind: BannerKind
    text: str


_SIZES: Final = (22, 20, 18, 16)
_ICON: Final = 34
_PAD: Final = 14
_NOT_YET: Final = frozenset({QualityReason.NO_BASELINE, QualityReason.UNSTEADY_REST})


def message_for(state: CoachState) -> BannerMessage:
    """The one message that matters most: lost picture, pause, quality, co-movement, then cue."""
    if state.source_lost:
        text = tr("The camera has stopped. The session waits and goes on when the picture is back.")
        return BannerMessage(BannerKind.CAUTION, text)
    if state.hurt:
        return BannerMessage(BannerKind.CAUTION, state.cue)
    if state.paused:
        return BannerMessage(BannerKind.CUE, tr("Take your time. Press Space to go on."))
    if state.synkinesis is not None:
        return BannerMessage(BannerKind.NOTICE, state.synkinesis.advice)
    if state.phase is Phase.SETUP and state.cue:  # the coach says it as the one thing to do
        kind = BannerKind.CUE if state.quality is None else BannerKind.CAUTION
        return BannerMessage(kind, state.cue)
    if state.quality is not None and state.quality not in _NOT_YET:
        return BannerMessage(BannerKind.CAUTION, QUALITY_ADVICE[state.quality])
    if state.cue:
        return BannerMessage(BannerKind.CUE, state.cue)
    if state.phase is Phase.DEMONSTRATE and state.exercise is not None:
        return BannerMessage(BannerKind.CUE, " ".join(state.exercise.instruction[:1]))
    return BannerMessage(BannerKind.CUE, "")


class Banner(QWidget):
    """Paints a `BannerMessage` in room for two lines; smaller letters where it is longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName(tr("Message"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = Style()
        self._message = BannerMessage(BannerKind.CUE, "")

    @property
    def message(self) -> BannerMessage:
        return self._message

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def show_message(self, message: BannerMessage) -> bool:
        """Show a message; True where it is a new one."""
        if message == self._message:
            return False
        self._message = message
        self.setAccessibleDescription(message.text)
        self.update()
        return True

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._style.font(22))
        return QSize(self._style.px(300), round(words.lineSpacing() * 2) + self._style.px(16))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def fits(self) -> bool:
        """True where the whole message is readable: nothing is cut off."""
        box = self._text_box()
        return _fits(self._font_for(self._message.text, box), self._message.text, box)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, message = self._style, self._message
        plain = message.kind is BannerKind.CUE
        ink = style.colour("ink" if plain else f"on_{message.kind.value}")
        text_box = self._text_box()
        painter.setPen(ink)
        if not plain and message.text:
            painter.setBrush(style.colour(message.kind.value))
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, style.px(14), style.px(14))
            side = style.px(_ICON)
            icon = QRectF(box.left() + style.px(_PAD), box.center().y() - side / 2, side, side)
            paint_icon(painter, message.kind.value, icon, ink)
        painter.setFont(self._font_for(message.text, text_box))
        across = Qt.AlignmentFlag.AlignHCenter if plain else Qt.AlignmentFlag.AlignLeft
        flags = Qt.AlignmentFlag.AlignVCenter | across | Qt.TextFlag.TextWordWrap
        painter.drawText(text_box, flags, message.text)
        painter.end()

    def _text_box(self) -> QRectF:
        style = self._style
        pad = style.px(_PAD)
        left = pad if self._message.kind is BannerKind.CUE else pad + style.px(_ICON + 12)
        return QRectF(self.rect()).adjusted(left, style.px(4), -pad, -style.px(4))

    def _font_for(self, text: str, box: QRectF) -> QFont:
        """The largest size in which `text` fits."""
        fonts = [self._style.font(size, QFont.Weight.DemiBold) for size in _SIZES]
        return next((font for font in fonts if _fits(font, text, box)), fonts[-1])


def _fits(font: QFont, text: str, box: QRectF) -> bool:
    needed = QFontMetricsF(font).boundingRect(box, Qt.TextFlag.TextWordWrap, text)
    return needed.height() <= box.height() and needed.width() <= box.width()
