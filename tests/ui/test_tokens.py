"""Contrast, and colours that do not carry meaning alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from coach.ui.theme import make_style, system_wants_contrast
from coach.ui.tokens import CONTRAST, DARK, LIGHT, Tokens, contrast_ratio
from tests.fixtures.colour_vision import VISION, ciede2000, difference

PALETTES = pytest.mark.parametrize("tokens", [LIGHT, DARK, CONTRAST], ids=lambda t: t.name)

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
    # The outline of a track, of the ring and of the session's share, inside and outside.
    ("edge", "well"),
    # A frame or a whisker over a bar is told from it by its casing.
    ("ink", "well"),
    ("ground", "ink"),
    ("ground", "left"),
    ("ground", "right"),
]


def test_the_formula_on_known_pairs() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@PALETTES
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(tokens: Tokens, text: str, ground: str) -> None:
    # High contrast keeps what WCAG asks for AAA (1.4.6).
    least = 7.0 if tokens is CONTRAST else 4.5
    assert contrast_ratio(getattr(tokens, text), getattr(tokens, ground)) >= least


@PALETTES
@pytest.mark.parametrize("ground", ["ground", "surface"])
def test_what_cannot_be_used_now_is_dimmer_and_still_read(tokens: Tokens, ground: str) -> None:
    dim = contrast_ratio(tokens.off, getattr(tokens, ground))
    assert dim >= 4.5
    assert dim * 1.2 <= contrast_ratio(tokens.muted, getattr(tokens, ground))


def test_in_high_contrast_lines_are_as_clear_as_letters() -> None:
    for part, ground in [*GRAPHICS, ("line", "ground"), ("line", "surface"), ("focus", "well")]:
        assert contrast_ratio(getattr(CONTRAST, part), getattr(CONTRAST, ground)) >= 7.0, part


def test_each_theme_has_its_colours() -> None:
    assert make_style("contrast", 100, False).tokens is CONTRAST
    assert make_style("dark", 100, False).tokens is DARK
    assert make_style("light", 100, False).tokens is LIGHT


def test_the_system_s_wish_for_contrast_is_followed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not system_wants_contrast()  # the off-screen platform wishes for nothing
    monkeypatch.setattr("coach.ui.theme.system_wants_contrast", lambda: True)
    assert make_style("system", 100, False).tokens is CONTRAST
    assert make_style("light", 100, False).tokens is LIGHT


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


#: (pair, least CIEDE2000) of colours that mean different things. About 2 can just be told apart,
#: 10 is clear at a glance; the sides stand side by side all the time and get twice that.
APART = [
    (("left", "right"), 20.0),
    (("notice", "caution"), 10.0),
    (("accent_soft", "caution"), 10.0),
    (("accent", "caution"), 20.0),
    (("notice", "ground"), 5.0),
    (("caution", "ground"), 5.0),
]


def test_the_distance_on_published_pairs() -> None:
    """Pairs 1 and 17 of Sharma, Wu and Dalal (2005), table 1."""
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)


@PALETTES
@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize(("pair", "least"), APART)
def test_what_means_different_things_looks_different_to_every_eye(
    tokens: Tokens, vision: str, pair: tuple[str, str], least: float
) -> None:
    one, two = (getattr(tokens, name) for name in pair)
    assert difference(one, two, vision) >= least
