"""A question before something that matters, in the page itself: no window in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from coach.ui.widgets.labels import ActionButton, label


class Confirm(QFrame):
    """Hidden until `ask`. Signals: `agreed()`, `declined()`; either hides it again.

    Args:
        name: object name.
        text: the question, one or two sentences; "": it comes with `ask`.
        yes: the answer that goes on.
        no: the answer that leaves everything as it is; it has the keyboard first.
    """

    agreed = Signal()
    declined = Signal()

    def __init__(self, name: str, text: str, yes: str, no: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("notice", True)
        self.setAccessibleName(text)
        self.yes = ActionButton(yes, "", f"{name}Yes", f"{text} {yes}")
        self.no = ActionButton(no, "", f"{name}No", f"{text} {no}")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        self.text = label(text, "strong", f"{name}Text", wrap=True)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        column.addLayout(row)
        self.yes.clicked.connect(lambda: self._answer(agreed=True))
        self.no.clicked.connect(lambda: self._answer(agreed=False))
        self.hide()

    def ask(self, text: str = "") -> None:
        """Show the question and give it the keyboard; `text`: another question than before."""
        if text:
            self.text.setText(text)
            self.setAccessibleName(text)
            for button in (self.yes, self.no):
                button.setAccessibleName(f"{text} {button.text().strip()}")
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, *, agreed: bool) -> None:
        self.hide()
        (self.agreed if agreed else self.declined).emit()
