"""A problem in plain words above the page, until it is put away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from coach.domain.language import tr
from coach.ui.widgets.labels import ActionButton, label


class NoticeBar(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)
        self.setObjectName("noticeBar")
        self.text = label("", "", "noticeText", wrap=True)
        self.close_button = ActionButton(tr("Close"), "", "closeNotice", tr("Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 12, 8)
        row.addWidget(self.text, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def say(self, message: str, hint: str = "") -> None:
        """Show a message and what to do about it."""
        self.text.setText(f"{message} {hint}".strip())
        self.show()
