"""Blinks counted: how many, how far each eye came, and whether a mouth corner came along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from coach.analysis.blink_corner import corner_with_blinks
from coach.analysis.blinks import Blink, find_blinks
from coach.domain.blinks import BlinkSummary
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries
from coach.domain.session import PerSide
from coach.domain.sides import Affected, Side

#: A blink that reaches this closure, per cent, covers the eye: the cornea's lower rim lies a good
#: tenth above the lower lid, and the lids' last tenth is lashes (practice number, no diagnosis).
COMPLETE_PCT: Final = 80.0
#: Slower pictures than this miss the deepest moment of many blinks (docs/measures.md).
MIN_FPS: Final = 20.0
#: Longer between two pictures is time that was not observed, seconds.
LARGEST_STEP_S: Final = 0.2


def observed_s(time_s: FloatArray) -> float:
    """Seconds covered by pictures at these times; gaps are left out."""
    steps = np.diff(time_s)
    return float(steps[steps <= LARGEST_STEP_S].sum())


def summarise_blinks(
    series: MeasureSeries,
    affected: Affected | None = None,
    known: Sequence[Blink] | None = None,
) -> BlinkSummary | None:
    """Rate and completeness over all valid pictures; None where nothing was observed.

    Pictures that are not valid, and gaps, are no observed time.

    Args:
        series: measures.
        affected: the affected side, or None.
        known: the blinks, where some of what looks like one was found to be something else.
    """
    keep = series.valid
    time_s = series.time_s[keep]
    if len(time_s) < 3:
        return None
    observed = observed_s(time_s)
    if observed <= 0:
        return None
    seen = MeasureSeries(time_s, series.values[keep], series.valid[keep])
    blinks = find_blinks(seen) if known is None else known
    peaks = {s: [p for b in blinks if (p := b.peak_pct.of(s)) is not None] for s in Side}
    count = {s: sum(s in b.sides for b in blinks) for s in Side}
    mean = {s: float(np.mean(peaks[s])) if peaks[s] else None for s in Side}
    full = {
        s: float(np.mean(np.array(peaks[s]) >= COMPLETE_PCT)) if peaks[s] else None for s in Side
    }
    return BlinkSummary(
        observed_s=observed,
        count=len(blinks),
        left_count=count[Side.LEFT],
        right_count=count[Side.RIGHT],
        mean_peak_pct=PerSide(mean[Side.LEFT], mean[Side.RIGHT]),
        complete_share=PerSide(full[Side.LEFT], full[Side.RIGHT]),
        fast_enough=bool(np.median(np.diff(time_s)) <= 1.0 / MIN_FPS + 1e-3),
        corner=corner_with_blinks(seen, blinks, affected),
    )
