"""Sentences in another language, and English where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coach.domain.language import Sentences, mark, plural, speak, tr
from coach.domain.sides import Side

_SAID = {
    ("Go on", ""): "Seguir",
    ("{n} of {all}", ""): "{all}: {n}",
    ("d", "how a date is written"): "t",
}


def _lookup(text: str, note: str, number: int) -> str:
    if text == "{n} apples":
        assert note == "one apple"
        return "una manzana" if number == 1 else "{n} manzanas"
    return _SAID.get((text, note), "")


@pytest.fixture
def another_language() -> Iterator[None]:
    speak(_lookup)
    yield
    speak(None)


def test_english_is_the_key_and_the_fallback() -> None:
    assert tr("Go on") == "Go on"
    assert tr("{n} of {all}", n=2, all=5) == "2 of 5"
    assert (plural("{n} apples", "one apple", 1), plural("{n} apples", "one apple", 0)) == (
        "one apple",
        "0 apples",
    )


@pytest.mark.usefixtures("another_language")
def test_a_translation_may_order_its_places_as_it_likes() -> None:
    assert tr("Go on") == "Seguir"
    assert tr("{n} of {all}", n=2, all=5) == "5: 2"
    assert tr("d", "how a date is written") == "t"
    assert tr("Nobody translated {this}.", this="it") == "Nobody translated it."
    assert plural("{n} apples", "one apple", 1) == "una manzana"
    assert plural("{n} apples", "one apple", 7) == "7 manzanas"


def test_braces_are_left_alone_where_nothing_is_put_in() -> None:
    assert tr("Look in {folder}.") == "Look in {folder}."


def test_a_table_made_before_the_language_was_chosen_speaks_it_afterwards() -> None:
    table = Sentences({Side.LEFT: mark("Go on"), Side.RIGHT: mark("Stay")})
    assert table[Side.LEFT] == "Go on"
    speak(_lookup)
    try:
        assert table[Side.LEFT] == "Seguir"
        assert dict(table) == {Side.LEFT: "Seguir", Side.RIGHT: "Stay"}
    finally:
        speak(None)
    assert table[Side.LEFT] == "Go on"
