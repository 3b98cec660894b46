"""Does a mouth corner, or a brow, twitch with the blinks while it is at rest otherwise?

Nobody feels it and no exercise shows it: a blink is too short for a cue. So it is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.analysis.blinks import Blink
from coach.domain.blinks import CornerWithBlinks
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, measure_index
from coach.domain.movements import REGION_MEASURES, Region
from coach.domain.sides import Affected, PerSide, Side

#: A region that goes this much further than on the other side during a blink, mm, moves along.
#: Smoothing shows 60 to 75 % of what lasts 0.2 s, so about 1.2 mm in truth: below what healthy
#: corners do in a tight closure (1.9 mm, clinical notes 2.5, S49), and half of the limit for a slow
#: closure; a blink is shorter and weaker. Proposal. Rendered heads with still corners and brows
#: read up to 0.4 mm, while they turn up to 0.8 mm.
LIMIT_MM: Final = 0.8
#: Right before and after the blink the region must rest within this, mm: someone who is talking or
#: smiling moves it anyway.
QUIET_MM: Final = 0.5
#: Looked at before the blink (its first picture excluded by the margin), during and after it.
BEFORE_S: Final = (-0.45, -0.12)
AFTER_S: Final = (0.45, 0.80)
DURING_S: Final = (-0.05, 0.20)
_MIN_PICTURES: Final = 3


@dataclass(frozen=True, slots=True, eq=False)
class BlinkWays:
    """How far a region went with each blink that could be judged, beyond the other side, mm.

    `left` and `right` are (k,), one value for each of the same k blinks.
    """

    left: FloatArray
    right: FloatArray

    def __len__(self) -> int:
        return len(self.left)

    def of(self, side: Side) -> FloatArray:
        return self.left if side is Side.LEFT else self.right

    def count(self, side: Side) -> int:
        """Blinks with which the region moved."""
        return int((self.of(side) >= LIMIT_MM).sum())

    def largest_mm(self, side: Side) -> float | None:
        """The farthest; None where no blink could be judged."""
        return max(float(self.of(side).max()), 0.0) if len(self) else None


def ways_with_blinks(
    series: MeasureSeries,
    blinks: Sequence[Blink],
    region: Region,
    affected: Affected | None = None,
) -> BlinkWays:
    """What a region does during the blinks around which it is at rest.

    Args:
        series: measures of valid pictures.
        blinks: found in it.
        region: mouth or brow.
        affected: with both sides affected the other side is not taken off.
    """
    off = 0.0 if affected is Affected.BOTH else 1.0
    places = {
        side: series.values[:, [measure_index(m, side) for m in REGION_MEASURES[region]]]
        for side in Side
    }
    beyond: dict[Side, list[float]] = {side: [] for side in Side}
    for blink in blinks:
        way = {side: _way(series.time_s, places[side], blink) for side in Side}
        left, right = way[Side.LEFT], way[Side.RIGHT]
        if left is None or right is None or len(left) != len(right):
            continue
        beyond[Side.LEFT].append(_second_largest(left - off * right))
        beyond[Side.RIGHT].append(_second_largest(right - off * left))
    return BlinkWays(np.array(beyond[Side.LEFT]), np.array(beyond[Side.RIGHT]))


def corner_with_blinks(
    series: MeasureSeries, blinks: Sequence[Blink], affected: Affected | None = None
) -> CornerWithBlinks | None:
    """How many blinks a corner moved with, of those during which the mouth was at rest.

    Returns:
        None where no blink could be judged.
    """
    ways = ways_with_blinks(series, blinks, Region.MOUTH, affected)
    if not len(ways):
        return None
    return CornerWithBlinks(
        judged=len(ways),
        left_count=ways.count(Side.LEFT),
        right_count=ways.count(Side.RIGHT),
        largest_mm=PerSide(ways.largest_mm(Side.LEFT), ways.largest_mm(Side.RIGHT)),
        limit_mm=LIMIT_MM,
    )


def _way(time_s: FloatArray, place: FloatArray, blink: Blink) -> FloatArray | None:
    """(k,) mm from where it rested before; None where it was not at rest."""
    before = _between(time_s, place, blink.start_s + BEFORE_S[0], blink.start_s + BEFORE_S[1])
    after = _between(time_s, place, blink.end_s + AFTER_S[0], blink.end_s + AFTER_S[1])
    during = _between(time_s, place, blink.start_s + DURING_S[0], blink.end_s + DURING_S[1])
    if min(len(before), len(after), len(during)) < _MIN_PICTURES:
        return None
    rest = np.median(before, axis=0)
    if max(_lengths(before - rest).max(), _lengths(after - rest).max()) > QUIET_MM:
        return None
    return _lengths(during - rest)


def _between(time_s: FloatArray, place: FloatArray, a_s: float, b_s: float) -> FloatArray:
    a, b = np.searchsorted(time_s, [a_s, b_s])
    part = place[a:b]
    return np.asarray(part[np.isfinite(part).all(axis=1)])


def _lengths(parts: FloatArray) -> FloatArray:
    """(k, d) -> (k,)."""
    return np.asarray(np.sqrt((parts * parts).sum(axis=1)))


def _second_largest(values: FloatArray) -> float:
    """The peak without a single picture's spike."""
    return float(np.sort(values)[-2])
