"""First start: the affected side, on the person's own face, and confirmed in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coach.app.welcome_presenter import WelcomePresenter
from coach.domain.language import Sentences, mark, tr
from coach.domain.sides import Affected, Side
from coach.ui.pages.welcome_step import Room, Step
from coach.ui.theme import Style
from coach.ui.widgets.answers import Answers
from coach.ui.widgets.face_halves import FaceHalves
from coach.ui.widgets.labels import ActionButton, label, set_role

UNSURE: Final = "unsure"
#: px at 100 %: from this width on the picture stands beside the words; the picture at least.
_BESIDE: Final = 440
_FACE: Final = 150
#: Height of the two words that settle it, px at 100 %.
_TALL: Final = 62
_CHOICES: Final = (
    (Affected.LEFT, mark("My left side")),
    (Affected.RIGHT, mark("My right side")),
    (Affected.BOTH, mark("Both sides")),
    (Affected.NONE, mark("Neither side")),
    (UNSURE, mark("I do not know")),
)
_SURE: Final = Sentences(
    {
        Side.LEFT: mark("Your left half: the side of your left hand. Is this the weak side?"),
        Side.RIGHT: mark("Your right half: the side of your right hand. Is this the weak side?"),
    }
)


class SideStep(Step):
    """A half is taken by a tap, an arrow key or a word; nothing holds before it is confirmed."""

    fills: ClassVar[bool] = True

    def __init__(self, start: WelcomePresenter) -> None:
        super().__init__("sideStep", tr("Which side of your face is weak?"))
        self.lead = label("", "lead", "sideStepLead", wrap=True)
        self._room = Room(tight=False, large=False, height=0)
        self._style = Style()
        self._start = start
        self._side: Side | None = None
        self.face = FaceHalves()
        words = [(str(value), tr(text)) for value, text in _CHOICES]
        self.answers = Answers("side", self.title, words)
        self.sure = label("", "strong", "sideSure", wrap=True)
        self.yes = ActionButton(
            tr("Yes, this side"), "", "sideYes", tr("Yes, this side is weak"), "primary"
        )
        self.no = ActionButton(
            tr("No, the other side"), "", "sideNo", tr("No, the other side is weak")
        )
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.face.chosen.connect(self._on_half)
        self.face.confirmed.connect(self._on_yes)
        self.answers.chosen.connect(self._on_word)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        start.cameras.picture_ready.connect(self._show_picture)
        start.cameras.problem_raised.connect(self._on_problem)
        start.cameras.cameras_changed.connect(self._say_who)
        self._say_who()
        self._show_known()

    @property
    def first(self) -> QWidget | None:
        return self.face

    @property
    def urgent(self) -> QWidget | None:
        return None if self.settled else self.no

    @property
    def settled(self) -> bool:
        return self._side is None

    @property
    def missing(self) -> str:
        if not self.settled:
            return tr("Say first whether it is this side.")
        return "" if self._start.answered else tr("Tap the weak half, or choose an answer.")

    @property
    def main_answers(self) -> Sequence[Answers]:
        return (self.answers,)

    def set_style(self, style: Style) -> None:
        self._style = style

    def fit(self, room: Room) -> None:
        """The picture stands beside the words wherever it can: they belong together."""
        super().fit(room)
        self._room = room
        set_role(self.sure, "heading" if room.tight else "title")
        for button in (self.yes, self.no):
            button.setMinimumHeight(0 if room.tight else self._style.px(_TALL))
        wide = self.width() >= self._style.px(_BESIDE)
        self._parts.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self._arrange()

    def went_back(self) -> bool:
        if self.settled:
            return False
        self._show_known()
        self._ask(None)
        self.face.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (self.lead, self.answers, self.sure, self.yes, self.no):
            column.addWidget(widget)
        column.addStretch(1)
        self._parts.setSpacing(24)
        self._parts.addWidget(self.face, 1, Qt.AlignmentFlag.AlignTop)
        self._parts.addLayout(column, 1)
        self.column.addLayout(self._parts, 1)
        self._ask(None)

    def _arrange(self) -> None:
        """The whole face is seen; while a half is asked about, beside its question and at once."""
        asking, room = self._side is not None, self._room
        self.heading.setVisible(not (asking and room.tight))
        self.face.setFixedHeight(max(self._style.px(_FACE), room.height - self.head_height()))

    def _show_known(self) -> None:
        known, asked = self._start.settings.affected, self._start.settings.side_asked
        self.answers.choose(str(known) if known else UNSURE if asked else None)
        self.face.set_side(known.side if known else None)

    def _say_who(self) -> None:
        """A drawn face is nobody's: only a camera's picture is called the person's own."""
        self.lead.setText(
            tr("This is you, as in a mirror. Tap the weak half, or press its arrow key.")
            if self._start.cameras.shown is not None
            else tr(
                "A drawn face stands in here, turned as in a mirror. Tap the half that is weak in "
                "your own face, or press its arrow key."
            )
        )

    def _on_half(self, side: Side) -> None:
        self.answers.choose(side.value)
        self._ask(side)

    def _on_word(self, value: str) -> None:
        if value in (Side.LEFT, Side.RIGHT):
            side = Side(value)
            self.face.set_side(side)
            self._ask(side)
            return
        self.face.set_side(None)
        self._ask(None)
        self._start.choose_side(None if value == UNSURE else Affected(value))
        self.answered.emit()

    def _ask(self, side: Side | None) -> None:
        self._side = side
        self.face.asking = side is not None
        self.sure.setText(_SURE[side] if side else "")
        if side is not None:  # before what has the keyboard goes; its next key must not answer
            self.face.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in (self.sure, self.yes, self.no):
            widget.setVisible(side is not None)
        self.lead.setVisible(side is None)
        self.answers.setVisible(side is None)
        self._arrange()
        self.answered.emit()

    def _on_yes(self) -> None:
        side = self._side
        if side is not None:
            self._start.choose_side(Affected(side.value))
            self._ask(None)
            self.face.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_no(self) -> None:
        if self._side is not None:
            other = self._side.other
            self.face.set_side(other)
            self.answers.choose(other.value)
            self._ask(other)

    def _show_picture(self) -> None:
        if not self.isVisible():
            return
        seen = self._start.cameras.take()
        if seen is not None:
            self.face.show_seen(seen)

    def _on_problem(self, message: str, hint: str) -> None:
        if message:
            self.face.clear(f"{message} {hint}".strip())
