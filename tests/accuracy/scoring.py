"""Truth against what was read, reading by reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.analysis.plain import plain_values
from coach.analysis.recording import find_repetitions
from coach.commands.analyse import quiet_regions
from coach.domain.frames import FloatArray
from coach.domain.measures import MEASURE_COLUMNS, N_MEASURES, SideMeasure, measure_index
from coach.domain.movements import Movement
from coach.domain.session import BaselineRecord, PerSide, RepRecord
from coach.domain.sides import Side
from tests.accuracy.case import Case, Truth
from tests.accuracy.intervals import Interval, hold_values, intervals_of
from tests.accuracy.measuring import Measured

CORNER: Final = "mouth corner, mm"
CLOSURE: Final = "eye closure, points of %"
BROW: Final = "brow, mm"
ALA: Final = "nose wing, mm"
LOWER_LIP: Final = "lower lip, mm"
SYMMETRY: Final = "symmetry, points of %"
REST_SD: Final = "rest noise SD, mm"
LAG: Final = "onset lag, ms"
HOLD_MEASURES: Final = (CORNER, CLOSURE, BROW, ALA, LOWER_LIP)

#: What a movement's symmetry is taken from.
KEY: Final = {
    Movement.SMILE_CLOSED: CORNER,
    Movement.PUCKER: CORNER,
    Movement.BROW_RAISE: BROW,
    Movement.EYE_CLOSURE: CLOSURE,
    Movement.SNARL: ALA,
    Movement.LOWER_LIP_DEPRESS: LOWER_LIP,
}

_COLUMN: Final = {
    CLOSURE: SideMeasure.EYE_CLOSURE,
    BROW: SideMeasure.BROW_Y,
    ALA: SideMeasure.ALA_Y,
    LOWER_LIP: SideMeasure.LOWER_LIP_Y,
}
#: A side is "moving" for the gain figures from this much on: mm, or points of closure.
MOVING: Final = {CORNER: 1.5, CLOSURE: 15.0, BROW: 1.5, ALA: 1.0, LOWER_LIP: 1.5}


@dataclass(frozen=True, slots=True)
class Reading:
    """One number read from one case.

    Attributes:
        ours / plain: what the program and plain MediaPipe say; NaN where nothing was read.
    """

    case: Case
    measure: str
    truth: float
    ours: float
    plain: float

    @property
    def error(self) -> float:
        return self.ours - self.truth

    @property
    def plain_error(self) -> float:
        return self.plain - self.truth


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """A case's result.

    Attributes:
        found: repetitions found where there are some, less those found where there are none.
        reasons: reason of every picture; "" where it is scored.
        flags: (right, false, missed) unwanted movements told; None where the truth does not say.
    """

    case: Case
    readings: tuple[Reading, ...]
    reps: tuple[RepRecord, ...]
    found: int
    wanted: int
    valid_share: float
    intervals: tuple[Interval, ...]
    reasons: tuple[str, ...] = ()
    flags: tuple[int, int, int] | None = None


def baseline_of(measured: Measured) -> BaselineRecord:
    return BaselineRecord(
        PerSide(*measured.rest_fissure_mm),
        measured.mm_per_px,
        dict(zip(MEASURE_COLUMNS, measured.rest_noise.tolist(), strict=True)),
    )


def score(case: Case, measured: Measured) -> Scored:
    """Compare a case with its truth."""
    truth = case.truth()
    n = min(len(truth.time_s), len(measured.points))
    plain = plain_values(measured.points[:n], truth.at_rest[:n])
    ours = np.full((n, N_MEASURES), np.nan)
    valid = np.zeros(n, dtype=bool)
    if measured.frames:
        ours = np.stack([f.values for f in measured.frames[:n]])
        valid = np.array([f.valid for f in measured.frames[:n]])
    reps: tuple[RepRecord, ...] = ()
    if measured.frames and case.movement is not Movement.REST:
        reps, _ = find_repetitions(
            measured.frames,
            baseline_of(measured),
            case.movement,
            case.affected,
            quiet_regions(case.movement),
        )
    readings = [
        *_hold_readings(case, truth, ours, plain, valid),
        *_symmetry(case, truth, ours, plain, valid),
        _rest_noise(case, truth.at_rest[:n] & valid, ours, plain),
        *_lags(case, truth, reps),
    ]
    matched = list(match(reps, truth))
    intervals: tuple[Interval, ...] = ()
    if measured.frames:
        intervals = tuple(intervals_of(case, truth, matched, ours, valid, baseline_of(measured)))
    # What was found and is not there counts against it.
    found = len(matched) - (len(reps) - len(matched))
    return Scored(
        case,
        tuple(readings),
        reps,
        found,
        len(truth.reps),
        float(valid.mean()),
        intervals,
        measured.reasons,
        count_flags(case, matched),
    )


def count_flags(
    case: Case, matched: Sequence[tuple[int, RepRecord]]
) -> tuple[int, int, int] | None:
    """Right, false and missed flags; what was not scored is neither."""
    if case.synkinesis is None:
        return None
    true = set(case.synkinesis)
    right = false = missed = 0
    for _, rep in matched:
        if rep.scored:
            told = {(f.region.value, f.side.value) for f in rep.synkinesis}
            right, false = right + len(told & true), false + len(told - true)
            missed += len(true - told)
    return right, false, missed


def size_of(measure: str, values: FloatArray, side: Side) -> float:
    """(N_MEASURES,) values of a hold -> the size that is compared."""
    if measure == CORNER:
        x = values[measure_index(SideMeasure.COMMISSURE_X, side)]
        return float(np.hypot(x, values[measure_index(SideMeasure.COMMISSURE_Y, side)]))
    return float(values[measure_index(_COLUMN[measure], side)])


def _holds(
    truth: Truth, ours: FloatArray, plain: FloatArray, valid: NDArray[np.bool_]
) -> Iterator[tuple[FloatArray, FloatArray, FloatArray]]:
    """True, own and plain values of each hold."""
    n = len(ours)
    for rep in range(len(truth.reps)):
        rows = truth.held(rep)[:n] & valid
        yield (
            hold_values(truth.values[:n], rows),
            hold_values(ours, rows),
            hold_values(plain, rows),
        )


def _hold_readings(
    case: Case, truth: Truth, ours: FloatArray, plain: FloatArray, valid: NDArray[np.bool_]
) -> Iterator[Reading]:
    for true, own, bare in _holds(truth, ours, plain, valid):
        for measure in HOLD_MEASURES:
            for side in Side:
                at = [size_of(measure, v, side) for v in (true, own, bare)]
                if not np.isnan(at[0]):
                    yield Reading(case, measure, *at)


def symmetry_pct(left: float, right: float) -> float:
    """Smaller over larger, per cent; parts against the movement count as nothing."""
    low, high = sorted((max(left, 0.0), max(right, 0.0)))
    return 100.0 * low / max(high, 1e-9)


def _symmetry(
    case: Case, truth: Truth, ours: FloatArray, plain: FloatArray, valid: NDArray[np.bool_]
) -> Iterator[Reading]:
    """The mean over the repetitions, as a session's figure."""
    key = KEY.get(case.movement)
    holds = list(_holds(truth, ours, plain, valid))
    if key is None or not holds:
        return
    # Snarls are read upward: the sign of a downward movement is turned.
    sign = -1.0 if key == LOWER_LIP else 1.0
    values = [
        symmetry_pct(*(sign * float(np.mean([size_of(key, h[k], s) for h in holds])) for s in Side))
        if not np.isnan([size_of(key, h[k], s) for h in holds for s in Side]).any()
        else float("nan")
        for k in range(3)
    ]
    if not np.isnan(values[0]):
        yield Reading(case, SYMMETRY, *values)


def _rest_noise(
    case: Case, rows: NDArray[np.bool_], ours: FloatArray, plain: FloatArray
) -> Reading:
    """Mouth corners: root of the summed variances of x and y, mean of the sides."""

    def sd(values: FloatArray) -> float:
        at = values[rows]
        parts = [
            np.hypot(
                *(at[:, measure_index(m, s)].std() for m in
                  (SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y))
            )
            for s in Side
        ]  # fmt: skip
        return float(np.mean(parts)) if rows.any() else float("nan")

    return Reading(case, REST_SD, 0.0, sd(ours), sd(plain))


def match(reps: Sequence[RepRecord], truth: Truth) -> Iterator[tuple[int, RepRecord]]:
    """(true repetition, found repetition) that overlap."""
    for k, (start, end) in enumerate(truth.reps):
        for rep in reps:
            if min(end, rep.end_s) - max(start, rep.start_s) > 0.5 * (end - start):
                yield k, rep
                break


def _lags(case: Case, truth: Truth, reps: Sequence[RepRecord]) -> Iterator[Reading]:
    if truth.lag_ms is None:
        return
    for _, rep in match(reps, truth):
        if rep.onset_lag_ms is not None:
            yield Reading(case, LAG, truth.lag_ms, rep.onset_lag_ms, float("nan"))
