"""A session that is paused, or whose pictures stop coming.

Times are compared to one frame (1/20 s) unless said otherwise.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.events import (
    CueRaised,
    Paused,
    PhaseStarted,
    RepDone,
    Resumed,
    SourceLost,
    SourceRegained,
)
from coach.domain.exercise import Phase, Plan
from coach.domain.quality import RepReason
from coach.domain.sides import Affected
from tests.fixtures.guided_practice import FRAME_S, Practice, reps


class TestInterruptions:
    @pytest.mark.parametrize("phase", [Phase.MOVE, Phase.HOLD, Phase.RELEASE])
    def test_pause_in_a_movement_starts_it_over(self, smile: Plan, phase: Phase) -> None:
        practice = Practice(smile, Affected.LEFT)
        practice.run_to(phase, rep=1, after_s=1.0)
        paused = practice.command("pause")
        assert [type(e) for e in paused] == [RepDone, PhaseStarted, Paused]
        state = practice.engine.state
        assert state.paused
        assert state.headline == "Paused"
        assert (state.phase, state.rep_index, state.phase_elapsed_s) == (Phase.GET_READY, 1, 0)
        logged = len(practice.log)
        assert practice.run(20) == []
        assert len(practice.log) == logged
        assert practice.engine.measures is not None
        resumed = practice.command("resume")
        assert [type(e) for e in resumed] == [Resumed]
        practice.finish()
        assert [e.rep.reason for e in reps(practice)] == [None, RepReason.INTERRUPTED, None]
        assert [e.rep.index for e in reps(practice)] == [0, 1, 2]
        assert practice.engine.state.reps_done == 2

    def test_pause_in_rest_keeps_the_repetition(self, smile: Plan) -> None:
        practice = Practice(smile, Affected.LEFT)
        practice.run_to(Phase.REST, after_s=0.2)
        assert not reps(practice)
        practice.command("pause")
        (done,) = reps(practice)
        assert done.rep.scored
        practice.run(3)
        practice.command("resume")
        assert practice.engine.state.phase is Phase.REST
        practice.finish()
        assert [e.rep.scored for e in reps(practice)] == [True, True]

    def test_pause_in_demonstration_goes_on_where_it_was(self, smile: Plan) -> None:
        practice = Practice(smile)
        practice.run_to(Phase.DEMONSTRATE, after_s=6.0)
        practice.command("pause")
        practice.run(60)
        practice.command("resume")
        practice.finish()
        said = [e.text for e in practice.events if isinstance(e, CueRaised)]
        for sentence in smile.exercises[0].instruction:
            assert sum(sentence in text for text in said) == 1

    def test_pause_in_baseline_measures_anew(self, smile: Plan) -> None:
        practice = Practice(smile)
        practice.run_to(Phase.BASELINE, after_s=1.5)
        practice.command("pause")
        practice.run(5)
        practice.command("resume")
        resumed_s = practice.engine.state.t_s
        practice.run_to(Phase.DEMONSTRATE)
        assert practice.engine.state.t_s - resumed_s > 2.0

    @pytest.mark.parametrize("phase", [Phase.MOVE, Phase.REST, Phase.DEMONSTRATE, Phase.SETUP])
    def test_lost_source_pauses_and_comes_back(self, smile: Plan, phase: Phase) -> None:
        practice = Practice(smile, Affected.LEFT)
        practice.run_to(phase, after_s=0.5)
        lost = practice.command("source_lost")
        assert isinstance(lost[-1], SourceLost)
        state = practice.engine.state
        assert state.paused
        assert state.source_lost
        assert practice.command("source_lost") == []
        practice.now_s += 40.0
        regained = practice.command("source_regained")
        assert isinstance(regained[0], SourceRegained)
        assert not practice.engine.state.paused
        practice.finish()
        assert [e.rep.scored for e in reps(practice) if e.rep.reason is None] == [True, True]

    def test_a_frame_tells_that_the_source_is_back(self, smile: Plan) -> None:
        practice = Practice(smile)
        practice.run_to(Phase.DEMONSTRATE)
        practice.command("source_lost")
        practice.now_s += 5.0
        assert isinstance(practice.frame()[0], SourceRegained)
        assert not practice.engine.state.source_lost

    def test_a_lost_source_does_not_end_the_persons_pause(self, smile: Plan) -> None:
        practice = Practice(smile)
        practice.run_to(Phase.DEMONSTRATE)
        practice.command("pause")
        practice.command("source_lost")
        practice.command("source_regained")
        assert practice.engine.state.paused
        practice.command("resume")
        assert not practice.engine.state.paused

    def test_resume_while_the_source_is_lost_waits_for_it(self, smile: Plan) -> None:
        practice = Practice(smile)
        practice.run_to(Phase.DEMONSTRATE)
        practice.command("pause")
        practice.command("source_lost")
        practice.command("resume")
        assert practice.engine.state.paused
        practice.command("source_regained")
        assert not practice.engine.state.paused

    def test_a_stall_is_not_practice(self, smile: Plan) -> None:
        practice = Practice(smile)
        practice.run_to(Phase.DEMONSTRATE)
        practice.now_s += 500.0
        practice.frame()
        assert practice.engine.state.phase is Phase.DEMONSTRATE
        assert practice.engine.state.phase_elapsed_s <= 1.0 + FRAME_S

    def test_old_frames_are_passed_over(self, smile: Plan) -> None:
        practice = Practice(smile)
        practice.run(2)
        face = practice.face()
        practice.engine.step(face)
        before = practice.engine.state
        assert practice.engine.step(face) == []
        assert practice.engine.step(replace(face, t_ns=face.t_ns - 10**9)) == []
        assert practice.engine.logged is None
        assert practice.engine.state == before
