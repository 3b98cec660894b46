"""The screens of the first start that are read, agreed to or answered: one question each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from coach.app.welcome_presenter import WelcomePresenter
from coach.domain.language import mark, tr
from coach.domain.programme import SafetyCard
from coach.ui.pages.welcome_step import Room, Step
from coach.ui.widgets.answers import SHORT_COLUMN, Answers
from coach.ui.widgets.camera_picker import CameraPicker
from coach.ui.widgets.care_card import CareCard
from coach.ui.widgets.confirm import Confirm
from coach.ui.widgets.icon_line import IconLine
from coach.ui.widgets.labels import card, label, set_role
from coach.ui.widgets.plan_file_card import PlanFileCard
from coach.ui.widgets.questions import Question

_IS: Final = (
    mark("Slow, small exercises for your face, one after the other."),
    mark("Your camera shows how evenly both sides move."),
    mark("It helps you to practise what your therapist has planned."),
)
_IS_NOT: Final = (
    mark("It is no medical device. It finds no illness and gives no grade."),
    mark("It does not take the place of your therapist or your doctor."),
)
_CONSENT: Final = (
    mark("The camera measures how your face moves."),
    mark("The measures stay on this computer. Nothing is ever sent."),
    mark("No picture and no film is kept, unless you say yes to it each time."),
    mark("You can delete everything, and change your mind at any time."),
)
AGREE, LOOK_AROUND = "agree", "look"
SIGN, NO_SIGN = "sign", "none"


class WhatStep(Step):
    """What this is and is not; and the way in for who brings a plan."""

    def __init__(self, start: WelcomePresenter) -> None:
        super().__init__("whatStep", tr("What this is"))
        is_it = _sentences(_IS, "is", "tick")
        is_not = _sentences(_IS_NOT, "isNot", "caution")
        title = label(tr("What it is not"), "title", "isNotTitle", wrap=True)
        self.column.addWidget(card(*is_it, name="isCard")[0])
        self.column.addWidget(card(title, *is_not, name="isNotCard")[0])
        self.plan = PlanFileCard(start.plans, brief=True)
        self.plan.applied.connect(self.answered)
        self.column.addWidget(self.plan)


class ConsentStep(Step):
    """A real choice, without a default."""

    def __init__(self, start: WelcomePresenter) -> None:
        super().__init__("consentStep", tr("Is this all right for you?"))
        self.column.addWidget(card(*_sentences(_CONSENT, "consent", "dot"), name="consentCard")[0])
        choices = [
            (AGREE, tr("Yes, measure and keep it here")),
            (LOOK_AROUND, tr("No, I only look around with a drawn face")),
        ]
        self.answers = Answers("consent", tr("Is this all right for you?"), choices)
        agreed = start.agreed
        self.answers.choose(None if agreed is None else AGREE if agreed else LOOK_AROUND)
        self.answers.chosen.connect(lambda value: start.agree(value == AGREE))
        self.answers.chosen.connect(lambda _value: self.answered.emit())
        self.column.addWidget(self.answers)

    @property
    def first(self) -> QWidget | None:
        return self.answers.first

    @property
    def main_answers(self) -> Sequence[Answers]:
        return (self.answers,)


class StopSignStep(Step):
    """Warning signs come before any practice."""

    def __init__(self, start: WelcomePresenter) -> None:
        super().__init__("stopSignStep", tr("Do you have one of these now?"))
        self._start = start
        shown = start.card("stop_signs")
        self.card = CareCard(shown) if shown is not None else None
        if self.card is not None:
            self.column.addWidget(self.card)
        before = start.signs is True
        none = tr("No, or it has been looked at") if before else tr("No, none of these")
        choices = [(SIGN, tr("Yes, one of these")), (NO_SIGN, none)]
        self.answers = Answers("signs", self.title, choices, column_px=SHORT_COLUMN)
        there = start.signs
        self.answers.choose(None if there is None else SIGN if there else NO_SIGN)
        self.shut = label(
            tr(
                "Stop here, and do what the card says. Practice stays shut until a doctor or your "
                "therapist has looked at it. Then say so under My programme; there a slip can be "
                "taken back, too."
            ),
            "strong",
            "practiceShut",
            wrap=True,
        )
        self.confirm = Confirm(
            "signsConfirm",
            tr("This shuts practice until a doctor or your therapist has looked at it. Is it so?"),
            tr("Yes, it is so"),
            tr("No, a slip"),
        )
        self.column.addWidget(self.answers)
        self.column.addWidget(self.confirm)
        self.column.addWidget(self.shut)
        self.shut.setVisible(there is True)
        self.confirm.agreed.connect(lambda: self._tell(there=True))
        self.confirm.declined.connect(self._on_declined)
        self.answers.chosen.connect(self._on_chosen)

    @property
    def first(self) -> QWidget | None:
        return self.answers.first

    @property
    def urgent(self) -> QWidget | None:
        if not self.settled:
            return self.confirm.no
        return self.shut if self.shut.isVisibleTo(self) else None

    @property
    def settled(self) -> bool:
        return self.confirm.isHidden()

    @property
    def missing(self) -> str:
        return super().missing if self.settled else tr("Answer the question above first.")

    @property
    def main_answers(self) -> Sequence[Answers]:
        return (self.answers,)

    def fit(self, room: Room) -> None:
        super().fit(room)
        if self.card is not None:
            self.card.set_large(room.large)

    def _on_chosen(self, value: str) -> None:
        if value == SIGN and self._start.signs is not True:
            self.confirm.ask()
            self.answered.emit()
        elif value == NO_SIGN:
            self.confirm.hide()
            self._tell(there=False)

    def _tell(self, *, there: bool) -> None:
        self._start.tell_signs(there)
        self.shut.setVisible(there)
        self.answers.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()

    def _on_declined(self) -> None:
        signs = self._start.signs
        self.answers.choose(None if signs is None else NO_SIGN)
        self.answers.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()


class CameraStep(Step):
    """By name and picture."""

    fills: ClassVar[bool] = True

    def __init__(self, start: WelcomePresenter) -> None:
        lead = tr("Put it at the height of your eyes, with light from the front.")
        super().__init__("cameraStep", tr("Which camera sees you?"), lead)
        self.picker = CameraPicker(start.cameras)
        self.column.addWidget(self.picker, 1)

    def fit(self, room: Room) -> None:
        super().fit(room)
        self.picker.set_large(room.large)
        self.picker.picture.setMaximumHeight(max(1, room.height - self.head_height()))


class QuestionStep(Step):
    """One of the questions about the palsy."""

    def __init__(self, start: WelcomePresenter, question: Question) -> None:
        super().__init__(f"{question.objectName()}Step", question.text)
        self._start, self.question = start, question
        # The page's own title asks it already, larger.
        asked = question.findChild(QLabel, f"{question.objectName()}Text")
        if asked is not None:
            asked.hide()
        self._help = question.findChild(QLabel, f"{question.objectName()}Help")
        question.show_profile(start.person.profile)
        question.changed.connect(self._on_changed)
        self.column.addWidget(question)

    @property
    def first(self) -> QWidget | None:
        return self.question.first

    def fit(self, room: Room) -> None:
        super().fit(room)
        self.question.set_large(room.large)
        if self._help is not None:
            set_role(self._help, "lead" if room.large else "muted")

    def _on_changed(self) -> None:
        self._start.put(self.question.apply(self._start.person.profile))
        self.answered.emit()


class EyeCareStep(Step):
    """The last word before the first practice."""

    def __init__(self, card: SafetyCard | None) -> None:
        super().__init__("eyeCareStep", tr("Your eye comes first"))
        self.card = CareCard(card) if card is not None else None
        if self.card is not None:
            self.column.addWidget(self.card)
        ready = tr("Small, slow and even. That is all you need.")
        self.column.addWidget(label(ready, "lead", "ready", wrap=True))

    def fit(self, room: Room) -> None:
        super().fit(room)
        if self.card is not None:
            self.card.set_large(room.large)


def _sentences(texts: Sequence[str], name: str, icon: str) -> list[IconLine]:
    """Short sentences, each on its own."""
    return [IconLine(icon, tr(text), "lead", f"{name}{i}") for i, text in enumerate(texts)]
