"""Synkinesis: unwanted co-movement, live and over a finished repetition."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.analysis.blinks import MARGIN_S, MAX_BLINK_S, runs
from coach.analysis.comovement import excess, grade, threshold, visible, watched_sides
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureFrame, MeasureSeries
from coach.domain.movements import Movement, Region
from coach.domain.session import BaselineRecord, SynkinesisFlag
from coach.domain.sides import Affected, Side

#: Live: the co-movement must last this long; longer means fewer false alarms and a later one.
DWELL_S: Final = 0.35
#: ... and an eye's longer than nearly every blink (at most 500 ms from first to last movement),
#: even of one eye alone, and still said within half a second.
EYE_DWELL_S: Final = 0.45
#: Live: it has ended when it stays below this share of the threshold for `RELEASE_S`.
RELEASE_SHARE: Final = 0.6
RELEASE_S: Final = 0.3
#: Finished repetition: shortest stretch that counts; for the eye no shorter than a blink.
MIN_STRETCH_S: Final = 0.3
MIN_EYE_STRETCH_S: Final = MAX_BLINK_S
#: A blink inside a stretch, with its margins, does not cut it in two.
_MAX_GAP_S: Final = MAX_BLINK_S + 2.0 * MARGIN_S
#: Live: after a longer time without a valid picture, what was seen before it no longer counts.
_UNSEEN_S: Final = 0.3


@dataclass(frozen=True, slots=True)
class SynkinesisChange:
    """A co-movement has begun (`flag` is None) or ended (`flag` tells how it was).

    `t_s` and the flag's times are on the frames' clock, seconds.
    """

    started: bool
    region: Region
    side: Side
    t_s: float
    flag: SynkinesisFlag | None


@dataclass(slots=True)
class _Watch:
    quiet: QuietRegion
    side: Side
    limit: float
    dwell_s: float
    above_since: float | None = None
    below_since: float | None = None
    active: bool = False
    start_s: float = 0.0
    peaks: list[float] = field(default_factory=list)


class SynkinesisDetector:
    """Watches the quiet regions of one exercise, picture by picture. One thread."""

    def __init__(
        self,
        movement: Movement,
        quiet: tuple[QuietRegion, ...],
        affected: Affected | None,
        baseline: BaselineRecord,
    ) -> None:
        self._movement = movement
        self._affected = affected
        self._baseline = baseline
        self._last_s: float | None = None
        self._watches = [
            _Watch(
                q,
                side,
                threshold(q, side, baseline),
                EYE_DWELL_S if q.region is Region.EYE else DWELL_S,
            )
            for q in quiet
            if visible(q.region)
            for side in watched_sides(affected)
        ]

    def reset(self) -> None:
        """Forget what is going on, without an end being reported."""
        self._last_s = None
        for watch in self._watches:
            watch.active = False
            watch.above_since = watch.below_since = None
            watch.peaks.clear()

    def step(self, m: MeasureFrame, moving: bool) -> list[SynkinesisChange]:
        """Look at one picture. `moving`: the person is meant to move or hold now."""
        if not m.valid:
            return []
        unseen_s = m.time_s - self._last_s if self._last_s is not None else 0.0
        self._last_s = m.time_s
        changes: list[SynkinesisChange] = []
        for watch in self._watches:
            if unseen_s > _UNSEEN_S:
                watch.above_since = watch.below_since = None
            size = float(
                excess(
                    m.values,
                    self._movement,
                    watch.quiet.region,
                    watch.side,
                    self._affected,
                    self._baseline,
                )
            )
            change = self._step_watch(watch, size, m.time_s, moving)
            if change is not None:
                changes.append(change)
        return changes

    @staticmethod
    def _step_watch(
        watch: _Watch, size: float, now: float, moving: bool
    ) -> SynkinesisChange | None:
        if watch.active:
            watch.peaks.append(size)
            if moving and size >= RELEASE_SHARE * watch.limit:
                watch.below_since = None
                return None
            if watch.below_since is None:
                watch.below_since = now
            if now - watch.below_since < RELEASE_S:
                return None
            watch.active = False
            magnitude = float(np.percentile(watch.peaks, 90))
            flag = SynkinesisFlag(
                region=watch.quiet.region,
                side=watch.side,
                magnitude=magnitude,
                unit=watch.quiet.unit,
                grade=grade(magnitude, watch.limit),
                start_s=watch.start_s,
                end_s=watch.below_since,
            )
            watch.above_since = watch.below_since = None
            return SynkinesisChange(False, flag.region, flag.side, now, flag)
        if not moving or not size >= watch.limit:
            watch.above_since = None
            return None
        if watch.above_since is None:
            watch.above_since = now
            watch.peaks = []
        watch.peaks.append(size)
        if now - watch.above_since < watch.dwell_s:
            return None
        watch.active = True
        watch.start_s = watch.above_since
        watch.below_since = None
        return SynkinesisChange(True, watch.quiet.region, watch.side, now, None)


def flags_in(
    series: MeasureSeries,
    usable: NDArray[np.bool_],
    movement: Movement,
    quiet: tuple[QuietRegion, ...],
    affected: Affected | None,
    baseline: BaselineRecord,
) -> tuple[SynkinesisFlag, ...]:
    """Co-movements in a finished repetition.

    Args:
        series: the repetition's measures.
        usable: (n,) True where the picture is valid and no eye blinks.
        movement: what was asked for.
        quiet: regions to watch.
        affected: the affected side, or None: then both sides are watched.
        baseline: this session's rest face.

    At most one flag for a region and side: its longest stretch.
    """
    found: list[SynkinesisFlag] = []
    for q in quiet:
        if not visible(q.region):
            continue
        for side in watched_sides(affected):
            limit = threshold(q, side, baseline)
            size = excess(series.values, movement, q.region, side, affected, baseline)
            shortest = MIN_EYE_STRETCH_S if q.region is Region.EYE else MIN_STRETCH_S
            stretch = _longest_stretch(series, usable, size, limit, shortest)
            if stretch is None:
                continue
            a, b = stretch
            inside = usable[a:b]
            magnitude = float(np.nanpercentile(size[a:b][inside], 90))
            found.append(
                SynkinesisFlag(
                    region=q.region,
                    side=side,
                    magnitude=magnitude,
                    unit=q.unit,
                    grade=grade(magnitude, limit),
                    start_s=float(series.time_s[a]),
                    end_s=float(series.time_s[b - 1]),
                )
            )
    return tuple(found)


def _longest_stretch(
    series: MeasureSeries,
    usable: NDArray[np.bool_],
    size: FloatArray,
    limit: float,
    shortest_s: float,
) -> tuple[int, int] | None:
    with np.errstate(invalid="ignore"):
        above = usable & (size >= limit)
    merged: list[tuple[int, int]] = []
    for a, b in runs(above):
        if merged:
            gap = slice(merged[-1][1], a)
            short = series.time_s[a] - series.time_s[merged[-1][1] - 1] <= _MAX_GAP_S
            if short and not usable[gap].any():
                merged[-1] = (merged[-1][0], b)
                continue
        merged.append((a, b))
    stretches = [
        (series.time_s[b - 1] - series.time_s[a], a, b)
        for a, b in merged
        if series.time_s[b - 1] - series.time_s[a] >= shortest_s
    ]
    if not stretches:
        return None
    _, a, b = max(stretches)
    return a, b
