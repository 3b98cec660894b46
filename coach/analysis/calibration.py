"""What a person's clean movements bring with them, learnt from two or three very small ones.

Only the healthy side teaches: how far its eye (say) goes with its own movement, and how much the
sides differ from one clean movement to the next. How much the affected side goes beyond is never
learnt: that is what is looked for. What is beyond healthy people, or uneven already, is refused.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray

#: Fewer clean repetitions than this tell nothing about their spread.
MIN_REPS: Final = 2
#: A repetition whose movement is smaller than this, mm, says nothing about what comes with it.
MIN_SIZE_MM: Final = 1.0
#: Sides that differ by more than this share of the exercise's limit in the "clean" repetitions are
#: not clean; nothing is learnt from them.
UNEVEN_SHARE: Final = 0.5
#: The allowance grows by this many standard deviations of the clean repetitions' differences.
SPREAD_FACTOR: Final = 3.0
#: Calibration may never raise a threshold beyond this many times the exercise's own (the floor is
#: that threshold itself, `comovement.threshold`): a person whose "clean" repetitions were not clean
#: would otherwise calibrate the synkinesis away.
MOST: Final = 1.5


@dataclass(frozen=True, slots=True)
class CleanRange:
    """What belongs to a clean movement of this person, for one quiet region.

    Attributes:
        slope: co-movement of the healthy side per mm of its own target movement.
        shared: what both sides show together in a clean movement, points or mm.
        spread: least excess that is beyond the clean range, points or mm.
    """

    slope: float = 0.0
    shared: float = 0.0
    spread: float = 0.0


NOT_CALIBRATED: Final = CleanRange()


@dataclass(frozen=True, slots=True)
class CleanSample:
    """One clean repetition's hold.

    Attributes:
        size_mm: target movement of the healthy side.
        healthy: co-movement of the healthy side, points or mm.
        difference: co-movement of the affected side minus the healthy side's.
    """

    size_mm: float
    healthy: float
    difference: float


def clean_range(
    samples: list[CleanSample], limit: float, most_slope: float = math.inf
) -> CleanRange:
    """The clean range of some clean repetitions.

    Args:
        samples: of repetitions without a flag; too small or unmeasured ones are left out.
        limit: the exercise's own threshold, in the region's unit.
        most_slope: co-movement for each mm beyond which healthy people do not go
            (`clean_norms.most_slope`).

    Returns:
        NOT_CALIBRATED where fewer than MIN_REPS are left, the sides differ, or the healthy side
        does more than healthy people do.
    """
    kept = [
        s
        for s in samples
        if s.size_mm >= MIN_SIZE_MM and np.isfinite([s.healthy, s.difference]).all()
    ]
    if len(kept) < MIN_REPS:
        return NOT_CALIBRATED
    size = np.array([s.size_mm for s in kept])
    healthy = np.maximum(np.array([s.healthy for s in kept]), 0.0)
    difference = np.array([s.difference for s in kept])
    slope = float((size * healthy).sum() / (size * size).sum())
    if slope > most_slope or abs(float(difference.mean())) > UNEVEN_SHARE * limit:
        return NOT_CALIBRATED
    spread = SPREAD_FACTOR * _spread(difference)
    return CleanRange(
        slope=slope,
        shared=min(float(healthy.max()), limit),
        spread=min(spread, MOST * limit),
    )


def _spread(values: FloatArray) -> float:
    return float(np.std(values, ddof=1))
