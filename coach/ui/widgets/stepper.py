"""A number with a button on either side: large, typed by keys, never out of its range."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from coach.domain.language import tr
from coach.ui.theme import Style
from coach.ui.widgets.labels import ActionButton, label

_PAGE = 10  # steps of PageUp and PageDown


class Stepper(QWidget):
    """Signal `changed(float)`: the person chose another number.

    Up and Down change it by a step, PageUp and PageDown by ten.

    Args:
        name: object name.
        says: what is chosen, for screen readers.
        low: the smallest number.
        high: the largest.
        step: between two neighbours.
        unit: behind the number; "" for none.
    """

    changed = Signal(float)

    def __init__(
        self, name: str, says: str, low: float, high: float, step: float = 1.0, unit: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._says, self._unit = says, unit
        self._low, self._high, self._step = low, high, step
        self._value = low
        self.less = ActionButton("−", "", f"{name}Less", tr("{what}: less", what=says))
        self.more = ActionButton("+", "", f"{name}More", tr("{what}: more", what=says))
        for button in (self.less, self.more):
            button.setAutoRepeat(True)
        self.shown: QLabel = label("", "strong", f"{name}Value")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (self.less, self.shown, self.more):
            row.addWidget(widget)
        row.addStretch(1)
        self.less.clicked.connect(lambda: self._change(-1))
        self.more.clicked.connect(lambda: self._change(1))
        self.set_value(low)

    @property
    def value(self) -> float:
        return self._value

    def set_value(self, value: float) -> None:
        """Show a number without raising `changed`."""
        self._value = float(min(max(value, self._low), self._high))
        text = QLocale().toString(self._value, "g", 4)
        said = f"{text} {self._unit}".strip()
        self.shown.setText(said)
        self.less.setEnabled(self._value > self._low)
        self.more.setEnabled(self._value < self._high)
        for button in (self.less, self.more):
            button.setAccessibleDescription(said)

    def set_style(self, style: Style) -> None:
        self.shown.setMinimumWidth(style.px(90))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: _PAGE,
            Qt.Key.Key_PageDown: -_PAGE,
        }.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self._change(steps)

    def _change(self, steps: int) -> None:
        before = self._value
        self.set_value(round((before + steps * self._step) / self._step) * self._step)
        if self._value != before:
            self.changed.emit(self._value)
