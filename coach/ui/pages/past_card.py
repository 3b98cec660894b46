"""Home page: past sessions, and their export."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from coach.domain.language import tr
from coach.ui.contracts import SessionRow
from coach.ui.theme import Style
from coach.ui.widgets.labels import ActionButton, label

_ID = Qt.ItemDataRole.UserRole


class PastCard(QFrame):
    """Signal `export_asked(session id)`."""

    export_asked = Signal(str)

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
        self.export = ActionButton(
            tr("Export…"), "", "exportPast", tr("Export the chosen session to a folder")
        )
        self.none_yet = label(tr("Your sessions will be listed here."), "muted", wrap=True)
        self.note = label("", "muted", "exportNote", wrap=True)
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(tr("Past practice"), "heading"))
        column.addWidget(self.none_yet)
        column.addWidget(self.list, 1)
        column.addWidget(self.export, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)
        column.addStretch(0)
        self.export.clicked.connect(self._on_export)
        self.list.itemActivated.connect(lambda _item: self._on_export())

    def set_style(self, style: Style) -> None:
        self.list.setMinimumHeight(style.px(150))

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """List sessions, newest first as they come."""
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(row_text(row))
            item.setData(_ID, row.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if rows else -1)
        for widget in (self.list, self.export):
            widget.setVisible(bool(rows))
        self.none_yet.setVisible(not rows)

    def say(self, text: str) -> None:
        """A short message below the button: where the export is."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _on_export(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.export_asked.emit(str(item.data(_ID)))


def row_text(row: SessionRow) -> str:
    """One session in two lines: when, how many repetitions, what."""
    when = QDateTime(
        QDate(row.created.year, row.created.month, row.created.day),
        QTime(row.created.hour, row.created.minute),
    )
    stamp = QLocale().toString(when, tr("d MMMM yyyy, HH:mm", "how Qt writes a date"))
    count = (
        tr("{scored} of {reps} scored", scored=row.scored, reps=row.reps)
        if row.reps
        else tr("nothing finished")
    )
    return f"{stamp}, {count}\n{row.title}"
