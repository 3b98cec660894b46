"""After the session: the facts of one exercise beside its repetitions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QVBoxLayout

from coach.ui.pages.summary_model import ExerciseResult
from coach.ui.widgets.labels import label
from coach.ui.widgets.rep_chart import RepChart


class FactsCard(QFrame):
    """A title and (question, answer) pairs.

    Args:
        name: object name.
        title: heading.
        facts: the pairs.
        half: leave room beside them, as other cards have it for a picture.
        note: what to mind about them; "" for nothing.
    """

    def __init__(
        self,
        name: str,
        title: str,
        facts: tuple[tuple[str, str], ...],
        *,
        half: bool = False,
        note: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName(name)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for row, (question, answer) in enumerate(facts):
            asked, said = label(question, "muted", wrap=True), label(answer, "strong", wrap=True)
            asked.setContentsMargins(
                0, 2, 0, 0
            )  # its letters are smaller: one line with the answer
            for column, words in enumerate((asked, said)):
                words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(words, row, column)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 5)
        grid.setRowStretch(len(facts), 1)
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.box.setSpacing(24)
        self.box.addLayout(grid, 3)
        if half:
            self.box.addStretch(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(22, 18, 22, 18)
        whole.setSpacing(10)
        whole.addWidget(label(title, "title", wrap=True))
        whole.addLayout(self.box)
        if note:
            whole.addWidget(label(note, "muted", f"{name}Note", wrap=True))


class ResultCard(FactsCard):
    """One exercise."""

    def __init__(self, result: ExerciseResult) -> None:
        pictured = any(r.scored for r in result.reps)
        super().__init__("resultCard", result.title, result.facts, half=not pictured)
        if pictured:
            self.box.addWidget(RepChart(result.reps, result.target_mm), 2)
