"""The window on a screen that is smaller than it would like."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

#: What the window manager puts around a window: the title above, thin edges elsewhere, px.
_FRAME: Final = QMargins(8, 40, 8, 8)


def fit_to_screen(window: QWidget) -> None:
    """Before the window is shown for the first time: as large as it likes, or the whole screen.

    On a laptop with 1366 x 768 points, or with its letters enlarged by the system, part of the
    window would otherwise lie below the edge, and with it the button that goes on.
    """
    wanted, smallest = place_for(window.screen().availableGeometry(), window.size())
    window.setMinimumSize(window.minimumSize().boundedTo(smallest))
    if wanted is None:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
    else:
        window.setGeometry(wanted)


def place_for(free: QRect, size: QSize) -> tuple[QRect | None, QSize]:
    """Where a window goes.

    Args:
        free: the screen without its bars, px.
        size: what the window would like.

    Returns:
        Its place in the middle, None where it should fill the screen; and the most that it may
        ask for as its smallest size.
    """
    room = free.marginsRemoved(_FRAME)
    if size.width() > room.width() or size.height() > room.height():
        return None, room.size()
    place = QRect(room.topLeft(), size)
    place.moveCenter(room.center())
    return place, room.size()
