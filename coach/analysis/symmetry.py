"""Left against right."""

from __future__ import annotations

from coach.domain.session import PerSide
from coach.domain.sides import Affected


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
