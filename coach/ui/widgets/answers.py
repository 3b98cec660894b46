"""Answers to a question, below each other or in two columns, one of them chosen; words wrap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
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

from coach.ui.theme import TARGET_PX, Style
from coach.ui.widgets.one_turn import share_one_turn

_GAP: Final = 8
#: px at 100 %: the mark's side, and the room around the words.
_MARK: Final = 22
_SIDE: Final = 14
_ABOVE: Final = 8
#: No narrower than this, px at 100 %; two columns where there is room for two of these.
_NARROW: Final = 200
_COLUMN: Final = 380


class AnswerButton(QPushButton):
    """An answer: a ring that is filled where it is chosen, and words in as many lines as needed."""

    def __init__(self, text: str, name: str, says: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setObjectName(name)
        self.setAccessibleName(says)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._style = Style()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._text_box(QRect(0, 0, width, 10_000))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        needed = self.fontMetrics().boundingRect(words, flags, self.text()).height()
        return max(self._style.px(TARGET_PX), needed + 2 * self._style.px(_ABOVE))

    def sizeHint(self) -> QSize:
        width = self._style.px(_NARROW)
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
        flags = (
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        )
        painter.drawText(self._text_box(self.rect()), flags, self.text())
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        style = self._style
        radius = style.px(_MARK) / 2
        middle = QPointF(style.px(_SIDE) + radius, self.height() / 2)
        painter.setPen(QPen(style.colour("accent" if self.isChecked() else "edge"), style.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, radius - 1, radius - 1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent"))
            painter.drawEllipse(middle, radius * 0.55, radius * 0.55)

    def _text_box(self, rect: QRect) -> QRect:
        px = self._style.px
        left = px(_SIDE) + px(_MARK) + px(10)
        return rect.adjusted(left, px(_ABOVE), -px(_SIDE), -px(_ABOVE))


class Answers(QWidget):
    """Signal `chosen(str)`: the value that the person picked. Arrow keys move between answers.

    Args:
        name: object name; the buttons get it with their value.
        says: the question, for screen readers.
        choices: (value, text) pairs, in screen order.
    """

    chosen = Signal(str)

    def __init__(self, name: str, says: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._style = Style()
        self._columns = 1
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._buttons: dict[str, AnswerButton] = {}
        for value, text in choices:
            button = AnswerButton(text, f"{name}_{value}", f"{says} {text}")
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

    def set_style(self, style: Style) -> None:
        self._style = style
        for button in self._buttons.values():
            button.set_style(style)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= 2 * self._style.px(_COLUMN) + _GAP else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for i, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, *divmod(i, self._columns))
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
