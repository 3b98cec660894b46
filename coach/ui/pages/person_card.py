"""Beside the programmes: a warning sign, the answers, and the therapist who sits beside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from coach.domain.language import tr
from coach.ui.widgets.confirm import Confirm
from coach.ui.widgets.labels import ActionButton, label


class PersonCard(QFrame):
    """Signals: `stop_asked()`, `answers_asked()`, `presence_asked(bool)`."""

    stop_asked = Signal()
    answers_asked = Signal()
    presence_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("personCard")
        self.answers = ActionButton(
            tr("My answers"), "", "editAnswers", tr("Look at my answers and change them")
        )
        self.stop = ActionButton(
            tr("I have a warning sign"), "caution", "stopSign", tr("I have a warning sign")
        )
        self.present = ActionButton("", "", "therapistPresent", tr("A therapist is with me now"))
        self.present.setCheckable(True)
        self.confirm = Confirm(
            "therapistConfirm",
            tr(
                "Does a therapist sit beside you? Only they open steps. It holds until they leave, "
                "or the program is closed."
            ),
            tr("Yes, beside me"),
            tr("No"),
        )
        self._build()
        self.stop.clicked.connect(self.stop_asked)
        self.answers.clicked.connect(self.answers_asked)
        self.present.clicked.connect(self._on_present)
        self.confirm.agreed.connect(lambda: self.presence_asked.emit(True))
        self.confirm.declined.connect(self.present.setFocus)
        self.show_present(present=False)

    def show_present(self, *, present: bool) -> None:
        """Show whether a therapist is beside."""
        self.present.setChecked(present)
        self.present.set_words(
            tr("End the therapist's visit") if present else tr("A therapist is with me now")
        )
        self.present.setAccessibleName(self.present.text())
        self._beside.setVisible(present)
        if present:
            self.confirm.hide()

    def _on_present(self) -> None:
        asked = self.present.isChecked()
        if not asked:
            self.presence_asked.emit(False)
            return
        self.present.setChecked(False)  # only the answer turns it on
        self.confirm.ask()

    def _build(self) -> None:
        self._beside = label(
            tr("A therapist is beside you. Every programme is shown; they may open steps."),
            "strong",
            "therapistBeside",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addWidget(label(tr("About me"), "heading", "personTitle", wrap=True))
        column.addWidget(self.answers)
        column.addWidget(self.stop)
        column.addWidget(self.present)
        column.addWidget(self.confirm)
        column.addWidget(self._beside)
        column.addStretch(1)
