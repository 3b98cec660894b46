"""Switches of the practice page: what is seen, voice, tones, captions."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from coach.domain.feedback_mode import FeedbackMode
from coach.domain.language import tr
from coach.ui.pages.practice_view import MODE_ICON, MODE_NAME, PracticeView
from coach.ui.widgets.labels import ActionButton

#: Neither a picture nor a face is on the screen, so there is nothing to turn round.
_PICTURELESS: Final = frozenset({FeedbackMode.BARS, FeedbackMode.VOICE})


class PracticeTools(QWidget):
    """A row of icon buttons, each with a key. GUI thread.

    Signals:
        mode_asked: another way of feedback (a `FeedbackMode`).
        mirror_asked / voice_asked / sounds_asked / captions_asked: turn that over.
    """

    mode_asked = Signal(object)
    mirror_asked = Signal()
    voice_asked = Signal()
    sounds_asked = Signal()
    captions_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practiceTools")
        self.mode = _MenuButton(
            "", "picture", "modeButton", tr("What I see of myself"), "icon",
            tr("What I see of myself (F, or 1 to 5)"),
        )  # fmt: skip
        self.mirror = _toggle("mirror", "mirrorButton", tr("Picture as in a mirror"), "M")
        self.voice = _toggle("voice", "voiceToggle", tr("Voice"), "V")
        self.sounds = _toggle("sound", "soundsToggle", tr("Tones"), "T")
        self.captions = _toggle("captions", "captionsToggle", tr("Captions"), "C")
        self.menu = QMenu(self)
        self.menu.setObjectName("modeMenu")
        self._group = QActionGroup(self.menu)
        self._actions = {mode: self._entry(mode, i + 1) for i, mode in enumerate(FeedbackMode)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in self.buttons:
            row.addWidget(button)
        self.mode.clicked.connect(self._open_menu)
        for button, signal in (
            (self.mirror, self.mirror_asked),
            (self.voice, self.voice_asked),
            (self.sounds, self.sounds_asked),
            (self.captions, self.captions_asked),
        ):
            button.clicked.connect(signal)

    @property
    def buttons(self) -> tuple[ActionButton, ...]:
        """In their order on the screen and for Tab."""
        return self.mode, self.mirror, self.voice, self.sounds, self.captions

    def show_view(self, view: PracticeView) -> None:
        """Show what is chosen."""
        self.mode.set_icon(MODE_ICON[view.mode])
        self.mode.setAccessibleDescription(MODE_NAME[view.mode])
        self._actions[view.mode].setChecked(True)
        self.mirror.setVisible(view.mode not in _PICTURELESS)
        for button, on, icon in (
            (self.mirror, view.mirrored, "mirror"),
            (self.voice, view.voice, "voice"),
            (self.sounds, view.sounds, "sound"),
            (self.captions, view.captions, "captions"),
        ):
            button.setChecked(on)
            button.set_icon(icon if on else f"{icon}_off")

    def _entry(self, mode: FeedbackMode, number: int) -> QAction:
        action = QAction(f"{number}  {MODE_NAME[mode]}", self.menu)
        action.setObjectName(f"mode_{mode.value}")
        action.setCheckable(True)
        self._group.addAction(action)
        self.menu.addAction(action)
        action.triggered.connect(lambda: self.mode_asked.emit(mode))
        return action

    def _open_menu(self) -> None:
        self.menu.popup(self.mode.mapToGlobal(QPoint(0, self.mode.height())))


class _MenuButton(ActionButton):
    """Opens a menu: a small mark that points down tells it from the switches beside it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        style = self._style
        half, foot = style.px(4), self.height() - style.px(5)
        middle = self.width() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(style.colour("ink"), style.px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        points = [(-half, -half), (0, 0), (half, -half)]
        painter.drawPolyline(QPolygonF([QPointF(middle + x, foot + y) for x, y in points]))
        painter.end()


def _toggle(icon: str, name: str, says: str, key: str) -> ActionButton:
    button = ActionButton("", icon, name, says, "icon", f"{says} ({key})")
    button.setCheckable(True)
    return button
