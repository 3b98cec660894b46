"""docs/accuracy.md: the words of accuracy_template.md with the figures of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Final

from tests.accuracy.case import NEAR, Split
from tests.accuracy.degrade import SAID
from tests.accuracy.life_tables import (
    condition_table,
    family_table,
    films_table,
    life_intervals_table,
    people_of,
    refusal_table,
    skin_table,
)
from tests.accuracy.people import Filmed
from tests.accuracy.scoring import Scored
from tests.accuracy.synkinesis_table import synkinesis_table
from tests.accuracy.tables import (
    cases_table,
    change_table,
    coverage_table,
    errors_table,
    split_of,
    table,
    targets_table,
)

_TEMPLATE: Final = Path(__file__).with_name("accuracy_template.md")


@dataclass(frozen=True, slots=True, eq=False)
class Life:
    """Figures of what looks like life.

    Attributes:
        scored: heads, conditions, warped films of people; both splits.
        filmed: people's films as they are; empty where there were none.
    """

    scored: Sequence[Scored]
    filmed: Sequence[Filmed] = ()


def write_document(
    path: Path,
    tuning: Sequence[Scored],
    reporting: Sequence[Scored],
    pictures: Sequence[str],
    life: Life,
) -> None:
    """Fill in the template. The same figures give the same document, byte for byte."""
    text = Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        life=_life_text(life),
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
    for family in NEAR:
        numbers = [sum(s.case.family is family for s in part) for part in (tuning, reporting)]
        rows.append([family.value, *(str(n) for n in numbers)])
    return table(["", *(s.value for s in Split)], rows)


def _life_text(life: Life) -> str:
    parts = []
    for split in (Split.REPORTING, Split.TUNING):
        made = people_of(split_of(life.scored, split), people=False)
        people = people_of(split_of(life.scored, split), people=True)
        name = split.value.capitalize()
        if made:
            parts += [f"### {name}: light, camera and skin", condition_table(made)]
            parts += [skin_table(made), refusal_table(made), life_intervals_table(made)]
        if people:
            parts += [f"### {name}: real people, moved by known millimetres", family_table(people)]
            parts += [refusal_table(people)]
    if life.filmed:
        parts += ["### Real people's films as they are", films_table(life.filmed)]
    else:
        parts.append("Films of real people were not at hand in this run (`--people DIR`).")
    parts += ["### What each condition is", conditions_list()]
    return "\n\n".join(parts)


def conditions_list() -> str:
    """A line each."""
    return "\n".join(f"- **{c.value}**: {said}." for c, said in SAID.items())
