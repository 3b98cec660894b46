"""Student's t: what a spread of a few values says about their mean."""

from __future__ import annotations

import math
from typing import Final

#: Half width of a 95 % interval in standard deviations of a normal distribution.
Z95: Final = 1.96

#: Two-sided 95 % quantiles by degrees of freedom from 1; beyond the last the normal's, 3 % less.
_T95: Final = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042,
)  # fmt: skip


def t95(degrees: float) -> float:
    """Two-sided 95 % quantile of Student's t.

    Args:
        degrees: of freedom, at least 1; a broken number is taken as the next lower whole one
            (JCGM 100:2008, G.4.1), infinity is the normal distribution.

    Raises:
        ValueError: fewer than one.
    """
    if not degrees >= 1.0:
        raise ValueError("Student's t needs at least one degree of freedom")
    return _T95[math.floor(degrees) - 1] if degrees < len(_T95) + 1 else Z95


def effective_degrees(parts: list[tuple[float, float]]) -> float:
    """Degrees of freedom of a sum of variances (Welch-Satterthwaite, JCGM 100:2008, G.4.1).

    Args:
        parts: (variance, degrees of freedom) of each; infinite degrees for one that is known.

    Returns:
        At least 1; infinite where nothing uncertain takes part.
    """
    total = math.fsum(variance for variance, _ in parts)
    doubt = math.fsum(v * v / d for v, d in parts if math.isfinite(d))
    return max(total * total / doubt, 1.0) if doubt > 0.0 else math.inf
