"""Every case through the program, two at a time."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from tests.accuracy.case import Case, Family
from tests.accuracy.clips import clip_cases, folder
from tests.accuracy.drawn import drawn_cases
from tests.accuracy.farther import farther_cases
from tests.accuracy.measuring import Measured, measure
from tests.accuracy.puppet import puppet_cases

#: Short run: one of each kind for either split.
_QUICK = (
    "clip eye_closure_left_incomplete", "clip smile_left_weak", "drawn 102.0", "drawn 202.0",
    "puppet tuning smile_closed L0.3", "puppet reporting smile_closed L0.9 R0.2 seed 22",
)  # fmt: skip


def all_cases(quick: bool = False) -> list[Case]:
    """Cases in a fixed order; says which family is missing here."""
    near = [*clip_cases(), *drawn_cases(), *puppet_cases()]
    cases = [*near, *farther_cases(near)]
    for family, why in (
        (Family.CLIPS, f"no clips in {folder().name}/ (COACH_CLIPS names their folder)"),
        (Family.PUPPET, "scikit-image, which carries the photograph, is not installed"),
    ):
        if not any(case.family is family for case in cases):
            print(f"Without the {family}: {why}.", file=sys.stderr)
    if quick:
        cases = [c for c in near if c.name.startswith(_QUICK)]
    return cases


def measure_cases(cases: Sequence[Case], workers: int = 2) -> list[Measured]:
    """Measured in the order of the cases."""
    context = multiprocessing.get_context("spawn")
    out: list[Measured] = []
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        for i, found in enumerate(pool.map(_measure_named, [c.name for c in cases])):
            out.append(found)
            print(f"{i + 1}/{len(cases)} {cases[i].name}", file=sys.stderr, flush=True)
    return out


def _measure_named(name: str) -> Measured:
    """In a worker: cases hold closures, so they are named, not sent."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return measure(next(c for c in all_cases() if c.name == name))
