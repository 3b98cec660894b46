"""How much a region that should stay quiet moves, beyond what is expected of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.analysis.calibration import NOT_CALIBRATED, CleanRange
from coach.analysis.excursion import excursions_mm
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray
from coach.domain.measures import measure_index
from coach.domain.movements import REGION_MEASURES, Movement, Region
from coach.domain.session import BaselineRecord, SynkinesisRule
from coach.domain.sides import Affected, Side


@dataclass(frozen=True, slots=True)
class Tracking:
    """What the measures make of a movement that is on one side only.

    Attributes:
        crosstalk: movement of a still region that is invented per mm by which the target moves
            more on that side (points per mm for the eye, else mm per mm).
        recovered: share of a one-sided true movement that is shown, at worst. Thresholds in
            exercise files are true millimetres; 1 where a region is not named.
    """

    crosstalk: Mapping[Region, float]
    recovered: Mapping[Region, float]


#: Landmarks alone, on rendered heads: a 7 mm one-sided smile reads up to 6 points of closure, a
#: 9 mm brow lift 0.5 mm of mouth corner; a mouth corner that moves alone reads 65 to 100 %.
LANDMARKS: Final = Tracking(
    {Region.EYE: 1.0, Region.MOUTH: 0.08, Region.BROW: 0.10, Region.NOSE: 0.15},
    {Region.MOUTH: 0.6},
)
#: Refined by pixels, same heads (docs/synkinesis.md): a one-sided smile, 4.7 mm further on one
#: side, leaves both eyes within 1 point of the truth; an 8 mm brow lift reads 0.3 mm more of mouth
#: corner; corners that move alone read 83 to 90 %, brows 93 %, lids 92 to 100 %.
REFINED: Final = Tracking(
    {Region.EYE: 0.3, Region.MOUTH: 0.05, Region.BROW: 0.08, Region.NOSE: 0.12},
    {Region.MOUTH: 0.8, Region.BROW: 0.9},
)

_SMILE_NARROWING: Final = 21.6 + 2 * 13.4
#: Eye narrowing, points, that healthy people show with a movement: on a smile mean + 2 SD
#: (doi 10.1002/lary.23778). Used only where there is no healthy side to compare with.
HEALTHY_NARROWING: Final[dict[Movement, float]] = dict.fromkeys(
    (Movement.SMILE_CLOSED, Movement.SMILE_OPEN, Movement.BITE_SMILE, Movement.SNARL),
    _SMILE_NARROWING,
)
#: With these movements the eye goes with its own side of the mouth: a side that smiles more may
#: narrow its eye more, in proportion, at most by this factor. It is for the healthy side of a face
#: whose affected side is not known; an affected side seldom leads.
MOST_SHARE: Final = 2.0
_SMALL_MM: Final = 1.0
#: Movements with which healthy eyes hardly narrow (pucker 1.7 %, synkinetic side 30 %, its other
#: side 21.6 %: doi 10.1177/26893614251395737): no more than this, points, is put down to what
#: both eyes do together. The rest of it is the lids' following of a lowered glance.
SHARED_NARROWING: Final[dict[Movement, float]] = dict.fromkeys(
    (Movement.PUCKER, Movement.VOWEL_O, Movement.VOWEL_U), 8.0
)
#: Mouth-corner movement, mm, of healthy people whose mouth rests: with a tight eye closure 1.9
#: ("3-DASFM", clinical notes 2.5, S49); with a gentle brow raise half of the forceful one's 4.5.
HEALTHY_CORNER: Final[dict[Movement, float]] = {
    Movement.EYE_CLOSURE: 1.9,
    Movement.SLOW_BLINK: 1.9,
    Movement.BROW_RAISE: 2.2,
}

#: Above rest noise by this factor before anything counts (the difference of two sides).
NOISE_FACTOR: Final = 3.0


def tracking(rest: BaselineRecord) -> Tracking:
    """How diluted this session's measures are."""
    return REFINED if rest.refined else LANDMARKS


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


def excess_by_rule(
    values: FloatArray,
    movement: Movement,
    region: Region,
    side: Side,
    affected: Affected | None,
    rest: BaselineRecord,
    clean: CleanRange = NOT_CALIBRATED,
) -> tuple[FloatArray, NDArray[np.bool_]]:
    """Unwanted movement of a region on one side, and which rule makes it.

    Beyond the other side: the side's change, minus the other side's (or, where this person was
    calibrated, what their healthy side does with a movement of this size, if that is more), minus
    cross-talk of the target movement. Both sides: the side's change minus what healthy people
    show; for every movement where both sides are affected, else only with movements during which
    healthy eyes stay open.

    Args:
        values: (..., N_MEASURES) measures.
        movement: what was asked for.
        region: the quiet region.
        side: the patient's side.
        affected: the affected side, or None.
        rest: this session's rest face.
        clean: what this person's clean movements bring with them.

    Returns:
        (...) excess, points for the eye, else mm; and (...) True where both sides' rule makes it.
    """
    change = region_change(values, region, side)
    other = np.maximum(region_change(values, region, side.other), 0.0)
    size = excursions_mm(values, movement, side, rest)
    other_size = excursions_mm(values, movement, side.other, rest)
    lead = size - other_size
    lead = np.where(np.isnan(lead), 0.0, lead)
    if region is Region.EYE and movement in HEALTHY_NARROWING:
        share = size / np.maximum(other_size, _SMALL_MM)
        other = other * np.clip(np.nan_to_num(share, nan=1.0), 1.0, MOST_SHARE)
    expected = np.maximum(other, clean.slope * np.nan_to_num(size))
    crosstalk = tracking(rest).crosstalk[region]
    beyond = np.asarray(change - expected - crosstalk * np.maximum(lead, 0.0))
    shared = _shared(movement, region, affected)
    if shared is None:
        return beyond, np.zeros(beyond.shape, dtype=np.bool_)
    both = change - max(shared, clean.shared)
    return np.asarray(np.maximum(beyond, both)), np.asarray(both > beyond)


def excess(
    values: FloatArray,
    movement: Movement,
    region: Region,
    side: Side,
    affected: Affected | None,
    rest: BaselineRecord,
    clean: CleanRange = NOT_CALIBRATED,
) -> FloatArray:
    """(..., N_MEASURES) -> (...) unwanted movement alone; see `excess_by_rule`."""
    return excess_by_rule(values, movement, region, side, affected, rest, clean)[0]


def _shared(movement: Movement, region: Region, affected: Affected | None) -> float | None:
    """What healthy faces show on both sides; None where only the other side tells."""
    if affected is Affected.BOTH:
        eyes = {**SHARED_NARROWING, **HEALTHY_NARROWING}
        table = {Region.EYE: eyes, Region.MOUTH: HEALTHY_CORNER}.get(region, {})
        return table.get(movement, 0.0)
    return SHARED_NARROWING.get(movement) if region is Region.EYE else None


def rule_of(both: NDArray[np.bool_]) -> SynkinesisRule:
    """The rule that made most of the pictures of a stretch."""
    most = both.size > 0 and float(both.mean()) > 0.5
    return SynkinesisRule.BOTH_SIDES if most else SynkinesisRule.OTHER_SIDE


def threshold(
    quiet: QuietRegion, side: Side, rest: BaselineRecord, clean: CleanRange = NOT_CALIBRATED
) -> float:
    """Excess from which a co-movement counts.

    The largest of the exercise's own, this session's noise, and this person's clean range.
    """
    noise = 0.0
    for s in (side, side.other):
        for measure in REGION_MEASURES[quiet.region]:
            noise += rest.noise_sd_mm.get(measure.column(s), 0.0) ** 2
    true_limit = quiet.threshold * tracking(rest).recovered.get(quiet.region, 1.0)
    return max(true_limit, NOISE_FACTOR * float(np.sqrt(noise)), clean.spread)


def grade(magnitude: float, limit: float) -> int:
    """Practice label: 1 mild, 2 moderate (from twice the threshold), 3 severe (from 3.5 times)."""
    return 3 if magnitude >= 3.5 * limit else 2 if magnitude >= 2.0 * limit else 1
