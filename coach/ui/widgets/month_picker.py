"""A date as people remember it: month and year, and the day where it matters."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from coach.domain.language import tr
from coach.ui.widgets.plan_box import PlanBox

#: A palsy from birth in an old person.
_YEARS: Final = 90
_UNKNOWN: Final = 0


class _Box(PlanBox):
    """A drop-down of numbers with words."""

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.setProperty("role", "")
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setMinimumContentsLength(5)

    def set_role(self, role: str) -> None:
        """Letters of another size."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()


class MonthPicker(QWidget):
    """Signal `changed()`. A month without a day counts as its last day, or as today.

    Weeks since then are counted from it, and too few of them only keep a phase closed for longer.

    Args:
        name: object name; the boxes get it with "Month", "Year", "Day".
        says: what happened then, for screen readers.
        with_day: ask for the day as well.
        today: the local date.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        says: str,
        *,
        with_day: bool = False,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._today = today
        self._shown: date | None = None
        self.day = _Box(f"{name}Day", tr("{question} Day", question=says))
        self.month = _Box(f"{name}Month", tr("{question} Month", question=says))
        self.year = _Box(f"{name}Year", tr("{question} Year", question=says))
        _fill(self.day, tr("Day"), [(str(n), n) for n in range(1, 32)])
        months = [(_month_name(n), n) for n in range(1, 13)]
        _fill(self.month, tr("Month"), months)
        newest = today().year
        _fill(self.year, tr("Year"), [(str(newest - n), newest - n) for n in range(_YEARS + 1)])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box, stretch in ((self.day, 2), (self.month, 4), (self.year, 3)):
            row.addWidget(box, stretch)
            box.activated.connect(self._on_activated)
        self.day.setVisible(with_day)

    @property
    def first(self) -> QWidget:
        """What takes the keyboard."""
        return self.month if self.day.isHidden() else self.day

    def set_large(self, large: bool) -> None:
        """Large letters, where the question has a screen to itself."""
        for box in (self.day, self.month, self.year):
            box.set_role("large" if large else "")

    def value(self) -> date | None:
        """The latest day that the answer allows; None until month and year are known."""
        month, year = self.month.currentData(), self.year.currentData()
        if not month or not year:
            return None
        last = calendar.monthrange(year, month)[1]
        day = self.day.currentData() if not self.day.isHidden() else _UNKNOWN
        shown = self._shown
        if shown and (year, month) == (shown.year, shown.month) and day in (_UNKNOWN, shown.day):
            return shown  # looked at, not changed: a later look must not move it
        told = date(year, month, min(day or last, last))
        return told if day else min(told, max(self._today(), date(year, month, 1)))

    def set_date(self, when: date | None) -> None:
        """Show a date without raising `changed`; None shows none."""
        self._shown = when
        for box, value in (
            (self.day, when.day if when else _UNKNOWN),
            (self.month, when.month if when else _UNKNOWN),
            (self.year, when.year if when else _UNKNOWN),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))

    def _on_activated(self) -> None:
        self.changed.emit()


def _fill(box: QComboBox, nothing: str, entries: list[tuple[str, int]]) -> None:
    box.addItem(nothing, _UNKNOWN)
    for text, value in entries:
        box.addItem(text, value)


def _month_name(number: int) -> str:
    name = QLocale().standaloneMonthName(number)
    return name[:1].upper() + name[1:]
