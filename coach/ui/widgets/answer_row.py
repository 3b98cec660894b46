"""One question after a session: five words, one tap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from coach.ui.widgets.choice_row import ChoiceRow
from coach.ui.widgets.labels import label


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
        self._box.addWidget(label(question, "strong", f"{name}Question", wrap=True), 2)
        self._box.addWidget(self.choices, 5)
        self.choices.chosen.connect(lambda value: self.answered.emit(int(value)))

    def set_wide(self, wide: bool) -> None:
        """The question beside its answers, or above them."""
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def show_answer(self, answer: int | None) -> None:
        """Show an earlier answer; None shows none."""
        self.choices.choose(None if answer is None else str(answer))
