"""Drawn faces, rendered and measured picture by picture: do they agree with the simulator?"""

from __future__ import annotations

import numpy as np

from coach.analysis.analyser import FaceAnalyser
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.capture.pixels import OpenCvPixels
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.measures import MeasureFrame
from coach.domain.movements import Movement, Region
from coach.domain.sides import Affected, Side
from coach.face.geometry import FacePoint
from coach.face.impairment import Impairment
from coach.face.look import LOOKS
from coach.face.patient import SimulatedPatient
from coach.face.script import Script
from coach.face.source import DrawnFaceSource
from coach.face.truth import FaceTruth
from tests.synkinesis.session import Case, Rep, Watched, crossing

MOVEMENTS = (
    Movement.SMILE_CLOSED,
    Movement.PUCKER,
    Movement.EYE_CLOSURE,
    Movement.BROW_RAISE,
)


def drawn_case(seed: int) -> Case:
    """Three repetitions of a drawn patient with seeded palsy, look, speed, rate and blinks.

    Raises:
        AssertionError: no rest face was found, which would be a fault of the analysis.
    """
    rng = np.random.default_rng((91, seed))
    movement = MOVEMENTS[seed % len(MOVEMENTS)]
    exercise = load_exercises(exercises_dir()).exercises[movement.value]
    side = Side.LEFT if rng.random() < 0.5 else Side.RIGHT
    amount = float(rng.uniform(0.35, 0.9)) if rng.random() < 0.5 else 0.0
    palsy = Impairment(
        side, weakness=float(rng.uniform(0.0, 0.5)), synkinesis=amount,
        lag_s=float(rng.uniform(0.0, 0.2)),
    )  # fmt: skip
    looks = list(LOOKS.values()) if isinstance(LOOKS, dict) else list(LOOKS)
    patient = SimulatedPatient(
        seed, palsy, look=looks[seed % len(looks)], blink_interval_s=float(rng.uniform(2.5, 5))
    )
    script = Script.repeated(
        exercise.demonstration, lead_s=4.5, move_s=float(rng.uniform(0.5, 2.0)),
        hold_s=float(rng.uniform(1.5, 2.5)), release_s=1.0, rest_s=1.5,
    )  # fmt: skip
    patient.perform(script)
    fps = float(rng.uniform(15, 30))
    source = DrawnFaceSource(patient, fps=fps, duration_s=script.duration_s)
    analyser = FaceAnalyser(pixels=OpenCvPixels())
    landmarker = LiteRtLandmarker()
    frames: list[MeasureFrame] = []
    truths: list[FaceTruth] = []
    source.open()
    analyser.start_baseline()
    while (frame := source.read()) is not None:
        frames.append(analyser.step(landmarker.detect(frame), frame.image))
        truths.append(patient.truth(frame.t_ns * 1e-9))
        if analyser.baseline is None:
            analyser.finish_baseline()
    landmarker.close()
    if analyser.baseline is None:
        raise AssertionError(f"drawn face {seed}: no rest face")
    time_s = np.array([f.time_s for f in frames])
    reps = []
    for window in script.reps:
        present: set[Watched] = set()
        doubtful: set[Watched] = set()
        onset, begun = {}, {}
        inside = (time_s >= window.start_s) & (time_s <= window.end_s)
        for q in exercise.quiet:
            key = (q.region, side)
            if q.region not in (Region.EYE, Region.MOUTH):
                continue
            size = np.array([_excess(t, *key) for t in truths])[inside]
            blink = np.array([t.blink > 0 for t in truths])[inside]
            size[blink] = 0.0
            at = crossing(time_s[inside], size, q.threshold)
            if at is None or size.max() < 1.1 * q.threshold:
                if size.max() > 0.5 * q.threshold:
                    doubtful.add(key)
                continue
            present.add(key)
            onset[key] = at
            begun[key] = crossing(time_s[inside], size, 0.1 * float(size.max())) or at
        reps.append(
            Rep(
                window.start_s,
                window.end_s,
                (window.start_s, window.hold_end_s),
                frozenset(present),
                frozenset(doubtful),
                onset,
                begun,
            )
        )
    return Case(
        f"drawn {movement.value} {seed}", movement, Affected(side.value), exercise.quiet,
        frames, analyser.baseline, tuple(reps), fps,
    )  # fmt: skip


def _excess(truth: FaceTruth, region: Region, side: Side) -> float:
    if region is Region.EYE:
        own, other = truth.closure_pct.of(side), truth.closure_pct.of(side.other)
        assert own is not None
        assert other is not None
        return own - max(other, 0.0)
    x, y = truth.displacement_mm(FacePoint.COMMISSURE, side)
    x0, y0 = truth.displacement_mm(FacePoint.COMMISSURE, side.other)
    return float(np.hypot(x, y) - np.hypot(x0, y0))
