"""A programme as a quiet path: its steps, which are open, and why the others are not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coach.app.programme_views import PhaseView, ProgrammeView
from coach.domain.language import plural, tr
from coach.ui.pages.practice_card import plan_seconds
from coach.ui.widgets.button_row import ButtonRow
from coach.ui.widgets.folded_list import FoldedList
from coach.ui.widgets.icon_line import IconLine
from coach.ui.widgets.labels import ActionButton, label
from coach.ui.widgets.step_mark import StepMark, StepState
from coach.ui.wording import minutes_text


class PhaseRow(QWidget):
    """One step.

    Signals: `chosen(plan id)`, `started(plan id)`, `released(plan id)`, `withdrawn(plan id)`,
    `told(sentences)`.

    Args:
        phase: what is shown.
        chosen: whether it is today's practice.
        first: nothing stands above.
        last: nothing stands below.
        therapist: a therapist is beside, who may open it for good or close it again.
        only: the programme has no other step, so its title and purpose are said already.
    """

    chosen = Signal(str)
    started = Signal(str)
    released = Signal(str)
    withdrawn = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        phase: PhaseView,
        *,
        chosen: bool,
        first: bool,
        last: bool,
        therapist: bool,
        only: bool = False,
    ) -> None:
        super().__init__()
        self._id = phase.plan.id
        name = self._id.replace("/", "_")
        self.setObjectName(f"phase_{name}")
        state = StepState.CLOSED
        if phase.open:
            state = StepState.CHOSEN if chosen else StepState.OPEN
        words = QVBoxLayout()
        words.setSpacing(4)
        words.setContentsMargins(0, 6, 0, 16)
        if not only:
            words.addWidget(label(phase.title, "heading", f"{name}_title", wrap=True))
            words.addWidget(label(phase.purpose, "", f"{name}_purpose", wrap=True))
        if chosen and phase.open:
            for i, line in enumerate(phase.advice):
                words.addWidget(label(line, "", f"{name}_advice_{i}", wrap=True))
        status = label(_status(phase, chosen), "muted", f"{name}_status", wrap=True)
        words.addWidget(status)
        if phase.caution:
            early = tr("Earlier than planned. {reason}", reason=phase.caution)
            words.addWidget(label(early, "muted", f"{name}_caution", wrap=True))
        buttons = self._buttons(phase, chosen, therapist, name)
        if phase.open and phase.not_when:
            words.addSpacing(4)
            words.addWidget(self._not_when(phase, name, buttons))
        elif buttons:
            words.addSpacing(4)
            words.addWidget(ButtonRow(*buttons))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        if not only:  # a path has steps
            row.addWidget(StepMark(state, first=first, last=last))
        row.addLayout(words, 1)

    def _buttons(
        self, phase: PhaseView, chosen: bool, therapist: bool, name: str
    ) -> list[ActionButton]:
        made = []
        if phase.open and chosen:
            made.append(self._button(tr("Start"), "start", phase, name, self.started))
        elif phase.open:
            made.append(self._button(tr("Choose for today"), "choose", phase, name, self.chosen))
        if therapist and phase.may_release:
            made.append(self._button(tr("Open for good"), "release", phase, name, self.released))
        elif therapist and phase.released:
            made.append(self._button(tr("Close again"), "withdraw", phase, name, self.withdrawn))
        return made

    def _button(
        self, text: str, verb: str, phase: PhaseView, name: str, signal: SignalInstance
    ) -> ActionButton:
        icon, role = ("play", "primary") if verb == "start" else ("", "")
        button = ActionButton(text, icon, f"{name}_{verb}", f"{text}: {phase.title}", role)
        button.clicked.connect(lambda _checked=False: signal.emit(self._id))
        return button

    def _not_when(self, phase: PhaseView, name: str, beside: list[ActionButton]) -> FoldedList:
        words = tr("When not to do this")
        made = FoldedList(f"{name}_not_when", words, phase.title, phase.not_when, beside)
        made.told.connect(self.told)
        return made


class ProgrammeCard(QFrame):
    """A programme with its steps and what is left out of it.

    Signals: `chosen(plan id)`, `started(plan id)`, `released(plan id)`, `withdrawn(plan id)`,
    `care_asked(plan id)`, `told(sentences)`.

    Args:
        view: what is shown.
        chosen_id: today's plan.
        recommended: whether the answers point here.
        therapist: a therapist is beside.
    """

    chosen = Signal(str)
    started = Signal(str)
    released = Signal(str)
    withdrawn = Signal(str)
    care_asked = Signal(str)
    told = Signal(str)

    def __init__(
        self, view: ProgrammeView, chosen_id: str, *, recommended: bool, therapist: bool
    ) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName(f"programme_{view.id}")
        self.setAccessibleName(view.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 20)
        column.setSpacing(6)
        if recommended:
            column.addWidget(label(tr("For you"), "muted", f"{view.id}_recommended"))
        column.addWidget(label(view.title, "title", f"{view.id}_title", wrap=True))
        column.addWidget(label(view.purpose, "lead", f"{view.id}_purpose", wrap=True))
        column.addSpacing(10)
        steps = QVBoxLayout()
        steps.setSpacing(0)  # the line between the steps is one
        column.addLayout(steps)
        for i, phase in enumerate(view.phases):
            row = PhaseRow(
                phase,
                chosen=phase.plan.id == chosen_id,
                first=i == 0,
                last=i == len(view.phases) - 1,
                therapist=therapist,
                only=len(view.phases) == 1,
            )
            for signal, target in (
                (row.chosen, self.chosen),
                (row.started, self.started),
                (row.released, self.released),
                (row.withdrawn, self.withdrawn),
                (row.told, self.told),
            ):
                signal.connect(target)
            steps.addWidget(row)
        self._add_avoid(column, view)

    def _add_avoid(self, column: QVBoxLayout, view: ProgrammeView) -> None:
        if view.avoid:
            column.addWidget(label(tr("Leave this out"), "heading", f"{view.id}_avoid", wrap=True))
            for i, line in enumerate(view.avoid):
                column.addWidget(IconLine("dot", line, "", f"{view.id}_avoid_{i}"))
            column.addSpacing(6)
        read = tr("Read the safety cards")
        care = ActionButton(read, "", f"{view.id}_care", f"{read}: {view.title}")
        first = view.phases[0].plan.id
        care.clicked.connect(lambda _checked=False: self.care_asked.emit(first))
        column.addWidget(care, 0, Qt.AlignmentFlag.AlignLeft)


def spoken(view: ProgrammeView, chosen_id: str) -> str:
    """A programme for a screen reader: every step, open or not, and why."""
    steps = (f"{p.title}: {_status(p, p.plan.id == chosen_id)}" for p in view.phases)
    return " ".join((f"{view.title}.", *steps))


def _status(phase: PhaseView, chosen: bool) -> str:
    """Open or not, in words; what a practice of it takes."""
    if not phase.open:
        return tr("Not yet. {reason}", reason=phase.reason)
    count = len(phase.plan.exercises)
    exercises = plural("{n} exercises", "{n} exercise", count)
    length = f"{exercises}, {minutes_text(plan_seconds(phase.plan))}."
    if chosen:
        return tr("Today's practice. {length}", length=length)
    return tr("Open. {length}", length=length)
