"""A control for each kind of setting; the value comes and goes as the settings hold it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coach.app.i18n import SYSTEM, languages
from coach.app.setting_specs import SettingKind, SettingSpec, limits
from coach.domain.language import tr
from coach.ui.theme import Style
from coach.ui.widgets.choice_row import ChoiceRow
from coach.ui.widgets.labels import ActionButton
from coach.ui.widgets.stepper import Stepper
from coach.ui.widgets.time_list import TimeList

#: Where a caliper's distance starts: the middle of what adults have, mm.
_USUAL_CANTHI_MM: Final = 90.0
#: What the style sheet puts beside the words of a button, px at 100 %.
_AROUND: Final = 42


class Control(QWidget):
    """Signal `changed(object)`: the person chose another value."""

    changed = Signal(object)

    @property
    def first(self) -> QWidget:
        """What takes the keyboard: of several answers the chosen one."""
        buttons = [w for w in self.findChildren(QPushButton) if w.isEnabled()]
        return next((w for w in buttons if w.group() and w.isChecked()), next(iter(buttons), self))

    def show_value(self, value: object) -> None:
        """Show a value without raising `changed`."""
        raise NotImplementedError


class SwitchControl(Control):
    """On or off, said in a word."""

    def __init__(self, spec: SettingSpec) -> None:
        super().__init__()
        self._title = tr(spec.title)
        self.button = ActionButton("", "", f"set_{spec.name}", self._title)
        self.button.setCheckable(True)
        _row(self, self.button)
        self.button.clicked.connect(self._on_clicked)

    def set_style(self, style: Style) -> None:
        """As wide as its longer word: what stands beside it keeps its lines when it is turned."""
        letters = QFontMetrics(style.font(weight=QFont.Weight.Bold))
        words = (_switch_words(on=True), _switch_words(on=False))
        widest = max(letters.horizontalAdvance(text) for text in words)
        self.button.setMinimumWidth(widest + style.px(_AROUND))

    def show_value(self, value: object) -> None:
        on = bool(value)
        self.button.setChecked(on)
        self.button.set_words(_switch_words(on=on))
        self.button.setAccessibleName(f"{self._title}: {_on_or_off(on=on)}")

    def _on_clicked(self) -> None:
        on = self.button.isChecked()
        self.show_value(on)
        self.changed.emit(on)


class ChoiceControl(Control):
    """A few words, one of them chosen."""

    def __init__(self, spec: SettingSpec) -> None:
        super().__init__()
        words = [(str(value), tr(text)) for value, text in spec.choices]
        self.row = ChoiceRow(f"set_{spec.name}", tr(spec.title), words)
        self._number = spec.unit == "%"
        _row(self, self.row, stretch=False)
        self.row.chosen.connect(self._on_chosen)

    def show_value(self, value: object) -> None:
        self.row.choose(str(value))

    def _on_chosen(self, value: str) -> None:
        self.changed.emit(int(value) if self._number else value)


class LanguageControl(Control):
    """Every language in its own words."""

    def __init__(self, spec: SettingSpec) -> None:
        super().__init__()
        known = [(SYSTEM, tr("As the system")), *((x.code, x.name) for x in languages())]
        self.row = ChoiceRow(f"set_{spec.name}", tr(spec.title), known)
        _row(self, self.row, stretch=False)
        self.row.chosen.connect(lambda value: self.changed.emit(value))

    def show_value(self, value: object) -> None:
        self.row.choose(str(value))


class NumberControl(Control):
    """A number in its range."""

    def __init__(self, spec: SettingSpec) -> None:
        super().__init__()
        self.stepper = _stepper(spec)
        _row(self, self.stepper)
        self.stepper.changed.connect(lambda value: self.changed.emit(int(value)))

    def show_value(self, value: object) -> None:
        self.stepper.set_value(float(str(value)))


class MeasureControl(Control):
    """A number, or none: it is entered and removed with a button."""

    def __init__(self, spec: SettingSpec) -> None:
        super().__init__()
        self.stepper = _stepper(spec)
        title = tr(spec.title)
        enter, remove = tr("Enter…"), tr("Remove")
        self.enter = ActionButton(enter, "", f"set_{spec.name}Enter", f"{title}: {enter}")
        self.remove = ActionButton(remove, "", f"set_{spec.name}Remove", f"{title}: {remove}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in (self.enter, self.stepper, self.remove):
            row.addWidget(widget)
        row.addStretch(1)
        self.stepper.changed.connect(lambda value: self.changed.emit(value))
        self.enter.clicked.connect(lambda: self._set(_USUAL_CANTHI_MM))
        self.remove.clicked.connect(lambda: self._set(None))

    def show_value(self, value: object) -> None:
        there = value is not None
        self.enter.setVisible(not there)
        self.stepper.setVisible(there)
        self.remove.setVisible(there)
        if there:
            self.stepper.set_value(float(str(value)))

    def _set(self, value: float | None) -> None:
        self.show_value(value)
        (self.stepper.more if value is not None else self.enter).setFocus()
        self.changed.emit(value)


class TimesControl(Control):
    """Times of the day."""

    def __init__(self, spec: SettingSpec) -> None:
        super().__init__()
        self.times = TimeList(f"set_{spec.name}", tr(spec.title))
        _row(self, self.times, stretch=False)
        self.times.changed.connect(lambda value: self.changed.emit(value))

    def show_value(self, value: object) -> None:
        self.times.show_times(tuple(value) if isinstance(value, tuple) else ())


_MAKE: Final[dict[SettingKind, Callable[[SettingSpec], Control]]] = {
    SettingKind.SWITCH: SwitchControl,
    SettingKind.CHOICE: ChoiceControl,
    SettingKind.NUMBER: NumberControl,
    SettingKind.MEASURE: MeasureControl,
    SettingKind.TIMES: TimesControl,
    SettingKind.LANGUAGE: LanguageControl,
}


def make_control(spec: SettingSpec) -> Control | None:
    """The control of a setting; None where the page has one of its own for it."""
    make = _MAKE.get(spec.kind)
    return make(spec) if make is not None else None


def _on_or_off(*, on: bool) -> str:
    return tr("On") if on else tr("Off")


def _switch_words(*, on: bool) -> str:
    return f"✓ {_on_or_off(on=on)}" if on else _on_or_off(on=on)


def _stepper(spec: SettingSpec) -> Stepper:
    low, high = limits(spec.name)
    return Stepper(
        f"set_{spec.name}", tr(spec.title), low or 0.0, high or 0.0, spec.step, spec.unit
    )


def _row(control: Control, widget: QWidget, *, stretch: bool = True) -> None:
    row = QHBoxLayout() if stretch else QVBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    if isinstance(row, QHBoxLayout):
        row.addStretch(1)
    control.setLayout(row)
