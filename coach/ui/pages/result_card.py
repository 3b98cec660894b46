"""After the session: the facts of one exercise beside its repetitions."""

from __future__ import annotations

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
    """

    def __init__(
        self, name: str, title: str, facts: tuple[tuple[str, str], ...], *, half: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName(name)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for row, (question, answer) in enumerate(facts):
            grid.addWidget(label(question, "muted", wrap=True), row, 0)
            grid.addWidget(label(answer, "strong", wrap=True), row, 1)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 5)
        grid.setRowStretch(len(facts), 1)
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.box.setSpacing(24)
        self.box.addLayout(grid, 3)
        if half:
            self.box.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(title, "title", wrap=True))
        column.addLayout(self.box)


class ResultCard(FactsCard):
    """One exercise."""

    def __init__(self, result: ExerciseResult) -> None:
        pictured = any(r.scored for r in result.reps)
        super().__init__("resultCard", result.title, result.facts, half=not pictured)
        if pictured:
            self.box.addWidget(RepChart(result.reps, result.target_mm), 2)
