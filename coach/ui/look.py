"""The window's look: theme, text size, motion, language; every change is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coach.ui.contracts import HomePort, Preferences
from coach.ui.theme import SCALES_PCT, Style, apply_style, make_style, system_is_dark

#: Preferences that need the whole window painted anew.
_RESTYLE: Final = frozenset({"theme", "text_scale_pct", "reduced_motion"})


class Look(QObject):
    """Changes preferences and paints the window accordingly. GUI thread.

    Signals:
        changed: preferences are different now.

    Args:
        window: what is painted.
        home: where preferences are kept.
    """

    changed = Signal()

    def __init__(self, window: QWidget, home: HomePort) -> None:
        super().__init__(window)
        self._window = window
        self._home = home
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_colours)
        accessibility = getattr(hints, "accessibility", None)  # since Qt 6.10
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self._on_system_colours)

    @property
    def preferences(self) -> Preferences:
        return self._home.preferences()

    @property
    def style(self) -> Style:
        """The look that the preferences ask for."""
        wanted = self.preferences
        return make_style(wanted.theme, wanted.text_scale_pct, wanted.reduced_motion)

    def update(self, **changes: object) -> None:
        """Change preferences by name."""
        self._home.update(**changes)
        self.show(restyle=bool(changes.keys() & _RESTYLE))

    def turn(self, name: str) -> None:
        """Turn a yes-or-no preference over."""
        self.update(**{name: not getattr(self.preferences, name)})

    def turner(self, name: str) -> Callable[[], None]:
        """`turn`, for a signal."""
        return lambda: self.turn(name)

    def turn_theme(self) -> None:
        """From light to dark, or back."""
        theme = self.preferences.theme
        dark = theme == "dark" or (theme == "system" and system_is_dark())
        self.update(theme="light" if dark else "dark")

    def scale_text(self, step: int) -> None:
        """Text one step larger (+1) or smaller (-1)."""
        now = self.preferences.text_scale_pct
        nearest = min(range(len(SCALES_PCT)), key=lambda i: abs(SCALES_PCT[i] - now))
        index = min(max(nearest + step, 0), len(SCALES_PCT) - 1)
        self.update(text_scale_pct=SCALES_PCT[index])

    def show(self, *, restyle: bool) -> None:
        """Have everything show the preferences; `restyle` paints colours and sizes anew."""
        self.changed.emit()
        if restyle:
            apply_style(self._window, self.style)

    def _on_system_colours(self) -> None:
        if self.preferences.theme == "system":
            self.show(restyle=True)
