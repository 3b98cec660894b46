"""What a session finds in a movement, and what it says of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.coaching.library import ExerciseLibrary
from coach.domain.events import CueKind, SynkinesisEnded, SynkinesisStarted
from coach.domain.exercise import Phase, Plan
from coach.domain.movements import Movement, Region
from coach.domain.quality import RepReason
from coach.domain.sides import Affected, Side
from tests.fixtures.guided_practice import START, Person, Practice, cues, reps
from tests.fixtures.synthetic_face import SideShape


class TestFindings:
    @pytest.mark.parametrize("share", [0.5, 0.2])
    def test_a_weak_side_is_measured_and_waited_for(self, smile: Plan, share: float) -> None:
        practice = Practice(smile, Affected.LEFT, Person(left=share))
        practice.finish()
        for event in reps(practice):
            # 10 points: smoothing and landmark noise against a healthy side of 3.4 mm.
            assert event.rep.affected_pct_of_healthy == pytest.approx(100 * share, abs=10)
        form = cues(practice, CueKind.FORM)
        assert "The right side went further. Let it wait for the left." in form[0]
        assert form[0] != form[1]

    def test_an_eye_that_closes_is_flagged_at_once_and_never_twice(self, smile: Plan) -> None:
        person = Person(extra_left=SideShape(closure=0.5))
        practice = Practice(smile, Affected.LEFT, person)
        practice.run_to(Phase.HOLD)
        banner = practice.engine.state.synkinesis
        assert banner is not None
        assert (banner.region, banner.side) == (Region.EYE, Side.LEFT)
        assert banner.advice == "Smaller and slower: keep the left eye open."
        practice.finish()
        started = [e for e in practice.events if isinstance(e, SynkinesisStarted)]
        ended = [e for e in practice.events if isinstance(e, SynkinesisEnded)]
        assert len(started) == len(ended) == 2
        for event in ended:
            assert 0 < event.flag.start_s < event.flag.end_s <= event.t_s
        for rep in reps(practice):
            (flag,) = rep.rep.synkinesis
            assert (flag.region, flag.side, flag.unit) == (Region.EYE, Side.LEFT, "pct")
            assert rep.rep.start_s - 1 < flag.start_s < flag.end_s < rep.rep.end_s + 1
        assert practice.engine.state.synkinesis is None
        assert not cues(practice, CueKind.PRAISE)
        assert all("left eye open" in text for text in cues(practice, CueKind.SYNKINESIS))

    def test_a_twitch_that_is_not_scored_is_not_praised_either(self, smile: Plan) -> None:
        practice = Practice(smile, Affected.LEFT, Person(left=0.0, right=0.0))
        practice.finish()
        assert [e.rep.reason for e in reps(practice)] == [RepReason.NO_MOVEMENT] * 2
        assert not cues(practice, CueKind.PRAISE)
        assert "Not scored" in cues(practice, CueKind.FORM)[0]
        assert practice.engine.state.reps_scored == 0
        assert practice.engine.state.reps_done == 2

    def test_too_big_is_coached_down(self, smile: Plan) -> None:
        practice = Practice(smile, Affected.LEFT, Person(left=2.2, right=2.2))
        practice.finish()
        assert any("Smaller" in text for text in cues(practice, CueKind.FORM))
        assert not cues(practice, CueKind.PRAISE)

    def test_too_fast_is_slowed_down(self, smile: Plan) -> None:
        practice = Practice(smile, Affected.LEFT, Person(left=1.3, right=1.3, speed=8.0))
        practice.finish()
        assert any("Slower" in text for text in cues(practice, CueKind.FORM))

    def test_relaxation_is_timed_and_not_scored(self, library: ExerciseLibrary) -> None:
        practice = Practice(Plan("p", "p", (library.exercises["rest"],)))
        practice.finish()
        assert practice.phases() == [*START, Phase.REST, Phase.FINISHED]
        assert not reps(practice)

    def test_what_the_camera_cannot_see_is_the_persons_word(self, smile: Plan) -> None:
        (exercise,) = smile.exercises
        puff = replace(exercise, id="cheek_puff", movement=Movement.CHEEK_PUFF, quiet=())
        practice = Practice(Plan("p", "p", (puff,)))
        practice.run_to(Phase.MOVE)
        practice.person.there = False  # not even a face is asked for
        practice.finish()
        assert [e.rep.reason for e in reps(practice)] == [RepReason.SELF_REPORT] * 2
