"""Contrast, and colours that do not carry meaning alone."""

from __future__ import annotations

import pytest

from coach.ui.tokens import DARK, LIGHT, Tokens, contrast_ratio

PALETTES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda t: t.name)

#: (text, ground) pairs in use. 4.5:1 is WCAG 2.2, 1.4.3 (AA, text of any size).
TEXT = [
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "well"),
    ("ink", "accent_soft"),
    ("muted", "ground"),
    ("muted", "surface"),
    ("muted", "well"),
    ("on_accent", "accent"),
    ("on_notice", "notice"),
    ("on_caution", "caution"),
    ("on_stage", "stage"),
    ("left", "ground"),
    ("left", "surface"),
    ("right", "ground"),
    ("right", "surface"),
]
#: Parts of controls and graphics: 3:1 is WCAG 2.2, 1.4.11.
GRAPHICS = [
    ("edge", "ground"),
    ("edge", "surface"),
    ("accent", "ground"),
    ("accent", "surface"),
    ("focus", "ground"),
    ("focus", "surface"),
    ("left", "well"),
    ("right", "well"),
]


def test_the_formula_on_known_pairs() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@PALETTES
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast_ratio(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@PALETTES
@pytest.mark.parametrize(("part", "ground"), GRAPHICS)
def test_graphics_can_be_seen(tokens: Tokens, part: str, ground: str) -> None:
    assert contrast_ratio(getattr(tokens, part), getattr(tokens, ground)) >= 3.0


@PALETTES
@pytest.mark.parametrize("name", ["notice", "caution"])
def test_a_notice_is_not_red(tokens: Tokens, name: str) -> None:
    value = getattr(tokens, name)
    red, green, blue = (int(value[i : i + 2], 16) for i in (1, 3, 5))
    # Red as an alarm: clearly above both others.
    assert red < 1.6 * max(green, blue)


#: Viénot, Brettel and Mollon (1999): what a person without L or M cones sees, linear RGB.
PROTAN = ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0))
DEUTAN = ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0))


@PALETTES
@pytest.mark.parametrize("matrix", [PROTAN, DEUTAN], ids=["protan", "deutan"])
def test_left_and_right_differ_for_colour_blind_eyes(
    tokens: Tokens, matrix: tuple[tuple[float, ...], ...]
) -> None:
    left, right = (seen(tokens.left, matrix), seen(tokens.right, matrix))
    # Far more than the 0.1 or so of linear blue in which neighbours look the same.
    assert abs(left[2] - right[2]) > 0.25


def seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> list[float]:
    linear = [(int(colour[i : i + 2], 16) / 255) ** 2.2 for i in (1, 3, 5)]
    return [sum(m * c for m, c in zip(row, linear, strict=True)) for row in matrix]
