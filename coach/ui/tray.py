"""The icon beside the clock, while the program reminds without its window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from coach.domain.language import tr
from coach.ui.icons import paint_icon
from coach.ui.tokens import LIGHT

_SIZES = (22, 32, 64)


def tray_is_there() -> bool:
    """Whether this desktop has a place for such icons."""
    return QSystemTrayIcon.isSystemTrayAvailable()


def disc_icon() -> QIcon:
    """A face on a disc: it can be told on light panels and on dark ones. GUI thread."""
    icon = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(LIGHT.on_accent))
        painter.setBrush(QColor(LIGHT.accent))
        painter.drawEllipse(QRectF(0.5, 0.5, size - 1, size - 1))
        inner = QRectF(0, 0, size, size).adjusted(size / 6, size / 6, -size / 6, -size / 6)
        paint_icon(painter, "drawn", inner, QColor(LIGHT.on_accent))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


class Tray(QObject):
    """The icon with its menu. GUI thread.

    Signals:
        open_asked: by a click on the icon, a double click, or the menu.
        rest_asked: no more reminders today.
        quit_asked: the program ends, and with it the reminders.
    """

    open_asked = Signal()
    rest_asked = Signal()
    quit_asked = Signal()
    about_to_show = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.open = self._entry("trayOpen", tr("Open"), self.open_asked)
        self.rest = self._entry("trayRest", tr("No more reminders today"), self.rest_asked)
        self.menu.addSeparator()
        self.quit = self._entry("trayQuit", tr("Quit"), self.quit_asked)
        self.menu.setDefaultAction(self.open)
        self.menu.aboutToShow.connect(self.about_to_show)
        self.icon = QSystemTrayIcon(disc_icon(), self)
        self.icon.setToolTip(QApplication.applicationDisplayName())
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self.open_asked)

    def show(self) -> None:
        """Put the icon beside the clock."""
        self.icon.show()

    def show_rest(self, resting: bool) -> None:
        """Show whether today's reminders are over already."""
        self.rest.setEnabled(not resting)

    def close(self) -> None:
        """Take the icon away."""
        self.icon.hide()
        self.menu.deleteLater()

    def _entry(self, name: str, text: str, signal: object) -> QAction:
        action = self.menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(signal)
        return action

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_asked.emit()
