"""Single keys that work by their place too, where a layout has other characters there.

Digits need Shift on French and Czech keyboards, and a keyboard that is Greek, Russian or Hebrew
alone has no Latin letter at all: "it hurts" must work on each of them.
"""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMainWindow

#: Places on a US keyboard as Linux and Windows number them (set 1, the main block); X11 and
#: Wayland add 8. Source: linux/input-event-codes.h.
_PLACES: Final = {
    **dict(zip((2, 3, 4, 5, 6), "12345", strict=True)),
    **dict(zip(range(16, 26), "QWERTYUIOP", strict=True)),
    **dict(zip(range(30, 39), "ASDFGHJKL", strict=True)),
    **dict(zip(range(44, 51), "ZXCVBNM", strict=True)),
}
#: The same as macOS numbers them (HIToolbox/Events.h, kVK_ANSI_*), for the keys that are used.
_MAC_PLACES: Final = {
    18: "1", 19: "2", 20: "3", 21: "4", 23: "5", 14: "E", 35: "P", 1: "S", 3: "F", 4: "H",
    17: "T", 8: "C", 45: "N", 46: "M", 9: "V",
}  # fmt: skip
_X11_OFFSET: Final = 8


def key_at(event: QKeyEvent, system: str = sys.platform) -> str:
    """What a US keyboard has where this key is; "" where that is no digit or letter in use."""
    if system == "darwin":
        return _MAC_PLACES.get(event.nativeVirtualKey(), "")
    offset = _X11_OFFSET if system.startswith("linux") else 0
    return _PLACES.get(event.nativeScanCode() - offset, "")


class KeysByPlace(QObject):
    """Carries out a window's one-key actions by the place of the key. GUI thread.

    Only what nothing else has taken reaches the window: text that is typed into a field stays
    text. A key that gives a Latin letter or a digit means that one, wherever it is.

    Args:
        window: whose actions these are.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key press that the layout gave another character."""
        if watched is not self._window or event.type() is not QEvent.Type.KeyPress:
            return False
        if not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            return False
        action = self._meant(event)
        if action is None:
            return False
        action.trigger()
        return True

    def _meant(self, event: QKeyEvent) -> QAction | None:
        if event.modifiers() & ~Qt.KeyboardModifier.GroupSwitchModifier:
            return None
        text, place = event.text(), key_at(event)
        if not place or (text.isascii() and text.isalnum()):
            return None
        if place.isalpha() and text.isascii() and text:
            return None  # a Latin layout's sign: its letters are elsewhere
        for action in self._window.actions():
            if action.isEnabled() and place in (s.toString() for s in action.shortcuts()):
                return action
        return None
