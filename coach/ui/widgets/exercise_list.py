"""The exercises of a plan: a small picture, the name, and what it is for, in one or two columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coach.domain.exercise import Exercise
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.face_view import FaceThumbnail
from coach.ui.widgets.labels import label, tip

#: Side of a picture, px at 100 %.
_PICTURE: Final = 64
#: Width from which two columns are read well, px at 100 %.
_TWO_COLUMNS: Final = 420
_PURPOSE: Final = "purpose"


class ExerciseList(QWidget):
    """Shows exercises in the order in which they are practised, column by column."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("exerciseList")
        self._style = Style()
        self._rows: list[QWidget] = []
        self._columns = 1
        self._detailed = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(10)

    def set_style(self, style: Style) -> None:
        self._style = style
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_exercises(self, exercises: Sequence[Exercise]) -> None:
        """Show others."""
        for row in self._rows:
            self._grid.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self._rows = [_row(exercise) for exercise in exercises]
        self.set_detailed(self._detailed)
        self.setVisible(bool(self._rows))
        self._place()
        apply_to_children(self, self._style)

    def set_detailed(self, detailed: bool) -> None:
        """What each exercise is for, beside its name, or only where the pointer rests."""
        self._detailed = detailed
        for row in self._rows:
            for words in row.findChildren(QLabel, _PURPOSE):
                words.setVisible(detailed)

    def _arrange(self) -> None:
        columns = 2 if self.width() >= self._style.px(_TWO_COLUMNS) else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        high = -(-len(self._rows) // self._columns)
        for i, row in enumerate(self._rows):
            column, line = divmod(i, max(high, 1))
            self._grid.addWidget(row, line, column, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)


class _Picture(FaceThumbnail):
    """A smaller one, so that a whole programme is seen at once."""

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        self.setFixedSize(style.px(_PICTURE), style.px(_PICTURE))


def _row(exercise: Exercise) -> QWidget:
    row = QWidget()
    row.setObjectName(f"exercise_{exercise.id}")
    row.setToolTip(tip(exercise.purpose))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addStretch(1)
    words.addWidget(label(exercise.title, "strong", wrap=True))
    words.addWidget(label(exercise.purpose, "muted", _PURPOSE, wrap=True))
    words.addStretch(1)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    line.addWidget(_Picture(exercise), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return row
