"""Home page: which side is weak. Another answer changes every session to come, so it is asked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coach.domain.language import Sentences, mark, tr
from coach.domain.sides import Affected
from coach.ui.theme import Style
from coach.ui.widgets.choice_row import ChoiceRow
from coach.ui.widgets.confirm import Confirm
from coach.ui.widgets.in_sight import bring_into_view
from coach.ui.widgets.labels import ActionButton, label
from coach.ui.wording import AFFECTED_NAME, SIDE_ORDER

#: The answer of who does not know: no side is compared or named then.
UNKNOWN: Final = "unknown"
_ASKED: Final = Sentences(
    {
        Affected.LEFT.value: mark(
            "From now on your left side counts as the weak one, the side of your left hand: "
            "numbers and words follow it. What is kept stays as it is. Change it?"
        ),
        Affected.RIGHT.value: mark(
            "From now on your right side counts as the weak one, the side of your right hand: "
            "numbers and words follow it. What is kept stays as it is. Change it?"
        ),
        Affected.BOTH.value: mark(
            "From now on both sides count as weak: no side is compared with a healthy one. What "
            "is kept stays as it is. Change it?"
        ),
        Affected.NONE.value: mark(
            "From now on neither side counts as weak. What is kept stays as it is. Change it?"
        ),
        UNKNOWN: mark(
            "From now on both sides are shown in millimetres, and no side is named as the weak "
            "one. What is kept stays as it is. Change it?"
        ),
    }
)


class SideQuestion(QWidget):
    """The answer that holds, others beside it; one that is picked is confirmed, and can be undone.

    Signals:
        chosen: the person has confirmed another answer: an `Affected`, or None: not known.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("affectedQuestion")
        self._style = Style()
        self._holds: str | None = None
        self._before: str | None = None
        self._picked = ""
        answers = [(a.value, AFFECTED_NAME[a]) for a in SIDE_ORDER]
        answers.append((UNKNOWN, tr("Unsure")))
        self.row = ChoiceRow("affected", tr("Affected side"), answers)
        self.needed = label(
            tr("Answer this before the first practice. “Unsure” is an answer, too."),
            "strong",
            "affectedNeeded",
            wrap=True,
        )
        self.needed.hide()
        self.confirm = Confirm("affectedConfirm", "", tr("Yes, change it"), tr("Leave it"))
        words = tr("Undo: the answer of before")
        self.undo = ActionButton(words, "", "affectedUndo", words)
        self.undo.hide()
        self._asked = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._question = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._build()
        self.row.chosen.connect(self._on_picked)
        self.confirm.agreed.connect(self._on_agreed)
        self.confirm.declined.connect(self._on_declined)
        self.undo.clicked.connect(self._on_undo)

    def show_affected(self, affected: Affected | None, *, asked: bool) -> None:
        """Show the answer that holds; `asked`: who has none has said that they do not know."""
        self._holds = affected.value if affected else UNKNOWN if asked else None
        if self.confirm.isHidden():
            self.row.choose(self._holds)
        if self._holds is not None:
            self.needed.hide()

    def ask(self) -> None:
        """A practice was to begin, and this is not answered."""
        self.needed.show()
        buttons = [b for b in self.row.buttons if b.isVisible()]
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(self)

    def set_style(self, style: Style) -> None:
        self._style = style
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        question = self._question
        question.addWidget(label(tr("Which side of your face is weak?"), "strong", wrap=True), 3)
        question.addWidget(label(tr("Your own left and right."), "muted", wrap=True), 2)
        self._asked.addLayout(question, 3)
        self._asked.addWidget(self.row, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._asked)
        column.addWidget(self.needed)
        column.addWidget(self.confirm)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)

    def _arrange(self) -> None:
        """The question beside its answers, where these stand in one row there."""
        beside = self.width() * 5 / 8 >= self.row.one_row_width
        direction = QBoxLayout.Direction
        self._asked.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._asked.setSpacing(12 if beside else 6)
        self._question.setDirection(direction.TopToBottom if beside else direction.LeftToRight)
        self._question.setSpacing(0 if beside else 12)

    def _on_picked(self, value: str) -> None:
        if value == self._holds:
            self.confirm.hide()
            return
        self._picked = value
        self.undo.hide()
        self.confirm.ask(_ASKED[value])
        bring_into_view(self.confirm)

    def _on_agreed(self) -> None:
        self._before = self._holds
        self._tell(self._picked)
        changed = self._holds == self._picked  # a therapist's plan may hold it
        self.undo.setVisible(changed and self._before is not None)
        if not self.undo.isHidden():
            self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_declined(self) -> None:
        self.row.choose(self._holds)
        shown = self.row.turn
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        self.undo.hide()
        if self._before is not None:
            self._tell(self._before)
        self.row.turn.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, value: str) -> None:
        self.chosen.emit(None if value == UNKNOWN else Affected(value))
        self.row.choose(self._holds)
