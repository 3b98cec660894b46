"""A few answers side by side, one of them chosen: large, easy to hit, in rows where long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from coach.ui.theme import Style
from coach.ui.widgets.one_turn import share_one_turn

_GAP: Final = 8


class ChoiceRow(QWidget):
    """Signal `chosen(str)`: the value that the person picked. Arrow keys move inside the row.

    Its height follows from its width, so that whatever holds it gives it neither more nor less.
    Places its buttons itself: a grid layout only knows how high they are in the rows of before.

    Args:
        name: object name; the buttons get it with their value.
        says: what is chosen here, for screen readers.
        choices: (value, text) pairs, in screen order.
    """

    chosen = Signal(str)

    def __init__(self, name: str, says: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for value, text in choices:
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setObjectName(f"{name}_{value}")
            button.setAccessibleName(f"{says}: {text}")
            button.clicked.connect(lambda _checked, v=value: self.chosen.emit(v))
            self._group.addButton(button)
            self._buttons[value] = button
        share_one_turn(self._buttons.values())

    @property
    def one_row_width(self) -> int:
        """Width in px from which on all answers stand beside each other."""
        count = len(self._buttons)
        return count * self._widest() + (count - 1) * _GAP

    def set_style(self, style: Style) -> None:
        """Letters of another size may need another number of rows."""
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._buttons) // self._columns(width))
        return rows * self._high() + (rows - 1) * _GAP

    def sizeHint(self) -> QSize:
        return QSize(self.one_row_width, self._high())

    def minimumSizeHint(self) -> QSize:
        """As narrow as one answer: the rows follow the width."""
        return QSize(self._widest(), self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """A button has got other letters."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _widest(self) -> int:
        return max(_width_in_bold(button) for button in self._buttons.values())

    def _high(self) -> int:
        return max(button.sizeHint().height() for button in self._buttons.values())

    def _columns(self, width: int) -> int:
        """All beside each other, else in two rows, else two by two, else below each other."""
        count = len(self._buttons)
        room = (width + _GAP) // (self._widest() + _GAP)
        return next((n for n in (count, (count + 1) // 2, 2) if n <= room), 1)

    def _place(self) -> None:
        columns, high = self._columns(self.width()), self._high()
        step = (self.width() + _GAP) / columns
        # Beside a question of several lines the answers stand in the middle.
        top = max(0, (self.height() - self.heightForWidth(self.width())) // 2)
        for i, button in enumerate(self._buttons.values()):
            row, column = divmod(i, columns)
            left = round(column * step)
            right = round((column + 1) * step) - _GAP
            button.setGeometry(left, top + row * (high + _GAP), right - left, high)

    def choose(self, value: str | None) -> None:
        """Show a choice without raising `chosen`; None shows none."""
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == value)
        self._group.setExclusive(True)
        share_one_turn(self._buttons.values())

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In screen order."""
        return tuple(self._buttons.values())

    @property
    def turn(self) -> QPushButton:
        """What takes the keyboard: the chosen answer, else the first."""
        return next((b for b in self.buttons if b.isChecked()), self.buttons[0])

    @property
    def value(self) -> str | None:
        """The chosen value; None where nothing is chosen."""
        return next((v for v, b in self._buttons.items() if b.isChecked()), None)


def _width_in_bold(button: QPushButton) -> int:
    """The chosen answer stands in bold, which the size hint of one that is not does not know."""
    bold = QFont(button.font())
    bold.setBold(True)
    around = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(button.text())
    return around + QFontMetrics(bold).horizontalAdvance(button.text()) + 2
