"""How alike the program reads the same movement of the same face again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from coach.domain.repeatability import Quantity
from tests.accuracy.intervals import Kind
from tests.accuracy.scoring import Scored


def retest_sd(scored: Sequence[Scored], kind: Kind, quantity: Quantity | None = None) -> float:
    """Standard error of measurement: of a reading about its face's mean error, pooled.

    Readings are grouped by face, movement and side (which side is told apart by the size of the
    truth); what is wrong in the same way every time is not part of it. NaN without repeats.
    """
    groups: dict[tuple[str, int], list[float]] = defaultdict(list)
    for s in scored:
        sides = [i for i in s.intervals if i.kind is kind and quantity in (None, i.quantity)]
        for k, i in enumerate(sides):
            side = 0 if kind is Kind.SHARE else k % 2
            groups[s.case.person, side].append(i.ours - i.truth)
    kept = [g for g in groups.values() if len(g) > 1]
    if not kept:
        return float("nan")
    squares = sum(float(((np.array(g) - np.mean(g)) ** 2).sum()) for g in kept)
    return float(np.sqrt(squares / sum(len(g) - 1 for g in kept)))
