"""A whole session that nothing disturbs: phases, times, scores, the log, the state.

Times are compared to one frame (1/20 s) unless said otherwise.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from coach.coaching.library import ExerciseLibrary
from coach.coaching.phases import ALLOWED
from coach.coaching.texts import ENGLISH
from coach.domain.events import (
    BaselineMeasured,
    CueKind,
    ExerciseFinished,
    PhaseStarted,
    SessionFinished,
)
from coach.domain.exercise import Dose, Phase, Plan
from coach.domain.sides import Affected
from tests.fixtures.guided_practice import FRAME_S, REP, START, Practice, cues, reps


@pytest.fixture(scope="module")
def clean(smile: Plan) -> Practice:
    """An undisturbed session of an even face."""
    practice = Practice(smile, Affected.LEFT)
    practice.finish()
    return practice


class TestUndisturbed:
    def test_phases_come_in_order(self, clean: Practice) -> None:
        assert clean.phases() == [*START, *REP, *REP, Phase.FINISHED]

    def test_phases_last_as_the_dose_says(self, clean: Practice) -> None:
        started = [e for e in clean.events if isinstance(e, PhaseStarted)]
        for phase, following in pairwise(started):
            if phase.duration_s is not None:
                lasted = following.t_s - phase.t_s
                assert phase.duration_s <= lasted + 1e-6
                assert lasted <= phase.duration_s + FRAME_S + 1e-6

    def test_every_repetition_is_scored_as_it_was(self, clean: Practice) -> None:
        done = [e.rep for e in reps(clean)]
        assert [r.index for r in done] == [0, 1]
        moves = [e.t_s for e in clean.events if isinstance(e, PhaseStarted) and e.phase == "move"]
        for rep, move_s in zip(done, moves, strict=True):
            assert rep.scored
            assert rep.reason is None
            assert rep.exercise_id == "smile_closed"
            # 3.44 mm each side; 5 % for smoothing and noise.
            assert rep.excursion_mm.left == pytest.approx(3.44, rel=0.05)
            assert rep.excursion_mm.right == pytest.approx(3.44, rel=0.05)
            assert rep.affected_pct_of_healthy == pytest.approx(100, abs=5)
            assert move_s <= rep.start_s <= move_s + 1.5
            assert rep.start_s < rep.hold_start_s < rep.hold_end_s < rep.end_s
            assert rep.synkinesis == ()

    def test_one_baseline_and_one_end(self, clean: Practice) -> None:
        assert sum(isinstance(e, BaselineMeasured) for e in clean.events) == 1
        assert clean.events[-1] == SessionFinished(clean.events[-1].t_s, completed=True)
        finished = [e for e in clean.events if isinstance(e, ExerciseFinished)]
        assert [(e.exercise_id, e.skipped) for e in finished] == [("smile_closed", False)]

    def test_even_and_small_is_what_is_praised(self, clean: Practice) -> None:
        assert len(cues(clean, CueKind.PRAISE)) == 2
        assert not cues(clean, CueKind.FORM)
        assert not cues(clean, CueKind.SYNKINESIS)

    def test_every_frame_is_logged_with_its_phase(self, clean: Practice) -> None:
        assert len(clean.log) == clean.index - 1  # all but the one that ended the session
        times = [row.time_s for row in clean.log]
        assert times[0] == 0.0
        assert all(b - a == pytest.approx(FRAME_S, abs=1e-6) for a, b in pairwise(times))
        assert {row.phase for row in clean.log} == {*clean.phases()} - {Phase.FINISHED}

    def test_state_follows(self, smile: Plan) -> None:
        practice = Practice(smile, Affected.LEFT)
        assert practice.engine.state.cue == ENGLISH.sit_down
        progress = []
        practice.run_to(Phase.HOLD, rep=1, after_s=2.0)
        state = practice.engine.state
        assert state.phase is Phase.HOLD
        assert state.headline == "Hold"
        assert (state.rep_index, state.set_index) == (1, 0)
        assert state.phase_duration_s == 4
        assert state.left.excursion_mm == pytest.approx(3.44, rel=0.1)
        assert state.left.uncertainty_mm is not None
        assert (state.reps_done, state.reps_scored) == (1, 1)
        while not practice.engine.finished:
            progress.append(practice.engine.state.progress)
            practice.frame()
        assert progress == sorted(progress)
        assert practice.engine.state.progress == 1.0
        assert practice.engine.state.exercise is None

    @pytest.mark.parametrize("start_s", [0.0, 1.0, 1e6])
    def test_time_may_start_anywhere(self, clean: Practice, smile: Plan, start_s: float) -> None:
        practice = Practice(smile, Affected.LEFT, start_s=start_s)
        practice.run(30)
        assert len(practice.events) > 10
        for ours, theirs in zip(practice.events, clean.events, strict=False):
            assert type(ours) is type(theirs)
            # Rounding may put what ends on a condition a frame later, each time.
            assert ours.t_s == pytest.approx(theirs.t_s, abs=5 * FRAME_S)

    def test_after_the_end_nothing_happens(self, smile: Plan) -> None:
        practice = Practice(smile)
        practice.run(1)
        practice.command("stop")
        before = len(practice.events)
        for name in ("pause", "resume", "skip", "stop", "source_lost", "source_regained"):
            practice.command(name)
        practice.run(1)
        assert len(practice.events) == before
        assert practice.engine.logged is None

    def test_sets(self, library: ExerciseLibrary) -> None:
        dose = Dose(1.0, 1.0, 1.0, 2.0, reps=2, sets=2, set_rest_s=7.0)
        plan = Plan("p", "p", (replace(library.exercises["smile_closed"], dose=dose),))
        practice = Practice(plan, Affected.LEFT)
        practice.finish()
        rests = [e for e in practice.events if isinstance(e, PhaseStarted) and e.phase == "rest"]
        assert [(e.set_index, e.rep_index) for e in rests] == [(0, 0), (0, 1), (1, 0), (1, 1)]
        assert [e.duration_s for e in rests] == [2.0, 7.0, 2.0, 2.0]
        assert [e.rep.set_index for e in reps(practice)] == [0, 0, 1, 1]


def test_the_phase_graph_ends() -> None:
    assert ALLOWED[Phase.FINISHED] == frozenset()
    assert all(Phase.FINISHED in following for p, following in ALLOWED.items() if following)
