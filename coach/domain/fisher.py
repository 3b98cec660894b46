"""Fisher's F: quantiles for intervals of ratios of variances."""

from __future__ import annotations

import math
from typing import Final

_TINY: Final = 1e-300
_PRECISION: Final = 1e-14
_MOST_STEPS: Final = 10_000  # of the continued fraction; it needs some sqrt(max(a, b))


def incomplete_beta(a: float, b: float, x: float) -> float:
    """Regularised incomplete beta function I_x(a, b) for 0 <= x <= 1.

    The continued fraction of DLMF 8.17.22, evaluated by Lentz's method; the reflection
    I_x(a, b) = 1 - I_(1-x)(b, a) (8.17.4) keeps it on the side where it converges fast.
    """
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - incomplete_beta(b, a, 1.0 - x)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    numerator, inverse = 1.0, 1.0 / _not_zero(1.0 - (a + b) * x / (a + 1.0))
    fraction = inverse
    for m in range(1, _MOST_STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for d in (even, odd):
            inverse = 1.0 / _not_zero(1.0 + d * inverse)
            numerator = _not_zero(1.0 + d / numerator)
            step = numerator * inverse
            fraction *= step
        if abs(step - 1.0) < _PRECISION:
            break
    return front * fraction / a


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def f_quantile(probability: float, first: float, second: float) -> float:
    """Value that an F variable is below with this probability.

    Args:
        probability: between 0 and 1, both excluded.
        first: degrees of freedom of the numerator, above 0.
        second: of the denominator, above 0.

    Raises:
        ValueError: a probability or degrees outside of these.
    """
    if not (0.0 < probability < 1.0 and first > 0.0 and second > 0.0):
        raise ValueError("F needs a probability between 0 and 1 and degrees above 0")
    low, high = 0.0, 1.0  # F = second x / (first (1 - x)) with x beta distributed
    for _ in range(200):
        middle = 0.5 * (low + high)
        if incomplete_beta(first / 2.0, second / 2.0, middle) < probability:
            low = middle
        else:
            high = middle
    x = 0.5 * (low + high)
    return second * x / (first * (1.0 - x)) if x < 1.0 else math.inf
