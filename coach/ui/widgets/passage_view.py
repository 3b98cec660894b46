"""What is read aloud, in large type on a calm ground; the face is not shown meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from coach.domain.language import tr
from coach.ui.theme import Style
from coach.ui.widgets.labels import label, set_role

#: Type for the lines, largest first; the last one is used where none fits.
_ROLES: Final = ("title", "lead")
#: Share of the time after which the last line is reached, for those who read slowly.
_READ_BY: Final = 0.85


class PassageView(QScrollArea):
    """Lines one below the other, in the largest type in which all of them are seen. GUI thread.

    Where there is no room for all, they move up line by line with the time, until the person
    scrolls on their own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passageView")
        self.setAccessibleName(tr("What to read"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._card.setObjectName("passageCard")
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(28, 22, 28, 22)
        self._column.setSpacing(12)
        self._lines: tuple[str, ...] = ()
        self._rows: list[QLabel] = []
        self._reached: list[float] = []
        self._share = 0.0
        self._by_hand = False
        self.setWidget(self._card)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)

    def set_style(self, style: Style) -> None:
        """Letters of another size."""
        self._fit()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these lines, from the top."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        self._rows = [_row(line, index) for index, line in enumerate(lines)]
        for row in self._rows:
            self._column.addWidget(row)
        self._column.addStretch(1)
        ends = list(accumulate(len(line) for line in lines))
        self._reached = [end / ends[-1] for end in ends]
        self._from_the_top()
        self._fit()
        self.setAccessibleDescription(" ".join(lines))

    def follow(self, share: float) -> None:
        """Keep the line that is being read in sight, with the one before it.

        Args:
            share: of the time that has gone, 0 to 1.
        """
        if share < self._share:
            self._from_the_top()
        self._share = share
        if self._by_hand or not self._rows:
            return
        read = share / _READ_BY
        line = next((i for i, end in enumerate(self._reached) if read < end), len(self._rows) - 1)
        bar = self.verticalScrollBar()
        above = self._rows[max(line - 1, 0)].y() - self._column.spacing() if line > 1 else 0
        bar.setValue(min(above, bar.maximum()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _from_the_top(self) -> None:
        self._share, self._by_hand = 0.0, False
        self.verticalScrollBar().setValue(0)

    def _on_scrolled(self) -> None:
        self._by_hand = True

    def _fit(self) -> None:
        for role in _ROLES:
            for row in self._rows:
                set_role(row, role)
            self._column.invalidate()
            width = self.viewport().width()
            if self._column.heightForWidth(width) <= self.viewport().height():
                return


def _row(line: str, index: int) -> QLabel:
    made = label(line, _ROLES[0], f"passageLine{index}", wrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made
