"""Do two sessions really differ?

What the program gets wrong on a face every time cancels in the difference of two sessions. What is
left is what the bench sees between two sessions of one unchanged face (the smallest detectable
change, Weir 2005, doi 10.1519/15184.1) and what the spread of both sessions' repetitions leaves
open (Welch 1947, doi 10.1093/biomet/34.1-2.28). A difference must exceed both together; else it is
"no real change".
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coach.domain.repeatability import SCALE_RELATIVE_SD, repeatability
from coach.domain.session_mean import SessionMean
from coach.domain.student import effective_degrees, t95

#: A spread needs two repetitions.
MIN_REPS: Final = 2


class ChangeKind(StrEnum):
    """What two sessions say about each other."""

    LARGER = "larger"
    SMALLER = "smaller"
    NONE = "none"  # no real change: the difference may be nothing but measurement
    UNKNOWN = "unknown"


class NoComparison(StrEnum):
    """Why two sessions cannot be compared."""

    NO_BEFORE = "no_before"  # nothing was scored in one of them
    FEW_REPS = "few_reps"  # one repetition says nothing about how repetitions differ
    OTHER_WAY = "other_way"  # with the pictures once, with landmarks alone once
    EASED_NOW = "eased_now"  # done in an easier form this time (`coach.domain.same_form`)
    EASED_BEFORE = "eased_before"  # ... the time before


@dataclass(frozen=True, slots=True)
class Change:
    """The difference of two sessions.

    Attributes:
        kind: the verdict.
        difference: now minus before; None where one has no value.
        needed: what the difference must exceed to be real; None where it cannot be said.
        reason: why the kind is unknown, else None.
    """

    kind: ChangeKind
    difference: float | None
    needed: float | None
    reason: NoComparison | None = None


def compare(before: SessionMean | None, now: SessionMean | None) -> Change:
    """Whether a figure has really changed between two sessions.

    Raises:
        ValueError: they are means of different things.
    """
    if before is None or now is None:
        return Change(ChangeKind.UNKNOWN, None, None, NoComparison.NO_BEFORE)
    if (before.movement, before.figure) != (now.movement, now.figure):
        raise ValueError("only means of the same figure of the same movement can be compared")
    difference = now.mean - before.mean
    if before.refined is not None and now.refined is not None and before.refined != now.refined:
        return Change(ChangeKind.UNKNOWN, difference, None, NoComparison.OTHER_WAY)
    if min(before.reps, now.reps) < MIN_REPS:
        return Change(ChangeKind.UNKNOWN, difference, None, NoComparison.FEW_REPS)
    needed = needed_difference(before, now)
    if abs(difference) <= needed:
        return Change(ChangeKind.NONE, difference, needed)
    kind = ChangeKind.LARGER if difference > 0 else ChangeKind.SMALLER
    return Change(kind, difference, needed)


def needed_difference(before: SessionMean, now: SessionMean) -> float:
    """What a difference of two means must exceed to be real, 95 %; never below the SDC.

    A spread counts as no smaller than the program's own: two repetitions that happen to read alike
    are no proof of steadiness. Where one session was scaled by irises and the other by a caliper,
    the scales' difference is added.
    """
    parts = []
    for mean in (before, now):
        r = repeatability(mean.movement, mean.figure, mean.healthy_mm)
        parts.append((r.session**2, math.inf))
        spread = max(mean.spread or 0.0, r.rep)
        parts.append((spread**2 / mean.reps, max(mean.reps - 1.0, 1.0)))
    if before.figure.in_mm and before.scale and now.scale and before.scale is not now.scale:
        for mean in (before, now):
            scale = SCALE_RELATIVE_SD[mean.scale] if mean.scale else 0.0
            parts.append(((scale * mean.mean) ** 2, math.inf))
    variance = math.fsum(part for part, _ in parts)
    return t95(effective_degrees(parts)) * math.sqrt(variance)
