"""Blinks of people: natural, partial, one-sided, in bursts, weak on the affected side."""

from __future__ import annotations

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.sides import Side


def blink_closure(
    rng: np.random.Generator, time_s: FloatArray, affected: Side
) -> dict[Side, FloatArray]:
    """Closure by blinks alone, (n,) 0 to 1, for each eye.

    11 to 25 a minute; down in 80 to 120 ms, shut up to 250 ms, up in 100 to 130 ms, at most 500 ms
    (Stern 1984); every second incomplete (Sforza 2008). Every twelfth is of one eye, every fourth
    comes with others; half of the affected eyes blink weakly or not at all.
    """
    out = {side: np.zeros(len(time_s)) for side in Side}
    rate = rng.uniform(11, 25) / 60.0
    weak = float(rng.uniform(0.0, 0.7)) if rng.random() < 0.5 else 1.0
    now = float(rng.exponential(1.0 / rate))
    while now < time_s[-1]:
        burst = int(rng.integers(2, 5)) if rng.random() < 0.25 else 1
        for _ in range(burst):
            down, up = rng.uniform(0.08, 0.12), rng.uniform(0.10, 0.13)
            shut = min(float(rng.exponential(0.08)), 0.5 - down - up)
            depth = float(rng.uniform(0.3, 0.8) if rng.random() < 0.5 else rng.uniform(0.8, 1.0))
            edge = np.cumsum([now, down, shut + 1e-3, up])
            shape = depth * np.interp(time_s, edge, [0.0, 1.0, 1.0, 0.0])
            only = rng.random() < 1 / 12
            one = Side.LEFT if rng.random() < 0.5 else Side.RIGHT
            for side in Side:
                if only and side is not one:
                    continue
                out[side] = np.maximum(out[side], shape * (weak if side is affected else 1.0))
            now += float(edge[-1] - edge[0]) + float(rng.uniform(0.1, 0.35))
        now += float(rng.exponential(1.0 / rate))
    return out
