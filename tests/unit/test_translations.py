"""Every language says everything, with the same places, and nothing passes by the translator."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from scripts.translations import compile_to
from tests.fixtures.catalogue import (
    PROGRAM,
    ROOT,
    TRANSLATIONS,
    Message,
    calls,
    files,
    literal,
    messages,
    sentences_in_code,
    tree_of,
)

CATALOGUES = sorted(TRANSLATIONS.glob("coach_*.ts"))
#: Alike in both languages, besides what is nothing but places.
ALIKE = {"No", "d MMM", "MMM yyyy"}

#: Where every sentence is for a person in the window. Command line and authoring messages are
#: English (docs/translating.md).
SPOKEN = [
    *sorted((PROGRAM / "ui").rglob("*.py")),
    *(PROGRAM / "coaching" / name for name in ("texts.py", "quality_voice.py", "feedback.py")),
    PROGRAM / "domain" / "quality.py",
    *sorted((PROGRAM / "capture").glob("*.py")),
    *(
        PROGRAM / "app" / n
        for n in ("crash_guard.py", "recorder.py", "tasks.py", "live_session.py")
    ),
    *(PROGRAM / "storage" / n for n in ("failures.py", "preflight.py", "frame_codec.py")),
    *sorted((PROGRAM / "files").glob("*.py")),
]
#: Sentences that no person reads in the window, by file.
NOT_SPOKEN = {
    "capture": r"^(The source|The landmark thread|The owner of|All log messages)"
    r"|could not be closed|needs a submitted picture",
}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def has_words(text: str) -> bool:
    """Whether anything but places is in it."""
    return bool(re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", text)))


def all_messages() -> list[tuple[str, Message]]:
    return [(path.stem, m) for path in CATALOGUES for m in messages(path)]


def test_there_is_spanish() -> None:
    assert "coach_es.ts" in {path.name for path in CATALOGUES}


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda p: p.stem)
def test_a_catalogue_holds_exactly_the_sentences_of_the_code(catalogue: Path) -> None:
    """Otherwise: python scripts/translations.py update."""
    listed = {(m.source, m.note) for m in messages(catalogue)}
    assert sentences_in_code() - listed == set(), "not in the file yet"
    assert listed - sentences_in_code() == set(), "no longer in the code"


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda p: p.stem)
def test_the_compiled_file_is_that_of_the_catalogue(catalogue: Path, tmp_path: Path) -> None:
    compile_to(catalogue, tmp_path / "new.qm")
    assert (tmp_path / "new.qm").read_bytes() == catalogue.with_suffix(".qm").read_bytes()


def test_everything_is_translated() -> None:
    wanting = [m.source for _, m in all_messages() if not (m.finished and all(m.said))]
    assert wanting == []
    alike = {m.source for _, m in all_messages() if m.source in m.said and has_words(m.source)}
    english = sorted(alike - ALIKE)
    assert english == []


def test_the_places_are_the_same() -> None:
    wrong = []
    for _, message in all_messages():
        for i, said in enumerate(message.said):
            # The form for one may do without the number, as the English for one may.
            spare = {"n"} if message.numerous and i == 0 else set()
            if places(said) - spare != places(message.source) - spare:
                wrong.append((message.source, said))
    assert wrong == []


def test_sentences_end_alike() -> None:
    """A full stop more or less shows where sentences are put behind each other."""
    wrong = [
        (m.source, said)
        for _, m in all_messages()
        for said in m.said
        if m.source[-1] in ".:?…" and said[-1] != m.source[-1]
    ]
    assert wrong == []


def test_no_translation_cheers_or_is_formal() -> None:
    formal = re.compile(r"\b(usted|ustedes|vosotros)\b|[!¡]", re.IGNORECASE)
    assert [said for _, m in all_messages() for said in m.said if formal.search(said)] == []


def test_what_goes_through_the_door_is_a_literal_or_was_marked() -> None:
    """lupdate reads literals only: an f-string or a choice inside the call is never translated."""
    wrong = []
    for file in files():
        if file.name == "language.py":
            continue
        for call, door in calls(tree_of(file)):
            first = call.args[0] if call.args else None
            named = isinstance(first, ast.Name | ast.Attribute | ast.Call | ast.Subscript)
            if first is None or (literal(first) is None and not (door == "tr" and named)):
                wrong.append(f"{file.relative_to(ROOT)}:{call.lineno}")
    assert wrong == []


@pytest.mark.parametrize("file", SPOKEN, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_sentence_passes_by_the_door(file: Path) -> None:
    tree = tree_of(file)
    through = {id(part) for call, _ in calls(tree) for arg in call.args for part in ast.walk(arg)}
    unsaid = NOT_SPOKEN.get(file.parent.name)
    wrong = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.expr):
            continue
        text = literal(node)
        if text is None or id(node) in through or id(node) in docstrings(tree):
            continue
        if re.match(r"^[A-Z][a-z]+ [a-z]", text) and not (unsaid and re.search(unsaid, text)):
            wrong.append(f"{node.lineno}: {text}")
    assert wrong == []


def docstrings(tree: ast.AST) -> set[int]:
    """Ids of the strings that stand alone: documentation."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
