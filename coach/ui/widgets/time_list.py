"""Times of the day: those there are, each with a button to remove it, and one to add."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.domain.language import tr
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.drop_down import DropDown
from coach.ui.widgets.labels import ActionButton

_MOST: Final = 6
_MINUTES: Final = (0, 15, 30, 45)


def _hour_text(hour: int) -> str:
    """09, or 9 AM where the clock has twelve hours."""
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    return QLocale().toString(QTime(hour, 0), "h AP") if "A" in form.upper() else f"{hour:02d}"


class TimeList(QWidget):
    """Signal `changed(tuple)`: other times, "HH:MM", in order.

    Args:
        name: object name.
        says: what the times are for, for screen readers.
    """

    changed = Signal(object)

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._times: tuple[str, ...] = ()
        self._style = Style()
        self._shown = QVBoxLayout()
        self._shown.setSpacing(8)
        hour, minute, add = tr("hour"), tr("minute"), tr("Add")
        self.hour = DropDown(f"{name}Hour", f"{says}: {hour}")
        self.minute = DropDown(f"{name}Minute", f"{says}: {minute}")
        self.hour.show_choices([(_hour_text(h), f"{h:02d}") for h in range(24)], "09")
        self.minute.show_choices([(f"{m:02d}", f"{m:02d}") for m in _MINUTES], "00")
        self.add = ActionButton(add, "", f"{name}Add", f"{says}: {add}")
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.hour, self.minute, self.add):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._shown)
        column.addLayout(row)
        self.add.clicked.connect(self._on_add)

    def set_style(self, style: Style) -> None:
        self._style = style
        twelve = self.hour.itemText(0) != "00"
        self.hour.setMinimumWidth(style.px(136 if twelve else 104))
        self.minute.setMinimumWidth(style.px(104))

    @property
    def times(self) -> tuple[str, ...]:
        return self._times

    def show_times(self, times: tuple[str, ...]) -> None:
        """Show times without raising `changed`."""
        if times == self._times:
            return
        self._times = times
        while (item := self._shown.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for time in times:
            self._shown.addWidget(self._line(time))
        self.add.setEnabled(len(times) < _MOST)
        apply_to_children(self, self._style)

    def _line(self, time: str) -> QWidget:
        said = QLocale().toString(QTime.fromString(time, "HH:mm"), QLocale.FormatType.ShortFormat)
        text = tr("{time}, remove", time=said)
        button = ActionButton(f"{said}   ✕", "", f"{self.objectName()}_{time}", text)
        button.clicked.connect(lambda: self._change(tuple(t for t in self._times if t != time)))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        return line

    def _on_add(self) -> None:
        time = f"{self.hour.currentData()}:{self.minute.currentData()}"
        self._change(tuple(sorted({*self._times, time})))

    def _change(self, times: tuple[str, ...]) -> None:
        self.show_times(times)
        self.add.setFocus()
        self.changed.emit(times)
