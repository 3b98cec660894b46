"""What came with the movement in one repetition's hold: samples for `calibration.clean_range`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coach.analysis.calibration import CleanSample
from coach.analysis.comovement import region_change, visible, watched_sides
from coach.analysis.excursion import excursions_mm
from coach.domain.exercise import QuietRegion
from coach.domain.measures import MeasureSeries
from coach.domain.movements import Movement, Region
from coach.domain.session import BaselineRecord
from coach.domain.sides import Affected, Side

CleanSamples = tuple[tuple[Region, Side, CleanSample], ...]


def clean_samples(
    series: MeasureSeries,
    in_hold: NDArray[np.bool_],
    movement: Movement,
    quiet: tuple[QuietRegion, ...],
    affected: Affected | None,
    baseline: BaselineRecord,
) -> CleanSamples:
    """One sample for each watched region and side; the other side is the healthy one.

    Args:
        series: the repetition's measures.
        in_hold: (n,) usable pictures of the hold.
        movement: what was asked for.
        quiet: regions to watch.
        affected: the affected side, or None: then each side is compared with the other.
        baseline: this session's rest face.
    """
    middle = np.nanmedian(series.values[in_hold], axis=0)
    found = []
    for q in quiet:
        for side in watched_sides(affected) if visible(q.region) else ():
            healthy = float(region_change(middle, q.region, side.other))
            own = float(region_change(middle, q.region, side))
            size = float(excursions_mm(middle, movement, side.other, baseline))
            found.append((q.region, side, CleanSample(size, healthy, own - healthy)))
    return tuple(found)
