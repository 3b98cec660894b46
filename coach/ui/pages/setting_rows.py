"""One line of the settings page: what it is, why, and the control."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coach.app.camera_presenter import CameraPresenter
from coach.app.setting_specs import SettingKind, SettingSpec
from coach.domain.language import tr
from coach.ui.widgets.button_row import ButtonRow
from coach.ui.widgets.camera_picker import CameraPicker
from coach.ui.widgets.in_sight import bring_into_view
from coach.ui.widgets.labels import ActionButton, label
from coach.ui.widgets.setting_controls import Control

#: Small enough to stand beside their words.
_BESIDE: Final = frozenset({SettingKind.SWITCH, SettingKind.NUMBER})


class SettingRow(QWidget):
    """A setting with its words.

    Args:
        spec: its description.
        control: shows and changes it; None: words alone.
        titled: False where the card's own title says it already.
    """

    def __init__(self, spec: SettingSpec, control: Control | None, *, titled: bool = True) -> None:
        super().__init__()
        self.setObjectName(f"row_{spec.name}")
        self.spec = spec
        self.control = control
        self._told = label(
            tr("Your therapist's plan sets this."), "muted", f"told_{spec.name}", wrap=True
        )
        column = _column(self)
        words = QVBoxLayout()
        words.setSpacing(4)
        if titled:
            words.addWidget(label(tr(spec.title), "heading", f"title_{spec.name}", wrap=True))
        words.addWidget(label(tr(spec.help), "muted", f"help_{spec.name}", wrap=True))
        line = QHBoxLayout()
        line.setSpacing(18)
        line.addLayout(words, 1)
        column.addLayout(line)
        if control is not None and spec.kind in _BESIDE:
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        elif control is not None:
            column.addWidget(control)
        column.addWidget(self._told)
        self._told.hide()

    def show_value(self, value: object, *, prescribed: bool, why_not: str = "") -> None:
        """Show the value; one that a plan sets is not changed here.

        Args:
            value: what holds.
            prescribed: a plan sets it.
            why_not: why it cannot be used on this system; then it can only be turned off.
        """
        if self.control is not None:
            self.control.show_value(value)
            self.control.setEnabled(not prescribed and not (why_not and not value))
        self._told.setText(why_not or tr("Your therapist's plan sets this."))
        self._told.setVisible(prescribed or bool(why_not))


class CameraRow(QWidget):
    """The chosen camera, and the list with the live picture once it is asked for."""

    def __init__(self, cameras: CameraPresenter) -> None:
        super().__init__()
        self.setObjectName("row_camera")
        self._cameras = cameras
        self._id = ""
        title = tr("Camera")
        self.name = label("", "", "cameraName", wrap=True)
        self._open = False
        self.choose = ActionButton("", "", "cameraChoose", tr("Choose a camera"))
        self.picker = CameraPicker(cameras)
        column = _column(self)
        column.addWidget(label(title, "heading", "title_camera", wrap=True))
        help_text = tr("The program remembers the camera itself, not its place in the list.")
        column.addWidget(label(help_text, "muted", "help_camera", wrap=True))
        column.addWidget(self.name)
        column.addWidget(ButtonRow(self.choose))
        column.addWidget(self.picker)
        self._unfold(open_=False)
        self.choose.clicked.connect(self._on_choose)
        cameras.cameras_changed.connect(self._show_name)

    def show_value(self, camera_id: str) -> None:
        """Show which camera is remembered."""
        self._id = camera_id
        self._show_name()

    def fold(self) -> None:
        """Put the list away."""
        self._unfold(open_=False)

    def _unfold(self, *, open_: bool) -> None:
        self._open = open_
        self.picker.setVisible(open_)
        self.choose.set_words(tr("Put away") if open_ else tr("Show and choose…"))

    def _on_choose(self) -> None:
        self._unfold(open_=not self._open)
        if self._open:
            self._cameras.watch()
        else:
            self._cameras.rest()

    def _show_name(self) -> None:
        known = {camera.id: camera.label for camera in self._cameras.cameras}
        shown = self._cameras.shown
        if shown is not None:
            self.name.setText(shown.label)
        elif self._id:
            self.name.setText(known.get(self._id) or tr("The camera you chose before"))
        else:
            self.name.setText(tr("The first one that works"))


class ConsentRow(QWidget):
    """What was agreed to; taking it back asks what becomes of the practice that is kept.

    Signals: `asked()`: read it again; `withdrawn(bool)`: whether the practice is to be deleted;
    `given()`.
    """

    asked = Signal()
    withdrawn = Signal(bool)
    given = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("row_agreed")
        self._agreed = False
        self.now = label("", "", "consentNow", wrap=True)
        self.turn = ActionButton("", "", "consentTurn", "")
        self.again = ActionButton(
            tr("Go through the first start again"), "", "welcomeAgain", tr("First start")
        )
        column = _column(self)
        title = label(tr("Measuring and keeping"), "heading", "title_agreed", wrap=True)
        column.addWidget(title)
        column.addWidget(self.now)
        column.addWidget(ButtonRow(self.turn, self.again))
        self.question = QFrame()
        self.question.setObjectName("withdrawQuestion")
        self.question.setProperty("notice", True)
        text = tr(
            "From now on nothing is measured or kept. What becomes of the practice that is kept "
            "already, with its pictures and answers?"
        )
        self.question.setAccessibleName(text)
        keep, delete, stay = tr("Keep it here"), tr("Delete it for good"), tr("Do not take it back")
        self.keep = ActionButton(keep, "", "withdrawKeep", keep)
        self.delete = ActionButton(delete, "", "withdrawDelete", delete)
        self.stay = ActionButton(stay, "", "withdrawStay", stay)
        asked = QVBoxLayout(self.question)
        asked.setContentsMargins(20, 16, 20, 16)
        asked.setSpacing(12)
        asked.addWidget(label(text, "strong", "withdrawText", wrap=True))
        asked.addWidget(ButtonRow(self.keep, self.delete, self.stay))
        column.addWidget(self.question)
        self.question.hide()
        self.keep.clicked.connect(lambda: self._on_answer(False))
        self.delete.clicked.connect(lambda: self._on_answer(True))
        self.stay.clicked.connect(self._on_stay)
        self.turn.clicked.connect(self._on_turn)
        self.again.clicked.connect(self.asked)

    def show_agreed(self, agreed: bool) -> None:
        """Show whether practice is measured and kept."""
        self._agreed = agreed
        self.question.hide()
        self.now.setText(
            tr("You agreed: the camera measures, and the measures stay on this computer.")
            if agreed
            else tr("You look around with a drawn face. Nothing is measured or kept.")
        )
        words = tr("Take it back") if agreed else tr("Agree: measure and keep it here")
        self.turn.set_words(words)
        self.turn.setAccessibleName(words)

    def _on_turn(self) -> None:
        if not self._agreed:
            self.given.emit()
            return
        self.question.show()
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self.question)

    def _on_answer(self, delete: bool) -> None:
        self.question.hide()
        self.withdrawn.emit(delete)
        self.turn.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stay(self) -> None:
        self.question.hide()
        self.turn.setFocus(Qt.FocusReason.OtherFocusReason)


def _column(row: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 8, 0, 10)
    column.setSpacing(6)
    return column
