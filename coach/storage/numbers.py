"""Numbers as the log holds them: NULL for what is not known."""

from __future__ import annotations

import math

from coach.domain.precision import LARGEST


def finite(value: float | None) -> float | None:
    """None for NaN and infinity, which a database cannot hold."""
    return float(value) if value is not None and math.isfinite(value) else None


def number(value: float | None) -> float:
    """NaN for NULL.

    Raises:
        ValueError: no number, or one that no face has.
    """
    if value is None:
        return math.nan
    if not isinstance(value, int | float) or not abs(value) <= LARGEST:
        raise ValueError("a number in the practice log cannot be one")
    return value
