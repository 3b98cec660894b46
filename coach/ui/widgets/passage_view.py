"""What is read aloud, in large type on a calm ground; the face is not shown meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from coach.domain.language import tr
from coach.ui.widgets.labels import label


class PassageView(QScrollArea):
    """Lines one below the other; scrolls by key where there is no room for all. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passageView")
        self.setAccessibleName(tr("What to read"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._card.setObjectName("passageCard")
        self._rows = QVBoxLayout(self._card)
        self._rows.setContentsMargins(28, 22, 28, 22)
        self._rows.setSpacing(12)
        self._lines: tuple[str, ...] = ()
        self.setWidget(self._card)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these lines, from the top."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for index, line in enumerate(lines):
            self._rows.addWidget(_row(line, index))
        self._rows.addStretch(1)
        self.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(" ".join(lines))


def _row(line: str, index: int) -> QLabel:
    made = label(line, "title", f"passageLine{index}", wrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made
