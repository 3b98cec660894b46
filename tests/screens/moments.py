"""Moments of a session as the coach reports them, with the program's own exercises and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from coach.app.snapshot import Snapshot
from coach.coaching.library import ExerciseLibrary
from coach.coaching.texts import FormFault, coach_texts
from coach.domain.coach_state import CoachState, LiveSynkinesis, SideReading
from coach.domain.exercise import Exercise, Phase
from coach.domain.frames import Frame
from coach.domain.landmarks import FaceFrame
from coach.domain.measures import N_MEASURES, HeadPose, MeasureFrame
from coach.domain.movements import Region
from coach.domain.quality import QualityReason, RepReason
from coach.domain.sides import Side
from tests.screens.pictures import Pictures, Shown

_NOBODY = CoachState(
    t_s=2.0, phase=Phase.SETUP, paused=False, source_lost=False, exercise=None, exercise_index=0,
    exercise_count=4, set_index=0, rep_index=0, phase_elapsed_s=0.0, phase_duration_s=None,
    progress=0.0, left=SideReading(None, None), right=SideReading(None, None), target_mm=0.0,
    headline="", cue="", quality=None, synkinesis=None, reps_done=0, reps_scored=0,
)  # fmt: skip
#: Phases of a repetition that have gone by in a phase, that phase included.
_LEFT_TRACES = {
    Phase.MOVE: (Phase.MOVE,),
    Phase.HOLD: (Phase.MOVE, Phase.HOLD),
    Phase.RELEASE: (Phase.MOVE, Phase.HOLD, Phase.RELEASE),
    Phase.REST: (Phase.MOVE, Phase.HOLD, Phase.RELEASE),
}
_TRACE_STEP_S = 0.2
_HELD = (SideReading(3.4, 0.5), SideReading(4.2, 0.5))
_MOVING = (SideReading(2.0, 0.5), SideReading(2.7, 0.5))
_TOO_FAR = (SideReading(3.4, 0.5), SideReading(9.4, 0.6))


class Moments:
    """Every kind of moment that the practice page must show.

    Args:
        library: the exercises in the language of the screen.
    """

    def __init__(self, library: ExerciseLibrary) -> None:
        self._smile = library.exercises["smile_closed"]
        self._rub = library.exercises["massage_cheek"]
        self._read = library.exercises["read_aloud"]
        self._texts = coach_texts()

    def all(self) -> dict[str, CoachState]:
        """By name; the first ones come before the first exercise."""
        return {**self._before(), **self._guided(), **self._troubled(), **self._timed()}

    def path_to(self, moment: CoachState) -> Iterator[CoachState]:
        """The same repetition from its beginning on: what has left its trace on the screen."""
        exercise, reached = moment.exercise, _LEFT_TRACES.get(moment.phase)
        if moment.quality is not None or moment.cue in self._texts.not_scored.values():
            return
        if exercise is None or reached is None or moment.target_mm <= 0:
            return
        dose = exercise.dose
        lasts = {Phase.MOVE: dose.move_s, Phase.HOLD: dose.hold_s, Phase.RELEASE: dose.release_s}
        most = moment.left, moment.right
        if moment.phase is not Phase.HOLD or None in (most[0].excursion_mm, most[1].excursion_mm):
            most = _HELD
        begun_s = moment.t_s - moment.phase_elapsed_s - sum(lasts[p] for p in reached[:-1])
        if moment.phase not in lasts:
            begun_s -= lasts[reached[-1]]
        for phase in reached:
            length = lasts[phase]
            end = min(moment.phase_elapsed_s, length) if phase is moment.phase else length
            for elapsed in np.arange(0.0, end, _TRACE_STEP_S).tolist():
                share = elapsed / length
                held = {Phase.MOVE: share, Phase.HOLD: 1.0, Phase.RELEASE: 1.0 - share}[phase]
                smooth = held * held * (3.0 - 2.0 * held)
                left, right = (SideReading(smooth * (s.excursion_mm or 0.0), 0.5) for s in most)
                yield replace(
                    moment, t_s=begun_s + elapsed, phase=phase, phase_elapsed_s=elapsed,
                    phase_duration_s=length, left=left, right=right, synkinesis=None, quality=None,
                    paused=False, source_lost=False, hurt=False,
                )  # fmt: skip
            begun_s += length

    def _before(self) -> dict[str, CoachState]:
        texts = self._texts
        return {
            "setup": replace(_NOBODY, cue=texts.in_place),
            "setup_dark": self._setup(QualityReason.TOO_DARK),
            "setup_no_face": replace(self._setup(QualityReason.NO_FACE), t_s=9.0),
            "setup_long": replace(self._setup(QualityReason.YAW), t_s=40.0, can_go_on=True),
            "baseline": replace(
                _NOBODY, phase=Phase.BASELINE, phase_elapsed_s=1.0, phase_duration_s=3.0,
                cue=texts.baseline, quality=QualityReason.NO_BASELINE,
            ),
        }  # fmt: skip

    def _guided(self) -> dict[str, CoachState]:
        said = self._smile.cues
        return {
            "demonstrate": self._at(Phase.DEMONSTRATE, 5.0, 9.0, cue=self._smile.instruction[0]),
            "get_ready": self._at(Phase.GET_READY, 0.5, 3.0, cue=said.get("get_ready", "")),
            "move": self._at(Phase.MOVE, 2.4, 4.0, _MOVING, cue=said.get("move", "")),
            "hold": self._at(Phase.HOLD, 1.2, 4.0, _HELD, cue=said.get("hold", "")),
            "release": self._at(Phase.RELEASE, 2.0, 4.0, _MOVING, cue=said.get("release", "")),
            "rest": self._at(Phase.REST, 0.6, 5.0, cue=self._texts.even[0]),
            "quiet": self._at(Phase.REST, 3.0, 5.0, next_title=self._rub.title),
            "finished": replace(_NOBODY, phase=Phase.FINISHED, progress=1.0, t_s=240.0),
        }

    def _troubled(self) -> dict[str, CoachState]:
        texts, eye = self._texts, (Region.EYE, Side.LEFT)
        return {
            "too_far": self._at(
                Phase.HOLD, 1.9, 4.0, _TOO_FAR, cue=texts.form[FormFault.TOO_BIG]
            ),
            "synkinesis": self._at(
                Phase.HOLD, 2.4, 4.0, _HELD,
                synkinesis=LiveSynkinesis(*eye, texts.synkinesis[eye]),
            ),
            "not_scored": self._at(
                Phase.REST, 0.6, 5.0, cue=texts.not_scored[RepReason.TOO_FEW_FRAMES]
            ),
            "turned": self._at(Phase.HOLD, 1.0, 4.0, quality=QualityReason.YAW),
            "paused": self._at(Phase.HOLD, 1.0, 4.0, _HELD, paused=True),
            "lost": self._at(Phase.HOLD, 1.0, 4.0, _HELD, paused=True, source_lost=True),
            "hurts": self._at(
                Phase.REST, 1.0, None, paused=True, hurt=True, cue=texts.hurts,
                next_title=self._rub.title,
            ),
        }  # fmt: skip

    def _timed(self) -> dict[str, CoachState]:
        massage = self._at(Phase.REST, 12.0, 60.0, cue=self._rub.instruction[-1])
        talk = self._at(Phase.REST, 20.0, 60.0)
        still = (SideReading(None, None), SideReading(None, None))
        return {
            "massage": self._of(self._rub, massage, still),
            "talking": self._of(self._read, talk, still),
        }

    def _setup(self, reason: QualityReason) -> CoachState:
        return replace(_NOBODY, quality=reason, cue=self._texts.setup[reason])

    def _at(
        self,
        phase: Phase,
        elapsed: float,
        duration: float | None,
        sides: tuple[SideReading, SideReading] = (SideReading(None, None), SideReading(None, None)),
        **changes: object,
    ) -> CoachState:
        state = replace(
            _NOBODY, t_s=40.0 + elapsed, phase=phase, exercise=self._smile, exercise_index=1,
            rep_index=1, phase_elapsed_s=elapsed, phase_duration_s=duration, progress=0.3,
            left=sides[0], right=sides[1], target_mm=4.0,
        )  # fmt: skip
        return replace(state, **changes)  # type: ignore[arg-type]

    def _of(
        self, exercise: Exercise, state: CoachState, sides: tuple[SideReading, SideReading]
    ) -> CoachState:
        timed = replace(state, exercise=exercise, target_mm=0.0, left=sides[0], right=sides[1])
        headline = self._texts.activities.get(exercise.kind, exercise.title)
        return replace(timed, headline=headline)


def snapshot(state: CoachState, pictures: Pictures | None) -> Snapshot:
    """A moment with what the camera sees; a plain grey picture where there are no pictures."""
    shown: Shown = (np.full((480, 640, 3), 90, np.uint8), None)
    image, points = shown if pictures is None else pictures.of(state)
    height, width = image.shape[:2]
    t_ns = round(state.t_s * 1e9)
    face = FaceFrame(points, 0, t_ns, (width, height), 0 if points is None else 1)
    values = np.full(N_MEASURES, np.nan)
    measures = MeasureFrame(0, t_ns, values, HeadPose(0, 0, 0), 0.2, state.quality)
    return Snapshot(Frame(image, 0, t_ns), face, measures, state, 30.0, 0)
