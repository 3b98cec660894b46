"""Home page: the week, what to mind, and a session that broke off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from coach.domain.language import tr
from coach.domain.practice_week import Week
from coach.domain.programme import SafetyCard
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.care_card import STOP_SIGNS
from coach.ui.widgets.flow import FlowRow
from coach.ui.widgets.labels import ActionButton, label
from coach.ui.widgets.week_strip import WeekStrip, week_sentence


class WeekCard(QFrame):
    """Seven days and one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("weekCard")
        self.strip = WeekStrip()
        self.sentence = label("", "", "weekSentence", wrap=True)
        column = _column(self)
        column.addWidget(label(tr("This week"), "heading", "weekTitle", wrap=True))
        column.addWidget(self.strip)
        column.addWidget(self.sentence)

    def show_week(self, week: Week, *, quiet: bool = False) -> None:
        """Show another week; `quiet`: without a word about practice that is still to come."""
        self.strip.show_week(week)
        self.sentence.setText(week_sentence(week))
        self.sentence.setHidden(quiet)


class CareCard(QFrame):
    """The chosen plan's safety cards, shortened to what must not be missed.

    Signals:
        read_asked: the person wants to read them all.
    """

    read_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("careCard")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._style = Style()
        self.read = ActionButton(tr("Read all"), "", "readCare", tr("Read all of what to mind"))
        column = _column(self)
        self.title = label(tr("Before you start"), "heading", "careTitle", wrap=True)
        column.addWidget(self.title)
        column.addLayout(self._lines)
        column.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        self.read.clicked.connect(self.read_asked)

    def set_style(self, style: Style) -> None:
        self._style = style

    def show_cards(self, cards: Sequence[SafetyCard], *, shut: bool = False) -> None:
        """The first sentence of each card; `shut`: all that is to be done about a warning sign."""
        self.title.setText(tr("What to do") if shut else tr("Before you start"))
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for card in cards:
            all_of_it = shut and card.id == STOP_SIGNS
            for i, line in enumerate(card.lines if all_of_it else () if shut else card.lines[:1]):
                self._lines.addWidget(label(line, "", f"mind_{card.id}_{i}", wrap=True))
        self.read.setVisible(bool(cards) and not shut)
        apply_to_children(self, self._style)


class ResumeCard(QFrame):
    """Offers to go on where a session broke off; hidden where none did.

    Signals:
        resume_asked: go on.
        put_aside: start again instead.
        offered: there is something to go on with now.
        withdrawn: there is nothing any more.
    """

    offered = Signal()
    withdrawn = Signal()
    resume_asked = Signal()
    put_aside = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("notice", True)
        self.setObjectName("resumeCard")
        self.words = label("", "strong", "resumeWords", wrap=True)
        self.resume = ActionButton(
            tr("Go on where you stopped"),
            "play",
            "resumeButton",
            tr("Go on where you stopped"),
            "primary",
        )
        self.aside = ActionButton(
            tr("Start again"),
            "",
            "resumeAside",
            tr("Start again: put the unfinished practice aside"),
        )
        column = _column(self)
        column.addWidget(self.words)
        buttons = FlowRow(gap=10)
        buttons.addWidget(self.resume)
        buttons.addWidget(self.aside)
        column.addWidget(buttons)
        self.resume.clicked.connect(self.resume_asked)
        self.aside.clicked.connect(self.put_aside)
        self.hide()

    def show_offer(self, title: str, exercise: str, number: int, count: int) -> None:
        """Offer to go on with an exercise of a plan; `number` counts from 1."""
        self.words.setText(
            tr(
                "{practice}: you stopped at exercise {number} of {count}, {exercise}. "
                "What you did is kept.",
                practice=title,
                number=number,
                count=count,
                exercise=exercise,
            )
        )
        self.show()
        self.offered.emit()

    def withdraw(self) -> None:
        """Offer nothing."""
        self.hide()
        self.withdrawn.emit()


def _column(frame: QFrame) -> QVBoxLayout:
    column = QVBoxLayout(frame)
    column.setContentsMargins(22, 18, 22, 18)
    column.setSpacing(10)
    return column
