"""How much a region that should stay quiet moves, beyond what is expected of it."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.analysis.excursion import excursions_mm
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray
from coach.domain.measures import SideMeasure, measure_index
from coach.domain.movements import Movement, Region
from coach.domain.session import BaselineRecord
from coach.domain.sides import Affected, Side

#: Measures that show a region's movement on one side; regions without any cannot be seen.
REGION_MEASURES: Final[dict[Region, tuple[SideMeasure, ...]]] = {
    Region.EYE: (SideMeasure.EYE_CLOSURE,),
    Region.MOUTH: (SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y),
    Region.BROW: (SideMeasure.BROW_Y,),
    Region.NOSE: (SideMeasure.ALA_Y,),
}

#: Movement of a still region that the landmark engine invents per mm by which the target moves
#: more on that side: measured on rendered heads (a 7 mm one-sided smile reads up to 6 points of
#: closure, a 9 mm brow lift 0.5 mm of mouth corner).
CROSSTALK: Final[dict[Region, float]] = {
    Region.EYE: 1.0,
    Region.MOUTH: 0.08,
    Region.BROW: 0.10,
    Region.NOSE: 0.15,
}

#: Eye narrowing, points, that healthy people show with a movement: on a smile 21.6 +- 13.4
#: (doi 10.1002/lary.23778; mean + 1 SD), on a pucker 1.7 (doi 10.1177/26893614251395737).
#: Used only where there is no healthy side to compare with.
HEALTHY_NARROWING: Final[dict[Movement, float]] = {
    Movement.SMILE_CLOSED: 35.0,
    Movement.SMILE_OPEN: 35.0,
    Movement.BITE_SMILE: 35.0,
    Movement.SNARL: 35.0,
}

#: Share of a one-sided true movement that the landmarks show, at worst: a mouth corner that moves
#: alone reads 65 to 100 % (docs/measures.md). Thresholds in exercise files are true millimetres.
RECOVERED: Final[dict[Region, float]] = {Region.MOUTH: 0.6}

#: Above rest noise by this factor before anything counts (the difference of two sides).
NOISE_FACTOR: Final = 3.0


def watched_sides(affected: Affected | None) -> tuple[Side, ...]:
    """Sides on which co-movement is looked for: the affected one, or both where unknown."""
    side = affected.side if affected is not None else None
    return (side,) if side is not None else (Side.LEFT, Side.RIGHT)


def visible(region: Region) -> bool:
    """True where landmarks show the region at all (the neck's bands, say, they do not)."""
    return region in REGION_MEASURES


def region_change(values: FloatArray, region: Region, side: Side) -> FloatArray:
    """(..., N_MEASURES) -> (...) movement of a region from rest: points for the eye, else mm.

    The eye's is signed (opening is negative); the others are lengths.
    """
    columns = [measure_index(m, side) for m in REGION_MEASURES[region]]
    parts = values[..., columns]
    if region is Region.EYE:
        return np.asarray(parts[..., 0])
    return np.asarray(np.sqrt((parts * parts).sum(axis=-1)))


def excess(
    values: FloatArray,
    movement: Movement,
    region: Region,
    side: Side,
    affected: Affected | None,
    rest: BaselineRecord,
) -> FloatArray:
    """(..., N_MEASURES) -> (...) unwanted movement of a region on one side.

    The side's change, minus the other side's, minus cross-talk of the target movement. With both
    sides affected there is no healthy side: then minus what healthy people show.
    """
    change = region_change(values, region, side)
    if affected is Affected.BOTH:
        allowed = HEALTHY_NARROWING.get(movement, 0.0) if region is Region.EYE else 0.0
        return np.asarray(change - allowed)
    other = np.maximum(region_change(values, region, side.other), 0.0)
    lead = excursions_mm(values, movement, side, rest) - excursions_mm(
        values, movement, side.other, rest
    )
    lead = np.where(np.isnan(lead), 0.0, lead)
    return np.asarray(change - other - CROSSTALK[region] * np.maximum(lead, 0.0))


def threshold(quiet: QuietRegion, side: Side, rest: BaselineRecord) -> float:
    """Excess from which a co-movement counts: the exercise's own or this session's noise."""
    noise = 0.0
    for s in (side, side.other):
        for measure in REGION_MEASURES[quiet.region]:
            noise += rest.noise_sd_mm.get(measure.column(s), 0.0) ** 2
    true_limit = quiet.threshold * RECOVERED.get(quiet.region, 1.0)
    return max(true_limit, NOISE_FACTOR * float(np.sqrt(noise)))


def grade(magnitude: float, limit: float) -> int:
    """Practice label: 1 mild, 2 moderate (from twice the threshold), 3 severe (from 3.5 times)."""
    return 3 if magnitude >= 3.5 * limit else 2 if magnitude >= 2.0 * limit else 1
