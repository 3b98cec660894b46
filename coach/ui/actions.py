"""The window's commands: one action each, with its key, in the menus and on the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from coach.app.i18n import SYSTEM, languages
from coach.domain.language import tr
from coach.ui.contracts import Preferences
from coach.ui.pages.page import PageId

#: Object names of menus that others add to.
PRACTICE_MENU: Final = "practiceMenu"
HELP_MENU: Final = "helpMenu"


class Actions(QObject):
    """Every command. The actions live on the window, so keys work with the menu bar hidden.

    Signals:
        go_asked: a page of the menu was chosen (a `PageId`).

    Args:
        window: where the actions and the menus live.
        pages: pages for the menu, with their words.
    """

    go_asked = Signal(object)

    def __init__(self, window: QMainWindow, pages: Sequence[tuple[PageId, str]] = ()) -> None:
        super().__init__(window)
        self._window = window
        self.pages = [self._page(*page) for page in pages]
        self.start_pause = self._make("startPause", tr("Start, pause, go on"), "Space")
        self.skip = self._make("skipExercise", tr("Skip this exercise"), "N")
        self.stop = self._make("stopSession", tr("Stop"), "Esc")
        self.quit = self._make("quit", tr("Quit"), "Ctrl+Q")
        self.mirror = self._make("mirrored", tr("Picture as in a mirror"), "M", checkable=True)
        self.voice = self._make("voice", tr("Voice"), "V", checkable=True)
        self.larger = self._make("largerText", tr("Larger text"), "Ctrl++", "Ctrl+=")
        self.smaller = self._make("smallerText", tr("Smaller text"), "Ctrl+-")
        self.theme = self._make("theme", tr("Light or dark"), "Ctrl+T")
        self.system_theme = self._make("systemTheme", tr("Colours as the system"), checkable=True)
        self.still = self._make("reducedMotion", tr("Less motion"), checkable=True)
        self.full_screen = self._make("fullScreen", tr("Full screen"), "F11", checkable=True)
        self.keys = self._make("showKeys", tr("Keys"), "F1")
        self.about = self._make("about", tr("About and limits"))
        self.languages = QActionGroup(window)
        self._fill_menus()

    def _make(self, name: str, text: str, *keys: str, checkable: bool = False) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.setCheckable(checkable)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(False)
        self._window.addAction(action)
        return action

    def _fill_menus(self) -> None:
        bar = self._window.menuBar()
        menus = (
            (
                PRACTICE_MENU,
                tr("&Practice"),
                (
                    self.start_pause, self.skip, self.stop, None,
                    *self.pages, *([None] if self.pages else []), self.quit,
                ),
            ),
            (
                "viewMenu",
                tr("&View"),
                (
                    self.mirror, self.voice, None, self.larger, self.smaller,
                    self.theme, self.system_theme, self.still, None, self.full_screen,
                ),
            ),
            (HELP_MENU, tr("&Help"), (self.keys, self.about)),
        )  # fmt: skip
        for name, title, entries in menus:
            menu = bar.addMenu(title)
            menu.setObjectName(name)
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                else:
                    menu.addAction(entry)
            if entries[0] is self.mirror:
                self._add_languages(menu)

    def _add_languages(self, menu: QMenu) -> None:
        """One entry for each language, in that language; its code is the action's data."""
        # Both words, so that the menu is found by someone who cannot read the rest.
        title = tr("&Language")
        shown = title if title == "&Language" else f"{title} (Language)"
        inner = menu.addMenu(shown)
        choices = [(SYSTEM, tr("As the system")), *((x.code, x.name) for x in languages())]
        for code, name in choices:
            action = self._make(f"language_{code}", name, checkable=True)
            action.setData(code)
            self.languages.addAction(action)
            inner.addAction(action)

    def show_preferences(self, wanted: Preferences) -> None:
        """Check what is chosen."""
        self.mirror.setChecked(wanted.mirrored)
        self.voice.setChecked(wanted.voice)
        self.still.setChecked(wanted.reduced_motion)
        self.system_theme.setChecked(wanted.theme == "system")
        self.show_language(wanted.language)

    def _page(self, page_id: PageId, text: str) -> QAction:
        action = self._make(f"go_{page_id}", text)
        action.triggered.connect(lambda: self.go_asked.emit(page_id))
        return action

    def show_language(self, code: str) -> None:
        """Check the chosen language."""
        for action in self.languages.actions():
            action.setChecked(action.data() == code)
