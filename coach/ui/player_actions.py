"""The keys of the practice page, and where they stand in the menus."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from coach.domain.feedback_mode import FeedbackMode
from coach.domain.language import tr
from coach.ui.actions import HELP_MENU, PRACTICE_MENU
from coach.ui.pages.practice_view import MODE_NAME, PracticeView


class PlayerActions(QObject):
    """Actions live on the window, so their keys work while the menu bar is hidden.

    Signals:
        mode_asked: another way of feedback was chosen (a `FeedbackMode`).

    Args:
        window: where the actions live; it has its menus already (`coach.ui.actions`).
    """

    mode_asked = Signal(object)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.ease = self._make("tooHard", tr("Too hard: smaller and shorter"), "E")
        self.hurts = self._make("itHurts", tr("It hurts: stop this"), "P")
        self.change = self._make("changeExercise", tr("Another exercise, or later"), "S")
        self.cycle = self._make("nextFeedback", tr("Another way to see myself"), "F")
        self.picture = self._make("hidePicture", tr("Hide or show my picture"), "H")
        self.sounds = self._make("sounds", tr("Tones"), "T", checkable=True)
        self.captions = self._make("captions", tr("Captions"), "C", checkable=True)
        self._modes = QActionGroup(window)
        self._by_mode = {mode: self._mode(mode, i + 1) for i, mode in enumerate(FeedbackMode)}
        self._fill_menus(window.menuBar())

    def _fill_menus(self, bar: QMenuBar) -> None:
        """What is seen and heard has a menu of its own; the rest belongs to the practice."""
        menu = QMenu(tr("&What I see and hear"), bar)
        menu.setObjectName("seenMenu")
        menu.addActions(list(self._by_mode.values()))
        menu.addSeparator()
        menu.addActions([self.cycle, self.picture, self.sounds, self.captions])
        last = bar.findChild(QMenu, HELP_MENU)
        practice = bar.findChild(QMenu, PRACTICE_MENU)
        assert last is not None
        assert practice is not None
        bar.insertMenu(last.menuAction(), menu)
        after_stop = next(action for action in practice.actions() if action.isSeparator())
        practice.insertActions(after_stop, [self.change, self.ease, self.hurts])

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
