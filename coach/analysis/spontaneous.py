"""A minute of talking: blinks, what moves along with mouth and blinks, how even the mouth is.

Nobody is told what to do, so there are no repetitions and no score: times, counts and slopes only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.analysis.blink_corner import LIMIT_MM, ways_with_blinks
from coach.analysis.blink_summary import observed_s, summarise_blinks
from coach.analysis.blinks import BLINK_POINTS, Blink, blink_mask, find_blinks
from coach.analysis.comovement import excess, region_change, threshold, visible, watched_sides
from coach.analysis.jackknife import jackknife
from coach.analysis.synkinesis import MIN_STRETCH_S, stretches
from coach.analysis.talking import mouth_moving, mouth_size_mm
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, SideMeasure, measure_index
from coach.domain.movements import Movement, Region
from coach.domain.session import BaselineRecord
from coach.domain.sides import Affected, PerSide, Side
from coach.domain.spontaneous import SpontaneousPair, SpontaneousSummary, Trigger

#: Regions that are watched with blinks.
WITH_BLINKS: Final = (Region.MOUTH, Region.BROW)
#: A healthy corner that goes less far than this while talking, mm, is nothing to compare with.
MIN_MOUTH_MM: Final = 1.0
#: Talking is cut into pieces of this length for intervals: long against a sentence's ups and downs.
BLOCK_S: Final = 5.0
#: What a face does where the mouth is nearest to rest (this share of the pictures) belongs to
#: where it looks and how it holds itself, and is taken off, but never more than this share of a
#: limit: an eye that stays narrow all the time somebody talks is not to be calibrated away, and one
#: that stays wider (the other follows a lowered glance) is not flagged for coming back to rest.
NEAR_REST_SHARE: Final = 0.25
MOST_ZERO_SHARE: Final = 0.5
#: Speech smiles, too: what an eye does with a side that smiles more is judged as in a smile.
_LIKE: Final = Movement.SMILE_OPEN
#: Shortest narrowing of an eye that counts, seconds: it lasts about as long as a syllable. Blinks
#: have been told apart by the other eye.
MIN_EYE_TALKING_S: Final = 0.15
#: Closures of one eye alone a minute of talking from which on they go with the mouth. About every
#: twelfth of 11 to 25 blinks a minute is one-sided (Sforza 2008): 1 to 2.
MORE_THAN_BLINKS: Final = 6.0
_MIN_PICTURES: Final = 60


def summarise_talking(
    series: MeasureSeries,
    quiet: tuple[QuietRegion, ...],
    affected: Affected | None,
    baseline: BaselineRecord,
    exercise_id: str = "",
    origin_s: float = 0.0,
) -> SpontaneousSummary | None:
    """What a face did in a stretch of talking.

    With both sides affected there is no other side to compare with: then only eyes are watched with
    the mouth, against what healthy eyes do in a smile; brows rise with speech in healthy people.

    Args:
        series: measures of the whole stretch.
        quiet: regions to watch while the mouth moves, with their limits.
        affected: the affected side, or None: then both sides are watched.
        baseline: this session's rest face.
        exercise_id: goes into the summary.
        origin_s: the session's start on the series' clock.

    Returns:
        None where hardly anything was observed.
    """
    if int(series.valid.sum()) < _MIN_PICTURES:
        return None
    keep = series.valid
    seen = MeasureSeries(series.time_s[keep], series.values[keep], series.valid[keep])
    closures = find_blinks(seen)
    blinks = _true_blinks(closures, series, affected, baseline)
    usable = series.valid & ~blink_mask(series, blinks)
    talking = mouth_moving(series, usable, baseline)
    mouth, share, uncertainty = _mouth(series, talking, affected)
    pairs = [
        replace(pair, windows=tuple((a - origin_s, b - origin_s) for a, b in pair.windows))
        for q in quiet
        for side in (watched_sides(affected) if visible(q.region) else ())
        if q.region is Region.EYE or affected is not Affected.BOTH
        if (pair := _with_mouth(series, usable, talking, q, side, affected, baseline)) is not None
    ]
    pairs += _with_blinks(seen, blinks, affected)
    return SpontaneousSummary(
        exercise_id=exercise_id,
        start_s=float(series.time_s[0]) - origin_s,
        end_s=float(series.time_s[-1]) - origin_s,
        observed_s=observed_s(seen.time_s),
        talking_s=_lasting(series, talking),
        mouth_mm=mouth,
        affected_pct_of_healthy=share,
        affected_pct_uncertainty=uncertainty,
        blinks=summarise_blinks(series, affected, blinks),
        pairs=tuple(pairs),
    )


def _with_mouth(
    series: MeasureSeries,
    usable: NDArray[np.bool_],
    talking: NDArray[np.bool_],
    quiet: QuietRegion,
    side: Side,
    affected: Affected | None,
    baseline: BaselineRecord,
) -> SpontaneousPair | None:
    watched_s = _lasting(series, talking)
    if watched_s <= 0:
        return None
    limit = threshold(quiet, side, baseline)
    size = excess(series.values, _LIKE, quiet.region, side, affected, baseline)
    size = size - _zero(series.values, size, usable, limit)
    shortest = MIN_EYE_TALKING_S if quiet.region is Region.EYE else MIN_STRETCH_S
    found = stretches(series, talking, size, limit, shortest)
    windows = [(float(series.time_s[a]), float(series.time_s[b - 1])) for a, b in found]
    lasting = sum(b - a for a, b in windows)
    known = size[talking & np.isfinite(size)]
    change = region_change(series.values, quiet.region, side)
    if affected is not Affected.BOTH:
        change = change - region_change(series.values, quiet.region, side.other)
    slope, half_width = _slope(series, talking, change)
    return SpontaneousPair(
        trigger=Trigger.MOUTH,
        region=quiet.region,
        side=side,
        unit=quiet.unit,
        limit=limit,
        watched=watched_s,
        count=len(found),
        share=min(lasting / watched_s, 1.0),
        strongest=max(float(np.percentile(known, 98)), 0.0) if known.size else None,
        slope=slope,
        slope_half_width=half_width,
        windows=tuple(windows),
    )


def _true_blinks(
    closures: Sequence[Blink],
    series: MeasureSeries,
    affected: Affected | None,
    baseline: BaselineRecord,
) -> list[Blink]:
    """Short closures without those that go with the mouth.

    A blink is both eyes' reflex, and weaker on the side of a palsy. Short closures of the affected
    eye alone while the mouth moves, more of them than there are one-sided blinks, are therefore no
    blinks but the co-movement that is looked for. Where the affected side is not known, or both
    are, every short closure counts as a blink.
    """
    one = affected.side if affected is not None else None
    if one is None:
        return list(closures)
    moving = mouth_moving(series, series.valid, baseline)

    def goes_with_mouth(closure: Blink) -> bool:
        other = closure.peak_pct.of(one.other)
        if closure.sides != {one} or other is None or other > BLINK_POINTS:
            return False
        a, b = np.searchsorted(series.time_s, [closure.start_s, closure.end_s + 1e-9])
        return bool(moving[a:b].any())

    with_mouth = [closure for closure in closures if goes_with_mouth(closure)]
    if 60.0 * len(with_mouth) < MORE_THAN_BLINKS * max(_lasting(series, moving), 1e-9):
        return list(closures)
    return [closure for closure in closures if closure not in with_mouth]


def _with_blinks(
    seen: MeasureSeries, blinks: Sequence[Blink], affected: Affected | None
) -> list[SpontaneousPair]:
    pairs = []
    for region in WITH_BLINKS:
        ways = ways_with_blinks(seen, blinks, region, affected)
        for side in watched_sides(affected) if len(ways) else ():
            pairs.append(
                SpontaneousPair(
                    trigger=Trigger.BLINK,
                    region=region,
                    side=side,
                    unit="mm",
                    limit=LIMIT_MM,
                    watched=float(len(ways)),
                    count=ways.count(side),
                    share=ways.count(side) / len(ways),
                    strongest=ways.largest_mm(side),
                )
            )
    return pairs


def _zero(values: FloatArray, size: FloatArray, usable: NDArray[np.bool_], limit: float) -> float:
    """What there is with the mouth nearest to rest."""
    mouth = mouth_size_mm(values)
    known = usable & np.isfinite(size) & np.isfinite(mouth)
    if not known.any():
        return 0.0
    near = known & (mouth <= np.quantile(mouth[known], NEAR_REST_SHARE))
    most = MOST_ZERO_SHARE * limit
    return min(max(float(np.median(size[near])), -most), most)


def _slope(
    series: MeasureSeries, talking: NDArray[np.bool_], change: FloatArray
) -> tuple[float | None, float | None]:
    """Change for each mm of the mouth, through the means, and its interval's half width."""
    mouth = mouth_size_mm(series.values)
    known = talking & np.isfinite(change) & np.isfinite(mouth)

    def slope(rows: NDArray[np.bool_]) -> float:
        x, y = mouth[rows] - mouth[rows].mean(), change[rows] - change[rows].mean()
        return float((x * y).sum() / max((x * x).sum(), 1e-9))

    if known.sum() < _MIN_PICTURES or float(np.std(mouth[known])) < 0.1:
        return None, None
    return slope(known), jackknife(series.time_s, known, slope, BLOCK_S)


def _mouth(
    series: MeasureSeries, talking: NDArray[np.bool_], affected: Affected | None
) -> tuple[PerSide, float | None, float | None]:
    """How far each corner goes; the affected side's share, and its interval's half width."""
    columns = {
        s: series.values[
            :, [measure_index(m, s) for m in (SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y)]
        ]
        for s in Side
    }
    finite = np.isfinite(np.hstack(list(columns.values()))).all(axis=1)
    known = talking & finite
    if known.sum() < _MIN_PICTURES:
        return PerSide(None, None), None, None

    def reach(rows: NDArray[np.bool_], side: Side) -> float:
        place = columns[side][rows]
        return float(np.percentile(np.hypot(*(place - np.median(place, axis=0)).T), 90))

    reached = PerSide(reach(known, Side.LEFT), reach(known, Side.RIGHT))
    one = affected.side if affected is not None else None
    if one is None or reach(known, one.other) < MIN_MOUTH_MM:
        return reached, None, None

    def share(rows: NDArray[np.bool_]) -> float:
        return 100.0 * reach(rows, one) / max(reach(rows, one.other), 1e-9)

    return reached, share(known), jackknife(series.time_s, known, share, BLOCK_S)


def _lasting(series: MeasureSeries, mask: NDArray[np.bool_]) -> float:
    """Seconds that the mask covers: each picture counts for the time to the next one."""
    steps = np.diff(series.time_s, append=series.time_s[-1:])
    return float(steps[mask & (steps <= 0.2)].sum())
