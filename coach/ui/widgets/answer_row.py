"""One question after a session: five words, one tap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from coach.ui.widgets.choice_row import ChoiceRow
from coach.ui.widgets.labels import label

#: Parts of the row's width.
_QUESTION: Final = 2
_ANSWERS: Final = 5


class AnswerRow(QWidget):
    """A question over its answers; a second tap on the same answer changes nothing.

    Signals:
        answered: 0 for the first word to 4 for the last.

    Args:
        name: object name.
        question: what is asked.
        words: the answers, from the least to the most.
    """

    answered = Signal(int)

    def __init__(self, name: str, question: str, words: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(f"{name}Row")
        self.choices = ChoiceRow(name, question, [(str(i), w) for i, w in enumerate(words)])
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(label(question, "strong", f"{name}Question", wrap=True), _QUESTION)
        self._box.addWidget(self.choices, _ANSWERS)
        self.choices.chosen.connect(lambda value: self.answered.emit(int(value)))

    def fits_beside(self, width: int) -> bool:
        """Whether in `width` px the question can stand beside its answers, these in one row."""
        return width * _ANSWERS / (_QUESTION + _ANSWERS) >= self.choices.one_row_width

    def set_beside(self, beside: bool) -> None:
        """The question beside its answers, or above them."""
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._box.setSpacing(16 if beside else 6)

    def show_answer(self, answer: int | None) -> None:
        """Show an earlier answer; None shows none."""
        self.choices.choose(None if answer is None else str(answer))
