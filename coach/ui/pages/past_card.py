"""Home page: past sessions, to look at again or to export."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from coach.domain.language import plural, tr
from coach.ui.contracts import SessionRow
from coach.ui.dates import moment_text, no_break
from coach.ui.theme import Style
from coach.ui.widgets.confirm import Confirm
from coach.ui.widgets.flow import FlowRow
from coach.ui.widgets.in_sight import bring_into_view
from coach.ui.widgets.labels import ActionButton, breakable_path, label

_ID = Qt.ItemDataRole.UserRole


class PastCard(QFrame):
    """Signals: `open_asked(session id)`, `export_asked(session id)`, `delete_asked(session id)`."""

    open_asked = Signal(str)
    export_asked = Signal(str)
    delete_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("pastCard")
        self.list = QListWidget()
        self.list.setObjectName("pastSessions")
        self.list.setAccessibleName(tr("Past practice"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.open = ActionButton(tr("Look at it"), "", "openPast", tr("Look at the chosen session"))
        self.export = ActionButton(
            tr("Export…"), "", "exportPast", tr("Export the chosen session to a folder")
        )
        self.delete = ActionButton(tr("Delete…"), "", "deletePast", tr("Delete the chosen session"))
        self.confirm = Confirm("pastConfirm", "", tr("Delete for good"), tr("Keep it"))
        self.delete.hide()
        self._deletes = False
        self._question: Callable[[str], str] = lambda _id: ""
        self.none_yet = label(tr("Your sessions will be listed here."), "muted", wrap=True)
        self.note = label("", "muted", "exportNote", wrap=True)
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(tr("Past practice"), "heading"))
        column.addWidget(self.none_yet)
        column.addWidget(self.list, 1)
        buttons = FlowRow(gap=10)
        buttons.addWidget(self.open)
        buttons.addWidget(self.export)
        buttons.addWidget(self.delete)
        column.addWidget(buttons)
        column.addWidget(self.confirm)
        column.addWidget(self.note)
        column.addStretch(0)
        self.export.clicked.connect(self._on_export)
        self.open.clicked.connect(self._on_open)
        self.delete.clicked.connect(self._on_delete)
        self.list.currentItemChanged.connect(lambda _now, _before: self.confirm.hide())
        self.list.itemActivated.connect(lambda _item: self._on_open())

    def set_style(self, style: Style) -> None:
        self.list.setMinimumHeight(style.px(118))

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """List sessions, newest first as they come."""
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row_text(row))
            item.setData(_ID, row.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if rows else -1)
        for widget in (self.list, self.open, self.export):
            widget.setVisible(bool(rows))
        self.delete.setVisible(bool(rows) and self._deletes)
        self.none_yet.setVisible(not rows)

    def offer_deleting(self, question: Callable[[str], str]) -> None:
        """Let a session be deleted; `question`: what is asked before, of a session's id."""
        self._question, self._deletes = question, True
        self.delete.setVisible(self.list.count() > 0)
        self.confirm.agreed.connect(self._on_agreed)
        self.confirm.declined.connect(lambda: self.delete.setFocus())

    def say(self, text: str) -> None:
        """A short message below the button: where the export is."""
        self.note.setText(breakable_path(text))
        self.note.setAccessibleName(text)
        self.note.setVisible(bool(text))

    def _on_open(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.open_asked.emit(str(item.data(_ID)))

    def _on_delete(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.confirm.ask(self._question(str(item.data(_ID))))
            bring_into_view(self.confirm)

    def _on_agreed(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.delete_asked.emit(str(item.data(_ID)))
            self.list.setFocus()

    def _on_export(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.export_asked.emit(str(item.data(_ID)))


def row_text(row: SessionRow) -> str:
    """One session in two lines: when and how many repetitions; what, and if a drawn face did it."""
    if not row.reps:
        count = tr("nothing finished")
    elif row.scored == row.reps:
        count = plural("{n} repetitions", "{n} repetition", row.reps)
    else:
        count = plural(
            "{n} repetitions, {measured} measured",
            "{n} repetition, {measured} measured",
            row.reps,
            measured=row.scored,
        )
    count = no_break(count)
    title = tr("Drawn face: {title}", title=row.title) if row.drawn else row.title
    return f"{moment_text(row.created)}, {count}\n{title}"
