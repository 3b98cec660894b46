"""What would help: another exercise, later, smaller, or leaving it out. The session waits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coach.domain.exercise import Exercise
from coach.domain.language import tr
from coach.ui.widgets.labels import ActionButton, label, tip


class ChangePanel(QScrollArea):
    """Large buttons below each other; the arrow keys and Tab move between them. GUI thread.

    Signals:
        chosen: another exercise (an `Exercise`) in place of this one, or None: this one later.
        eased: smaller and shorter.
        left_out: go on without this exercise.
        closed: nothing is changed.
    """

    chosen = Signal(object)
    eased = Signal()
    left_out = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changePanel")
        self.setAccessibleName(tr("Change this exercise"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body, column = QWidget(), QWidget()
        body.setObjectName("scrollBody")
        middle = QHBoxLayout(body)
        middle.addStretch(1)
        middle.addWidget(column, 4)
        middle.addStretch(1)
        self._rows = QVBoxLayout(column)
        self._rows.setContentsMargins(8, 8, 8, 8)
        self._rows.setSpacing(10)
        self._title = label(tr("What would help?"), "title", "changeTitle", wrap=True)
        self.later = ActionButton(
            tr("Do this one later"), "", "laterButton", tr("Do this one later")
        )
        self.ease = ActionButton(
            tr("Too hard: smaller and shorter"), "", "easeHereButton", tr("Smaller and shorter")
        )
        self.leave = ActionButton(tr("Leave this one out"), "", "leaveButton", tr("Leave it out"))
        self.back = ActionButton(
            tr("Back to the exercise"), "", "backButton", tr("Back to the exercise"), "primary"
        )
        self._others: list[ActionButton] = []
        self._rows.addWidget(self._title)
        for button in (self.ease, self.later, self.leave, self.back):
            self._rows.addWidget(button)
        self._rows.addStretch(1)
        self.setWidget(body)
        self.ease.clicked.connect(self.eased)
        self.later.clicked.connect(lambda: self.chosen.emit(None))
        self.leave.clicked.connect(self.left_out)
        self.back.clicked.connect(self.closed)

    def offer(self, current: Exercise, others: Sequence[Exercise], *, may_wait: bool) -> None:
        """Show what may stand in for the current exercise.

        Args:
            current: what is practised.
            others: what may stand in.
            may_wait: whether another exercise follows, so that this one can come later.
        """
        for old in self._others:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._title.setText(tr("{title}: what would help?", title=current.title))
        self._others = [self._button(other) for other in others]
        for place, button in enumerate(self._others):
            self._rows.insertWidget(2 + place, button)
        self.later.setVisible(may_wait)
        order = [self.ease, *self._others, self.later, self.leave, self.back]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        self.verticalScrollBar().setValue(0)

    def _button(self, other: Exercise) -> ActionButton:
        says = tr("Instead: {title}", title=other.title)
        button = ActionButton(says, "", f"instead_{other.id}", says)
        button.setToolTip(tip(other.purpose))
        button.clicked.connect(lambda: self.chosen.emit(other))
        return button
