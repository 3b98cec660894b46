"""Colours of the screen, by meaning.

Every text pair keeps 4.5:1 (WCAG 2.2, 1.4.3), in high contrast 7:1 (1.4.6); the sides and the
states stay apart for colour-blind eyes. Both are tested over every pair in use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.domain.sides import Side


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette. All values are `#rrggbb`.

    Attributes:
        name: "light", "dark" or "contrast".
        ground: the window. surface: cards. well: sunken tracks and lists.
        ink: text. muted: second-rank text. line: hairlines.
        off: words and outline of a control that cannot be used now.
        edge: outlines of controls (3:1 on ground and surface, WCAG 1.4.11).
        accent / on_accent: the one main action, and text on it.
        accent_soft: ground of a chosen item, text in `ink`.
        focus: the focus ring.
        left / right: the patient's sides (blue and orange: told apart in the common colour
            vision deficiencies), never without a shape, a pattern or a word.
        notice / on_notice: ground and text of a calm notice (never red).
        caution / on_caution: ground and text for "not scored" and a lost picture.
        stage: behind the mirror. on_stage: text there.
    """

    name: str
    ground: str
    surface: str
    well: str
    ink: str
    muted: str
    off: str
    line: str
    edge: str
    accent: str
    on_accent: str
    accent_soft: str
    focus: str
    left: str
    right: str
    notice: str
    on_notice: str
    caution: str
    on_caution: str
    stage: str
    on_stage: str

    def side(self, side: Side) -> str:
        return self.left if side is Side.LEFT else self.right


LIGHT: Final = Tokens(
    name="light",
    ground="#f5f2ec",
    surface="#fffdf9",
    well="#e9e4da",
    ink="#1f2a33",
    muted="#55616b",
    off="#66707a",
    line="#ddd6c9",
    edge="#7b8288",
    accent="#0f6668",
    on_accent="#ffffff",
    accent_soft="#d9ebe8",
    focus="#1b4fd1",
    left="#1c5fa8",
    right="#a84e06",
    notice="#ded7f4",
    on_notice="#2c2354",
    caution="#f6e9c9",
    on_caution="#4a3500",
    stage="#26323a",
    on_stage="#f4f6f7",
)

DARK: Final = Tokens(
    name="dark",
    ground="#141a1f",
    surface="#1d252c",
    well="#2a343c",
    ink="#eef2f4",
    muted="#aab6be",
    off="#88949c",
    line="#333f48",
    edge="#83919b",
    accent="#6accc4",
    on_accent="#08292a",
    accent_soft="#1f4547",
    focus="#ffd866",
    left="#86bcfa",
    right="#f6aa63",
    notice="#3a3463",
    on_notice="#f0edff",
    caution="#4b3d17",
    on_caution="#fff1cf",
    stage="#0b0f12",
    on_stage="#eef2f4",
)

#: High contrast: black, white, and few strong colours; lines are as clear as letters.
CONTRAST: Final = Tokens(
    name="contrast",
    ground="#000000",
    surface="#000000",
    well="#1c1c1c",
    ink="#ffffff",
    muted="#e8e8e8",
    off="#8c8c8c",
    line="#b4b4b4",
    edge="#ffffff",
    accent="#ffe14d",
    on_accent="#000000",
    accent_soft="#123c5e",
    focus="#5ce1ff",
    left="#8cc4ff",
    right="#ffb15c",
    notice="#2a1f66",
    on_notice="#ffffff",
    caution="#4d3a00",
    on_caution="#ffffff",
    stage="#000000",
    on_stage="#ffffff",
)


def contrast_ratio(a: str, b: str) -> float:
    """Contrast of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    r, g, b = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _linear(c: float) -> float:
    return c / 12.92 if c <= 0.04045 else float(((c + 0.055) / 1.055) ** 2.4)
