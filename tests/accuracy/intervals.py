"""How often the program's 95 % intervals hold the truth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from coach.analysis.excursion import excursion_noise_mm, excursions_mm
from coach.analysis.uncertainty import (
    closure_uncertainty_pct,
    excursion_uncertainty_mm,
    share_uncertainty_pct,
)
from coach.domain.frames import FloatArray
from coach.domain.measures import N_MEASURES, SideMeasure, measure_index
from coach.domain.repeatability import Quantity, quantity_of
from coach.domain.session import BaselineRecord, PerSide, RepRecord
from coach.domain.sides import Side
from tests.accuracy.case import Case, Truth


class Kind(StrEnum):
    """What the interval belongs to."""

    EXCURSION = "excursion, mm"
    SHARE = "affected over healthy side, points of %"
    CLOSURE = "eye closure, points of %"


@dataclass(frozen=True, slots=True)
class Interval:
    """A number that the program gives, with its interval and the truth.

    Attributes:
        half: half width of the 95 % interval.
        noise: this session's, in the unit of the number (mm for a share).
        frames: in the hold.
        healthy_mm: for shares, else NaN.
    """

    case: Case
    kind: Kind
    quantity: Quantity
    truth: float
    ours: float
    half: float
    noise: float
    frames: int
    healthy_mm: float = float("nan")

    @property
    def covers(self) -> bool:
        return abs(self.ours - self.truth) <= self.half


def intervals_of(
    case: Case,
    truth: Truth,
    matched: Sequence[tuple[int, RepRecord]],
    ours: FloatArray,
    valid: NDArray[np.bool_],
    rest: BaselineRecord,
) -> Iterator[Interval]:
    """Every number of the matched repetitions.

    Args:
        matched: (true repetition, record) of what was found.
        ours: (n, N_MEASURES) measures.
        valid: (n,).
        rest: the session's rest face.
    """
    quantity = quantity_of(case.movement)
    noise = max(excursion_noise_mm(rest, case.movement, s) for s in Side)
    for k, rep in matched:
        if not rep.scored:
            continue
        rows = truth.held(k)[: len(ours)] & valid
        frames = max(round((rep.hold_end_s - rep.hold_start_s) * case.fps), 1)
        true = {s: true_excursion(case, truth, k, s) for s in Side}
        for side in Side:
            read = rep.excursion_mm.of(side)
            if read is None or np.isnan(true[side]):
                continue
            half = excursion_uncertainty_mm(case.movement, read, noise, frames)
            yield Interval(case, Kind.EXCURSION, quantity, true[side], read, half, noise, frames)
        yield from _share(case, rep, true, noise, frames)
        yield from _closures(case, truth, ours, rows, rest)


def _share(
    case: Case, rep: RepRecord, true: dict[Side, float], noise: float, frames: int
) -> Iterator[Interval]:
    side = case.affected.side if case.affected else None
    share = rep.affected_pct_of_healthy
    if side is None or share is None or np.isnan(list(true.values())).any():
        return
    weak, healthy = rep.excursion_mm.of(side), rep.excursion_mm.of(side.other)
    if weak is None or healthy is None:
        return
    yield Interval(
        case,
        Kind.SHARE,
        quantity_of(case.movement),
        100.0 * true[side] / true[side.other],
        share,
        share_uncertainty_pct(case.movement, weak, healthy, noise, frames),
        noise,
        frames,
        healthy,
    )


def _closures(
    case: Case, truth: Truth, ours: FloatArray, rows: NDArray[np.bool_], rest: BaselineRecord
) -> Iterator[Interval]:
    frames = int(rows.sum())
    if not frames:
        return
    true, read = hold_values(truth.values[: len(ours)], rows), hold_values(ours, rows)
    for side in Side:
        column = measure_index(SideMeasure.EYE_CLOSURE, side)
        noise = rest.noise_sd_mm[SideMeasure.EYE_CLOSURE.column(side)]
        half = closure_uncertainty_pct(read[column], noise, frames)
        yield Interval(
            case, Kind.CLOSURE, Quantity.EYE, true[column], read[column], half, noise, frames
        )


def true_excursion(case: Case, truth: Truth, rep: int, side: Side) -> float:
    """As the program defines it, from the true values of a hold."""
    held = hold_values(truth.values, truth.held(rep))
    rest = BaselineRecord(PerSide(*truth.rest_fissure_mm), 1.0, {})
    return float(excursions_mm(held, case.movement, side, rest))


def hold_values(values: FloatArray, rows: NDArray[np.bool_]) -> FloatArray:
    """(N_MEASURES,) median of the held pictures; NaN where there are none."""
    held = values[rows]
    known = ~np.isnan(held).all(axis=0) if len(held) else np.zeros(N_MEASURES, dtype=bool)
    out = np.full(N_MEASURES, np.nan)
    out[known] = np.nanmedian(held[:, known], axis=0)
    return out
