"""A drop-down in the size of text, with an arrow that shows in every theme."""

from __future__ import annotations

from collections.abc import Sequence

from coach.ui.widgets.plan_box import PlanBox


class DropDown(PlanBox):
    """A choice among many.

    Args:
        name: object name.
        says: what is chosen, for screen readers.
    """

    def __init__(self, name: str, says: str) -> None:
        super().__init__()
        self.setProperty("role", "")
        self.setObjectName(name)
        self.setAccessibleName(says)

    def show_choices(self, choices: Sequence[tuple[str, str]], chosen: str = "") -> None:
        """Offer (text, value) pairs; the first is chosen where `chosen` is not among them."""
        self.blockSignals(True)
        self.clear()
        for text, value in choices:
            self.addItem(text, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)
