"""What to do now, for how long, and what comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coach.domain.coach_state import CoachState
from coach.ui.theme import Style
from coach.ui.widgets.countdown_ring import CountdownRing
from coach.ui.widgets.labels import label
from coach.ui.wording import count_text, headline, next_text


class PhasePanel(QWidget):
    """Headline, countdown, count, next. Labels change only when their words do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phasePanel")
        self.ring = CountdownRing()
        self.headline = label("", "display", "phaseHeadline")
        self.headline.setWordWrap(True)
        self.count = label("", "lead", "repCount")
        self.next = label("", "muted", "nextPhase")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.headline)
        words.addWidget(self.count)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.ring)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.next)

    def set_style(self, style: Style) -> None:
        """Keep the ring's room free, so that nothing jumps when a number appears."""
        self.setMinimumWidth(style.px(250))

    def show_state(self, state: CoachState) -> None:
        """Show one moment."""
        self.ring.show_time(state.phase_elapsed_s, state.phase_duration_s)
        _set(self.headline, headline(state))
        _set(self.count, count_text(state))
        _set(self.next, next_text(state))


def _set(target: QLabel, text: str) -> None:
    if target.text() != text:
        target.setText(text)
