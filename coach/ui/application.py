"""The Qt application, with or without a window."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from coach import __version__
from coach.app.python_lock import take_short_turns
from coach.domain.language import tr
from coach.ui.wording import APP_TITLE


def make_application() -> QApplication:
    """The Qt application, once a process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    take_short_turns()
    application = QApplication([sys.argv[0]])
    application.setApplicationName("facial-retraining-coach")
    application.setApplicationDisplayName(APP_TITLE)
    application.setApplicationVersion(__version__)
    return application


def name_application(application: QApplication) -> None:
    """Give it the name that it has in the language that holds now: notes and icon show it."""
    application.setApplicationDisplayName(tr(APP_TITLE))
