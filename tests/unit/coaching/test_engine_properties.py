"""Whatever people and cameras do, in any order: the engine's promises hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.analysis.excursion import excursion_mm, excursion_noise_mm
from coach.analysis.reps import measure_rep
from coach.analysis.synkinesis import SynkinesisDetector
from coach.coaching.cues import URGENT
from coach.coaching.engine import SessionEngine
from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.phases import ALLOWED
from coach.coaching.ports import AnalysisTools
from coach.coaching.settings import EngineSettings
from coach.domain.events import (
    CoachEvent,
    CueKind,
    CueRaised,
    ExerciseFinished,
    Paused,
    PhaseStarted,
    QualityLost,
    QualityRegained,
    RepDone,
    Resumed,
    SessionFinished,
    SourceLost,
    SourceRegained,
)
from coach.domain.exercise import Dose, Phase, Plan
from coach.domain.frames import Image
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import N_MEASURES, HeadPose, MeasureFrame, SideMeasure, measure_index
from coach.domain.quality import QualityReason, RepReason
from coach.domain.session import BaselineRecord
from coach.domain.sides import Affected, Side
from tests.fixtures.movement_signals import rest_record

FPS = 10
SETTINGS = EngineSettings(quality_patience_s=6.0, baseline_patience_s=6.0)
POSE = HeadPose(0.0, 0.0, 0.0)


class PlainAnalyser:
    """Reads the measures off the frame: points[0] = both corners (mm), left closure (%)."""

    def __init__(self) -> None:
        self._seen = 0
        self._baseline: BaselineRecord | None = None

    def step(self, face: FaceFrame, image: Image | None = None) -> MeasureFrame:
        values = np.full(N_MEASURES, np.nan)
        reason: QualityReason | None = QualityReason.NO_FACE
        if face.points is not None:
            dark = face.faces > 1
            reason = QualityReason.TOO_DARK if dark else None
            self._seen += not dark
            if self._baseline is None:
                reason = reason or QualityReason.NO_BASELINE
            else:
                values[:] = 0.0
                left, right, closure = face.points[0]
                values[measure_index(SideMeasure.COMMISSURE_X, Side.LEFT)] = left
                values[measure_index(SideMeasure.COMMISSURE_X, Side.RIGHT)] = -right
                values[measure_index(SideMeasure.EYE_CLOSURE, Side.LEFT)] = closure
        return MeasureFrame(face.index, face.t_ns, values, POSE, 0.4, reason)

    def start_baseline(self) -> None:
        self._seen = 0

    @property
    def baseline_progress(self) -> float:
        return min(1.0, self._seen / 10)

    def finish_baseline(self) -> BaselineRecord | None:
        self._baseline = rest_record() if self._seen >= 10 else None
        return self._baseline

    @property
    def baseline(self) -> BaselineRecord | None:
        return self._baseline


PLAIN = AnalysisTools(
    PlainAnalyser, SynkinesisDetector, excursion_mm, excursion_noise_mm, measure_rep
)


def _plan() -> Plan:
    library = load_exercises(exercises_dir())
    return Plan(
        "p",
        "p",
        (
            replace(library.exercises["rest"], dose=Dose(0, 5, 0, 0, 1, 1)),
            replace(library.exercises["smile_closed"], dose=Dose(3, 3, 3, 4, 2, 2, 5)),
            replace(library.exercises["pucker"], dose=Dose(2, 0, 2, 3, 1, 1)),
        ),
    )


PLAN = _plan()
PLANNED_REPS = 5

Command = Literal["pause", "resume", "skip", "stop", "source_lost", "source_regained"]


@dataclass(frozen=True)
class Stretch:
    """Frames of one kind, then a command."""

    seconds: float
    sight: Literal["good", "dark", "nobody"]
    left: float
    right: float
    closure: float
    then: Command | None


def commands(*, ending: bool) -> st.SearchStrategy[Command | None]:
    names: list[Command | None] = [None, None, "pause", "resume", "source_lost", "source_regained"]
    return st.sampled_from([*names, "skip", "stop"] if ending else names)


def stretches(*, ending: bool) -> st.SearchStrategy[list[Stretch]]:
    return st.lists(
        st.builds(
            Stretch,
            seconds=st.sampled_from([0.0, 0.1, 0.4, 1.0, 3.0, 12.0]),
            sight=st.sampled_from(["good", "good", "good", "dark", "nobody"]),
            left=st.floats(0, 8),
            right=st.floats(0, 8),
            closure=st.sampled_from([0.0, 0.0, 60.0]),
            then=commands(ending=ending),
        ),
        max_size=25,
    )


class Run:
    """An engine and everything it said."""

    def __init__(self) -> None:
        self.engine = SessionEngine(PLAN, Affected.LEFT, SETTINGS, analysis=PLAIN)
        self.events: list[CoachEvent] = []
        self.t_ns = 5_000_000_000
        self.index = 0

    def frame(self, sight: str, left: float, right: float, closure: float) -> None:
        self.t_ns += 10**9 // FPS
        self.index += 1
        moving = self.engine.state.phase in (Phase.MOVE, Phase.HOLD)
        points = np.array([[left, right, closure]]) * float(moving)
        faces = {"good": 1, "dark": 2, "nobody": 0}[sight]
        face = FaceFrame(points if faces else None, self.index, self.t_ns, (640, 480), faces)
        self.events += self.engine.step(face)
        logged, state = self.engine.logged, self.engine.state
        assert (logged is None) == (state.paused or self.engine.finished)
        assert 0.0 <= state.progress <= 1.0
        assert state.exercise_index <= state.exercise_count

    def play(self, stretch: Stretch) -> None:
        for _ in range(round(stretch.seconds * FPS)):
            self.frame(stretch.sight, stretch.left, stretch.right, stretch.closure)
        if stretch.then is not None:
            self.events += getattr(self.engine, stretch.then)(self.t_ns + 1)


def promises(events: list[CoachEvent]) -> None:
    """What holds of any session, however it went."""
    times = [e.t_s for e in events]
    assert times == sorted(times)
    phases = [e.phase for e in events if isinstance(e, PhaseStarted)]
    assert phases[:1] in ([], [Phase.SETUP])
    assert all(b in ALLOWED[a] for a, b in pairwise(phases))
    said = [e for e in events if isinstance(e, CueRaised)]
    for before, after in pairwise(said):
        gap = after.t_s - before.t_s
        assert after.kind in URGENT or gap >= SETTINGS.cue_gap_s - 1e-5
    instructions = [e.t_s for e in said if e.kind is CueKind.QUALITY]
    assert all(b - a >= SETTINGS.instruction_s - 1e-5 for a, b in pairwise(instructions))
    for first, second in (
        (QualityLost, QualityRegained),
        (Paused, Resumed),
        (SourceLost, SourceRegained),
    ):
        kinds = [type(e) for e in events if isinstance(e, first | second)]
        assert kinds == ([first, second] * len(kinds))[: len(kinds)]
    done = [e.rep for e in events if isinstance(e, RepDone)]
    assert [r.index for r in done] == list(range(len(done)))
    assert all(r.start_s <= r.hold_start_s <= r.hold_end_s <= r.end_s for r in done)
    assert all(a.end_s <= b.start_s for a, b in pairwise(done))
    assert all(r.scored is (r.reason is None) for r in done)
    finished = [i for i, e in enumerate(events) if isinstance(e, SessionFinished)]
    assert finished in ([], [len(events) - 1])
    ended = [e.exercise_id for e in events if isinstance(e, ExerciseFinished)]
    assert ended == [e.id for e in PLAN.exercises][: len(ended)]


@given(stretches(ending=True))
def test_any_order_of_frames_and_commands(script: list[Stretch]) -> None:
    run = Run()
    for stretch in script:
        run.play(stretch)
    run.events += run.engine.stop(run.t_ns + 2)
    assert run.engine.finished
    promises(run.events)
    assert sum(isinstance(e, SessionFinished) for e in run.events) == 1


@settings(max_examples=20)  # each plays a whole session
@given(stretches(ending=False))
def test_no_repetition_is_lost_or_counted_twice(script: list[Stretch]) -> None:
    """Whoever is interrupted in any way and then goes on has done the whole plan."""
    run = Run()
    for stretch in script:
        run.play(stretch)
    run.events += run.engine.source_regained(run.t_ns + 2)
    run.events += run.engine.resume(run.t_ns + 3)
    for _ in range(FPS * 300):
        if run.engine.finished:
            break
        run.frame("good", 3.0, 3.0, 0.0)
    promises(run.events)
    assert isinstance(run.events[-1], SessionFinished)
    assert run.events[-1].completed
    done = [e.rep for e in run.events if isinstance(e, RepDone)]
    broken_off = {RepReason.INTERRUPTED, RepReason.TOO_FEW_FRAMES}
    whole = [r for r in done if r.reason not in broken_off]
    assert run.engine.state.reps_done == PLANNED_REPS
    assert len(whole) <= PLANNED_REPS <= len(done)
    assert run.engine.state.reps_scored == sum(r.scored for r in done)
    assert sum(isinstance(e, ExerciseFinished) for e in run.events) == len(PLAN.exercises)
