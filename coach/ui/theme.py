"""The look of the whole window: palette, text scale, motion, and the style sheet made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget

from coach.ui.stylesheet import stylesheet
from coach.ui.tokens import CONTRAST, DARK, LIGHT, Tokens

#: Height of body text at 100 %, px: readable at arm's length and without reading glasses.
BASE_PX: Final = 18
#: Smallest side of anything that is clicked, px at 100 % (WCAG 2.5.5).
TARGET_PX: Final = 44
SCALES_PCT: Final = (100, 125, 150, 175, 200)
THEMES: Final = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@dataclass(frozen=True, slots=True)
class Style:
    """What every widget needs to draw itself.

    Attributes:
        tokens: the colours.
        scale: text scale, 1.0 to 2.0.
        reduced_motion: still pictures in place of moving ones.
    """

    tokens: Tokens = LIGHT
    scale: float = 1.0
    reduced_motion: bool = False

    def px(self, size: float) -> int:
        """A length in px at 100 %, scaled."""
        return max(1, round(size * self.scale))

    def font(self, size: float = BASE_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The system's font at `size` px (at 100 %)."""
        font = QFont(font_family())
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font

    def colour(self, token: str, alpha: int = 255) -> QColor:
        """A token's colour; `alpha` 0 to 255."""
        colour = QColor(getattr(self.tokens, token))
        colour.setAlpha(alpha)
        return colour


@runtime_checkable
class Styled(Protocol):
    """A widget that paints itself and wants to know the style."""

    def set_style(self, style: Style) -> None: ...


def font_family() -> str:
    """The system's general font; DejaVu Sans where the system names none."""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return family or "DejaVu Sans"


def system_is_dark() -> bool:
    """True where the system asks for dark colours."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def system_wants_contrast() -> bool:
    """True where the system asks for high contrast; Qt tells since 6.10."""
    hints = QGuiApplication.styleHints()
    tells = getattr(hints, "accessibility", None)
    if tells is None:
        return False
    return bool(tells().contrastPreference() is Qt.ContrastPreference.HighContrast)


def make_style(theme: str, scale_pct: int, reduced_motion: bool) -> Style:
    """Style for preferences; an unknown theme follows the system, the scale is clamped."""
    scale = min(max(scale_pct, SCALES_PCT[0]), SCALES_PCT[-1]) / 100
    return Style(THEMES.get(theme) or _system_tokens(), scale, reduced_motion)


def _system_tokens() -> Tokens:
    if system_wants_contrast():
        return CONTRAST
    return DARK if system_is_dark() else LIGHT


def apply_style(root: QWidget, style: Style) -> None:
    """Give a window and everything in it the style."""
    root.setFont(style.font())
    root.setPalette(_palette(style.tokens))
    root.setStyleSheet(stylesheet(style.tokens, style.px, BASE_PX, TARGET_PX))
    apply_to_children(root, style)


def apply_to_children(root: QWidget, style: Style) -> None:
    """Tell every widget inside `root` that paints itself."""
    for widget in root.findChildren(QWidget):
        if isinstance(widget, Styled):
            widget.set_style(style)


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette(QColor(tokens.surface), QColor(tokens.ground))
    role = QPalette.ColorRole
    for which, colour in (
        (role.WindowText, tokens.ink),
        (role.Text, tokens.ink),
        (role.ButtonText, tokens.ink),
        (role.Base, tokens.surface),
        (role.Highlight, tokens.accent_soft),
        (role.HighlightedText, tokens.ink),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.ink),
    ):
        palette.setColor(which, QColor(colour))
    return palette
