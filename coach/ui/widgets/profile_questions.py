"""The question about operations, and all questions below each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.domain.exercise import Stage
from coach.domain.language import tr
from coach.domain.profile import REANIMATIONS, Procedure, Profile
from coach.ui.widgets.answers import Answers
from coach.ui.widgets.labels import label
from coach.ui.widgets.month_picker import MonthPicker
from coach.ui.widgets.questions import (
    NO,
    PROCEDURES,
    YES,
    YES_NO_UNKNOWN,
    BotulinumQuestion,
    CauseQuestion,
    ChildQuestion,
    ChoiceQuestion,
    MovementQuestion,
    OnsetQuestion,
    Question,
    StageQuestion,
    TherapistQuestion,
)


class SurgeryQuestion(ChoiceQuestion):
    """Whether the face was operated on; then which operation, when, and whether it may move."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__(
            "surgeryQuestion",
            tr("Have you had an operation on the nerve, the smile or the eyelid?"),
            YES_NO_UNKNOWN,
        )
        which, when = tr("Which operation?"), tr("When was it?")
        cleared = tr("Has your surgeon said that you may move and touch your face?")
        self.which = Answers("procedure", which, [(p.value, tr(said)) for p, said in PROCEDURES])
        self.picker = MonthPicker("surgery", when, today=today)
        self.cleared = Answers("cleared", cleared, [(YES, tr("Yes")), (NO, tr("Not yet"))])
        self._more = QWidget()
        self._more.setObjectName("surgeryMore")
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        for text, widget in ((which, self.which), (when, self.picker), (cleared, self.cleared)):
            column.addWidget(label(text, "strong", f"{widget.objectName()}Text", wrap=True))
            column.addWidget(widget)
        self.column.addWidget(self._more)
        self.answers.chosen.connect(lambda _value: self._show_more())
        self.picker.changed.connect(self.changed)
        for answers in (self.which, self.cleared):
            answers.chosen.connect(lambda _value: self.changed.emit())
        self._show_more()

    def show_profile(self, profile: Profile) -> None:
        told = profile.had_operation
        self.answers.choose(None if told is None else YES if told else NO)
        self.which.choose(profile.procedure)
        self.picker.set_date(profile.surgery)
        self.cleared.choose(YES if profile.surgeon_cleared else NO)
        self._show_more()

    def apply(self, profile: Profile) -> Profile:
        value = self.answers.value
        if value is None:
            return profile
        if value != YES:
            return replace(
                profile,
                procedure=None,
                surgery=None,
                operated=False if value == NO else None,
                surgeon_cleared=False,
                stage=_stage(profile, None),
            )
        procedure = Procedure(self.which.value or Procedure.UNKNOWN)
        return replace(
            profile,
            procedure=procedure,
            surgery=self.picker.value(),
            operated=True,
            surgeon_cleared=self.cleared.value == YES,
            stage=_stage(profile, procedure),
        )

    def _show_more(self) -> None:
        self._more.setVisible(self.answers.value == YES)


def _stage(profile: Profile, procedure: Procedure | None) -> Stage | None:
    """After an operation for the smile that is the stage; else it is as the person said."""
    if procedure in REANIMATIONS:
        return Stage.REANIMATION
    return None if profile.stage is Stage.REANIMATION else profile.stage


class ProfileQuestions(QWidget):
    """All questions. Signal `changed()`: the person has given another answer. GUI thread.

    What follows from another answer is asked only then: after an operation for the smile, whether
    the side has begun to move stands in place of what it does.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.setObjectName("profileQuestions")
        self.setAccessibleName(tr("My answers"))
        self._profile = Profile()
        self.surgery = SurgeryQuestion(today)
        self.stage = StageQuestion()
        self.movement = MovementQuestion()
        self.questions: tuple[Question, ...] = (
            self.stage,
            OnsetQuestion(today),
            CauseQuestion(),
            self.surgery,
            self.movement,
            BotulinumQuestion(today),
            TherapistQuestion(),
            ChildQuestion(),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(26)
        for question in self.questions:
            column.addWidget(question)
            question.changed.connect(self._on_changed)
        column.addStretch(1)
        self._show_fitting()

    @property
    def first(self) -> QWidget:
        """What takes the keyboard."""
        return next(q.first for q in self.questions if not q.isHidden())

    def profile(self) -> Profile:
        """The answers; what is not asked for here stays as it was set."""
        told = self._profile
        for question in self.questions:
            if question in (self.stage, self.movement):
                continue
            told = question.apply(told)
        return (self.movement if told.procedure in REANIMATIONS else self.stage).apply(told)

    def set_profile(self, profile: Profile) -> None:
        """Show answers without raising `changed`."""
        self._profile = profile
        for question in self.questions:
            question.show_profile(profile)
        self._show_fitting()

    def _on_changed(self) -> None:
        self._show_fitting()
        self.changed.emit()

    def _show_fitting(self) -> None:
        reanimated = self.surgery.apply(Profile()).procedure in REANIMATIONS
        self.stage.setVisible(not reanimated)
        self.movement.setVisible(reanimated)
