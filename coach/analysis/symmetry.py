"""Left against right, with what is not known about it."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.analysis.measures import IRIS_RELATIVE_SD
from coach.domain.session import PerSide
from coach.domain.sides import Affected

#: Half width of a 95 % interval in standard deviations of a normal distribution.
Z95: Final = 1.96


def excursion_uncertainty_mm(excursion: float, noise_sd: float, frames: int) -> float:
    """Half width of the 95 % interval of an excursion, mm.

    The hold's median over `frames` pictures and the rest baseline each carry the session's noise
    (pictures 1/30 s apart are alike, so only every fifth counts as independent), and the scale
    carries the iris' 3.6 % (docs/measures.md).
    """
    independent = max(frames / 5.0, 1.0)
    from_noise = noise_sd * float(np.sqrt(1.0 / independent + 1.0))
    return Z95 * float(np.hypot(from_noise, IRIS_RELATIVE_SD * excursion))


def affected_pct_of_healthy(
    excursion: PerSide, affected: Affected | None, smallest_mm: float
) -> float | None:
    """Affected over healthy excursion, per cent, unclipped.

    None where there is not exactly one affected side, or the healthy side moved less than
    `smallest_mm`: a ratio of two nothings would look like a perfect one.
    """
    side = affected.side if affected is not None else None
    if side is None:
        return None
    weak, healthy = excursion.of(side), excursion.of(side.other)
    if weak is None or healthy is None or healthy < smallest_mm:
        return None
    return 100.0 * weak / healthy
