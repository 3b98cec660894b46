"""python -m tests.accuracy: the bench, and docs/accuracy.md.

    --quick            a few cases of each kind, about two minutes
    --full             every condition on every clean film
    --condition NAME   only these cases (may be given more than once), see `degrade.Condition`
    --cases PATTERN    only cases whose name has it
    --life             only what looks like life: heads, conditions, people
    --people DIR       real people's films, kept outside the repository (`people.py`)

Only a run of everything writes the document; others print their tables.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from tests.accuracy.case import NEAR, Split
from tests.accuracy.degrade import Condition
from tests.accuracy.document import Life, write_document
from tests.accuracy.figures import draw
from tests.accuracy.life_tables import (
    condition_table,
    family_table,
    films_table,
    life_intervals_table,
    people_of,
    refusal_table,
    skin_table,
)
from tests.accuracy.measuring import ROOT
from tests.accuracy.people import Filmed, film_cases, watch
from tests.accuracy.run import Wanted, measure_cases, wanted_cases
from tests.accuracy.scoring import Scored, score
from tests.accuracy.tables import (
    cases_table,
    coverage_table,
    errors_table,
    split_of,
    targets_table,
)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="tests.accuracy", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--life", action="store_true")
    parser.add_argument("--condition", action="append", type=Condition, default=[])
    parser.add_argument("--cases", default="")
    parser.add_argument("--people", type=Path)
    parser.add_argument("--workers", type=int, default=2, help="processes; 2 by default")
    parser.add_argument("--out", type=Path, default=ROOT / "docs", help="folder of accuracy.md")
    asked = parser.parse_args()
    started = time.monotonic()
    wanted = Wanted(asked.quick, asked.full, tuple(asked.condition), asked.cases, asked.people)
    cases = [c for c in wanted_cases(wanted) if not asked.life or c.family not in NEAR]
    scored = [
        score(case, found)
        for case, found in zip(cases, measure_cases(cases, asked.workers, wanted), strict=True)
    ]
    filmed = watch(film_cases(asked.people)) if asked.people and not asked.cases else []
    near = [s for s in scored if s.case.family in NEAR and s.case.condition == Condition.CLEAN]
    life = [s for s in scored if s not in near]
    if near:
        _print_near(near)
    _print_life(life, filmed)
    partial_run = asked.quick or asked.life or asked.condition or asked.cases
    complete = {s.case.family for s in near} == set(NEAR)
    if complete and not partial_run:
        pictures = draw(split_of(near, Split.REPORTING), asked.out / "images" / "accuracy")
        write_document(
            asked.out / "accuracy.md",
            split_of(near, Split.TUNING),
            split_of(near, Split.REPORTING),
            pictures,
            Life(life, filmed),
        )
        print(f"\nWritten: {asked.out / 'accuracy.md'}")
    elif not partial_run:
        print("\ndocs/accuracy.md was left as it is: a family of cases is missing here.")
    print(f"{len(cases)} cases in {time.monotonic() - started:.0f} s")


def _print_near(scored: Sequence[Scored]) -> None:
    tuning, reporting = split_of(scored, Split.TUNING), split_of(scored, Split.REPORTING)
    print(f"\nReporting cases: {len(reporting)}\n\n{targets_table(reporting)}")
    print(f"\n{errors_table(reporting)}\n\n{coverage_table(tuning, reporting)}")
    print(f"\n{cases_table(scored)}")


def _print_life(scored: Sequence[Scored], filmed: Sequence[Filmed]) -> None:
    for split in Split:
        part = split_of(scored, split)
        if made := people_of(part, people=False):
            print(f"\n{split}: by condition\n\n{condition_table(made)}\n\n{skin_table(made)}")
            print(f"\n{refusal_table(made)}\n\n{life_intervals_table(made)}")
        if people := people_of(part, people=True):
            print(f"\n{split}: real people\n\n{family_table(people)}\n\n{refusal_table(people)}")
            print(f"\n{cases_table(people)}")
    if filmed:
        print(f"\n{films_table(filmed)}")


if __name__ == "__main__":
    main()
