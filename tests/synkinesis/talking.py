"""Minutes of talking as the analysis would measure them: known, without rendering.

Speech moves corners and lower lip two to six times a second by millimetres, in phrases with pauses;
the eyes blink, look down (reading) or aside, and smile now and then. What the measuring adds is the
other simulator's (`simulator.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.analysis.filters import OneEuro
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.exercise import QuietRegion
from coach.domain.frames import FloatArray
from coach.domain.measures import (
    MEASURE_COLUMNS,
    N_MEASURES,
    MeasureSeries,
    SideMeasure,
    measure_index,
)
from coach.domain.session import BaselineRecord
from coach.domain.sides import Affected, PerSide, Side
from tests.synkinesis.lids import blink_closure
from tests.synkinesis.simulator import (
    DRIFT_MM,
    DRIFT_POINTS,
    NOISE_MM,
    NOISE_POINTS,
    POSE_MM,
    POSE_POINTS,
    POSE_POINTS_ONE,
    _wander,
)

LENGTH_S: Final = 60.0
QUIET: Final[tuple[QuietRegion, ...]] = (
    load_exercises(exercises_dir()).exercises["talk_freely"].quiet
)


@dataclass(frozen=True)
class Talk:
    """A minute of talking and what is true of it.

    Attributes:
        series: as measured.
        baseline: the rest face.
        affected: the affected side.
        weak: share of the healthy corner's movement that the affected one makes.
        eye_points_per_mm: true slope of the affected eye's closure against the mouth, points a mm.
        corner_mm: how far the affected corner comes along with a blink.
        spoken: share of the time with speech.
    """

    series: MeasureSeries
    baseline: BaselineRecord
    affected: Affected
    weak: float
    eye_points_per_mm: float
    corner_mm: float
    spoken: float


def talk(
    seed: int,
    *,
    eye_points_per_mm: float = 0.0,
    corner_mm: float = 0.0,
    weak: float | None = None,
    fps: float | None = None,
    reading: bool | None = None,
    silent: bool = False,
    affected: Side | None = None,
) -> Talk:
    """Somebody talks for a minute; what is not said is drawn at random."""
    rng = np.random.default_rng((55, seed))
    rate = float(rng.uniform(15, 30)) if fps is None else fps
    side = (Side.LEFT if rng.random() < 0.5 else Side.RIGHT) if affected is None else affected
    share = float(rng.uniform(0.4, 1.0)) if weak is None else weak
    reads = bool(rng.random() < 0.5) if reading is None else reading
    n = int(LENGTH_S * rate)
    t = np.arange(n) / rate
    speech = np.zeros(n) if silent else _speech(rng, t)
    size = float(rng.uniform(0.7, 1.5))
    wide, high, lip = (size * speech * _babble(rng, t) for _ in range(3))
    smile = _now_and_then(rng, t) * (0.0 if silent else 1.0)
    gaze = 15.0 * float(reads) * (0.7 + 0.3 * np.sin(2 * np.pi * t / 4.0))  # down, line by line
    worse = float(rng.uniform(1.0, 2.0))
    pose = np.stack([_wander(rng, n, rate, 2.5, 2.0) for _ in range(2)], axis=1)
    blinks = blink_closure(rng, t, side)
    values = np.zeros((n, N_MEASURES))
    mouth = np.sqrt(wide**2 + high**2 + (3.0 * lip) ** 2)  # the healthy side's
    co = eye_points_per_mm * np.convolve(mouth, np.ones(5) / 5, "same")
    for s in Side:
        gain = share if s is side else 1.0
        uneven = float(rng.normal(1.0, 0.08))
        columns = {
            SideMeasure.COMMISSURE_X: s.sign * gain * (1.2 * wide + 2.5 * smile),
            SideMeasure.COMMISSURE_Y: gain * (high + 3.5 * smile),
            SideMeasure.LOWER_LIP_Y: -3.0 * np.abs(lip) * (0.5 + 0.5 * gain),
            SideMeasure.BROW_Y: uneven * 2.0 * _now_and_then(rng, t),
            SideMeasure.ALA_Y: 0.5 * gain * smile,
        }
        if s is side:
            columns[SideMeasure.COMMISSURE_Y] += corner_mm * blinks[side.other]
        for measure, true in columns.items():
            head = float(rng.normal(0.0, POSE_MM)) * pose[:, 0]
            drift = _wander(rng, n, rate, DRIFT_MM * worse, 3.0)
            noise = rng.normal(0, NOISE_MM * worse, n)
            values[:, measure_index(measure, s)] = 0.9 * true + head + drift + noise
        lids = uneven * (22.0 * smile * gain + gaze) + (co if s is side else 0.0)
        lids = lids + POSE_POINTS * pose[:, 1] + float(rng.normal(0, POSE_POINTS_ONE)) * pose[:, 0]
        lids = lids + _wander(rng, n, rate, DRIFT_POINTS * worse, 3.0)
        lids = np.minimum(np.maximum(lids, blinks[s] * 100.0), 100.0)
        lids = lids + rng.normal(0, NOISE_POINTS * worse, n)
        values[:, measure_index(SideMeasure.EYE_CLOSURE, s)] = lids
    smooth = OneEuro()
    values = np.stack([smooth.step(v, float(x)) for v, x in zip(values, t, strict=True)])
    for s in Side:
        closure = values[:, measure_index(SideMeasure.EYE_CLOSURE, s)]
        values[:, measure_index(SideMeasure.PALPEBRAL_FISSURE, s)] = 10.0 - 0.1 * closure
    noise_sd = {
        c: 0.5 * worse * (NOISE_POINTS if c.endswith("_pct") else NOISE_MM) for c in MEASURE_COLUMNS
    }
    baseline = BaselineRecord(PerSide(10.0, 10.0), 0.4, noise_sd, refined=True)
    series = MeasureSeries(t, values, np.ones(n, dtype=np.bool_))
    return Talk(
        series, baseline, Affected(side.value), share, eye_points_per_mm, corner_mm,
        float((speech > 0.1).mean()),
    )  # fmt: skip


def _speech(rng: np.random.Generator, t: FloatArray) -> FloatArray:
    """0 in pauses, 1 in phrases of 1 to 5 s, pauses of 0.3 to 1.5 s; edges of 0.1 s."""
    out = np.zeros(len(t))
    now = float(rng.uniform(0.0, 1.0))
    while now < t[-1]:
        length = float(rng.uniform(1.0, 5.0))
        edge = [now, now + 0.1, now + length - 0.1, now + length]
        out = np.maximum(out, np.interp(t, edge, [0.0, 1.0, 1.0, 0.0]))
        now += length + float(rng.uniform(0.3, 1.5))
    return out


def _babble(rng: np.random.Generator, t: FloatArray) -> FloatArray:
    """Syllables: a few waves of 1.5 to 5 Hz, about 1 in size."""
    waves = [np.sin(2 * np.pi * rng.uniform(1.5, 5.0) * t + rng.uniform(0, 6.3)) for _ in range(4)]
    return np.asarray(np.sum(waves, axis=0) / np.sqrt(2.0))


def _now_and_then(rng: np.random.Generator, t: FloatArray) -> FloatArray:
    """0 to 1: something that is done for one to three seconds a few times a minute."""
    out = np.zeros(len(t))
    for at in rng.uniform(2.0, t[-1] - 4.0, 3):
        length = float(rng.uniform(1.0, 3.0))
        edge = [at, at + 0.4, at + length, at + length + 0.5]
        out = np.maximum(out, rng.uniform(0.3, 1.0) * np.interp(t, edge, [0.0, 1.0, 1.0, 0.0]))
    return out
