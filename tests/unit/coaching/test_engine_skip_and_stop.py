"""A session in which exercises are left, or that is ended early."""

from __future__ import annotations

import pytest

from coach.coaching.library import ExerciseLibrary
from coach.coaching.texts import ENGLISH
from coach.domain.events import CueKind, ExerciseFinished, PhaseStarted, RepDone, SessionFinished
from coach.domain.exercise import Phase, Plan
from coach.domain.quality import RepReason
from coach.domain.sides import Affected
from tests.fixtures.guided_practice import Practice, cues, reps


class TestSkipAndStop:
    def test_skip_leaves_the_exercise(self, library: ExerciseLibrary) -> None:
        names = ("smile_closed", "eye_closure")
        practice = Practice(library.load_plan(names), Affected.LEFT)
        practice.run_to(Phase.HOLD)
        events = practice.command("skip")
        assert [type(e) for e in events] == [RepDone, ExerciseFinished, PhaseStarted]
        assert isinstance(events[0], RepDone)
        assert events[0].rep.reason is RepReason.SKIPPED
        assert isinstance(events[1], ExerciseFinished)
        assert events[1].skipped
        exercise = practice.engine.state.exercise
        assert exercise is not None
        assert exercise.id == "eye_closure"
        practice.command("skip")
        assert practice.events[-1] == SessionFinished(practice.engine.state.t_s, completed=True)

    def test_skip_in_the_last_rest_is_no_skip(self, smile: Plan) -> None:
        practice = Practice(smile, Affected.LEFT)
        practice.run_to(Phase.REST, rep=1, after_s=0.1)
        practice.command("skip")
        assert [e.rep.scored for e in reps(practice)] == [True, True]
        assert not any(e.skipped for e in practice.events if isinstance(e, ExerciseFinished))

    def test_skipping_the_rest_face_means_no_scores(self, smile: Plan) -> None:
        practice = Practice(smile)
        practice.run(0.5)
        practice.command("skip")
        practice.command("skip")
        assert practice.engine.state.phase is Phase.DEMONSTRATE
        practice.finish()
        assert [e.rep.reason for e in reps(practice)] == [RepReason.NO_BASELINE] * 2
        assert ENGLISH.no_baseline in cues(practice, CueKind.PHASE)
        assert not cues(practice, CueKind.FORM)

    def test_skip_in_a_pause_stays_paused(self, library: ExerciseLibrary) -> None:
        practice = Practice(library.load_plan(["smile_closed", "pucker"]))
        practice.run_to(Phase.MOVE)
        practice.command("pause")
        practice.command("skip")
        assert practice.engine.state.paused
        assert practice.engine.state.exercise_index == 1

    @pytest.mark.parametrize("phase", [p for p in Phase if p is not Phase.FINISHED])
    def test_stop_at_any_moment(self, smile: Plan, phase: Phase) -> None:
        practice = Practice(smile, Affected.LEFT)
        practice.run_to(phase, after_s=0.3)
        events = practice.command("stop")
        assert practice.engine.finished
        assert events[-1] == SessionFinished(practice.engine.state.t_s, completed=False)
        assert practice.engine.state.progress < 1
        reasons = [e.rep.reason for e in events if isinstance(e, RepDone)]
        broken_off = phase in (Phase.MOVE, Phase.HOLD, Phase.RELEASE)
        assert reasons == ([RepReason.INTERRUPTED] if broken_off else [None] * (phase == "rest"))

    def test_stop_when_all_is_done_is_the_end(self, smile: Plan) -> None:
        practice = Practice(smile, Affected.LEFT)
        practice.run_to(Phase.REST, rep=1, after_s=0.5)
        practice.command("stop")
        assert practice.events[-1] == SessionFinished(practice.engine.state.t_s, completed=True)

    def test_stop_before_the_first_frame(self, smile: Plan) -> None:
        practice = Practice(smile)
        events = practice.command("stop")
        assert isinstance(events[0], PhaseStarted)
        assert isinstance(events[-1], SessionFinished)
        assert events[-1].t_s == 0.0
