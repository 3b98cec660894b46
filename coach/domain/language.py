"""The program's sentences in the person's language.

English stands in the code, as the key of every translation; `coach/app/i18n.py` puts a language in
place when the program starts with a window. Until then, and for a sentence that nobody translated,
the English is used. Whole sentences only, with named places: never one made of pieces, since other
languages need another order of words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

_Key = TypeVar("_Key")

#: (English, note for the translator, number or -1) -> the translation, "" where there is none.
#: Called from any thread.
Lookup = Callable[[str, str, int], str]


def _english(_text: str, _note: str, _number: int) -> str:
    return ""


_lookup: Lookup = _english


def speak(lookup: Lookup | None) -> None:
    """Use a language from now on, in the whole process; None for English."""
    global _lookup
    _lookup = lookup if lookup is not None else _english


def mark(text: str, _note: str = "", /) -> str:
    """`text` itself: tells the translator's tool about a sentence that `tr` gets later."""
    return text


def tr(text: str, note: str = "", /, **values: object) -> str:
    """A sentence in the person's language, with `values` put into its {places}.

    Args:
        text: the English, as a literal here or in `mark`.
        note: tells two meanings of the same English apart.
        values: what goes into the places; without any, braces are left as they are.
    """
    said = _lookup(text, note, -1) or text
    return said.format(**values) if values else said


def plural(many: str, one: str, n: int, /, **values: object) -> str:
    """A sentence about a number of things, in the form that the language has for the number.

    Args:
        many: English for every number but one, with {n} for the number.
        one: English for one.
        n: the number.
        values: what goes into the other places.
    """
    said = _lookup(many, one, n) or (one if n == 1 else many)
    return said.format(n=n, **values)


class Sentences(Mapping[_Key, str]):
    """Sentences by key, each translated when it is asked for. The given ones are `mark`ed."""

    __slots__ = ("_english",)

    def __init__(self, english: Mapping[_Key, str]) -> None:
        self._english = dict(english)

    def __getitem__(self, key: _Key) -> str:
        return tr(self._english[key])

    def __iter__(self) -> Iterator[_Key]:
        return iter(self._english)

    def __len__(self) -> int:
        return len(self._english)
