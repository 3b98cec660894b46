"""docs/accuracy.md: the words of accuracy_template.md with the figures of a run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from string import Template
from typing import Final

from tests.accuracy.case import Family, Split
from tests.accuracy.scoring import Scored
from tests.accuracy.synkinesis_table import synkinesis_table
from tests.accuracy.tables import (
    cases_table,
    change_table,
    coverage_table,
    errors_table,
    table,
    targets_table,
)

_TEMPLATE: Final = Path(__file__).with_name("accuracy_template.md")


def write_document(
    path: Path, tuning: Sequence[Scored], reporting: Sequence[Scored], pictures: Sequence[str]
) -> None:
    """Fill in the template. The same figures give the same document, byte for byte."""
    text = Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        cases=_counts(tuning, reporting),
        targets=targets_table(reporting),
        tuning_targets=targets_table(tuning),
        errors=errors_table(reporting),
        coverage=coverage_table(tuning, reporting),
        change=change_table(),
        synkinesis=synkinesis_table(),
        pictures="\n\n".join(f"![{_title(p)}](images/accuracy/{p})" for p in pictures),
        every_case=cases_table(reporting),
        every_tuning_case=cases_table(tuning),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _title(picture: str) -> str:
    name = picture.removesuffix(".png").replace("_", " ")
    return f"{name.capitalize()}: truth against measured, and the differences"


def _counts(tuning: Sequence[Scored], reporting: Sequence[Scored]) -> str:
    rows = []
    for family in Family:
        numbers = [sum(s.case.family is family for s in part) for part in (tuning, reporting)]
        rows.append([family.value, *(str(n) for n in numbers)])
    return table(["", *(s.value for s in Split)], rows)
