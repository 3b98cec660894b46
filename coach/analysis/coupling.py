"""The slope of co-movement against movement within a repetition."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.analysis.comovement import region_change, visible, watched_sides
from coach.analysis.excursion import excursions_mm
from coach.domain.exercise import QuietRegion
from coach.domain.measures import MeasureSeries
from coach.domain.movements import Movement
from coach.domain.session import BaselineRecord, Coupling
from coach.domain.sides import Affected, Side

#: A slope needs this many usable pictures, and a movement of this size, mm.
MIN_FRAMES: Final = 15
MIN_SIZE_MM: Final = 1.0


def couplings_in(
    series: MeasureSeries,
    usable: NDArray[np.bool_],
    movement: Movement,
    quiet: tuple[QuietRegion, ...],
    affected: Affected | None,
    baseline: BaselineRecord,
) -> tuple[Coupling, ...]:
    """Slope of each quiet region's change beyond the other side's, against the movement.

    Least squares through the origin, which is the resting face: slope = sum(x y) / sum(x x), x the
    further side's excursion. With both sides affected the other side is not taken off.

    Args:
        series: the repetition's measures.
        usable: (n,) True where the picture is valid and no eye blinks.
        movement: what was asked for.
        quiet: regions to watch.
        affected: the affected side, or None: then both sides are watched.
        baseline: this session's rest face.
    """
    values = series.values[usable]
    if len(values) < MIN_FRAMES:
        return ()
    sizes = np.stack([excursions_mm(values, movement, s, baseline) for s in Side])
    size = np.nan_to_num(sizes).max(axis=0)
    if size.max(initial=0.0) < MIN_SIZE_MM:
        return ()
    found: list[Coupling] = []
    for q in quiet:
        for side in watched_sides(affected) if visible(q.region) else ():
            change = region_change(values, q.region, side)
            if affected is not Affected.BOTH:
                change = change - region_change(values, q.region, side.other)
            known = np.isfinite(change)
            x = size[known]
            if known.sum() < MIN_FRAMES or not (x * x).sum() > 0:
                continue
            slope = float((x * change[known]).sum() / (x * x).sum())
            found.append(Coupling(q.region, side, slope, q.unit))
    return tuple(found)
