"""Answers to a question, below each other or in columns, one of them chosen; words wrap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from coach.ui.theme import BASE_PX, TARGET_PX, Style
from coach.ui.widgets.one_turn import share_one_turn


@dataclass(frozen=True, slots=True)
class _Form:
    """Sizes of an answer, px at 100 %."""

    gap: int
    mark: int
    side: int
    above: int
    height: int
    letters: int


_USUAL: Final = _Form(gap=8, mark=22, side=14, above=8, height=TARGET_PX, letters=BASE_PX)
#: Where a question has a screen to itself.
_LARGE: Final = _Form(gap=12, mark=28, side=20, above=14, height=66, letters=23)
#: No narrower than this, px at 100 %; two columns where there is room for two of these.
_NARROW: Final = 200
COLUMN: Final = 380
#: Width of a column of short answers, which stand beside each other also where they are large.
SHORT_COLUMN: Final = 200
#: More large answers than this stand in columns, too.
_LONG: Final = 5
#: Letters that show a text size: a tall one and a round one.
SAMPLE: Final = "Aa"


class AnswerButton(QPushButton):
    """An answer: a ring that is filled where it is chosen, and words in as many lines as needed.

    Args:
        text: its words.
        name: object name.
        says: accessible name.
        sample_px: height in px of sample letters at its right, whatever the text size is; 0: none.
    """

    def __init__(self, text: str, name: str, says: str, sample_px: int = 0) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setObjectName(name)
        self.setAccessibleName(says)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._sample_px = sample_px
        self._form = _USUAL
        self._style = Style()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def set_large(self, large: bool) -> None:
        """Large letters and more room around them."""
        self._form = _LARGE if large else _USUAL
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


class Answers(QWidget):
    """Signal `chosen(str)`: the value that the person picked. Arrow keys move between answers.

    Args:
        name: object name; the buttons get it with their value.
        says: the question, for screen readers.
        choices: (value, text) pairs, in screen order.
        most: columns at most.
        column_px: width of a column at least, px at 100 %.
        samples_px: height in px of sample letters beside some values, whatever the text size is.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        says: str,
        choices: Sequence[tuple[str, str]],
        *,
        most: int = 2,
        column_px: int = COLUMN,
        samples_px: Mapping[str, int] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._style = Style()
        self._large = False
        self._most, self._column_px = most, column_px
        self._columns = 1
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_USUAL.gap)
        self._buttons: dict[str, AnswerButton] = {}
        for value, text in choices:
            button = AnswerButton(
                text, f"{name}_{value}", f"{says} {text}", (samples_px or {}).get(value, 0)
            )
            button.clicked.connect(lambda _checked=False, v=value: self.chosen.emit(v))
            self._group.addButton(button)
            self._buttons[value] = button
        share_one_turn(self._buttons.values())
        self._place()

    @property
    def value(self) -> str | None:
        """The chosen value; None where nothing is chosen."""
        return next((v for v, b in self._buttons.items() if b.isChecked()), None)

    @property
    def first(self) -> QWidget:
        """What takes the keyboard: the chosen answer, else the first."""
        chosen = self._group.checkedButton()
        return chosen if chosen is not None else next(iter(self._buttons.values()))

    def choose(self, value: str | None) -> None:
        """Show a choice without raising `chosen`; None shows none."""
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == value)
        self._group.setExclusive(True)
        share_one_turn(self._buttons.values())

    def set_large(self, large: bool) -> None:
        """Large letters, more room, and below each other unless they are many."""
        if large == self._large:
            return
        self._large = large
        self._grid.setSpacing((_LARGE if large else _USUAL).gap)
        for button in self._buttons.values():
            button.set_large(large)
        self._arrange()

    def set_style(self, style: Style) -> None:
        self._style = style
        for button in self._buttons.values():
            button.set_style(style)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        gap = self._grid.spacing()
        fit = (self.width() + gap) // (self._style.px(self._column_px) + gap)
        one = self._large and len(self._buttons) <= _LONG and self._column_px >= COLUMN
        columns = 1 if one else max(1, min(fit, self._most))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for i, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, *divmod(i, self._columns))
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
