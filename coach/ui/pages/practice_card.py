"""Home page, first card: today's practice in one button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from coach.domain.exercise import Plan
from coach.domain.language import plural, tr
from coach.ui.pages.side_question import SideQuestion
from coach.ui.theme import Style
from coach.ui.widgets.exercise_list import ExerciseList
from coach.ui.widgets.labels import ActionButton, label
from coach.ui.widgets.plan_box import PlanBox
from coach.ui.wording import GENTLE, minutes_text

_MARGIN: Final = 26


class PracticeCard(QFrame):
    """What to practise today.

    Signals: `start_asked()`, `plan_chosen(plan id)`, `affected_chosen(Affected or None)`,
    `programme_asked()`: why there is nothing to practise.
    """

    start_asked = Signal()
    plan_chosen = Signal(str)
    affected_chosen = Signal(object)
    programme_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("practiceCard")
        self._style = Style()
        self._plans: dict[str, Plan] = {}
        self.title = label("", "display", "planTitle", wrap=True)
        self.length = label("", "", "planLength", wrap=True)
        self.advice = label("", "", "planAdvice", wrap=True)
        self.advice.hide()
        self.chooser = PlanBox()
        self.side = SideQuestion()
        self.affected = self.side.row
        self.start = ActionButton(
            tr("Start"),
            "play",
            "startButton",
            tr("Start practice"),
            "big",
            tr("Start practice (Space)"),
        )
        self.programme = ActionButton(
            tr("My programme"), "", "openProgramme", tr("My programme"), "primary"
        )
        self.gentle = label(tr(GENTLE), "muted", "gentle", wrap=True)
        self.exercises = ExerciseList()
        self._build()
        self.chooser.activated.connect(self._on_chosen)
        self.side.chosen.connect(self.affected_chosen)
        self.start.clicked.connect(self.start_asked)
        self.programme.clicked.connect(self.programme_asked)

    @property
    def plan(self) -> Plan | None:
        """The chosen plan; None where there is none to choose."""
        return self._plans.get(self.chooser.currentData() or "")

    @property
    def main_button(self) -> ActionButton:
        """What most people come for: to start, or to see why there is nothing to start."""
        return self.start if self._plans else self.programme

    def show_plans(self, plans: Sequence[Plan], chosen_id: str) -> None:
        """Offer plans; the first one is chosen where `chosen_id` is not among them."""
        self._plans = {p.id: p for p in plans}
        self.chooser.clear()
        for plan in plans:
            self.chooser.addItem(plan.title, plan.id)
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(chosen_id)))
        self.chooser.setVisible(len(plans) > 1)
        self.title.setVisible(len(plans) < 2)
        self.start.setEnabled(bool(plans))
        for part in (self.start, self.gentle, self.length, self.side):
            part.setVisible(bool(plans))
        self.programme.setVisible(not plans)
        self._show_plan()

    def show_advice(self, text: str, *, shut: bool = False) -> None:
        """Show what to know before a practice.

        Args:
            text: why nothing may be practised today, or whom to ask first; "" for nothing.
            shut: a warning sign was reported: the programme's page says what to do.
        """
        self.advice.setText(text)
        self.advice.setVisible(bool(text))
        words = tr("What to do now") if shut else tr("My programme")
        self.programme.set_words(words)
        self.programme.setAccessibleName(words)
        if not self._plans:
            self.title.setText(tr("Practice is shut") if shut else tr("Nothing to practise yet"))

    def set_second(self, second: bool) -> None:
        """Stand back while something else on the page comes first, or forward again."""
        self.start.setProperty("role", "" if second else "big")
        self.start.style().unpolish(self.start)
        self.start.style().polish(self.start)
        self.start.set_style(self._style)

    def set_style(self, style: Style) -> None:
        self._style = style

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(label(tr("Today's practice"), "heading", "practiceTitle"))
        self.length.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.length, 1)
        column.addLayout(head)
        for part in (self.title, self.chooser, self.advice, self.start):
            column.addWidget(part)
        column.addWidget(self.programme, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.gentle)
        column.addSpacing(6)
        column.addWidget(self.exercises)
        column.addSpacing(6)
        column.addWidget(self.side)
        column.addStretch(1)

    def _on_chosen(self) -> None:
        self._show_plan()
        self.plan_chosen.emit(str(self.chooser.currentData()))

    def _show_plan(self) -> None:
        plan = self.plan
        self.exercises.show_exercises(plan.exercises if plan is not None else ())
        if plan is None:
            self.title.setText(tr("Nothing to practise yet"))
            return
        self.title.setText(plan.title)
        count = len(plan.exercises)
        unit = plural("{n} exercises", "{n} exercise", count)
        self.length.setText(f"{unit}, {minutes_text(plan_seconds(plan))}")


def plan_seconds(plan: Plan) -> float:
    """Planned length of the exercises with their rests, seconds."""
    total = 0.0
    for exercise in plan.exercises:
        dose = exercise.dose
        rep = dose.move_s + dose.hold_s + dose.release_s + dose.rest_s
        total += rep * dose.reps * dose.sets + dose.set_rest_s * max(dose.sets - 1, 0)
    return total
