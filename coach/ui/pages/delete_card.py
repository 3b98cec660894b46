"""Settings: delete one session, a span of them, or all; asked once, then gone for good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QVBoxLayout

from coach.domain.language import plural, tr
from coach.ui.contracts import SessionRow
from coach.ui.dates import moment_text
from coach.ui.widgets.button_row import ButtonRow
from coach.ui.widgets.confirm import Confirm
from coach.ui.widgets.drop_down import DropDown
from coach.ui.widgets.in_sight import bring_into_view
from coach.ui.widgets.labels import ActionButton, label


class Deletion(Protocol):
    """What deletes (`coach.app.deletion.DeletionPresenter`)."""

    @property
    def deleted(self) -> SignalInstance: ...
    @property
    def problem_raised(self) -> SignalInstance: ...
    def sessions(self) -> Sequence[SessionRow]: ...
    def question(self, session_ids: Sequence[str]) -> str: ...
    def delete(self, session_ids: Sequence[str]) -> None: ...


class DeleteCard(QFrame):
    """From one session to another, both included; the same one twice is that one.

    Signals:
        told: words for a screen reader.

    Args:
        deletion: deletes.
    """

    told = Signal(str)

    def __init__(self, deletion: Deletion) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("deleteCard")
        self._deletion = deletion
        self._ids: list[str] = []  # oldest first
        self._wanted: tuple[str, ...] = ()
        self.since = DropDown("deleteFrom", tr("Delete from this session on"))
        self.until = DropDown("deleteTo", tr("Delete up to this session"))
        self.none = label(tr("There is no practice to delete."), "muted", "deleteNone", wrap=True)
        self.span = ActionButton("", "", "deleteSpan", "")
        self.all = ActionButton(
            tr("Delete all practice…"), "", "deleteAll", tr("Delete all practice")
        )
        self.confirm = Confirm("deleteConfirm", "", tr("Delete for good"), tr("Keep it"))
        self.note = label("", "strong", "deleteNote", wrap=True)
        self._names = (
            label(tr("From"), "strong", "deleteFromText"),
            label(tr("To"), "strong", "deleteToText"),
        )
        self._build()
        for box in (self.since, self.until):
            box.activated.connect(lambda _index: self._show_count())
        self.span.clicked.connect(lambda: self.ask(self.chosen))
        self.all.clicked.connect(lambda: self.ask(tuple(self._ids)))
        self.confirm.agreed.connect(lambda: deletion.delete(self._wanted))
        self.confirm.declined.connect(lambda: self.span.setFocus(Qt.FocusReason.OtherFocusReason))
        deletion.deleted.connect(self._on_deleted)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids from one chosen session to the other."""
        if not self._ids:
            return ()
        ends = sorted(self._ids.index(str(b.currentData())) for b in (self.since, self.until))
        return tuple(self._ids[ends[0] : ends[1] + 1])

    def refresh(self) -> None:
        """Read again what there is."""
        rows = sorted(self._deletion.sessions(), key=lambda row: row.created)
        self._ids = [row.id for row in rows]
        choices = [(moment_text(row.created), row.id) for row in rows]
        for box in (self.since, self.until):
            box.show_choices(choices, choices[-1][1] if choices else "")
        for part in (self.since, self.until, self.span, self.all, *self._names):
            part.setVisible(bool(choices))
        self.none.setVisible(not choices)
        self.confirm.hide()
        self._show_count()

    def ask(self, session_ids: Sequence[str]) -> None:
        """Ask once before these are deleted."""
        self._wanted = tuple(session_ids)
        self.note.hide()
        self.confirm.ask(self._deletion.question(self._wanted))
        bring_into_view(self.confirm)

    def _show_count(self) -> None:
        words = plural("Delete {n} sessions…", "Delete {n} session…", len(self.chosen))
        self.span.set_words(words)
        self.span.setAccessibleName(words)
        self.confirm.hide()

    def _on_deleted(self, text: str) -> None:
        self.refresh()
        self.note.setText(text)
        self.note.show()
        self.told.emit(text)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(8)
        column.addWidget(label(tr("Delete practice"), "title", "deleteTitle", wrap=True))
        lead = tr("What is deleted here is gone for good. Export it first if you want to keep it.")
        column.addWidget(label(lead, "muted", "deleteLead", wrap=True))
        column.addWidget(self.none)
        for name, box in zip(self._names, (self.since, self.until), strict=True):
            column.addWidget(name)
            column.addWidget(box)
        column.addWidget(ButtonRow(self.span, self.all))
        column.addWidget(self.confirm)
        column.addWidget(self.note)
        self.note.hide()
