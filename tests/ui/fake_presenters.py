"""Presenters without a camera: the same signals, scripted moments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from coach.app.resume import Resumption
from coach.app.snapshot import Snapshot
from coach.domain.coach_state import CoachState, LiveSynkinesis, SideReading
from coach.domain.exercise import Dose, Exercise, ExerciseKind, Phase, Plan, QuietRegion
from coach.domain.feedback_mode import FeedbackMode
from coach.domain.frames import FloatArray, Frame, Image
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import N_MEASURES, HeadPose, MeasureFrame
from coach.domain.movements import Movement, Region
from coach.domain.practice_week import Week, week_of
from coach.domain.programme import SafetyCard
from coach.domain.quality import QualityReason, RepReason
from coach.domain.session import (
    EngineInfo,
    PerSide,
    QualitySummary,
    RepRecord,
    SessionRecord,
    SourceRecord,
    SynkinesisFlag,
)
from coach.domain.sides import Affected, Side


def exercise(
    id_: str, movement: Movement, title: str, demonstration: dict[str, float], quiet: Region
) -> Exercise:
    return Exercise(
        id=id_,
        movement=movement,
        title=title,
        purpose="Moves both sides together while the rest of the face stays calm.",
        instruction=("Close your lips softly.", "Let both corners drift out and up."),
        cues={},
        mistake="The strong side pulls over. Let it wait.",
        dose=Dose(4, 4, 4, 5, 5, 1),
        effort_ceiling=3,
        target_mm=4.0,
        tolerance_pct=25,
        quiet=(QuietRegion(quiet, 10, "pct"),),
        demonstration=demonstration,
    )


SMILE = exercise("smile_closed", Movement.SMILE_CLOSED, "Closed smile", {"smile": 0.5}, Region.EYE)
EYES = exercise(
    "eye_closure",
    Movement.EYE_CLOSURE,
    "Gentle eye closure",
    {"eye_close": 1.0},
    Region.MOUTH,
)
CARDS = (
    SafetyCard("stop_signs", "Stop and get help", ("Stop if anything hurts.",), "Clinical notes"),
    SafetyCard("eye_care", "Look after your eye", ("Put in your drops first.",), "Clinical notes"),
)
TALKING = replace(
    SMILE,
    id="read_aloud",
    movement=Movement.REST,
    kind=ExerciseKind.TALKING,
    title="Read aloud",
    dose=Dose(0, 60, 0, 0, 1, 1),
    target_mm=0.0,
    quiet=(),
    demonstration={},
    passage=(
        "On Monday the market opens early.",
        "People bring fruit, bread and flowers from the farms nearby.",
        "A man in a blue cap sells plums and pears.",
        "Next to him a woman puts out pots of bean soup.",
    ),
)
PLAN = Plan("first_session", "First session", (SMILE, EYES))
SHORT = Plan("smile", "Only a smile", (SMILE,))

REST = CoachState(
    t_s=2.0,
    phase=Phase.SETUP,
    paused=False,
    source_lost=False,
    exercise=None,
    exercise_index=0,
    exercise_count=2,
    set_index=0,
    rep_index=0,
    phase_elapsed_s=0.0,
    phase_duration_s=None,
    progress=0.0,
    left=SideReading(None, None),
    right=SideReading(None, None),
    target_mm=0.0,
    headline="",
    cue="",
    quality=None,
    synkinesis=None,
    reps_done=0,
    reps_scored=0,
)


def smiling(phase: Phase, elapsed: float, duration: float | None, **changes: object) -> CoachState:
    state = replace(
        REST,
        t_s=40.0 + elapsed,
        phase=phase,
        exercise=SMILE,
        rep_index=1,
        phase_elapsed_s=elapsed,
        phase_duration_s=duration,
        progress=0.3,
        target_mm=4.0,
    )
    return replace(state, **changes)  # type: ignore[arg-type]


def states() -> dict[str, CoachState]:
    """One moment of every kind that the practice page must show."""
    moving = {"left": SideReading(2.1, 0.5), "right": SideReading(2.6, 0.5)}
    held = {"left": SideReading(3.1, 0.5), "right": SideReading(4.2, 0.5)}
    advice = "Smaller and slower: keep the left eye open."
    return {
        "setup": replace(REST, cue="Sit in front of the camera, with light on your face."),
        "setup_dark": replace(REST, quality=QualityReason.TOO_DARK),
        "setup_far": replace(
            REST,
            t_s=12.0,
            cue="Come a little closer.",
            quality=QualityReason.TOO_FAR,
            can_go_on=True,
        ),
        "setup_noface": replace(REST, quality=QualityReason.NO_FACE, t_s=9.0),
        "baseline": replace(
            REST,
            phase=Phase.BASELINE,
            phase_elapsed_s=1.0,
            phase_duration_s=3.0,
            cue="Let the face rest. Lips soft, eyes open.",
            quality=QualityReason.NO_BASELINE,
        ),
        "demonstrate": smiling(
            Phase.DEMONSTRATE, 5.0, 9.0, cue="Let both corners drift out and up."
        ),
        "get_ready": smiling(Phase.GET_READY, 0.5, 3.0, cue="Both sides start together."),
        "move": smiling(Phase.MOVE, 2.4, 4.0, cue="Let both corners drift out.", **moving),
        "hold": smiling(Phase.HOLD, 1.2, 4.0, cue="Stay small. Eyes calm.", **held),
        "hold_beyond": smiling(
            Phase.HOLD,
            1.9,
            4.0,
            cue="Smaller. Very little is enough.",
            left=SideReading(3.4, 0.5),
            right=SideReading(9.4, 0.6),
        ),
        "synkinesis": smiling(
            Phase.HOLD,
            2.4,
            4.0,
            synkinesis=LiveSynkinesis(Region.EYE, Side.LEFT, advice),
            **held,
        ),
        "release": smiling(Phase.RELEASE, 2.0, 4.0, cue="Let go slowly.", **moving),
        "rest": smiling(Phase.REST, 1.0, 5.0, cue="The right side went further. Let it wait."),
        "quiet": smiling(Phase.REST, 2.6, 5.0, cue="Both sides together. Good."),
        "hurt": smiling(
            Phase.GET_READY,
            0.0,
            4.5,
            paused=True,
            hurt=True,
            cue="Stop, and let your face go soft. This exercise is left out today. If the pain "
            "stays, end here and tell your therapist.",
        ),
        "talking": replace(
            smiling(Phase.REST, 12.0, 60.0, cue="Just read, at your own pace."),
            exercise=TALKING,
            target_mm=0.0,
        ),
        "turned": smiling(Phase.HOLD, 1.0, 4.0, quality=QualityReason.YAW),
        "paused": smiling(Phase.HOLD, 1.0, 4.0, paused=True, **held),
        "lost": smiling(Phase.HOLD, 1.0, 4.0, paused=True, source_lost=True),
        "finished": replace(REST, phase=Phase.FINISHED, progress=1.0, t_s=240.0),
    }


def rep(index: int, id_: str, left: float, right: float, flag: bool = False) -> RepRecord:
    scored = right > 0
    flags = (SynkinesisFlag(Region.EYE, Side.LEFT, 14.0, "pct", 1, 1.0, 2.0),) if flag else ()
    return RepRecord(
        index=index,
        exercise_id=id_,
        movement=Movement(id_),
        set_index=0,
        start_s=10.0 * index,
        hold_start_s=10.0 * index + 4,
        hold_end_s=10.0 * index + 8,
        end_s=10.0 * index + 12,
        scored=scored,
        reason=None if scored else RepReason.TOO_FEW_FRAMES,
        excursion_mm=PerSide(left, right) if scored else PerSide(None, None),
        uncertainty_mm=0.5 if scored else None,
        affected_pct_of_healthy=100 * left / right if scored else None,
        end_difference_mm=left - right if scored else None,
        onset_lag_ms=60.0 if scored else None,
        synkinesis=flags,
    )


def session_record(reps: Sequence[RepRecord] | None = None, finished: bool = True) -> SessionRecord:
    if reps is None:
        smile = [(2.6, 4.1, True), (2.9, 4.3, False), (2.4, 4.4, True), (0, 0, False)]
        reps = [rep(i, "smile_closed", *v) for i, v in enumerate(smile)]
        closures = [(8.4, 8.9), (8.6, 8.8), (8.7, 9.0)]
        reps += [rep(4 + i, "eye_closure", *v) for i, v in enumerate(closures)]
    return SessionRecord(
        id="s1",
        program_name="facial-retraining-coach",
        program_version="0.1.0",
        created=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        source=SourceRecord("webcam", (640, 480), 30.0, 0),
        engine=EngineInfo("fake", "1", "00"),
        plan=("smile_closed", "eye_closure"),
        movement=None,
        affected=Affected.LEFT,
        baseline=None,
        quality=QualitySummary(0.97, 29.8, {}),
        reps=tuple(reps),
        finished=finished,
    )


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    created: datetime
    title: str
    reps: int
    scored: int
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    affected: Affected | None = Affected.LEFT
    side_asked: bool = True
    mirrored: bool = True
    feedback: FeedbackMode = FeedbackMode.MIRROR
    sounds: bool = True
    captions: bool = True
    nod: bool = False
    theme: str = "light"
    text_scale_pct: int = 100
    voice: bool = True
    reduced_motion: bool = False
    plan_id: str = ""
    language: str = "system"


class FakeHome(QObject):
    sessions_changed = Signal()
    plans_changed = Signal()
    exported = Signal(object)
    problem_raised = Signal(str, str)

    def __init__(self, choices: Choices | None = None, past: int = 4) -> None:
        super().__init__()
        self.choices = choices or Choices()
        self.due = False
        self.exports: list[tuple[str, Path]] = []
        self.rows = [
            Row(f"s{i}", datetime(2026, 3, 9 - i, 9, 12, tzinfo=UTC), title, 10, 9)
            for i, title in enumerate(["Closed smile, Gentle eye closure", "Closed smile"] * 2)
        ][:past]

    def plans(self) -> Sequence[Plan]:
        return (PLAN, SHORT)

    def advice(self) -> str:
        return ""

    @property
    def shut(self) -> bool:
        return False

    @property
    def asks_side(self) -> bool:
        return not self.choices.side_asked

    def care_cards(self, plan_id: str) -> Sequence[SafetyCard]:
        return CARDS

    def care_due(self, plan_id: str) -> bool:
        return self.due

    def note_care_read(self, plan_id: str) -> None:
        self.due = False

    def exercises(self) -> Sequence[Exercise]:
        return (SMILE, EYES)

    def sessions(self) -> Sequence[Row]:
        return self.rows

    def week(self) -> Week:
        return week_of(date(2026, 3, 12), {date(2026, 3, 9): 1, date(2026, 3, 11): 2}, 5)

    def problems(self) -> Sequence[str]:
        return ()

    def preferences(self) -> Choices:
        return self.choices

    def update(self, **changes: object) -> None:
        self.choices = replace(self.choices, **changes)  # type: ignore[arg-type]

    def export_session(self, session_id: str, folder: Path) -> None:
        self.exports.append((session_id, folder))
        self.exported.emit(folder / "practice-1")


class FakeSession(QObject):
    snapshot_ready = Signal()
    event_raised = Signal(object)
    source_announced = Signal(str)
    problem_raised = Signal(str, str)
    session_finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []
        self.started: tuple[Plan, Affected | None] | None = None
        self.running = False
        self.record = session_record()
        self._paused = False
        self._next: Snapshot | None = None

    def feed(self, snapshot: Snapshot) -> None:
        self._next = snapshot
        self.snapshot_ready.emit()

    def take(self) -> Snapshot | None:
        taken, self._next = self._next, None
        return taken

    def start(
        self, plan: Plan, affected: Affected | None, resumption: Resumption | None = None
    ) -> None:
        self.calls.append("start" if resumption is None else "go on")
        self.started = (plan, affected)
        self.running = True

    def toggle_pause(self) -> None:
        self.calls.append("pause")
        self._paused = not self._paused
        self.feed(snapshot_of(smiling(Phase.HOLD, 1.0, 4.0, paused=self._paused)))

    def pause(self) -> None:
        self.calls.append("hold")

    def skip(self) -> None:
        self.calls.append("skip")

    def resume(self) -> None:
        self.calls.append("resume")
        self._paused = False

    def ease(self) -> None:
        self.calls.append("ease")

    def hurts(self) -> None:
        self.calls.append("hurts")

    def swap(self, exercise: Exercise | None) -> None:
        self.calls.append(f"swap {exercise.id if exercise else 'later'}")

    def stand_ins(self, current: Exercise, offered: Iterable[Exercise]) -> Sequence[Exercise]:
        return [e for e in offered if e.id != current.id]

    def use(self, *, sounds: bool, nod: bool) -> None:
        self.used = (sounds, nod)

    def stop(self) -> None:
        self.calls.append("stop")
        if self.running:
            self.running = False
            self.session_finished.emit(self.record)

    def shutdown(self) -> None:
        self.calls.append("shutdown")


def snapshot_of(
    state: CoachState,
    image: Image | None = None,
    points: FloatArray | None = None,
) -> Snapshot:
    """A moment; a plain grey picture where none is given."""
    if image is None:
        image = np.full((480, 640, 3), 90, np.uint8)
    height, width = image.shape[:2]
    t_ns = round(state.t_s * 1e9)
    return Snapshot(
        frame=Frame(image, 0, t_ns),
        face=FaceFrame(points, 0, t_ns, (width, height), 0 if points is None else 1),
        measures=MeasureFrame(
            0, t_ns, np.full(N_MEASURES, np.nan), HeadPose(0, 0, 0), 0.2, state.quality
        ),
        state=state,
        fps=30.0,
        dropped=0,
    )
