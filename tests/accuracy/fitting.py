"""Error model of `coach.analysis.uncertainty` from the tuning cases; run by hand, prints.

    python -m tests.accuracy.fitting

For each quantity the offset and gain are chosen for which the intervals hold at least 95 % of the
tuning cases' truths and are narrowest on the mean. Nothing is assumed about the errors' shape.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

import numpy as np

from coach.analysis.uncertainty import noise_of_hold
from coach.domain.frames import FloatArray
from coach.domain.repeatability import SCALE_RELATIVE_SD, Quantity
from coach.domain.session import ScaleSource
from coach.domain.student import Z95
from tests.accuracy.case import Split
from tests.accuracy.intervals import Interval, Kind
from tests.accuracy.run import all_cases, measure_cases
from tests.accuracy.scoring import score

_OFFSETS_MM = np.arange(0.05, 1.01, 0.05)
_OFFSETS_PCT = np.arange(0.25, 6.01, 0.25)
_GAINS = np.arange(0.0, 0.31, 0.02)
_WANTED = 0.95

_IRIS = SCALE_RELATIVE_SD[ScaleSource.IRIS]

Widths = Callable[[Sequence[Interval], float, float], list[float]]


def _excursion(found: Sequence[Interval], offset: float, gain: float) -> list[float]:
    return [
        Z95
        * float(
            np.linalg.norm(
                [noise_of_hold(i.noise, i.frames), offset, gain * i.ours, _IRIS * i.ours]
            )
        )
        for i in found
    ]


def _share(found: Sequence[Interval], offset: float, gain: float) -> list[float]:
    out = []
    for i in found:
        share = i.ours / 100.0
        each = np.hypot(noise_of_hold(i.noise, i.frames), offset)
        out.append(
            100.0 * Z95 * float(np.hypot(each / i.healthy_mm * np.hypot(1.0, share), gain * share))
        )
    return out


def _closure(found: Sequence[Interval], offset: float, gain: float) -> list[float]:
    return [
        Z95 * float(np.linalg.norm([noise_of_hold(i.noise, i.frames), offset, gain * i.ours]))
        for i in found
    ]


def fit(found: Sequence[Interval], widths: Widths, offsets: FloatArray) -> tuple[float, float]:
    """(offset, gain) of the narrowest intervals that hold enough."""
    errors = np.array([abs(i.ours - i.truth) for i in found])
    best = (np.inf, float(offsets[-1]), float(_GAINS[-1]))
    for offset, gain in product(offsets, _GAINS):
        half = np.array(widths(found, float(offset), float(gain)))
        if (errors <= half).mean() >= _WANTED and half.mean() < best[0]:
            best = (float(half.mean()), float(offset), float(gain))
    return best[1], best[2]


def main() -> None:
    cases = [c for c in all_cases() if c.split is Split.TUNING]
    scored = [score(c, m) for c, m in zip(cases, measure_cases(cases), strict=True)]
    found = [i for s in scored for i in s.intervals]
    for quantity in Quantity:
        for kind, widths in ((Kind.EXCURSION, _excursion), (Kind.SHARE, _share)):
            some = [i for i in found if i.kind is kind and i.quantity is quantity]
            if some:
                offset, gain = fit(some, widths, _OFFSETS_MM)
                print(f"{quantity:6s} {kind:40s} n {len(some):3d} {offset:.2f} {gain:.2f}")
    closures = [i for i in found if i.kind is Kind.CLOSURE]
    offset, gain = fit(closures, _closure, _OFFSETS_PCT)
    print(f"closure n {len(closures)} {offset:.2f} {gain:.2f}")


if __name__ == "__main__":
    main()
