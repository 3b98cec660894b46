"""After "stop": for some seconds the way back, in the page itself and without a question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from coach.domain.language import plural, tr
from coach.ui.widgets.labels import ActionButton, label


class StopCard(QFrame):
    """Signals: `go_on_asked()`, `end_asked()`. Hidden until `offer`."""

    go_on_asked = Signal()
    end_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stopCard")
        self.setProperty("notice", True)
        self._closing = False
        self.words = label("", "strong", "stopWords", wrap=True)
        self.go_on = ActionButton(
            tr("Go on"), "play", "stopGoOn", tr("Go on with the practice"), "primary"
        )
        self.end = ActionButton("", "stop", "stopEnd", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 14, 10)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        for button in (self.go_on, self.end):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.go_on.clicked.connect(self.go_on_asked)
        self.end.clicked.connect(self.end_asked)
        self.hide()

    def offer(self, *, closing: bool) -> None:
        """Show it with the keyboard on the way back; `closing`: the window closes then."""
        self._closing = closing
        words = tr("Close now") if closing else tr("End now")
        self.end.set_words(words)
        self.end.setAccessibleName(words)
        self.show()
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self, seconds: int) -> None:
        """Say how long the offer stands."""
        if self._closing:
            left = plural(
                "The window closes in {n} seconds.", "The window closes in {n} second.", seconds
            )
        else:
            left = plural("It ends in {n} seconds.", "It ends in {n} second.", seconds)
        self.words.setText(" ".join((tr("Stopped. What you did is kept."), left)))
