"""A therapist's plan file: open, read what it would change, use it or not, take it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from coach.app.plan_import import PlanImport, PlanPreview
from coach.domain.errors import CoachError
from coach.domain.language import tr
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.button_row import ButtonRow
from coach.ui.widgets.labels import ActionButton, card, label

AskFile = Callable[[QWidget], Path | None]


def ask_plan_file(parent: QWidget) -> Path | None:
    """Ask for a plan file; None where the person changes their mind."""
    kinds = tr("Plan files") + " (*.toml)"
    chosen, _ = QFileDialog.getOpenFileName(parent, tr("Which plan file?"), "", kinds)
    return Path(chosen) if chosen else None


def ask_new_file(parent: QWidget) -> Path | None:
    """Ask where a plan file goes; None where the person changes their mind."""
    kinds = tr("Plan files") + " (*.toml)"
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save the plan"), "plan.toml", kinds)
    return Path(chosen) if chosen else None


class PlanFileCard(QFrame):
    """Signal `applied()`: another plan holds now, or none.

    Args:
        plans: plans in and out.
        brief: only opening (first start); else also taking back and writing out.
        ask_file: asks for a file.
        ask_target: asks where a file goes.
    """

    applied = Signal()

    def __init__(
        self,
        plans: PlanImport,
        *,
        brief: bool = False,
        ask_file: AskFile = ask_plan_file,
        ask_target: AskFile = ask_new_file,
    ) -> None:
        super().__init__()
        self.setObjectName("planFile")
        self._plans, self._brief = plans, brief
        self._ask_file, self._ask_target = ask_file, ask_target
        self._style = Style()
        self._preview: PlanPreview | None = None
        self.now = label("", "", "planNow", wrap=True)
        self.said = label("", "strong", "planSaid", wrap=True)
        words = tr("My therapist gave me a file") if brief else tr("Open a plan file…")
        self.open_button = _button(words, "planOpen")
        self.export = _button(tr("Save the plan as a file…"), "planExport")
        self.back = _button(tr("Take the plan back"), "planBack")
        self.use = _button(tr("Use this plan"), "planUse", "primary")
        self.leave = _button(tr("Do not use it"), "planLeave")
        self._changes = QVBoxLayout()
        self._build()
        plans.changed.connect(self._show_present)
        self._show_present()

    def set_style(self, style: Style) -> None:
        self._style = style

    def open_file(self, path: Path) -> None:
        """Look at a file: what it would change, or why it cannot be used."""
        try:
            preview = self._plans.read(path)
        except CoachError as error:
            self._show(None, f"{error.message} {error.hint}")
        else:
            self._show(preview, tr("“{title}” would change this:", title=preview.title))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.now)
        column.addWidget(ButtonRow(self.open_button, self.export, self.back))
        column.addWidget(self.said)
        column.addLayout(self._changes)
        column.addWidget(ButtonRow(self.use, self.leave))
        self.now.setVisible(not self._brief)
        self.export.setVisible(not self._brief)
        self.open_button.clicked.connect(self._on_open)
        self.export.clicked.connect(self._on_export)
        self.back.clicked.connect(self._on_back)
        self.use.clicked.connect(self._on_use)
        self.leave.clicked.connect(lambda: self._show(None, ""))
        self._show(None, "")

    def _show(self, preview: PlanPreview | None, said: str) -> None:
        self._preview = preview
        self.said.setText(said)
        self.said.setVisible(bool(said))
        while (item := self._changes.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        if preview is not None:
            lines = [label(f"•  {text}", "", wrap=True) for text in preview.sentences]
            lines += [label(f"–  {text}", "muted", wrap=True) for text in preview.problems]
            frame, _ = card(*lines, name="planChanges")
            self._changes.addWidget(frame)
            apply_to_children(self, self._style)
        for button in (self.use, self.leave):
            button.setVisible(preview is not None)
        self.open_button.setVisible(preview is None)

    def _show_present(self) -> None:
        try:
            present = self._plans.present()
        except CoachError:
            present = None
        self.back.setVisible(present is not None and not self._brief)
        self.now.setText(
            tr("No therapist's plan is in use.")
            if present is None
            else " ".join((tr("In use: “{title}”.", title=present.title), *present.note))
        )

    def _on_open(self) -> None:
        path = self._ask_file(self)
        if path is not None:
            self.open_file(path)

    def _on_use(self) -> None:
        preview = self._preview
        if preview is None:
            return
        try:
            self._plans.apply(preview)
        except CoachError as error:
            self._show(None, f"{error.message} {error.hint}")
            return
        self._show(None, tr("“{title}” is in use.", title=preview.title))
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.applied.emit()

    def _on_back(self) -> None:
        try:
            self._plans.take_back()
        except CoachError as error:
            self._show(None, f"{error.message} {error.hint}")
            return
        self._show(None, tr("The plan is taken back. Your own choices hold again."))
        self.applied.emit()

    def _on_export(self) -> None:
        path = self._ask_target(self)
        if path is None:
            return
        try:
            self._plans.export(path)
        except CoachError as error:
            self._show(None, f"{error.message} {error.hint}")
        else:
            self._show(None, tr("Saved as {file}.", file=path.name))


def _button(text: str, name: str, role: str = "") -> ActionButton:
    return ActionButton(text, "", name, text, role)
