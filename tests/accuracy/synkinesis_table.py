"""The synkinesis bench's targets in docs/accuracy.md, taken from docs/synkinesis.md."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_BEGIN: Final = "<!-- synkinesis -->"
_END: Final = "<!-- /synkinesis -->"
_DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
_TARGET_CELL: Final = 2


def synkinesis_table(page: Path = _DOCS / "synkinesis.md") -> str:
    """The head and those rows of the page's table that have a target, between marks."""
    lines = [line for line in page.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    start = next(i for i, line in enumerate(lines) if line.startswith("| | found | target"))
    head, rest = lines[start : start + 2], lines[start + 2 :]
    rows = [row for row in rest if "at least" in _target(row) or "at most" in _target(row)]
    return "\n".join((_BEGIN, *head, *rows, _END))


def refresh(accuracy: Path = _DOCS / "accuracy.md") -> None:
    """Put the newest table into the accuracy page."""
    text = accuracy.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN)
    accuracy.write_text(f"{before}{synkinesis_table()}{rest.split(_END)[1]}", encoding="utf-8")


def _target(row: str) -> str:
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    return cells[_TARGET_CELL] if len(cells) > _TARGET_CELL else ""
