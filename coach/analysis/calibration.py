"""What a person's clean movements bring with them, learnt from two or three of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray

#: Fewer clean repetitions than this tell nothing about their spread.
MIN_REPS: Final = 2
#: A repetition whose movement is smaller than this, mm, says nothing about what comes with it.
MIN_SIZE_MM: Final = 1.0
#: The allowance grows by this many standard deviations of the clean repetitions' differences.
SPREAD_FACTOR: Final = 3.0
#: Calibration may never raise a threshold beyond this many times the exercise's own: a person
#: whose "clean" repetitions were not clean would otherwise calibrate the synkinesis away.
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


def clean_range(samples: list[CleanSample], limit: float) -> CleanRange:
    """The clean range of some clean repetitions.

    Args:
        samples: of repetitions without a flag; too small or unmeasured ones are left out.
        limit: the exercise's own threshold, in the region's unit.

    Returns:
        NOT_CALIBRATED where fewer than MIN_REPS are left.
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
    spread = SPREAD_FACTOR * _spread(difference) + abs(float(difference.mean()))
    return CleanRange(
        slope=float((size * healthy).sum() / (size * size).sum()),
        shared=min(float(healthy.max()), limit),
        spread=min(spread, MOST * limit),
    )


def _spread(values: FloatArray) -> float:
    return float(np.std(values, ddof=1))
