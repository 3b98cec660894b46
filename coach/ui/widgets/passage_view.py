"""What is read aloud, in large type on a calm ground; the face is not shown meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from coach.domain.language import tr
from coach.ui.theme import Style
from coach.ui.widgets.labels import label, set_role

#: Type for the lines, largest first; the last one is used where none fits.
_ROLES: Final = ("title", "lead")
#: Share of the time after which the last line is reached, for those who read slowly.
_READ_BY: Final = 0.85
#: Width of the bar beside the line that is being read, px at 100 %.
_BAR: Final = 4.0


class _Lines(QWidget):
    """The lines, with a thin bar beside the one that is being read."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("passageLines")
        self._style = Style()
        self._row: QWidget | None = None

    @property
    def marked(self) -> QWidget | None:
        """The row with the bar."""
        return self._row

    def set_style(self, style: Style) -> None:
        self._style = style
        self.update()

    def mark(self, row: QWidget | None) -> None:
        """Put the bar beside a row; None takes it away."""
        if row is not self._row:
            self._row = row
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._row is None:
            return
        at = self._row.geometry()
        width = _BAR * self._style.scale
        bar = QRectF((at.x() - width) / 2, at.y(), width, at.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colour("accent"))
        painter.drawRoundedRect(bar, width / 2, width / 2)
        painter.end()


class PassageView(QScrollArea):
    """Lines one below the other, in the largest type in which all of them are seen. GUI thread.

    Where there is no room for all, they move up line by line with the time, and the one that is
    being read has a mark, until the person scrolls on their own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passageView")
        self.setAccessibleName(tr("What to read"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("card", True)
        self._page = _Lines()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(28, 22, 28, 22)
        self._column.setSpacing(12)
        self._lines: tuple[str, ...] = ()
        self._rows: list[QLabel] = []
        self._reached: list[float] = []
        self._share = 0.0
        self._by_hand = False
        self.setWidget(self._page)
        self._page.setAutoFillBackground(False)  # the round card shows through
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(lambda: self.follow(self._share))

    def set_style(self, style: Style) -> None:
        """Letters of another size."""
        self._fit()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these lines, from the top."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self._page.mark(None)
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
        self._page.mark(self._rows[line] if bar.maximum() > 0 else None)
        above = self._rows[max(line - 1, 0)].y() - self._column.spacing() if line > 1 else 0
        bar.setValue(min(above, bar.maximum()))

    @property
    def marked(self) -> str:
        """The line with the mark of what is being read; empty where all lines are in sight."""
        row = self._page.marked
        return row.text() if isinstance(row, QLabel) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _from_the_top(self) -> None:
        self._share, self._by_hand = 0.0, False
        self.verticalScrollBar().setValue(0)

    def _on_scrolled(self) -> None:
        self._by_hand = True
        self._page.mark(None)

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
