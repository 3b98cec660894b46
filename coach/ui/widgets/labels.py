"""Labels, buttons and cards as the style sheet knows them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from coach.ui.icons import make_icon
from coach.ui.theme import Style


def label(text: str, role: str, name: str = "", *, wrap: bool = False) -> QLabel:
    """A label; `role` is one of the style sheet's ("display", "title", "muted", ...)."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    return made


def set_role(target: QLabel, role: str) -> None:
    """Give a label another role of the style sheet."""
    if target.property("role") != role:
        target.setProperty("role", role)
        target.style().unpolish(target)
        target.style().polish(target)


def breakable_path(text: str) -> str:
    """A sentence with a path in it: a line may break after each folder."""
    zero_width_space = "\u200b"
    for separator in ("/", "\\"):
        text = text.replace(separator, separator + zero_width_space)
    return text


def card(*widgets: QWidget, name: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A card with widgets below each other."""
    frame = QFrame()
    frame.setProperty("card", True)
    frame.setObjectName(name)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(22, 18, 22, 18)
    layout.setSpacing(10)
    for widget in widgets:
        layout.addWidget(widget)
    return frame, layout


class ActionButton(QPushButton):
    """A button with a drawn icon, a name for screen readers and a key in its tool tip.

    Args:
        text: what stands on it; empty for an icon alone.
        icon: key of `coach.ui.icons.ICONS`; empty for none.
        name: object name.
        says: accessible name.
        role: the style sheet's role ("", "primary", "big", "icon").
        hint: tool tip.
    """

    def __init__(
        self, text: str, icon: str, name: str, says: str, role: str = "", hint: str = ""
    ) -> None:
        super().__init__()
        self._icon_name = icon
        self.set_words(text)
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setToolTip(hint or says)
        self.setProperty("role", role)
        self.setAutoDefault(True)  # Enter presses it
        self._style = Style()

    def set_words(self, text: str) -> None:
        """Set the words, with room between them and the icon."""
        self.setText(f" {text}" if text and self._icon_name else text)

    def set_icon(self, icon: str) -> None:
        if icon != self._icon_name:
            self._icon_name = icon
            self.set_style(self._style)

    def set_style(self, style: Style) -> None:
        self._style = style
        if not self._icon_name:
            return
        on_accent = self.property("role") in ("primary", "big")
        side = style.px(22)
        colour = style.colour("on_accent" if on_accent else "ink")
        self.setIcon(make_icon(self._icon_name, colour, side))
        self.setIconSize(QSize(side, side))
