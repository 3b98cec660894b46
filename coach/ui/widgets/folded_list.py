"""A few lines behind a button: there for whoever asks, out of the way else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coach.domain.language import tr
from coach.ui.widgets.button_row import ButtonRow
from coach.ui.widgets.icon_line import IconLine
from coach.ui.widgets.labels import ActionButton


class FoldedList(QWidget):
    """A button that shows lines below itself, and puts them away again.

    Signals:
        told: the lines, when they are shown, for a screen reader.

    Args:
        name: object name; the button and the lines have it in theirs.
        text: what stands on the button.
        subject: what the lines are about, for screen readers.
        lines: one sentence each.
        beside: buttons that stand before its own.
    """

    told = Signal(str)

    def __init__(
        self,
        name: str,
        text: str,
        subject: str,
        lines: Sequence[str],
        beside: Sequence[QPushButton] = (),
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._text, self._says, self._lines = text, f"{text}: {subject}", tuple(lines)
        self.button = ActionButton(text, "", f"{name}_button", self._says)
        self._rows = [IconLine("dot", line, "", f"{name}_{i}") for i, line in enumerate(lines)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(ButtonRow(*beside, self.button))
        for shown in self._rows:
            shown.hide()
            column.addWidget(shown)
        self.button.clicked.connect(self._on_clicked)

    @property
    def open(self) -> bool:
        """Whether the lines are shown."""
        return not self._rows[0].isHidden()

    def _on_clicked(self) -> None:
        opened = not self.open
        for shown in self._rows:
            shown.setVisible(opened)
        words = tr("Put away") if opened else self._text
        self.button.set_words(words)
        self.button.setAccessibleName(f"{words}: {self._says}" if opened else self._says)
        if opened:
            self.told.emit(" ".join(self._lines))
