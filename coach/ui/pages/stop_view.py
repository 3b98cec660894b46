"""What to do about a warning sign; and practice shut until somebody has looked at it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.domain.language import tr
from coach.domain.programme import SafetyCard
from coach.ui.widgets.care_card import CareCard
from coach.ui.widgets.confirm import Confirm
from coach.ui.widgets.labels import ActionButton, label


class StopView(QWidget):
    """Signals: `reported()`, `cleared()`, `back_asked()`.

    Before it is reported it asks whether one of the signs is there; afterwards it says that
    practice is shut, and is told when a doctor or a therapist has looked.
    """

    reported = Signal()
    cleared = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stopView")
        self._shut = False
        self.title = label("", "display", "stopTitle", wrap=True)
        self.lead = label("", "lead", "stopLead", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(14)
        yes = tr("Yes, one of these")
        self.report = ActionButton(yes, "", "stopReport", yes, "primary")
        self.looked = ActionButton(
            tr("It has been looked at"), "", "stopLooked", tr("The sign has been looked at")
        )
        self.back = ActionButton(tr("Back"), "", "stopBack", tr("Back"))
        self.confirm = Confirm(
            "stopConfirm",
            tr("Has a doctor or your therapist looked at it, and said that you may practise?"),
            tr("Yes, I may practise"),
            tr("Not yet"),
        )
        self._build()
        self.report.clicked.connect(self.reported)
        self.looked.clicked.connect(self.confirm.ask)
        self.confirm.agreed.connect(self.cleared)
        self.back.clicked.connect(self.back_asked)

    @property
    def first(self) -> QWidget:
        """What takes the keyboard: nothing that reports or clears by mistake."""
        return self.back

    def show_state(self, shut: bool, cards: Sequence[SafetyCard]) -> None:
        """Show the signs; `shut`: one of them was reported."""
        self._shut = shut
        self.title.setText(tr("Practice is shut") if shut else tr("Is one of these there?"))
        self.lead.setText(
            tr("Do what the cards say. Practice opens again when it has been looked at.")
            if shut
            else tr("Stop, and do what the card says. It comes before any practice.")
        )
        while (item := self._cards.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for shown in cards:
            self._cards.addWidget(CareCard(shown, large=True))
        self.report.setVisible(not shut)
        self.looked.setVisible(shut)
        self.confirm.hide()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.report, self.looked):
            buttons.addWidget(button)
        buttons.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.lead)
        column.addLayout(self._cards)
        column.addLayout(buttons)
        column.addWidget(self.confirm)
        column.addStretch(1)
