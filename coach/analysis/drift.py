"""Has the resting face changed since it was measured?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.analysis.blinks import blink_mask
from coach.domain.measures import MeasureSeries
from coach.domain.movements import REGION_MEASURES, Region
from coach.domain.session import DriftRecord
from coach.domain.sides import Side

#: Fewer usable pictures than this are no look at a resting face.
MIN_PICTURES: Final = 15
#: A face that moves by more than this (robust standard deviation, mm) is not at rest.
STILL_SD_MM: Final = 0.5
#: In a recording, a look lasts from this long after a repetition, so that the face has come to
#: rest, to this long before the next, at least so long and at most so long, seconds.
SETTLE_S: Final = 0.5
BEFORE_S: Final = 0.2
SHORTEST_S: Final = 1.0
LONGEST_S: Final = 2.0
#: Regions looked at; the lids are left out, they are never long at rest.
_REGIONS: Final = (Region.BROW, Region.NOSE, Region.MOUTH)


@dataclass(frozen=True, slots=True)
class RestDrift:
    """Where the resting face is now farthest from the measured one.

    Attributes:
        region: which region.
        side: the patient's side.
        size_mm: how far, mm.
    """

    region: Region
    side: Side
    size_mm: float


def rest_drift(series: MeasureSeries) -> RestDrift | None:
    """Largest lasting displacement of a face that is at rest; None where it is not.

    Args:
        series: measures of a stretch in which nothing was asked for (a second or two).

    The median over the stretch leaves out what passes; a face that is still moving is not judged.
    """
    usable = series.valid & ~blink_mask(series)
    if usable.sum() < MIN_PICTURES:
        return None
    largest: RestDrift | None = None
    for region in _REGIONS:
        for side in Side:
            parts = np.stack([series.column(m, side) for m in REGION_MEASURES[region]], axis=1)
            parts = parts[usable]
            middle = np.nanmedian(parts, axis=0)
            spread = 1.4826 * np.nanmedian(np.abs(parts - middle), axis=0)
            if not (spread <= STILL_SD_MM).all():
                return None
            size = float(np.hypot.reduce(middle))
            if largest is None or size > largest.size_mm:
                largest = RestDrift(region, side, size)
    return largest


def looks_between(
    series: MeasureSeries, moves: Sequence[tuple[float, float]]
) -> tuple[DriftRecord, ...]:
    """Looks at the resting face after each repetition of a recording.

    Args:
        series: of the whole recording.
        moves: start and end of the repetitions found, in order, on the series' clock.

    Returns:
        A look for every stretch between repetitions, and after the last, in which the face was
        still for long enough; seconds from the recording's first picture.
    """
    if not len(series) or not moves:
        return ()
    origin_s, last_s = float(series.time_s[0]), float(series.time_s[-1])
    nexts = [start for start, _ in moves[1:]] + [last_s + BEFORE_S]
    found = []
    for (_, end_s), next_s in zip(moves, nexts, strict=True):
        to_s = next_s - BEFORE_S
        from_s = max(end_s + SETTLE_S, to_s - LONGEST_S)
        if to_s - from_s < SHORTEST_S:
            continue
        a, b = (int(i) for i in np.searchsorted(series.time_s, (from_s, to_s)))
        part = MeasureSeries(series.time_s[a:b], series.values[a:b], series.valid[a:b])
        look = rest_drift(part)
        if look is not None:
            found.append(DriftRecord(to_s - origin_s, look.region, look.side, look.size_mm))
    return tuple(found)
