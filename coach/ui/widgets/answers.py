"""Answers to a question, below each other or in columns, one of them chosen; words wrap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from coach.ui.theme import Style
from coach.ui.widgets.answer_button import LARGE, STEPS, USUAL, AnswerButton
from coach.ui.widgets.in_sight import bring_into_view
from coach.ui.widgets.one_turn import share_one_turn

#: Two columns where there is room for two of these, px at 100 %.
COLUMN: Final = 380
#: Width of a column of short answers, which stand beside each other also where they are large.
SHORT_COLUMN: Final = 200
#: More large answers than this stand in columns, too.
_LONG: Final = 5


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
        self._grid.setSpacing(USUAL.gap)
        self._buttons: dict[str, AnswerButton] = {}
        for value, text in choices:
            button = AnswerButton(
                text, f"{name}_{value}", f"{says} {text}", (samples_px or {}).get(value, 0)
            )
            button.clicked.connect(lambda _checked=False, v=value: self.chosen.emit(v))
            button.moved.connect(lambda key, v=value: self._move(v, key))
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

    def _move(self, value: str, key: Qt.Key) -> None:
        """To the answer that lies there on the screen; in a single row or column, to the next."""
        all_ = list(self._buttons.values())
        at = list(self._buttons).index(value)
        along, rows = STEPS[key]
        to = at + rows * self._columns if rows and self._columns < len(all_) else at + along
        if 0 <= to < len(all_):
            all_[to].setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(all_[to])

    def set_large(self, large: bool) -> None:
        """Large letters, more room, and below each other unless they are many."""
        if large == self._large:
            return
        self._large = large
        self._grid.setSpacing((LARGE if large else USUAL).gap)
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
