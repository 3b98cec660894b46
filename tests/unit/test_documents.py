"""The documents point at things that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
#: A path of the program between backquotes, such as `coach/domain/sides.py` or `tests/ui/`.
NAMED_PATH = re.compile(r"`((?:coach|tests|scripts|assets|docs)/[\w./-]+)`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_every_link_inside_the_project_leads_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = [t for t in LINK.findall(text) if "://" not in t and not t.startswith("mailto:")]
    assert [t for t in targets if not (document.parent / t).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_every_file_that_is_named_exists(document: Path) -> None:
    named = NAMED_PATH.findall(document.read_text(encoding="utf-8"))
    assert sorted({p for p in named if not (ROOT / p).exists()}) == []


def test_every_exit_code_of_the_program_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for code in ("0 done", "2 the arguments", "3 nothing", "130 stopped"):
        assert code in text


def test_the_readme_says_what_the_program_is_not() -> None:
    text = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    for sentence in ("Not a medical device", "does not diagnose", "does not close fully", "Stop"):
        assert sentence in text
