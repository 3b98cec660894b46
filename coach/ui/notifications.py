"""The system's notifications, as far as the system has any."""

from __future__ import annotations

import shutil
import sys

from PySide6.QtCore import QObject, QProcess
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from coach.ui.icons import make_icon
from coach.ui.tokens import LIGHT


class SystemNotifier(QObject):
    """Shows a notification; where the system has none, marks the window's entry. GUI thread.

    Args:
        window: whose entry in the task bar is marked.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def notify(self, title: str, text: str) -> None:
        """Show it once; nothing is shown where the system cannot."""
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._through_tray(title, text)
            return
        program = shutil.which("notify-send") if sys.platform.startswith("linux") else None
        if program is None or not QProcess.startDetached(program, [title, text])[0]:
            QApplication.alert(self._window)

    def _through_tray(self, title: str, text: str) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(make_icon("play", QColor(LIGHT.accent), 32), self)
            self._tray.messageClicked.connect(self._on_clicked)
            self._tray.setToolTip(QApplication.applicationDisplayName())
        self._tray.show()
        self._tray.showMessage(title, text)

    def _on_clicked(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
        if self._tray is not None:
            self._tray.hide()
