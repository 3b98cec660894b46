"""Synkinesis: unwanted co-movement, live and over a finished repetition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.analysis.blinks import MARGIN_S, MAX_BLINK_S, runs
from coach.analysis.blinks_live import BlinkGuard
from coach.analysis.calibration import NOT_CALIBRATED, CleanRange
from coach.analysis.comovement import (
    excess_by_rule,
    grade,
    rule_of,
    threshold,
    visible,
    watched_sides,
)
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureFrame, MeasureSeries
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region
from coach.domain.session import BaselineRecord, SynkinesisFlag
from coach.domain.sides import Affected, Side

#: Live: the co-movement must last this long; longer means fewer false alarms and a later one. What
#: may be a blink waits longer, up to MAX_BLINK_S (`blinks_live`).
DWELL_S: Final = 0.3
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
#: A closure that proved no blink counts from its start, but only in the pictures right after that.
_LATE_S: Final = MAX_BLINK_S + 0.1

#: This person's clean range by region and side; empty where there was no calibration.
CleanRanges = Mapping[tuple[Region, Side], CleanRange]
NO_RANGES: Final[CleanRanges] = {}


@dataclass(frozen=True, slots=True)
class SynkinesisChange:
    """A co-movement has begun (`flag` is None) or ended (`flag` tells how it was).

    `t_s` and the flag's times are on the frames' clock, seconds. `strength` is the excess over its
    threshold: which of several is said first.
    """

    started: bool
    region: Region
    side: Side
    t_s: float
    flag: SynkinesisFlag | None
    strength: float = 1.0


@dataclass(slots=True)
class _Watch:
    quiet: QuietRegion
    side: Side
    limit: float
    clean: CleanRange
    above_since: float | None = None
    below_since: float | None = None
    active: bool = False
    start_s: float = 0.0
    sizes: list[tuple[float, float, bool]] = field(default_factory=list)

    def forget(self) -> None:
        self.active = False
        self.above_since = self.below_since = None
        self.sizes.clear()

    def step(
        self, size: float, both: bool, now: float, since: float | None, moving: bool
    ) -> SynkinesisChange | None:
        """One picture without a blink; `since`: start of a lid's closure that is no blink."""
        if self.active:
            self.sizes.append((now, size, both))
            return self._end(size, now, moving)
        if not moving or not size >= self.limit:
            self.above_since = None
            return None
        if self.above_since is None:
            self.above_since = now if since is None else since
            self.sizes = []
        self.sizes.append((now, size, both))
        if now - self.above_since < DWELL_S - 1e-6:
            return None
        self.active = True
        self.start_s = self.above_since
        self.below_since = None
        strength = size / self.limit
        return SynkinesisChange(True, self.quiet.region, self.side, now, None, strength)

    def _end(self, size: float, now: float, moving: bool) -> SynkinesisChange | None:
        if moving and size >= RELEASE_SHARE * self.limit:
            self.below_since = None
            return None
        if self.below_since is None:
            self.below_since = now
        if now - self.below_since < RELEASE_S:
            return None
        time, sizes, both = (np.array(column) for column in zip(*self.sizes, strict=True))
        known = sizes[np.isfinite(sizes)]
        magnitude = float(np.percentile(known, 90)) if known.size else self.limit
        flag = SynkinesisFlag(
            region=self.quiet.region,
            side=self.side,
            magnitude=magnitude,
            unit=self.quiet.unit,
            grade=grade(magnitude, self.limit),
            start_s=self.start_s,
            end_s=self.below_since,
            peak_s=float(time[int(np.nanargmax(sizes))]) if known.size else None,
            limit=self.limit,
            rule=rule_of(both[sizes >= self.limit]),
        )
        self.forget()
        return SynkinesisChange(False, flag.region, flag.side, now, flag)


class SynkinesisDetector:
    """Watches the quiet regions of one exercise, picture by picture. One thread."""

    def __init__(
        self,
        movement: Movement,
        quiet: tuple[QuietRegion, ...],
        affected: Affected | None,
        baseline: BaselineRecord,
        clean: CleanRanges = NO_RANGES,
    ) -> None:
        self._movement = movement
        self._affected = affected
        self._baseline = baseline
        self._last_s: float | None = None
        self._guard = BlinkGuard()
        # Where the lids are meant to move, a quick closure is the movement and no blink.
        self._guarded = MOVEMENT_SPECS[movement].region is not Region.EYE
        self._watches = []
        for q in quiet:
            for side in watched_sides(affected) if visible(q.region) else ():
                own = clean.get((q.region, side), NOT_CALIBRATED)
                self._watches.append(_Watch(q, side, threshold(q, side, baseline, own), own))

    def reset(self) -> None:
        """Forget what is going on, without an end being reported."""
        self._last_s = None
        self._guard.reset()
        for watch in self._watches:
            watch.forget()

    def step(self, m: MeasureFrame, moving: bool) -> list[SynkinesisChange]:
        """Look at one picture. `moving`: the person is meant to move or hold now.

        Several that begin on one picture come strongest first.
        """
        if not m.valid:
            return []
        unseen_s = m.time_s - self._last_s if self._last_s is not None else 0.0
        self._last_s = m.time_s
        blinking = self._guarded and self._guard.step(m)
        since = self._guard.since_s if self._guarded else None
        if since is not None and m.time_s - since > _LATE_S:
            since = None  # an old closure says nothing about what begins now
        changes: list[SynkinesisChange] = []
        for watch in self._watches:
            if unseen_s > _UNSEEN_S:
                watch.above_since = watch.below_since = None
            if blinking:
                continue
            size, both = excess_by_rule(
                m.values,
                self._movement,
                watch.quiet.region,
                watch.side,
                self._affected,
                self._baseline,
                watch.clean,
            )
            lid = since if watch.quiet.region is Region.EYE else None
            change = watch.step(float(size), bool(both), m.time_s, lid, moving)
            if change is not None:
                changes.append(change)
        return sorted(changes, key=lambda c: (c.started, -c.strength))


def flags_in(
    series: MeasureSeries,
    usable: NDArray[np.bool_],
    movement: Movement,
    quiet: tuple[QuietRegion, ...],
    affected: Affected | None,
    baseline: BaselineRecord,
    clean: CleanRanges = NO_RANGES,
) -> tuple[SynkinesisFlag, ...]:
    """Co-movements in a finished repetition.

    Args:
        series: the repetition's measures.
        usable: (n,) True where the picture is valid and no eye blinks.
        movement: what was asked for.
        quiet: regions to watch.
        affected: the affected side, or None: then both sides are watched.
        baseline: this session's rest face.
        clean: this person's clean ranges, where they were calibrated.

    At most one flag for a region and side: its longest stretch.
    """
    found: list[SynkinesisFlag] = []
    for q in quiet:
        if not visible(q.region):
            continue
        for side in watched_sides(affected):
            own = clean.get((q.region, side), NOT_CALIBRATED)
            limit = threshold(q, side, baseline, own)
            size, both = excess_by_rule(
                series.values, movement, q.region, side, affected, baseline, own
            )
            shortest = MIN_EYE_STRETCH_S if q.region is Region.EYE else MIN_STRETCH_S
            found_here = stretches(series, usable, size, limit, shortest)
            if not found_here:
                continue
            a, b = max(found_here, key=lambda s: (series.time_s[s[1] - 1] - series.time_s[s[0]], s))
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
                    peak_s=float(series.time_s[a:b][inside][int(np.nanargmax(size[a:b][inside]))]),
                    limit=limit,
                    rule=rule_of(both[a:b][inside]),
                )
            )
    return tuple(found)


def stretches(
    series: MeasureSeries,
    usable: NDArray[np.bool_],
    size: FloatArray,
    limit: float,
    shortest_s: float,
) -> list[tuple[int, int]]:
    """Every stretch [start, stop) in which `size` is above `limit` for long enough.

    A short gap without usable pictures, such as a blink, does not cut a stretch in two.
    """
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
    return [(a, b) for a, b in merged if series.time_s[b - 1] - series.time_s[a] >= shortest_s]
