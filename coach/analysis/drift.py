"""Has the resting face changed since it was measured?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.analysis.blinks import blink_mask
from coach.domain.measures import MeasureSeries
from coach.domain.movements import REGION_MEASURES, Region
from coach.domain.sides import Side

#: Fewer usable pictures than this are no look at a resting face.
MIN_PICTURES: Final = 15
#: A face that moves by more than this (robust standard deviation, mm) is not at rest.
STILL_SD_MM: Final = 0.5
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
