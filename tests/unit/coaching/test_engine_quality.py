"""A session in bad light, with nobody there, or with a face that never rests.

Times are compared to one frame (1/20 s) unless said otherwise.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.coaching.engine import SessionEngine
from coach.coaching.settings import EngineSettings
from coach.coaching.texts import ENGLISH
from coach.domain.events import CueKind, CueRaised, QualityLost, QualityRegained
from coach.domain.exercise import Phase, Plan
from coach.domain.quality import QUALITY_ADVICE, QualityReason, RepReason
from coach.domain.sides import Affected
from tests.fixtures.guided_practice import DARK, FRAME_S, Person, Practice, cues, reps
from tests.fixtures.synthetic_face import GOOD_LIGHT


class TestQuality:
    def test_set_up_waits_and_says_one_thing_for_a_while(self, smile: Plan) -> None:
        practice = Practice(smile, person=Person(there=False))
        practice.run(5)
        state = practice.engine.state
        assert state.phase is Phase.SETUP
        assert state.quality is QualityReason.NO_FACE
        assert cues(practice, CueKind.QUALITY) == [ENGLISH.setup[QualityReason.NO_FACE]]
        practice.person.there, practice.person.light = True, DARK
        practice.run(4)
        assert practice.engine.state.quality is QualityReason.TOO_DARK
        practice.person.light = GOOD_LIGHT
        practice.run_to(Phase.BASELINE)
        assert cues(practice, CueKind.QUALITY) == [
            ENGLISH.setup[QualityReason.NO_FACE],
            ENGLISH.setup[QualityReason.TOO_DARK],
        ]

    def test_flicker_does_not_chatter(self, smile: Plan) -> None:
        practice = Practice(smile)
        for i in range(600):
            practice.person.there = i % 4 < 2
            practice.person.light = DARK if i % 4 == 0 else GOOD_LIGHT
            practice.frame()
        assert practice.engine.state.phase is Phase.SETUP
        said = [e.t_s for e in practice.events if isinstance(e, CueRaised)]
        assert all(b - a >= 1.5 for a, b in pairwise(said))

    def test_one_bad_picture_in_four_does_not_keep_the_set_up_shut(self, smile: Plan) -> None:
        """Spectacles, lashes and a wrong landmark now and then are no reason to wait for ever."""
        practice = Practice(smile)
        for i in range(round(5.0 / practice.dt_s)):
            practice.person.there = i % 4 > 0
            practice.frame()
        assert practice.engine.state.phase is not Phase.SETUP

    def test_a_glance_aside_only_marks_frames(self, smile: Plan) -> None:
        practice = Practice(smile, Affected.LEFT)
        practice.run_to(Phase.HOLD, after_s=1.0)
        practice.person.there = False
        practice.run(0.4)
        practice.person.there = True
        practice.finish()
        assert [e.rep.scored for e in reps(practice)] == [True, True]
        assert not any(isinstance(e, QualityLost) for e in practice.events)
        reasons = {row.measures.reason for row in practice.log if row.phase == Phase.HOLD}
        assert QualityReason.NO_FACE in reasons

    def test_a_short_loss_holds_the_clock(self, smile: Plan) -> None:
        practice = Practice(smile, Affected.LEFT)
        practice.run_to(Phase.HOLD, after_s=1.0)
        hold_s = practice.engine.state.phase_elapsed_s
        practice.person.there = False
        practice.run(1.2)
        waited = practice.engine.state
        assert waited.phase_elapsed_s <= hold_s + 0.5 + 2 * FRAME_S
        assert waited.left.excursion_mm is None
        practice.person.there = True
        practice.finish()
        kinds = [type(e) for e in practice.events if isinstance(e, QualityLost | QualityRegained)]
        assert kinds == [QualityLost, QualityRegained]
        assert QUALITY_ADVICE[QualityReason.NO_FACE] in cues(practice, CueKind.QUALITY)
        assert [e.rep.reason for e in reps(practice)] == [None, None]

    def test_a_long_loss_starts_the_repetition_over(self, smile: Plan) -> None:
        practice = Practice(smile, Affected.LEFT)
        practice.run_to(Phase.MOVE, after_s=1.0)
        practice.person.there = False
        practice.run(30)
        state = practice.engine.state
        assert (state.phase, state.rep_index) == (Phase.GET_READY, 0)
        assert state.quality is QualityReason.NO_FACE
        practice.person.there = True
        practice.finish()
        assert [e.rep.reason for e in reps(practice)] == [None, None]

    def test_a_picture_that_comes_and_goes_does_not_hold_the_session_for_ever(
        self, smile: Plan
    ) -> None:
        practice = Practice(smile, Affected.LEFT)
        practice.run_to(Phase.MOVE)
        for _ in range(40):  # 2 s good, 2 s dark: no repetition could ever be finished
            practice.person.light = DARK
            practice.run(2.0)
            practice.person.light = GOOD_LIGHT
            practice.run(2.0)
            if practice.engine.finished:
                break
        assert practice.engine.finished
        assert len(reps(practice)) == 2  # as planned: each counted once
        assert cues(practice, CueKind.QUALITY).count(ENGLISH.unscored) >= 1

    def test_darkness_that_cannot_be_helped_is_no_wall(self, smile: Plan) -> None:
        practice = Practice(smile, person=Person(light=DARK))
        practice.finish()
        assert {e.rep.reason for e in reps(practice)} == {RepReason.NO_BASELINE}
        assert cues(practice, CueKind.QUALITY).count(ENGLISH.unscored) == 1

    def test_nobody_there_is_waited_for(self, smile: Plan) -> None:
        practice = Practice(smile, person=Person(there=False))
        practice.run(120)
        assert practice.engine.state.phase is Phase.SETUP

    def test_rest_needs_no_picture(self, smile: Plan) -> None:
        practice = Practice(smile, Affected.LEFT)
        practice.run_to(Phase.REST, after_s=2.0)
        practice.person.there = False
        practice.run(2.5)
        assert not any(isinstance(e, QualityLost) for e in practice.events)
        assert practice.engine.state.phase is Phase.REST

    def test_a_restless_face_is_asked_to_rest(self, smile: Plan) -> None:
        practice = Practice(smile, person=Person(restless_mm=6.0))
        practice.run(12)
        assert practice.engine.state.phase is Phase.BASELINE
        unsteady = QUALITY_ADVICE[QualityReason.UNSTEADY_REST]
        assert cues(practice, CueKind.QUALITY) == [unsteady]
        practice.person.restless_mm = 0.0
        practice.finish()
        assert [e.rep.scored for e in reps(practice)] == [True, True]

    def test_a_face_that_never_rests_may_practise_unscored(self, smile: Plan) -> None:
        engine = SessionEngine(smile, None, EngineSettings(baseline_patience_s=10.0))
        practice = Practice(smile, person=Person(restless_mm=6.0), engine=engine)
        practice.run_to(Phase.DEMONSTRATE)
        assert practice.engine.state.t_s == pytest.approx(1.5 + 10.0, abs=0.2)
        practice.finish()
        assert ENGLISH.no_baseline in cues(practice, CueKind.PHASE)
