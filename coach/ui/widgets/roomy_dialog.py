"""A dialog that never outgrows its window: what has no room scrolls, closing stays in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coach.domain.language import tr
from coach.ui.pages.scroll_page import make_scroll
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.labels import ActionButton

#: Room that is left of the window around it, px.
_AROUND: Final = 24
#: Its own edge, px.
_FRAME: Final = 2


class RoomyDialog(QDialog):
    """`column` is to be filled. Deleted when closed. GUI thread.

    Args:
        parent: the window, or a page of it.
        name: object name.
        title: for the frame, and for screen readers.
        close_name: object name of the button that closes.
    """

    def __init__(self, parent: QWidget, name: str, title: str, close_name: str) -> None:
        super().__init__(parent)
        self._style = Style()
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.area, self.column = make_scroll(f"{name}Scroll")
        self.area.setAccessibleName(title)
        self.column.setSpacing(12)
        self.close_button = ActionButton(tr("Close"), "", close_name, tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        foot = QVBoxLayout()
        foot.setContentsMargins(28, 8, 28, 18)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addLayout(foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An edge: on a dark window of the same ground it would have none."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._style.colour("edge"), _FRAME))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def open_over(self, style: Style, width: float, height: float) -> None:
        """Open it at a size in px at 100 %, as far as the window has room."""
        self._style = style
        apply_to_children(self, style)
        parent = self.parentWidget()
        assert parent is not None
        window = parent.window()
        self.resize(
            min(style.px(width), window.width() - _AROUND),
            min(style.px(height), window.height() - _AROUND),
        )
        self.open()
