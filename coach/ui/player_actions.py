"""The keys of the practice page, and their menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow

from coach.domain.feedback_mode import FeedbackMode
from coach.domain.language import tr
from coach.ui.pages.practice_view import MODE_NAME, PracticeView


class PlayerActions(QObject):
    """Actions live on the window, so their keys work while the menu bar is hidden.

    Signals:
        mode_asked: another way of feedback was chosen (a `FeedbackMode`).

    Args:
        window: where the actions and the menu live.
    """

    mode_asked = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.ease = self._make("tooHard", tr("Too hard: smaller and shorter"), "E")
        self.hurts = self._make("itHurts", tr("It hurts: stop this"), "P")
        self.change = self._make("changeExercise", tr("Another exercise, or later"), "S")
        self.cycle = self._make("nextFeedback", tr("Next way of feedback"), "F")
        self.picture = self._make("hidePicture", tr("Hide or show my picture"), "H")
        self.sounds = self._make("sounds", tr("Tones"), "T", checkable=True)
        self.captions = self._make("captions", tr("Captions"), "C", checkable=True)
        self._modes = QActionGroup(window)
        self._by_mode = {mode: self._mode(mode, i + 1) for i, mode in enumerate(FeedbackMode)}
        menu = window.menuBar().addMenu(tr("&Feedback"))
        menu.addActions(list(self._by_mode.values()))
        menu.addSeparator()
        menu.addActions([self.cycle, self.picture, self.sounds, self.captions])
        menu.addSeparator()
        menu.addActions([self.ease, self.hurts, self.change])

    def show_view(self, view: PracticeView) -> None:
        """Check what is chosen."""
        self._by_mode[view.mode].setChecked(True)
        self.sounds.setChecked(view.sounds)
        self.captions.setChecked(view.captions)

    def _mode(self, mode: FeedbackMode, number: int) -> QAction:
        name = f"feedback_{mode.value}"
        action = self._make(name, MODE_NAME[mode], str(number), checkable=True)
        self._modes.addAction(action)
        action.triggered.connect(lambda: self.mode_asked.emit(mode))
        return action

    def _make(self, name: str, text: str, key: str, checkable: bool = False) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.setCheckable(checkable)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(False)
        self._window.addAction(action)
        return action
