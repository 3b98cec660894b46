"""Co-movement over many repetitions: the largest clean amplitude, and how tight the coupling is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from coach.domain.movements import Movement, Region
from coach.domain.session import RepRecord
from coach.domain.sides import Side

#: Student's t for a two-sided 95 % interval, by degrees of freedom from 1; from 30 on the normal's.
_T95: Final = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045,
)  # fmt: skip
_Z95: Final = 1.96


@dataclass(frozen=True, slots=True)
class CleanAmplitude:
    """The size to train: as far as the movement goes without its co-movement.

    Attributes:
        movement: what was practised.
        largest_clean_mm: the further side's excursion in the largest repetition without a flag;
            None where there was none.
        smallest_flagged_mm: the same of the smallest repetition with a flag.
    """

    movement: Movement
    largest_clean_mm: float | None
    smallest_flagged_mm: float | None


@dataclass(frozen=True, slots=True)
class CouplingSummary:
    """How tightly a quiet region is coupled to a movement in one session.

    Attributes:
        movement / region / side: the pair.
        slope: mean of the repetitions', `unit` for each mm of movement.
        half_width: of its 95 % interval (Student's t); None for a single repetition.
        reps: how many repetitions it comes from.
        unit: "pct" or "mm".
    """

    movement: Movement
    region: Region
    side: Side
    slope: float
    half_width: float | None
    reps: int
    unit: str


def further_mm(rep: RepRecord) -> float | None:
    """Excursion of the side that went further; None where neither was measured."""
    sizes = [s for s in (rep.excursion_mm.left, rep.excursion_mm.right) if s is not None]
    return max(sizes, default=None)


def clean_amplitudes(reps: Iterable[RepRecord]) -> tuple[CleanAmplitude, ...]:
    """For every movement with a scored repetition, in order of practice."""
    clean: dict[Movement, list[float]] = {}
    flagged: dict[Movement, list[float]] = {}
    for rep in reps:
        size = further_mm(rep)
        if rep.scored and size is not None:
            clean.setdefault(rep.movement, [])
            flagged.setdefault(rep.movement, [])
            (flagged if rep.synkinesis else clean)[rep.movement].append(size)
    return tuple(
        CleanAmplitude(m, max(clean[m], default=None), min(flagged[m], default=None)) for m in clean
    )


def summarise_couplings(reps: Iterable[RepRecord]) -> tuple[CouplingSummary, ...]:
    """For every pair of movement and quiet region on a side, in order of practice."""
    slopes: dict[tuple[Movement, Region, Side, str], list[float]] = {}
    for rep in reps:
        for c in rep.couplings:
            if math.isfinite(c.slope):
                key = (rep.movement, c.region, c.side, c.unit)
                slopes.setdefault(key, []).append(c.slope)
    return tuple(
        CouplingSummary(m, r, s, math.fsum(v) / len(v), _half_width(v), len(v), unit)
        for (m, r, s, unit), v in slopes.items()
    )


def _half_width(values: list[float]) -> float | None:
    n = len(values)
    if n < 2:
        return None
    mean = math.fsum(values) / n
    variance = math.fsum((v - mean) ** 2 for v in values) / (n - 1)
    t = _T95[n - 2] if n - 2 < len(_T95) else _Z95
    return t * math.sqrt(variance / n)
