"""Does a mouth corner twitch with the blinks, while the mouth itself is at rest?

Nobody feels it and no exercise shows it: a blink is too short for a cue. So it is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from coach.analysis.blinks import Blink
from coach.domain.blinks import CornerWithBlinks
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, SideMeasure
from coach.domain.sides import Affected, PerSide, Side

#: A corner that goes this much further than the other one during a blink, mm, moves along. Half of
#: what healthy corners do in a tight closure (1.9 mm, clinical notes 2.5, S49), and less than half
#: of the limit for a slow closure; a blink is shorter and weaker. Proposal.
LIMIT_MM: Final = 1.0
#: Right before and after the blink the corners must rest within this, mm: someone who is talking or
#: smiling moves them anyway.
QUIET_MM: Final = 0.5
#: Looked at before the blink (its first picture excluded by the margin), during and after it.
BEFORE_S: Final = (-0.45, -0.12)
AFTER_S: Final = (0.25, 0.60)
DURING_S: Final = (-0.05, 0.20)
_MIN_PICTURES: Final = 3


def corner_with_blinks(
    series: MeasureSeries, blinks: Sequence[Blink], affected: Affected | None = None
) -> CornerWithBlinks | None:
    """How many blinks a corner moved with, of those during which the mouth was at rest.

    Args:
        series: measures of valid pictures.
        blinks: found in it.
        affected: with both sides affected the other side is not taken off.

    Returns:
        None where no blink could be judged.
    """
    ways = [w for b in blinks if (w := _ways(series, b)) is not None]
    if not ways:
        return None
    beyond: dict[Side, FloatArray] = {}
    for side in Side:
        off = 0.0 if affected is Affected.BOTH else 1.0
        beyond[side] = np.array(
            [_second_largest(w[side] - off * w[side.other]) for w in ways], dtype=np.float64
        )
    counts = {s: int((beyond[s] >= LIMIT_MM).sum()) for s in Side}
    largest = {s: max(float(beyond[s].max()), 0.0) for s in Side}
    return CornerWithBlinks(
        judged=len(ways),
        left_count=counts[Side.LEFT],
        right_count=counts[Side.RIGHT],
        largest_mm=PerSide(largest[Side.LEFT], largest[Side.RIGHT]),
        limit_mm=LIMIT_MM,
    )


def _ways(series: MeasureSeries, blink: Blink) -> dict[Side, FloatArray] | None:
    """(k,) mm of each corner from where it rested before; None where the mouth was not at rest."""
    found: dict[Side, FloatArray] = {}
    for side in Side:
        corner = np.stack(
            [series.column(m, side) for m in (SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y)],
            axis=1,
        )
        before = _between(series, corner, blink.start_s + BEFORE_S[0], blink.start_s + BEFORE_S[1])
        after = _between(series, corner, blink.end_s + AFTER_S[0], blink.end_s + AFTER_S[1])
        during = _between(series, corner, blink.start_s + DURING_S[0], blink.end_s + DURING_S[1])
        if min(len(before), len(after), len(during)) < _MIN_PICTURES:
            return None
        rest = np.median(before, axis=0)
        if max(_farthest(before, rest), _farthest(after, rest)) > QUIET_MM:
            return None
        found[side] = np.hypot(*(during - rest).T)
    if len(found[Side.LEFT]) != len(found[Side.RIGHT]):
        return None
    return found


def _between(series: MeasureSeries, corner: FloatArray, a_s: float, b_s: float) -> FloatArray:
    a, b = np.searchsorted(series.time_s, [a_s, b_s])
    part = corner[a:b]
    return np.asarray(part[np.isfinite(part).all(axis=1)])


def _farthest(points: FloatArray, rest: FloatArray) -> float:
    return float(np.hypot(*(points - rest).T).max())


def _second_largest(values: FloatArray) -> float:
    """The peak without a single picture's spike."""
    return float(np.sort(values)[-2])
