"""Plain questions about the person, one widget each; no clinical word is said to them.

Each question shows what a `Profile` holds and writes the person's answer into a profile. They can
be used one at a time (the first start) or all below each other (`ProfileQuestions`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.domain.exercise import Stage
from coach.domain.language import mark, tr
from coach.domain.profile import Cause, Procedure, Profile
from coach.ui.widgets.answers import COLUMN, SHORT_COLUMN, Answers
from coach.ui.widgets.labels import label
from coach.ui.widgets.month_picker import MonthPicker

YES: Final = "yes"
NO: Final = "no"
UNKNOWN: Final = "unknown"

_YES_NO: Final = ((YES, mark("Yes")), (NO, mark("No")))
YES_NO_UNKNOWN: Final = (*_YES_NO, (UNKNOWN, mark("I do not know")))

_STAGES: Final = (
    (Stage.FLACCID, mark("It does not move at all")),
    (Stage.PARETIC, mark("It moves a little, or flickers")),
    (Stage.SYNKINETIC, mark("It moves, and pulls other parts along")),
    (Stage.MAINTENANCE, mark("It moves well, and nothing joins in")),
    (UNKNOWN, mark("I do not know")),
)
_CAUSES: Final = (
    (Cause.BELLS_PALSY, mark("Bell's palsy: no cause was found")),
    (Cause.INFECTION, mark("An infection, such as shingles")),
    (Cause.TUMOUR, mark("A tumour, or its removal")),
    (Cause.INJURY, mark("An injury")),
    (Cause.STROKE, mark("A stroke")),
    (Cause.FROM_BIRTH, mark("I was born with it")),
    (Cause.OTHER, mark("Something else")),
    (Cause.UNKNOWN, mark("I do not know")),
)


class Question(QWidget):
    """A question with room for its answers below. GUI thread.

    Signal `changed()`: the person has given another answer.

    Args:
        name: object name.
        text: the question.
        help_text: one sentence below it; "" for none.
    """

    changed = Signal()

    def __init__(self, name: str, text: str, help_text: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.text = text
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(label(text, "heading", f"{name}Text", wrap=True))
        if help_text:
            self.column.addWidget(label(help_text, "muted", f"{name}Help", wrap=True))

    @property
    def first(self) -> QWidget:
        """What takes the keyboard."""
        raise NotImplementedError

    def set_large(self, large: bool) -> None:
        """Large letters, where the question has a screen to itself."""

    def show_profile(self, profile: Profile) -> None:
        """Show the answer that a profile holds."""
        raise NotImplementedError

    def apply(self, profile: Profile) -> Profile:
        """The profile with this answer."""
        raise NotImplementedError


class ChoiceQuestion(Question):
    """A question with a few answers; short ones stand beside each other."""

    def __init__(
        self, name: str, text: str, choices: tuple[tuple[str, str], ...], help_text: str = ""
    ) -> None:
        super().__init__(name, text, help_text)
        self.answers = Answers(
            f"{name}Answers",
            text,
            [(str(value), tr(said)) for value, said in choices],
            column_px=SHORT_COLUMN if choices is YES_NO_UNKNOWN else COLUMN,
        )
        self.answers.chosen.connect(lambda _value: self.changed.emit())
        self.column.addWidget(self.answers)

    @property
    def first(self) -> QWidget:
        return self.answers.first

    def set_large(self, large: bool) -> None:
        self.answers.set_large(large)


class StageQuestion(ChoiceQuestion):
    """Where recovery is: whether the side moves, and whether other parts join in."""

    def __init__(self) -> None:
        super().__init__(
            "stageQuestion",
            tr("When you try to smile, what does the affected side do?"),
            _STAGES,
            tr("An eye that closes with the smile, or a neck that tightens, is pulled along."),
        )

    def show_profile(self, profile: Profile) -> None:
        known = profile.stage is not None and profile.stage is not Stage.REANIMATION
        self.answers.choose(str(profile.stage) if known else None)

    def apply(self, profile: Profile) -> Profile:
        value = self.answers.value
        if value is None:
            return profile
        if value == UNKNOWN:
            return replace(profile, stage=None, movement_seen=None)
        stage = Stage(value)
        return replace(profile, stage=stage, movement_seen=stage is not Stage.FLACCID)


class MovementQuestion(ChoiceQuestion):
    """Whether the new muscle or nerve has begun to move the side."""

    def __init__(self) -> None:
        super().__init__(
            "movementQuestion",
            tr("Has the operated side begun to move?"),
            ((YES, mark("Yes, a little at least")), (NO, mark("Not yet")), YES_NO_UNKNOWN[2]),
        )

    def show_profile(self, profile: Profile) -> None:
        seen = profile.movement_seen
        self.answers.choose(None if seen is None else YES if seen else NO)

    def apply(self, profile: Profile) -> Profile:
        value = self.answers.value
        if value is None:
            return profile
        return replace(profile, movement_seen=None if value == UNKNOWN else value == YES)


class CauseQuestion(ChoiceQuestion):
    """Why the face is weak, as the person knows it."""

    def __init__(self) -> None:
        super().__init__("causeQuestion", tr("Do you know why your face is weak?"), _CAUSES)

    def show_profile(self, profile: Profile) -> None:
        self.answers.choose(profile.cause)

    def apply(self, profile: Profile) -> Profile:
        value = self.answers.value
        return replace(profile, cause=Cause(value)) if value else profile


class TherapistQuestion(ChoiceQuestion):
    """Whether a therapist plans the practice."""

    def __init__(self) -> None:
        super().__init__("therapistQuestion", tr("Does a therapist plan your practice?"), _YES_NO)

    def show_profile(self, profile: Profile) -> None:
        self.answers.choose(YES if profile.has_therapist else NO)

    def apply(self, profile: Profile) -> Profile:
        return replace(profile, has_therapist=self.answers.value == YES)


class ChildQuestion(ChoiceQuestion):
    """Whether a child practises here."""

    def __init__(self) -> None:
        super().__init__(
            "childQuestion",
            tr("Who practises here?"),
            ((NO, mark("An adult or a teenager")), (YES, mark("A child, with an adult beside"))),
        )

    def show_profile(self, profile: Profile) -> None:
        self.answers.choose(YES if profile.child else NO)

    def apply(self, profile: Profile) -> Profile:
        return replace(profile, child=self.answers.value == YES)


class OnsetQuestion(Question):
    """When the palsy began; a month is enough."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        text = tr("When did it begin?")
        super().__init__("onsetQuestion", text, tr("Leave it open where you do not know."))
        self.picker = MonthPicker("onset", text, today=today)
        self.picker.changed.connect(self.changed)
        self.column.addWidget(self.picker)

    @property
    def first(self) -> QWidget:
        return self.picker.first

    def set_large(self, large: bool) -> None:
        self.picker.set_large(large)

    def show_profile(self, profile: Profile) -> None:
        self.picker.set_date(profile.onset)

    def apply(self, profile: Profile) -> Profile:
        return replace(profile, onset=self.picker.value())


class BotulinumQuestion(ChoiceQuestion):
    """Whether and when botulinum toxin was injected; days matter in the first weeks."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__(
            "botulinumQuestion",
            tr("Have you had injections in the face, such as Botox, in the last half year?"),
            YES_NO_UNKNOWN,
        )
        self._today = today
        self.when = label(tr("When was the last one?"), "strong", "botulinumWhen", wrap=True)
        self.picker = MonthPicker(
            "botulinum", tr("When was the last one?"), with_day=True, today=today
        )
        self.picker.changed.connect(self.changed)
        self.column.addWidget(self.when)
        self.column.addWidget(self.picker)
        self.answers.chosen.connect(self._on_chosen)
        self._show_when()

    def show_profile(self, profile: Profile) -> None:
        told = profile.had_injection
        self.answers.choose(None if told is None else YES if told else NO)
        self.picker.set_date(profile.botulinum)
        self._show_when()

    def apply(self, profile: Profile) -> Profile:
        value = self.answers.value
        if value is None:
            return profile
        if value != YES:
            return replace(profile, botulinum=None, injected=False if value == NO else None)
        # A date that is not told counts as today: too late a date keeps closed, and no more.
        return replace(profile, botulinum=self.picker.value() or self._today(), injected=True)

    def _on_chosen(self, value: str) -> None:
        if value == YES and self.picker.value() is None:
            self.picker.set_date(self._today())
        self._show_when()

    def _show_when(self) -> None:
        asked = self.answers.value == YES
        self.when.setVisible(asked)
        self.picker.setVisible(asked)


#: A procedure in the person's words; the order is that of the list.
PROCEDURES: Final = (
    (Procedure.NERVE_REPAIR, mark("The facial nerve was sewn or bridged")),
    (Procedure.NERVE_TRANSFER, mark("Another nerve was joined to the face")),
    (Procedure.CROSS_FACE_GRAFT, mark("A nerve graft across the face")),
    (Procedure.GRACILIS_MASSETER, mark("Thigh muscle, moved by biting")),
    (Procedure.GRACILIS_CROSS_FACE, mark("Thigh muscle, moved by the other side")),
    (Procedure.GRACILIS_DUAL, mark("Thigh muscle, moved by both")),
    (Procedure.TEMPORALIS, mark("The temple muscle or its tendon was moved")),
    (Procedure.DIGASTRIC, mark("A chin muscle was moved to the lip")),
    (Procedure.SELECTIVE_DENERVATION, mark("Nerves or muscles that pull were cut")),
    (Procedure.EYELID_AND_STATIC, mark("Eyelid weight, or a lift without movement")),
    (Procedure.UNKNOWN, mark("I do not know which")),
)
