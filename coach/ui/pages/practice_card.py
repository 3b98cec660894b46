"""Home page, first card: today's practice in one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coach.domain.exercise import Exercise, Plan
from coach.domain.language import plural, tr
from coach.domain.sides import Affected
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.choice_row import ChoiceRow
from coach.ui.widgets.face_view import FaceThumbnail
from coach.ui.widgets.labels import ActionButton, label
from coach.ui.widgets.plan_box import PlanBox
from coach.ui.wording import AFFECTED_NAME, GENTLE, SIDE_ORDER, minutes_text


class PracticeCard(QFrame):
    """Signals: `start_asked()`, `plan_chosen(plan id)`, `affected_chosen(Affected value)`."""

    start_asked = Signal()
    plan_chosen = Signal(str)
    affected_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("practiceCard")
        self._plans: dict[str, Plan] = {}
        self.title = label("", "display", "planTitle", wrap=True)
        self.length = label("", "lead", "planLength", wrap=True)
        self.advice = label("", "", "planAdvice", wrap=True)
        self.advice.hide()
        self.chooser = PlanBox()
        self.affected = ChoiceRow(
            "affected", tr("Affected side"), [(a.value, AFFECTED_NAME[a]) for a in SIDE_ORDER]
        )
        self.start = ActionButton(
            tr("Start"),
            "play",
            "startButton",
            tr("Start practice"),
            "big",
            tr("Start practice (Space)"),
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._style = Style()
        self._build()
        self.chooser.activated.connect(self._on_chosen)
        self.affected.chosen.connect(self.affected_chosen)
        self.start.clicked.connect(self.start_asked)

    @property
    def plan(self) -> Plan | None:
        """The chosen plan; None where there is none to choose."""
        return self._plans.get(self.chooser.currentData() or "")

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
        self._show_plan()

    def show_advice(self, text: str) -> None:
        """Why nothing may be practised today, or who plans the practice; "" for nothing."""
        self.advice.setText(text)
        self.advice.setVisible(bool(text))

    def set_style(self, style: Style) -> None:
        self._style = style

    def show_affected(self, affected: Affected | None) -> None:
        self.affected.choose(affected.value if affected else None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 22)
        column.setSpacing(12)
        column.addWidget(label(tr("Today's practice"), "heading"))
        column.addWidget(self.title)
        column.addWidget(self.chooser)
        column.addWidget(self.length)
        column.addWidget(self.advice)
        column.addSpacing(4)
        column.addWidget(self.start)
        column.addWidget(label(tr(GENTLE), "muted", "gentle", wrap=True))
        column.addSpacing(4)
        column.addWidget(label(tr("Which side of your face is affected?"), "heading", wrap=True))
        column.addWidget(self.affected)
        column.addWidget(label(tr("Your own left and right."), "muted", wrap=True))
        column.addSpacing(4)
        column.addLayout(self._list)
        column.addStretch(1)

    def _on_chosen(self) -> None:
        self._show_plan()
        self.plan_chosen.emit(str(self.chooser.currentData()))

    def _show_plan(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        plan = self.plan
        if plan is None:
            self.title.setText(tr("Nothing to practise yet"))
            self.length.setText("")
            return
        self.title.setText(plan.title)
        count = len(plan.exercises)
        unit = plural("{n} exercises", "{n} exercise", count)
        self.length.setText(f"{unit}, {minutes_text(plan_seconds(plan))}")
        for exercise in plan.exercises:
            self._list.addWidget(_row(exercise))
        apply_to_children(self, self._style)


def _row(exercise: Exercise) -> QWidget:
    """An exercise with its picture."""
    row = QWidget()
    row.setObjectName(f"exercise_{exercise.id}")
    picture = FaceThumbnail(exercise)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addStretch(1)
    words.addWidget(label(exercise.title, "heading", wrap=True))
    words.addWidget(label(exercise.purpose, "muted", wrap=True))
    words.addStretch(1)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(16)
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return row


def plan_seconds(plan: Plan) -> float:
    """Planned length of the exercises with their rests, seconds."""
    total = 0.0
    for exercise in plan.exercises:
        dose = exercise.dose
        rep = dose.move_s + dose.hold_s + dose.release_s + dose.rest_s
        total += rep * dose.reps * dose.sets + dose.set_rest_s * max(dose.sets - 1, 0)
    return total
