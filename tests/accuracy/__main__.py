"""python -m tests.accuracy [--quick] [--workers N]: the bench, and docs/accuracy.md.

A short run prints its tables and leaves the document alone.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tests.accuracy.case import Family, Split
from tests.accuracy.document import write_document
from tests.accuracy.figures import draw
from tests.accuracy.measuring import ROOT
from tests.accuracy.run import all_cases, measure_cases
from tests.accuracy.scoring import score
from tests.accuracy.tables import (
    cases_table,
    coverage_table,
    errors_table,
    split_of,
    targets_table,
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="tests.accuracy", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few cases, no document")
    parser.add_argument("--workers", type=int, default=2, help="processes; 2 by default")
    parser.add_argument("--out", type=Path, default=ROOT / "docs", help="folder of accuracy.md")
    asked = parser.parse_args()
    started = time.monotonic()
    cases = all_cases(asked.quick)
    measured = measure_cases(cases, asked.workers)
    scored = [score(case, found) for case, found in zip(cases, measured, strict=True)]
    tuning, reporting = split_of(scored, Split.TUNING), split_of(scored, Split.REPORTING)
    print(f"\nReporting cases: {len(reporting)}\n\n{targets_table(reporting)}")
    print(f"\n{errors_table(reporting)}\n\n{coverage_table(tuning, reporting)}")
    print(f"\n{cases_table(scored)}")
    complete = {case.family for case in cases} == set(Family)
    if complete and not asked.quick:
        pictures = draw(reporting, asked.out / "images" / "accuracy")
        write_document(asked.out / "accuracy.md", tuning, reporting, pictures)
        print(f"\nWritten: {asked.out / 'accuracy.md'}")
    elif not asked.quick:
        print("\ndocs/accuracy.md was left as it is: a family of cases is missing here.")
    print(f"{len(cases)} cases in {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
