"""Every case through the program, two at a time."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache, partial
from pathlib import Path
from typing import Final

from tests.accuracy.case import Case, Family
from tests.accuracy.clips import clip_cases, folder
from tests.accuracy.conditions import conditioned
from tests.accuracy.degrade import Condition
from tests.accuracy.drawn import drawn_cases
from tests.accuracy.farther import farther_cases
from tests.accuracy.heads import head_cases, heads_folder
from tests.accuracy.measuring import Measured, measure
from tests.accuracy.people import people_cases
from tests.accuracy.puppet import puppet_cases

#: Short run: one of each kind for either split.
_QUICK: Final = (
    "clip eye_closure_left_incomplete", "clip smile_left_weak", "drawn 102.0", "drawn 202.0",
    "puppet tuning smile_closed L0.3", "puppet reporting smile_closed L0.9 R0.2 seed 22",
)  # fmt: skip
#: Heads and conditions of a short run.
_QUICK_LIFE: Final = (
    "head p_ben_smile_weak_left", "head p_gia_smile_weak_right",
    "head p_ben_smile_weak_left | side", "head p_eve_smile_weak_right | kitchen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases a run takes.

    Attributes:
        quick: a few of each.
        full: every condition on every clean film, not on the chosen ones.
        conditions: only these; empty for all.
        pattern: only cases whose name has it (shell wildcards); "" for all.
        people: folder of real people's films, or None.
    """

    quick: bool = False
    full: bool = False
    conditions: tuple[Condition, ...] = ()
    pattern: str = ""
    people: Path | None = None


def all_cases(quick: bool = False) -> list[Case]:
    """Made faces in even light, in a fixed order; says which family is missing here."""
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


def life_cases(wanted: Wanted) -> list[Case]:
    """Photographic heads, films under conditions, and real people's warped films."""
    heads = head_cases()
    if not heads:
        where = f"no clips in {heads_folder().name}/ (COACH_CLIPS_PEOPLE names their folder)"
        print(f"Without the {Family.HEADS}: {where}.", file=sys.stderr)
    clean = [*heads, *(clip_cases() if wanted.full else ())]
    cases = [*heads, *conditioned(clean, wanted.conditions or tuple(Condition), wanted.full)]
    if wanted.quick:
        cases = [c for c in cases if c.name in _QUICK_LIFE]
    return [*cases, *(people_cases(wanted.people) if wanted.people else ())]


def wanted_cases(wanted: Wanted) -> list[Case]:
    """All that a run measures."""
    cases = [*all_cases(wanted.quick), *life_cases(wanted)]
    if wanted.conditions:
        cases = [c for c in cases if c.condition in wanted.conditions]
    return [c for c in cases if fnmatch(c.name, f"*{wanted.pattern}*")]


def measure_cases(
    cases: Sequence[Case], workers: int = 2, wanted: Wanted | None = None
) -> list[Measured]:
    """Measured in the order of the cases."""
    context = multiprocessing.get_context("spawn")
    out: list[Measured] = []
    task = partial(_measure_named, wanted)
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        for i, found in enumerate(pool.map(task, [c.name for c in cases])):
            out.append(found)
            print(f"{i + 1}/{len(cases)} {cases[i].name}", file=sys.stderr, flush=True)
    return out


def _measure_named(wanted: Wanted | None, name: str) -> Measured:
    """In a worker: cases hold closures, so they are named, not sent."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return measure(_known(wanted)[name])


@cache
def _known(wanted: Wanted | None) -> dict[str, Case]:
    cases = all_cases() if wanted is None else wanted_cases(wanted)
    return {c.name: c for c in cases}
