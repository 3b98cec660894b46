"""What to do now, for how long, and what comes next."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coach.domain.coach_state import CoachState
from coach.ui.theme import Style
from coach.ui.widgets.countdown_ring import CountdownRing
from coach.ui.widgets.labels import label, set_role
from coach.ui.wording import count_text, headline, next_text

#: Between the ring and the words, px.
_GAP: Final = 14


class PhasePanel(QWidget):
    """Headline, countdown, count, next. Labels change only when their words do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phasePanel")
        self._small = False
        self.ring = CountdownRing()
        self.headline = label("", "display", "phaseHeadline")
        self.headline.setWordWrap(True)
        self.count = label("", "lead", "repCount", wrap=True)
        self.next = label("", "muted", "nextPhase")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.headline)
        words.addWidget(self.count)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self.ring)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.next)

    def set_style(self, style: Style) -> None:
        """Keep the ring's room free, so that nothing jumps when a number appears."""
        self.setMinimumWidth(style.px(250))

    def set_small(self, small: bool) -> None:
        """Leave out what comes next, in a small window with large letters."""
        self._small = small
        self.ring.set_small(small)
        self._fit_headline()
        self.next.setVisible(not small)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_headline()

    def _fit_headline(self) -> None:
        """Smaller letters where the longest word is wider than its room: words are not broken."""
        set_role(self.headline, "title" if self._small else "display")
        words = self.headline.fontMetrics()
        room = self.width() - self.ring.sizeHint().width() - _GAP
        widest = max(map(words.horizontalAdvance, self.headline.text().split()), default=0)
        if widest > room:
            set_role(self.headline, "title")

    def clear(self) -> None:
        """Before the first moment."""
        self.ring.hide()
        for words in (self.headline, self.count, self.next):
            words.setText("")

    def show_state(
        self, state: CoachState, *, with_title: bool = False, quiet: bool = False
    ) -> None:
        """Show one moment.

        Args:
            state: the moment.
            with_title: name the exercise, which stands nowhere else then, for what comes next.
            quiet: nothing moves, so no time runs on the screen.
        """
        self.ring.show_time(state.phase_elapsed_s, state.phase_duration_s)
        self.ring.setVisible(bool(self.ring.text) and not (quiet or state.source_lost))
        if _set(self.headline, headline(state)):
            self._fit_headline()
        count = count_text(state)
        title = state.exercise.title if with_title and state.exercise else ""
        set_role(self.count, "lead" if count else "muted")
        _set(self.count, count or title)
        following = "" if state.source_lost else next_text(state)
        _set(self.next, title if count and title else following)


def _set(target: QLabel, text: str) -> bool:
    """True where the words are new."""
    if target.text() == text:
        return False
    target.setText(text)
    return True
