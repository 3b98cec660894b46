"""The system's notifications, as far as the system has any."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from coach.domain.language import tr
from coach.ui.tray import disc_icon

#: What notify-send prints when the notification itself was clicked.
_CLICKED: Final = "default"
_PATIENCE_MS: Final = 500


class SystemNotifier(QObject):
    """Shows a notification. GUI thread.

    Through `notify-send` where it can tell of a click (libnotify from 0.8 on): through Qt a
    notification has no action, and most desktops tell of no click then. Else through the tray,
    else `otherwise`.

    Signals:
        clicked: the person clicked the notification.

    Args:
        otherwise: what is done where the system has no notifications.
        icon: the program's icon in the tray; None for one that is made when it is needed.
    """

    clicked = Signal()

    def __init__(
        self,
        otherwise: Callable[[], object],
        *,
        icon: QSystemTrayIcon | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._otherwise = otherwise
        self._icon, self._own_icon = icon, icon is None
        self._process: QProcess | None = None
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    def notify(self, title: str, text: str) -> None:
        """Show it once; nothing is shown where the system cannot."""
        program = _notify_send()
        if program is None:
            self._without_click(title, text)
            return
        self.close()
        process = QProcess(self)
        self._process = process
        words = (title, text)
        process.finished.connect(lambda code, _how: self._on_over(process, code, words))
        process.errorOccurred.connect(lambda error: self._on_error(process, error, words))
        name = QApplication.applicationDisplayName()
        action = f"{_CLICKED}={tr('Open')}"
        process.start(program, ["--app-name", name, "--action", action, "--", title, text])

    def close(self) -> None:
        """Wait for no more clicks; what is shown stays shown."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect()
            process.errorOccurred.disconnect()
            process.kill()
            process.waitForFinished(_PATIENCE_MS)
            process.deleteLater()
        if self._own_icon and self._icon is not None:
            self._icon.hide()

    def _on_over(self, process: QProcess, code: int, words: tuple[str, str]) -> None:
        said = bytes(process.readAllStandardOutput().data()).decode(errors="replace").split()
        self._forget(process)
        if code != 0:  # an older notify-send knows no actions
            self._without_click(*words)
        elif _CLICKED in said:
            self.clicked.emit()

    def _on_error(
        self, process: QProcess, error: QProcess.ProcessError, words: tuple[str, str]
    ) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # then it does not finish either
            self._forget(process)
            self._without_click(*words)

    def _forget(self, process: QProcess) -> None:
        if process is self._process:
            self._process = None
        process.deleteLater()

    def _without_click(self, title: str, text: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            plain = _notify_send()
            if plain is None or not QProcess.startDetached(plain, ["--", title, text])[0]:
                self._otherwise()
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(disc_icon(), self)
            self._icon.setToolTip(QApplication.applicationDisplayName())
            self._icon.messageClicked.connect(self._on_message_clicked)
            self._icon.activated.connect(self._on_message_clicked)
        self._icon.show()
        self._icon.showMessage(title, text, self._icon.icon())

    def _on_message_clicked(self) -> None:
        if self._icon is not None:
            self._icon.hide()
        self.clicked.emit()


def _notify_send() -> str | None:
    return shutil.which("notify-send") if sys.platform.startswith("linux") else None
