"""A safety card as it is read: its title with a sign, and its sentences, one line each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QFrame, QVBoxLayout

from coach.domain.programme import SafetyCard
from coach.ui.widgets.icon_line import IconLine
from coach.ui.widgets.labels import set_role

#: Id of the card that lists the warning signs.
STOP_SIGNS: Final = "stop_signs"
_ICONS: Final = {STOP_SIGNS: "hand", "eye_care": "eye"}


class CareCard(QFrame):
    """One card.

    Args:
        shown: its words.
        large: whether it has the page to itself.
    """

    def __init__(self, shown: SafetyCard, *, large: bool = False) -> None:
        super().__init__()
        name = f"care_{shown.id}"
        self.setProperty("card", True)
        self.setObjectName(name)
        self.setAccessibleName(shown.title)
        icon = _ICONS.get(shown.id, "caution")
        self._title = IconLine(icon, shown.title, "heading", f"{name}_title", colour="ink")
        self._lines = [
            IconLine("dot", text, "", f"{name}_{i}") for i, text in enumerate(shown.lines)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        for line in (self._title, *self._lines):
            column.addWidget(line)
        column.addStretch(1)
        self.set_large(large)

    def set_large(self, large: bool) -> None:
        """Large letters, or those of a page with more on it."""
        set_role(self._title.words, "title" if large else "heading")
        for line in self._lines:
            set_role(line.words, "lead" if large else "")


def spoken(cards: Iterable[SafetyCard]) -> str:
    """All cards as one text for a screen reader."""
    return " ".join(f"{c.title}. {' '.join(c.lines)}" for c in cards)
