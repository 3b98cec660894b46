"""Co-movement over many repetitions: the largest clean amplitude, and how tight the coupling is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from coach.domain.movements import Movement, Region
from coach.domain.session import RepRecord
from coach.domain.sides import Side
from coach.domain.student import Z95, t95

#: What one resting face, measured in seconds, leaves open of its own zero: standard deviation of
#: the difference of two sides. Rendered heads read 0.7 points (lids), 0.05 mm (corners, brows) at
#: rest after their rest face was measured; nearly twice that for cameras that are worse. It is the
#: same for every repetition of a session: repeating does not average it away.
ZERO_SD: Final = {"pct": 1.1, "mm": 0.1}


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
        half_width: of its 95 % interval, from the spread of the repetitions and from what the rest
            face leaves open (`ZERO_SD`); None for a single repetition.
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
    found: dict[tuple[Movement, Region, Side, str], list[tuple[float, float | None]]] = {}
    for rep in reps:
        for c in rep.couplings:
            if math.isfinite(c.slope):
                key = (rep.movement, c.region, c.side, c.unit)
                found.setdefault(key, []).append((c.slope, further_mm(rep)))
    return tuple(
        CouplingSummary(m, r, s, math.fsum(v for v, _ in pairs) / len(pairs),
                        _half_width(pairs, unit), len(pairs), unit)
        for (m, r, s, unit), pairs in found.items()
    )  # fmt: skip


def _half_width(pairs: list[tuple[float, float | None]], unit: str) -> float | None:
    """Of the 95 % interval of the mean: the repetitions' spread, and the rest face's own zero.

    A zero that is off by z tilts every slope of a movement of size x by about z / x.
    """
    n = len(pairs)
    if n < 2:
        return None
    mean = math.fsum(v for v, _ in pairs) / n
    own = math.fsum((v - mean) ** 2 for v, _ in pairs) / (n - 1) / n
    sizes = [size for _, size in pairs if size is not None and size > 0]
    tilt = ZERO_SD.get(unit, 0.0) / (math.fsum(sizes) / len(sizes)) if sizes else 0.0
    # Each part with its own quantile: two repetitions that happen to agree do not make their
    # spread known, as effective degrees of freedom would have it.
    return math.hypot(t95(n - 1.0) * math.sqrt(own), Z95 * tilt)
