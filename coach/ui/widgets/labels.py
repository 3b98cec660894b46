"""Labels, buttons and cards as the style sheet knows them."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from coach.ui.icons import make_icon
from coach.ui.theme import Style


def label(text: str, role: str, name: str = "", *, wrap: bool = False) -> QLabel:
    """A label; `role` is one of the style sheet's ("display", "title", "muted", ...)."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)  # what a file says is seen as it is typed
    made.setText(text)
    made.setProperty("role", role)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    return made


def tip(text: str) -> str:
    """A tool tip that is seen as it is typed: Qt reads what looks like HTML as HTML."""
    return f"<qt>{escape(text)}</qt>" if "<" in text else text


def set_role(target: QLabel | QPushButton, role: str) -> None:
    """Give a label or a button another role of the style sheet."""
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
        self.setToolTip(tip(hint or says))
        self.setProperty("role", role)
        self.setAutoDefault(True)  # Enter presses it
        self._style = Style()

    def set_words(self, text: str) -> None:
        """Set the words, with room between them and the icon."""
        text = text.replace("&", "&&")  # no shortcut: the words may be a file's
        self.setText(f" {text}" if text and self._icon_name else text)

    def set_icon(self, icon: str) -> None:
        if icon != self._icon_name:
            self._icon_name = icon
            self.set_style(self._style)

    def set_role(self, role: str) -> None:
        """Another role of the style sheet, with the icon's colour that goes with it."""
        if self.property("role") != role:
            set_role(self, role)
            self.set_style(self._style)

    def set_style(self, style: Style) -> None:
        self._style = style
        if not self._icon_name:
            return
        on_accent = self._filled
        side = style.px(22)
        colour = style.colour("on_accent" if on_accent else "ink")
        self.setIcon(make_icon(self._icon_name, colour, side))
        self.setIconSize(QSize(side, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A filled button with the keyboard: its ring stands off by a gap of the ground."""
        super().paintEvent(event)
        if not (self._filled and self.hasFocus()):
            return
        style = self._style
        gap = style.px(2)
        inset = style.px(3) + gap / 2
        radius = style.px(18 if self.property("role") == "big" else 12) - inset
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.colour("ground"), gap))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius
        )
        painter.end()

    @property
    def _filled(self) -> bool:
        return self.property("role") in ("primary", "big")
