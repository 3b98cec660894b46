"""Sessions as the analysis would measure them, without rendering: many, different, and known.

The person moves; the measures are what the pixels would read. Every number about the measuring
(dilution, leak, noise, drift, what pose adds) is from the clips (docs/synkinesis.md says how);
those about people are from the clinical literature or, where it is silent, wide guesses.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np

from coach.analysis.filters import OneEuro, median_noise
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray
from coach.domain.measures import (
    MEASURE_COLUMNS,
    N_MEASURES,
    HeadPose,
    MeasureFrame,
    SideMeasure,
    measure_index,
)
from coach.domain.movements import Movement, Region
from coach.domain.quality import QualityReason
from coach.domain.session import BaselineRecord
from coach.domain.sides import Affected, PerSide, Side
from tests.synkinesis.lids import blink_closure
from tests.synkinesis.session import Case, Rep, Watched, crossing

#: Share of a one-sided movement that is read (clips: corner 0.83 to 0.90, lids 0.92 to 1.03,
#: brow 0.93), drawn anew for each session.
GAIN: Final = {Region.MOUTH: (0.80, 0.95), Region.EYE: (0.90, 1.03), Region.BROW: (0.88, 0.98)}
#: Invented movement of a still region per mm of target (clips: 0.03 to 0.06 mm; 0.1 to 0.4 points).
LEAK_MM: Final = 0.06
LEAK_POINTS: Final = 0.4
#: Noise from picture to picture and slow drift, SD (clips at rest: 0.3 to 0.9 points, 0.02 to 0.1
#: mm; residual in movement, 95th percentile: 1 to 3 points, with nodding 6.5), times 1 to 2.5 for
#: cameras that are worse than the clips.
NOISE_MM, NOISE_POINTS = 0.08, 0.8
DRIFT_MM, DRIFT_POINTS = 0.12, 1.0
#: What a degree of head movement adds to both lids and to one of them (nodding and turning clips).
POSE_POINTS, POSE_POINTS_ONE = 0.25, 0.1
POSE_MM: Final = 0.03
MOVEMENTS: Final = (
    Movement.SMILE_CLOSED,
    Movement.PUCKER,
    Movement.EYE_CLOSURE,
    Movement.BROW_RAISE,
    Movement.SNARL,
    Movement.LOWER_LIP_DEPRESS,
)
#: True size of a co-movement that counts, from a tenth above the exercise's threshold to what
#: strong synkinesis shows: points (S20, S21), mm (S51).
SYNKINETIC: Final = {Region.EYE: 60.0, Region.MOUTH: 6.5, Region.BROW: 6.5}
REST_S: Final = 4.0


@cache
def quiet_of(movement: Movement) -> tuple[QuietRegion, ...]:
    """Of the shipped exercise."""
    return load_exercises(exercises_dir()).exercises[movement.value].quiet


def simulate(seed: int) -> Case:
    """One session of one movement, five repetitions."""
    rng = np.random.default_rng((77, seed))
    fps = float(rng.uniform(15, 30))
    movement = MOVEMENTS[int(rng.integers(len(MOVEMENTS)))]
    side = Side.LEFT if rng.random() < 0.5 else Side.RIGHT
    weak = float(rng.uniform(0.3, 1.0))
    lag_s = float(rng.uniform(0.0, 0.3))
    kind = rng.choice(["clean", "synkinetic", "slight"], p=[0.45, 0.45, 0.10])
    # Co-movements are drawn for these regions; the others are watched and must stay unflagged.
    drawn = [q for q in quiet_of(movement) if q.region in SYNKINETIC]
    quiet = drawn[int(rng.integers(len(drawn)))]
    region, limit = quiet.region, quiet.threshold
    size = {
        "clean": 0.0,
        "synkinetic": float(rng.uniform(1.1 * limit, SYNKINETIC[region])),
        "slight": float(rng.uniform(0.1, 0.5)) * limit,
    }[str(kind)]
    co_lag_s = float(rng.uniform(0.0, 0.4))
    ramps = rng.uniform(0.3, 4.0, (5, 2))
    holds = rng.uniform(1.5, 5.0, 5)
    gaps = rng.uniform(2.0, 5.0, 5)
    starts = REST_S + np.concatenate([[0.0], np.cumsum(ramps.sum(1) + holds + gaps)[:-1]])
    ends = starts + ramps.sum(1) + holds
    time_s = np.cumsum(rng.normal(1.0, 0.05, int((ends[-1] + 2.0) * fps)).clip(0.6, 1.4)) / fps
    env = _envelopes(time_s, starts, ramps, holds, lag_s=0.0)
    weak_env = _envelopes(time_s, starts, ramps, holds, lag_s=lag_s)
    co_env = _envelopes(time_s, starts, ramps, holds, lag_s=lag_s + co_lag_s)
    strength = rng.uniform(0.9, 1.1, 5)
    drive = {side: weak * (weak_env * strength[:, None]).sum(0)}
    drive[side.other] = (env * strength[:, None]).sum(0)
    co = size * (co_env * strength[:, None]).sum(0)
    face = _Face(rng, time_s, movement, side)
    face.move(drive)
    face.add_co_movement(region, side, co)
    if size and region is Region.EYE and movement is Movement.PUCKER and rng.random() < 0.3:
        face.lids[side.other] += float(rng.uniform(0.0, 0.7)) * co  # the other eye comes along
    values, pose = face.measure(fps)
    frames = _frames(time_s, values, pose)
    reps = []
    truth = face.true_excess(region, side, co)
    for a, ramp, hold, b in zip(starts, ramps, holds, ends, strict=True):
        inside = (time_s >= a) & (time_s <= b + 1.0)
        onset = crossing(time_s[inside], truth[inside], limit)
        begun = crossing(time_s[inside], truth[inside], 0.1 * max(truth[inside].max(), 1e-9))
        key: Watched = (region, side)
        there = onset is not None and truth[inside].max() >= 1.1 * limit
        reps.append(
            Rep(
                start_s=float(a),
                end_s=float(b),
                moving=(float(a) - 0.25, float(a + ramp[0] + hold)),
                present=frozenset([key] if there else []),
                doubtful=frozenset([key] if size and not there else []),
                onset_s={key: onset} if there and onset is not None else {},
                begun_s={key: begun} if there and begun is not None else {},
            )
        )
    return Case(
        f"{movement.value} {kind} {seed}",
        movement,
        Affected(side.value) if rng.random() < 0.85 else None,
        quiet_of(movement),
        frames,
        _baseline(time_s, values),
        tuple(reps),
        fps,
    )


class _Face:
    """True movement of both sides, and what is read of it."""

    def __init__(
        self, rng: np.random.Generator, time_s: FloatArray, movement: Movement, side: Side
    ) -> None:
        self._rng, self._t, self._movement, self._affected = rng, time_s, movement, side
        n = len(time_s)
        self.lids = {s: np.zeros(n) for s in Side}
        self._mm = {m: {s: np.zeros(n) for s in Side} for m in SideMeasure}
        self._gain = {r: float(rng.uniform(*GAIN[r])) for r in GAIN}

    def move(self, drive: dict[Side, FloatArray]) -> None:
        """The movement, and what healthy faces do with it."""
        rng, m = self._rng, self._movement
        size = float(rng.uniform(0.6, 2.0))
        narrowing = float(np.clip(rng.normal(21.6, 13.4), 0.0, 50.0))  # S21
        uneven = {s: float(rng.normal(1.0, 0.08)) for s in Side}
        together = 0.5 * (drive[Side.LEFT] + drive[Side.RIGHT])
        for s in Side:
            d, x = drive[s], s.sign
            corner_x, corner_y = (
                self._mm[SideMeasure.COMMISSURE_X],
                self._mm[SideMeasure.COMMISSURE_Y],
            )
            match m:
                case Movement.SMILE_CLOSED:
                    corner_x[s] += x * 0.6 * 5 * size * d
                    corner_y[s] += 0.8 * 5 * size * d
                    self.lids[s] += uneven[s] * narrowing * (0.5 * d + 0.5 * together)
                case Movement.PUCKER:
                    corner_x[s] -= x * 3 * size * d
                    self.lids[s] += uneven[s] * abs(float(rng.normal(1.7, 1.5))) * together
                case Movement.EYE_CLOSURE:
                    self.lids[s] += np.clip(95 * min(size, 1.05) * d, 0, 98)
                    corner_y[s] += uneven[s] * float(rng.uniform(0.0, 1.3)) * together  # S49
                case Movement.BROW_RAISE:
                    self._mm[SideMeasure.BROW_Y][s] += 4 * size * d
                    self.lids[s] -= 4 * d
                    corner_y[s] += uneven[s] * float(rng.uniform(0.0, 0.8)) * together
                case Movement.SNARL:
                    self._mm[SideMeasure.ALA_Y][s] += 3 * size * d
                    self.lids[s] += uneven[s] * 6.0 * size * (0.5 * d + 0.5 * together)
                    self._mm[SideMeasure.BROW_Y][s] -= 0.6 * size * d
                case _:
                    self._mm[SideMeasure.LOWER_LIP_Y][s] -= 3 * size * d
        self._lead = size * 4.0 * (drive[self._affected.other] - drive[self._affected])

    def add_co_movement(self, region: Region, side: Side, co: FloatArray) -> None:
        """What should not move."""
        if region is Region.EYE:
            self.lids[side] = self.lids[side] + co
        elif region is Region.BROW:
            self._mm[SideMeasure.BROW_Y][side] += co
        else:
            self._mm[SideMeasure.COMMISSURE_X][side] += side.sign * 0.56 * co
            self._mm[SideMeasure.COMMISSURE_Y][side] += 0.83 * co

    def true_excess(self, region: Region, side: Side, co: FloatArray) -> FloatArray:
        """The co-movement as far as an eye can show it: a lid comes no further than closed."""
        if region is Region.EYE:
            return np.minimum(co, np.maximum(100.0 - (self.lids[side] - co), 0.0))
        return co

    def measure(self, fps: float) -> tuple[FloatArray, FloatArray]:
        """(n, N_MEASURES) as read, and (n, 3) head angles."""
        rng, t = self._rng, self._t
        n = len(t)
        worse = float(rng.uniform(1.0, 2.5))
        sway = float(rng.choice([1.2, 3.0, 6.0], p=[0.6, 0.25, 0.15]))
        pose = np.stack([_wander(rng, n, fps, sway, 2.0) for _ in range(3)], axis=1)
        blinks = blink_closure(rng, t, self._affected)
        values = np.zeros((n, N_MEASURES))
        for s in Side:
            lids = self._gain[Region.EYE] * self.lids[s]
            leak = float(rng.normal(0.0, LEAK_POINTS)) * self._lead
            head = POSE_POINTS * pose[:, 1] + float(rng.normal(0, POSE_POINTS_ONE)) * pose[:, 0]
            lids = lids + leak + head + _wander(rng, n, fps, DRIFT_POINTS * worse, 3.0)
            lids = np.maximum(lids, blinks[s] * 100.0)
            lids = np.minimum(lids, 100.0) + rng.normal(0, NOISE_POINTS * worse, n)
            values[:, measure_index(SideMeasure.EYE_CLOSURE, s)] = lids
            for measure, true in self._mm.items():
                if measure in (SideMeasure.EYE_CLOSURE, SideMeasure.PALPEBRAL_FISSURE):
                    continue
                gain = self._gain[Region.BROW if measure is SideMeasure.BROW_Y else Region.MOUTH]
                leak = float(rng.normal(0.0, LEAK_MM)) * self._lead
                head = float(rng.normal(0.0, POSE_MM)) * pose[:, 0]
                drift = _wander(rng, n, fps, DRIFT_MM * worse, 3.0)
                noise = rng.normal(0, NOISE_MM * worse, n)
                values[:, measure_index(measure, s)] = gain * true[s] + leak + head + drift + noise
        smooth = OneEuro()
        values = np.stack([smooth.step(v, float(x)) for v, x in zip(values, t, strict=True)])
        for s in Side:
            closure = values[:, measure_index(SideMeasure.EYE_CLOSURE, s)]
            values[:, measure_index(SideMeasure.PALPEBRAL_FISSURE, s)] = 10.0 - 0.1 * closure
        return values, pose


def _envelopes(
    t: FloatArray, starts: FloatArray, ramps: FloatArray, holds: FloatArray, lag_s: float
) -> FloatArray:
    """(5, n) cosine rises and falls, 0 to 1."""
    rows = []
    for a, (up, down), hold in zip(starts + lag_s, ramps, holds, strict=True):
        edge = [a, a + up, a + up + hold, a + up + hold + down]
        rows.append(0.5 - 0.5 * np.cos(np.pi * np.interp(t, edge, [0.0, 1.0, 1.0, 0.0])))
    return np.stack(rows)


def _wander(rng: np.random.Generator, n: int, fps: float, sd: float, tau_s: float) -> FloatArray:
    """(n,) slow random walk that is drawn back to 0, standard deviation `sd`."""
    keep = float(np.exp(-1.0 / (fps * tau_s)))
    step = rng.normal(0.0, sd * np.sqrt(1.0 - keep * keep), n)
    out = np.empty(n)
    last = 0.0  # the rest face was measured where the head was
    for i in range(n):
        last = keep * last + step[i]
        out[i] = last
    return out


def _frames(t: FloatArray, values: FloatArray, pose: FloatArray) -> list[MeasureFrame]:
    frames = []
    for i, (now, row, (yaw, pitch, roll)) in enumerate(zip(t, values, pose, strict=True)):
        reason = QualityReason.YAW if abs(yaw) > 12 else None
        reason = QualityReason.PITCH if abs(pitch) > 12 else reason
        head = HeadPose(float(yaw), float(pitch), float(roll))
        frames.append(MeasureFrame(i, round(now * 1e9), row, head, 0.4, reason))
    return frames


def _baseline(t: FloatArray, values: FloatArray) -> BaselineRecord:
    noise = median_noise(values[t < REST_S - 1.0])
    return BaselineRecord(
        PerSide(10.0, 10.0), 0.4, dict(zip(MEASURE_COLUMNS, map(float, noise), strict=True)), True
    )
