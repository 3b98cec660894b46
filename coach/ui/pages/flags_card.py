"""After the session: what joined in, and what stands behind it; a therapist's own entries."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coach.domain.exercise import Exercise
from coach.domain.language import tr
from coach.domain.session import RepRecord, SessionRecord
from coach.ui.pages.flags_model import (
    ENTERED_NAME,
    ENTERED_PLACES,
    GRADE_NAME,
    FlagLine,
    flag_lines,
    place_key,
    rep_name,
)
from coach.ui.theme import Style
from coach.ui.widgets.choice_row import ChoiceRow
from coach.ui.widgets.drop_down import DropDown
from coach.ui.widgets.labels import ActionButton, label


class FlagsCard(QFrame):
    """A list of flags and a form that stays folded until a therapist asks for it.

    Signals:
        flag_opened: (repetition, flag) whose curves are wanted.
        entered: (repetition, region, side, grade) that a therapist saw.
        taken_back: (repetition, flag) of a therapist's entry.
    """

    flag_opened = Signal(object, object)
    entered = Signal(object, object, object, int)
    taken_back = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("flagsCard")
        self._lines: list[FlagLine] = []
        self._reps: tuple[RepRecord, ...] = ()
        self.none = label(tr("Nothing else joined in."), "muted", "noFlags", wrap=True)
        self.list = QListWidget()
        self.list.setObjectName("flagList")
        self.list.setAccessibleName(tr("What joined in"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.open = ActionButton(
            tr("Show the two curves"), "", "openFlag", tr("Show the two curves behind it")
        )
        self.back = ActionButton(
            tr("Take the entry back"), "", "takeBack", tr("Take this therapist's entry back")
        )
        self.unfold = ActionButton(
            tr("For the therapist: chin or neck…"),
            "",
            "enterFlag",
            tr("For the therapist: enter what the camera cannot see at chin or neck"),
        )
        self.form = _EntryForm()
        self.form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(tr("What joined in"), "title", wrap=True))
        column.addWidget(self.none)
        column.addWidget(self.list)
        for button in (self.open, self.back, self.unfold):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        column.addStretch(1)
        self.list.currentRowChanged.connect(lambda _row: self._on_row())
        self.list.itemActivated.connect(lambda _item: self._on_open())
        self.open.clicked.connect(self._on_open)
        self.back.clicked.connect(self._on_back)
        self.unfold.clicked.connect(self._on_unfold)
        self.form.enter.clicked.connect(self._on_enter)

    def set_style(self, style: Style) -> None:
        rows = min(max(len(self._lines), 1), 5)
        self.list.setFixedHeight(style.px(20 + 50 * rows))

    def show_record(self, record: SessionRecord, exercises: Mapping[str, Exercise]) -> None:
        """List a session's flags."""
        chosen = max(self.list.currentRow(), 0)
        self._lines = flag_lines(record, exercises)
        self._reps = record.reps
        self.list.clear()
        for line in self._lines:
            self.list.addItem(QListWidgetItem(line.text))
        self.list.setCurrentRow(min(chosen, len(self._lines) - 1))
        self.form.show_reps(record.reps, exercises)
        found = bool(self._lines)
        self.none.setVisible(not found)
        self.list.setVisible(found)
        self.unfold.setVisible(bool(record.reps))
        self._on_row()

    def _line(self) -> FlagLine | None:
        row = self.list.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _on_row(self) -> None:
        line = self._line()
        self.open.setVisible(line is not None)
        self.open.setEnabled(line is not None and not line.entered)
        self.back.setVisible(line is not None and line.entered)

    def _on_open(self) -> None:
        line = self._line()
        if line is not None and not line.entered:
            self.flag_opened.emit(line.rep, line.flag)

    def _on_back(self) -> None:
        line = self._line()
        if line is not None and line.entered:
            self.taken_back.emit(line.rep, line.flag)

    def _on_unfold(self) -> None:
        shown = self.form.isHidden()
        self.form.setVisible(shown)
        if shown:
            self.form.rep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_enter(self) -> None:
        index, place, grade = self.form.rep.currentIndex(), self.form.place, self.form.grade.value
        if 0 <= index < len(self._reps) and place is not None and grade is not None:
            self.entered.emit(self._reps[index], *place, int(grade))


class _EntryForm(QWidget):
    """Which repetition, where, and how strong."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("entryForm")
        self.rep = DropDown("entryRep", tr("In which repetition"))
        self.places = ChoiceRow(
            "entryPlace",
            tr("Where it was"),
            [(place_key(*place), ENTERED_NAME[place]) for place in ENTERED_PLACES],
        )
        self.grade = ChoiceRow(
            "entryGrade",
            tr("How strong it was"),
            [(str(n), _capital(GRADE_NAME[n])) for n in (1, 2, 3)],
        )
        self.grade.choose("1")
        self.enter = ActionButton(tr("Enter"), "", "entryDone", tr("Enter what was seen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        about = tr("The camera cannot see bands of the neck or dimples of the chin.")
        column.addWidget(label(about, "muted", "entryAbout", wrap=True))
        for widget in (self.rep, self.places, self.grade):
            column.addWidget(widget)
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def place(self) -> tuple[object, object] | None:
        """Region and side; None where none is chosen."""
        return next((p for p in ENTERED_PLACES if place_key(*p) == self.places.value), None)

    def show_reps(self, reps: tuple[RepRecord, ...], exercises: Mapping[str, Exercise]) -> None:
        """Offer the session's repetitions."""
        self.rep.show_choices([(rep_name(r, exercises), str(r.index)) for r in reps])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
