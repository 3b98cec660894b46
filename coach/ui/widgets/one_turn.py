"""Answers share one turn of the Tab key: it comes to the one that is chosen, else to the first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton


def share_one_turn(buttons: Iterable[QPushButton]) -> None:
    """Give the turn to the chosen button, else to the first; arrow keys reach the others.

    Qt does this for a group when one of its buttons takes the keyboard, so before that Tab comes
    to the first answer (Shift+Tab to the last) where another one is chosen.
    """
    all_ = list(buttons)
    turn = next((b for b in all_ if b.isChecked()), all_[0])
    for button in all_:
        policy = Qt.FocusPolicy.StrongFocus if button is turn else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)
