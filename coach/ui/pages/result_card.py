"""After the session: the facts of one exercise beside its repetitions."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QVBoxLayout

from coach.ui.pages.summary_model import ExerciseResult
from coach.ui.widgets.labels import label
from coach.ui.widgets.rep_chart import RepChart


class FactsCard(QFrame):
    """A title and (question, answer) pairs, with room for a picture beside them."""

    def __init__(self, name: str, title: str, facts: tuple[tuple[str, str], ...]) -> None:
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
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(title, "title", wrap=True))
        column.addLayout(self.box)


class ResultCard(FactsCard):
    """One exercise."""

    def __init__(self, result: ExerciseResult) -> None:
        super().__init__("resultCard", result.title, result.facts)
        if any(r.scored for r in result.reps):
            self.box.addWidget(RepChart(result.reps, result.target_mm), 2)
