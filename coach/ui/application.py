"""The Qt application, with or without a window."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtWidgets import QApplication

from coach import __version__

#: How long a thread may keep Python's lock while another waits for it. The window's thread asks
#: for it at every call into Qt; with Python's own 5 ms one painting waited for several pictures.
_SWITCH_S: Final = 0.0005


def make_application() -> QApplication:
    """The Qt application, once a process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    sys.setswitchinterval(_SWITCH_S)
    application = QApplication([sys.argv[0]])
    application.setApplicationName("facial-retraining-coach")
    application.setApplicationDisplayName("Facial retraining coach")
    application.setApplicationVersion(__version__)
    return application
