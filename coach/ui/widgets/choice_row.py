"""A few answers side by side, one of them chosen: large, easy to hit, in rows where long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from coach.ui.theme import Style
from coach.ui.widgets.one_turn import share_one_turn

_GAP: Final = 8


class ChoiceRow(QWidget):
    """Signal `chosen(str)`: the value that the person picked. Arrow keys move inside the row.

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
        self._columns = len(choices)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        for value, text in choices:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setObjectName(f"{name}_{value}")
            button.setAccessibleName(f"{says}: {text}")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked, v=value: self.chosen.emit(v))
            self._group.addButton(button)
            self._buttons[value] = button
        share_one_turn(self._buttons.values())
        self._place()

    def set_style(self, style: Style) -> None:
        """Letters of another size may need another number of rows."""
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one answer: the rows follow the width."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _widest(self) -> int:
        return max(_width_in_bold(button) for button in self._buttons.values())

    def _arrange(self) -> None:
        count = len(self._buttons)
        room = (self.width() + _GAP) // (self._widest() + _GAP)
        columns = next((n for n in (count, (count + 1) // 2, 2) if n <= room), 1)
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for i, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, *divmod(i, self._columns))

    def choose(self, value: str | None) -> None:
        """Show a choice without raising `chosen`; None shows none."""
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == value)
        self._group.setExclusive(True)
        share_one_turn(self._buttons.values())

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
