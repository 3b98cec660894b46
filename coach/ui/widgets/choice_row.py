"""A few answers side by side, one of them chosen: large, and easy to hit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)


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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for value, text in choices:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setObjectName(f"{name}_{value}")
            button.setAccessibleName(f"{says}: {text}")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked, v=value: self.chosen.emit(v))
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)

    def choose(self, value: str | None) -> None:
        """Show a choice without raising `chosen`; None shows none."""
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == value)
        self._group.setExclusive(True)

    @property
    def value(self) -> str | None:
        """The chosen value; None where nothing is chosen."""
        return next((v for v, b in self._buttons.items() if b.isChecked()), None)
