"""The screens of the first start: one question each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from coach.app.i18n import choose_language, languages
from coach.app.welcome_presenter import WelcomePresenter
from coach.domain.language import mark, tr
from coach.domain.programme import SafetyCard
from coach.ui.widgets.answers import Answers
from coach.ui.widgets.camera_picker import CameraPicker
from coach.ui.widgets.care_card import care_card
from coach.ui.widgets.face_view import FaceView
from coach.ui.widgets.labels import card, label, set_role
from coach.ui.widgets.plan_file_card import PlanFileCard
from coach.ui.widgets.questions import Question

_SIZES: Final = (100, 125, 150, 175, 200)
_THEMES: Final = (
    ("system", mark("As the system")),
    ("light", mark("Light")),
    ("dark", mark("Dark")),
    ("contrast", mark("High contrast")),
)
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


class Step(QWidget):
    """A screen: a big title, what it is about, and below it the answers.

    Signals: `answered()`: there is another answer; `restyle_asked()`; `reopen_asked()`: the
    language is another one.
    """

    answered = Signal()
    restyle_asked = Signal()
    reopen_asked = Signal()

    #: True where the content grows with the window, as a picture does.
    fills: ClassVar[bool] = False

    def __init__(self, name: str, title: str, lead: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        self.heading = label(title, "display", f"{name}Title", wrap=True)
        self.column.addWidget(self.heading)
        if lead:
            self.column.addWidget(label(lead, "lead", f"{name}Lead", wrap=True))

    @property
    def first(self) -> QWidget | None:
        """What takes the keyboard; None: the button that goes on."""
        return None

    @property
    def urgent(self) -> QWidget | None:
        """What must be seen now, after an answer; None: nothing."""
        return None

    def fit(self, *, tight: bool) -> None:
        """Make do with little height: large letters in a small window."""
        set_role(self.heading, "title" if tight else "display")

    def finish(self) -> None:
        """Everything is in: it stands at the top and keeps its own height."""
        if not self.fills:
            self.column.addStretch(1)


class LanguageStep(Step):
    """Every language in its own words."""

    def __init__(self, start: WelcomePresenter) -> None:
        super().__init__("languageStep", tr("Welcome"), tr("Which language do you read best?"))
        self._start = start
        self.face = FaceView(moving=False)
        self.face.setObjectName("welcomeFace")
        self.face.setAccessibleName(tr("A drawn face, at rest"))
        self.face.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.column.insertWidget(0, self.face)
        known = [(language.code, language.name) for language in languages()]
        self.answers = Answers("languages", tr("Language"), known)
        self._now = choose_language(start.settings.language)
        self.answers.choose(self._now)
        self.answers.chosen.connect(self._on_chosen)
        self.column.addWidget(self.answers)

    @property
    def first(self) -> QWidget | None:
        return self.answers.first

    def fit(self, *, tight: bool) -> None:
        super().fit(tight=tight)
        self.face.setVisible(not tight)

    def _on_chosen(self, code: str) -> None:
        self._start.update(language=code)
        if code != self._now:
            self.reopen_asked.emit()


class LookStep(Step):
    """Text size and colours; the screen itself shows what they do."""

    def __init__(self, start: WelcomePresenter) -> None:
        super().__init__("lookStep", tr("Can you read this well?"))
        self._start = start
        now = start.settings
        self.sizes = Answers("textSize", tr("Text size"), [(str(n), f"{n} %") for n in _SIZES])
        self.sizes.choose(str(now.text_scale_pct))
        self.themes = Answers("themes", tr("Colours"), [(v, tr(t)) for v, t in _THEMES])
        self.themes.choose(now.theme)
        for text, answers in ((tr("Text size"), self.sizes), (tr("Colours"), self.themes)):
            self.column.addWidget(label(text, "heading", f"{answers.objectName()}Text", wrap=True))
            self.column.addWidget(answers)
        self.sizes.chosen.connect(lambda value: self._change(text_scale_pct=int(value)))
        self.themes.chosen.connect(lambda value: self._change(theme=value))

    @property
    def first(self) -> QWidget | None:
        return self.sizes.first

    def _change(self, **changes: object) -> None:
        self._start.update(**changes)
        self.restyle_asked.emit()


class WhatStep(Step):
    """What this is and is not; and the way in for who brings a plan."""

    def __init__(self, start: WelcomePresenter) -> None:
        super().__init__("whatStep", tr("What this is"))
        is_it, is_not = _sentences(_IS, "is"), _sentences(_IS_NOT, "isNot")
        is_not.insert(0, label(tr("What it is not"), "title", "isNotTitle", wrap=True))
        for lines, name in ((is_it, "isCard"), (is_not, "isNotCard")):
            self.column.addWidget(card(*lines, name=name)[0])
        self.plan = PlanFileCard(start.plans, brief=True)
        self.plan.applied.connect(self.answered)
        self.column.addWidget(self.plan)


class ConsentStep(Step):
    """A real choice, without a default."""

    def __init__(self, start: WelcomePresenter) -> None:
        super().__init__("consentStep", tr("Is this all right for you?"))
        self.column.addWidget(card(*_sentences(_CONSENT, "consent"), name="consentCard")[0])
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


class StopSignStep(Step):
    """Warning signs come before any practice."""

    def __init__(self, start: WelcomePresenter) -> None:
        super().__init__("stopSignStep", tr("Is one of these there today?"))
        self._start = start
        shown = start.card("stop_signs")
        if shown is not None:
            self.column.addWidget(care_card(shown))
        before = start.signs is True
        none = tr("No, or it has been looked at") if before else tr("No, none of these")
        choices = [(NO_SIGN, none), (SIGN, tr("Yes, one of these"))]
        self.answers = Answers("signs", self.title, choices)
        there = start.signs
        self.answers.choose(None if there is None else SIGN if there else NO_SIGN)
        self.shut = label(
            tr(
                "Stop here, and do what the card says. Practice stays shut until a doctor or your "
                "therapist has looked at it. Then say so under My programme."
            ),
            "strong",
            "practiceShut",
            wrap=True,
        )
        self.column.addWidget(self.answers)
        self.column.addWidget(self.shut)
        self.shut.setVisible(there is True)
        self.answers.chosen.connect(self._on_chosen)

    @property
    def first(self) -> QWidget | None:
        return self.answers.first

    @property
    def urgent(self) -> QWidget | None:
        return self.shut if self.shut.isVisibleTo(self) else None

    def _on_chosen(self, value: str) -> None:
        self._start.tell_signs(value == SIGN)
        self.shut.setVisible(value == SIGN)
        self.answered.emit()


class CameraStep(Step):
    """By name and picture."""

    fills: ClassVar[bool] = True

    def __init__(self, start: WelcomePresenter) -> None:
        lead = tr("Put it at the height of your eyes, with light from the front.")
        super().__init__("cameraStep", tr("Which camera sees you?"), lead)
        self.picker = CameraPicker(start.cameras)
        self.column.addWidget(self.picker, 1)


class QuestionStep(Step):
    """One of the questions about the palsy."""

    def __init__(self, start: WelcomePresenter, question: Question) -> None:
        super().__init__(f"{question.objectName()}Step", question.text)
        self._start, self.question = start, question
        # The page's own title asks it already, larger.
        asked = question.findChild(QLabel, f"{question.objectName()}Text")
        if asked is not None:
            asked.hide()
        question.show_profile(start.person.profile)
        question.changed.connect(self._on_changed)
        self.column.addWidget(question)

    @property
    def first(self) -> QWidget | None:
        return self.question.first

    def _on_changed(self) -> None:
        self._start.put(self.question.apply(self._start.person.profile))
        self.answered.emit()


class EyeCareStep(Step):
    """The last word before the first practice."""

    def __init__(self, card: SafetyCard | None) -> None:
        super().__init__("eyeCareStep", tr("Your eye comes first"))
        if card is not None:
            self.column.addWidget(care_card(card))
        self.column.addWidget(
            label(tr("Small, slow and even. That is all you need."), "lead", "ready", wrap=True)
        )


def _sentences(texts: Sequence[str], name: str) -> list[QLabel]:
    """Short sentences, each on its own."""
    return [label(tr(text), "lead", f"{name}{i}", wrap=True) for i, text in enumerate(texts)]
