"""Each new sentence is seen: the list of all of them is read by eye, and then committed."""

from __future__ import annotations

import re
from typing import Final

from tests.fixtures.sentences import LIST, all_sentences

#: Words that push effort, speed or size, or cheer it. Where one of them forbids or warns, the
#: sentence is named below, so that each such use is a decision.
PUSHES = re.compile(
    r"!|\b(harder|faster|stronger|bigger|biggest|push|try hard|as (?:far|hard|fast) as|more effort|"
    r"keep going|don't stop|well done|great|excellent|perfect|amazing|bravo|record|streak|score)\b",
    re.IGNORECASE,
)
#: Each of these forbids it, warns of it, or means something else.
ALLOWED: Final = {
    "Do not train for strength. More effort pulls more along.",
    "Going far, or holding the breath. Go only as far as is easy.",
    "I cannot score this picture. You can practise, without scores.",
    "It may be damaged or cut off; record or copy it again.",
    "Lift both brows as far as is easy.",
    "Making it bigger than you would. Smile as usual.",
    "No biggest possible smile, and no tight squeeze of the eyes.",
    "Record or copy it again.",
    "Score the gentle smile, never the biggest one.",
    "Stop when the child is tired, cross or sore. Never push.",
    "The strong side goes only as far as the new one.",
}
#: No word reassures about an eye.
REASSURES = re.compile(
    r"\beyes? (?:is|are) (?:safe|protected|closed fully|fine)\b|fully closed", re.IGNORECASE
)


def test_the_list_is_that_of_the_program() -> None:
    """Otherwise: make sentences, read what is new in `git diff`, and commit it."""
    assert LIST.read_text(encoding="utf-8") == all_sentences()


def test_no_sentence_pushes() -> None:
    lines = [line for line in all_sentences().splitlines() if not line.startswith("#")]
    found = {line for line in lines if PUSHES.search(line)}
    assert found - ALLOWED == set()
    assert ALLOWED - found == set(), "no longer said"


def test_none_reassures_about_an_eye() -> None:
    assert [line for line in all_sentences().splitlines() if REASSURES.search(line)] == []
