"""A safety card as it is read: its title and its sentences, one line each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame

from coach.domain.programme import SafetyCard
from coach.ui.widgets.labels import card, label


def care_card(shown: SafetyCard, *, large: bool = False) -> QFrame:
    """One card; `large` where it has the page to itself."""
    role = "lead" if large else ""
    lines = [
        label(text, role, f"care_{shown.id}_{i}", wrap=True) for i, text in enumerate(shown.lines)
    ]
    title = label(shown.title, "title" if large else "heading", f"care_{shown.id}_title", wrap=True)
    frame, column = card(title, *lines, name=f"care_{shown.id}")
    column.addStretch(1)
    frame.setAccessibleName(shown.title)
    return frame


def spoken(cards: Iterable[SafetyCard]) -> str:
    """All cards as one text for a screen reader."""
    return " ".join(f"{c.title}. {' '.join(c.lines)}" for c in cards)
