"""Numbers as the log holds them: NULL for what is not known."""

from __future__ import annotations

import math


def finite(value: float | None) -> float | None:
    """None for NaN and infinity, which a database cannot hold."""
    return float(value) if value is not None and math.isfinite(value) else None


def number(value: float | None) -> float:
    """NaN for NULL."""
    return math.nan if value is None else value
