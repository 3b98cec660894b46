"""How much moves along in healthy people: the ceiling of what a calibration may learn."""

from __future__ import annotations

from typing import Final

from coach.analysis.comovement import HEALTHY_CORNER, HEALTHY_NARROWING, SHARED_NARROWING
from coach.domain.movements import Movement, Region

#: Size of a full movement, mm, over which the published co-movement was seen: smile 9.3 and brow
#: raise 10.6 (clinical notes 2.2, S34), eye closure 10 (the resting opening, S21). Of the others no
#: size is published: a corner goes 6 mm inwards in the pucker of an assessment.
_FULL_MM: Final[dict[Movement, float]] = {
    Movement.SMILE_CLOSED: 9.3,
    Movement.SMILE_OPEN: 9.3,
    Movement.BITE_SMILE: 9.3,
    Movement.SNARL: 6.0,
    Movement.PUCKER: 6.0,
    Movement.VOWEL_O: 6.0,
    Movement.VOWEL_U: 6.0,
    Movement.EYE_CLOSURE: 10.0,
    Movement.SLOW_BLINK: 10.0,
    Movement.BROW_RAISE: 10.6,
}
#: Where nothing is published: no more than the exercise's own limit in a movement of this size, mm.
_OTHER_MM: Final = 4.0
#: A very small movement brings a share of noise with it: the ceiling is this much wider.
_ROOM: Final = 1.5


def most_slope(movement: Movement, region: Region, limit: float) -> float:
    """Largest co-movement for each mm of movement that counts as healthy.

    Args:
        movement: what is practised.
        region: the quiet region.
        limit: the exercise's own threshold, points or mm.

    Returns:
        Points for each mm for the eye, else mm for each mm.
    """
    tables = {
        Region.EYE: {**SHARED_NARROWING, **HEALTHY_NARROWING},
        Region.MOUTH: HEALTHY_CORNER,
    }
    published = tables.get(region, {}).get(movement)
    if published is None:
        return _ROOM * limit / _OTHER_MM
    return _ROOM * published / _FULL_MM[movement]
