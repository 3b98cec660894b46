"""What each key does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from coach.domain.language import tr
from coach.ui.widgets.labels import label
from coach.ui.widgets.roomy_dialog import RoomyDialog


class KeysDialog(RoomyDialog):
    """Keys on the left, what they do beside them; arrow keys scroll.

    Args:
        parent: the window.
        keys: a line for each: the key, a colon, what it does.
    """

    def __init__(self, parent: QWidget, keys: str) -> None:
        super().__init__(parent, "keysDialog", tr("Keys"), "closeKeys")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleDescription(keys)
        self.column.addWidget(label(tr("Keys"), "title", "keysTitle"))
        rows = QGridLayout()
        rows.setHorizontalSpacing(24)
        rows.setVerticalSpacing(10)
        rows.setColumnStretch(1, 1)
        for i, line in enumerate(keys.splitlines()):
            key, _, does = line.partition(": ")
            rows.addWidget(label(key, "strong", f"key{i}", wrap=True), i, 0)
            rows.addWidget(label(does, "", f"keyDoes{i}", wrap=True), i, 1)
        rows.setColumnMinimumWidth(0, 150)
        self.column.addLayout(rows)
        self.column.addStretch(1)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
