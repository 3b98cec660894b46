"""Settings page: the therapist's plan file, and the limits that a therapist may change."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from coach.app.limits_presenter import LimitsPresenter, RegionLimit, saved
from coach.app.plan_import import PlanImport
from coach.domain.language import Sentences, mark, tr
from coach.domain.movements import Region
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.button_row import ButtonRow
from coach.ui.widgets.confirm import Confirm
from coach.ui.widgets.drop_down import DropDown
from coach.ui.widgets.labels import ActionButton, label, tip
from coach.ui.widgets.plan_file_card import PlanFileCard
from coach.ui.widgets.stepper import Stepper

_REGION: Final = Sentences(
    {
        Region.BROW: mark("Brow"),
        Region.EYE: mark("Eye"),
        Region.NOSE: mark("Nose"),
        Region.MOUTH: mark("Mouth"),
    }
)
_STEP: Final = {"pct": 1.0, "mm": 0.5}


class Presence(Protocol):
    """Whether a therapist is beside (`coach.app.profile_presenter.ProfilePresenter`)."""

    @property
    def therapist_present(self) -> bool: ...

    def set_therapist_present(self, present: bool) -> None: ...


class TherapistCard(QFrame):
    """Signal `reopen_asked()`: exercises are others now."""

    reopen_asked = Signal()

    def __init__(self, plans: PlanImport, limits: LimitsPresenter, presence: Presence) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("therapistCard")
        self._limits, self._presence = limits, presence
        self._style = Style()
        self.plan = PlanFileCard(plans)
        self.open = ActionButton(
            tr("Change limits with my therapist"), "", "limitsOpen", tr("A therapist is with me")
        )
        self.confirm = Confirm(
            "limitsConfirm",
            tr("Is a therapist with you now? Only they change what counts as too much."),
            tr("Yes, a therapist is here"),
            tr("No"),
        )
        self.table = LimitsTable(limits)
        self.save = ActionButton(tr("Save the limits"), "", "limitsSave", tr("Save"), "primary")
        self.drop = ActionButton(tr("Leave them as they were"), "", "limitsDrop", tr("Leave"))
        self.told = label("", "strong", "limitsTold", wrap=True)
        self._build()
        self.plan.applied.connect(self.reopen_asked)
        self.open.clicked.connect(self._on_open)
        self.confirm.agreed.connect(self._on_agreed)
        self.save.clicked.connect(self._on_save)
        self.drop.clicked.connect(limits.forget)
        limits.changed.connect(self._show_buttons)

    def set_style(self, style: Style) -> None:
        self._style = style

    def refresh(self) -> None:
        """Show the limits as they are now."""
        present = self._presence.therapist_present
        self.open.setVisible(not present)
        self._open.setVisible(present)
        if present:
            self.table.refresh()
            apply_to_children(self.table, self._style)
        self._show_buttons()

    def _build(self) -> None:
        self._open = QWidget()
        self._open.setObjectName("limits")
        inside = QVBoxLayout(self._open)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        help_text = tr(
            "How far another part of the face may move along before it is shown. Lower: it is "
            "shown sooner. Between the bounds the camera can tell."
        )
        inside.addWidget(label(help_text, "muted", "limitsHelp", wrap=True))
        inside.addWidget(self.table)
        inside.addWidget(ButtonRow(self.save, self.drop))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addWidget(label(tr("My therapist"), "title", "therapistTitle", wrap=True))
        column.addWidget(label(tr("Plan file"), "heading", "planFileTitle", wrap=True))
        column.addWidget(self.plan)
        column.addWidget(label(tr("Limits"), "heading", "limitsTitle", wrap=True))
        column.addWidget(ButtonRow(self.open))
        column.addWidget(self.confirm)
        column.addWidget(self._open)
        column.addWidget(self.told)
        self.told.hide()
        self._open.hide()

    def _on_open(self) -> None:
        if self._presence.therapist_present:
            self.refresh()
        else:
            self.confirm.ask()

    def _on_agreed(self) -> None:
        self._presence.set_therapist_present(True)
        self.refresh()
        self.table.exercise.setFocus()

    def _on_save(self) -> None:
        message, hint = saved(self._limits)
        self.told.setText(f"{message} {hint}".strip())
        self.told.setVisible(bool(message))
        if not message:
            self.reopen_asked.emit()

    def _show_buttons(self) -> None:
        for button in (self.save, self.drop):
            button.setEnabled(self._limits.wanted)
        if not self._limits.wanted and self._open.isVisible():
            self.table.show_limits()


class LimitsTable(QWidget):
    """The limits of one exercise at a time, each with what is usual beside it."""

    def __init__(self, limits: LimitsPresenter) -> None:
        super().__init__()
        self.setObjectName("limitsTable")
        self._limits = limits
        self._style = Style()
        self.exercise = DropDown("limitsExercise", tr("Exercise"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.exercise)
        column.addLayout(self._grid)
        self.exercise.activated.connect(lambda _index: self.show_limits())

    def set_style(self, style: Style) -> None:
        self._style = style

    def refresh(self) -> None:
        """Offer the exercises anew."""
        before = str(self.exercise.currentData() or "")
        offered = [(e.title, e.id) for e in self._limits.exercises()]
        self.exercise.show_choices(offered, before)
        self.show_limits()

    def show_limits(self) -> None:
        """Show the chosen exercise's limits."""
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        exercise_id = str(self.exercise.currentData() or "")
        if not exercise_id:
            return
        for row, limit in enumerate(self._limits.limits(exercise_id)):
            self._line(row, exercise_id, limit)
        apply_to_children(self, self._style)

    def _line(self, row: int, exercise_id: str, limit: RegionLimit) -> None:
        name, unit = _REGION[limit.region], "%" if limit.unit == "pct" else limit.unit
        stepper = Stepper(
            f"limit_{limit.region}", name, limit.low, limit.high, _STEP[limit.unit], unit
        )
        stepper.set_value(limit.value)
        stepper.changed.connect(
            lambda value, region=limit.region: self._limits.want(exercise_id, region, value)
        )
        value = QLocale().toString(float(limit.usual), "g", 4)
        usual = label(
            tr("usually {value} {unit}", value=value, unit=unit),
            "muted",
            f"limitUsual_{limit.region}",
            wrap=True,
        )
        usual.setToolTip(tip(limit.source))
        self._grid.addWidget(label(name, "strong", f"limitName_{limit.region}"), row, 0)
        self._grid.addWidget(stepper, row, 1)
        self._grid.addWidget(usual, row, 2)
