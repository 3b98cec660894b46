"""Is a figure worse than plain MediaPipe's on the same films, beyond chance?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from tests.accuracy.scoring import Scored

_DRAWS: Final = 2000


@dataclass(frozen=True, slots=True)
class Paired:
    """Mean of (our error - plain error) over films, with its 95 % interval (bootstrap of films)."""

    films: int
    difference: float
    low: float
    high: float

    @property
    def worse(self) -> bool:
        """Ours is worse beyond the interval; never said of fewer than three films."""
        return self.films >= 3 and self.low > 0.0


def compare(scored: Sequence[Scored], measure: str) -> Paired:
    """Films in which both were read; NaN where there is none."""
    differences = []
    for s in scored:
        pairs = [
            abs(r.error) - abs(r.plain_error)
            for r in s.readings
            if r.measure == measure and not np.isnan([r.error, r.plain_error]).any()
        ]
        if pairs:
            differences.append(float(np.mean(pairs)))
    return bootstrap(differences)


def bootstrap(differences: Sequence[float]) -> Paired:
    """One difference a film."""
    if not differences:
        return Paired(0, float("nan"), float("nan"), float("nan"))
    values = np.array(differences)
    rng = np.random.default_rng(7)
    means = values[rng.integers(0, len(values), (_DRAWS, len(values)))].mean(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    return Paired(len(values), float(values.mean()), float(low), float(high))
