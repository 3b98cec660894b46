"""What a person may ask for at any moment: too hard, it hurts, another one, later, go on anyway."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from coach.coaching.countdown import Countdown
from coach.coaching.engine import SessionEngine
from coach.coaching.library import ExerciseLibrary
from coach.coaching.plan_runner import PlanPlace
from coach.coaching.requests import EASE_STEP, LEAST_HOLD_S, eased
from coach.coaching.texts import ENGLISH
from coach.domain.course import Asked
from coach.domain.events import (
    CountedDown,
    CueRaised,
    Eased,
    ExerciseChanged,
    ExerciseFinished,
    HurtReported,
    Paused,
    PhaseStarted,
    RepDone,
    Resumed,
    SessionFinished,
)
from coach.domain.exercise import Dose, Phase, Plan
from coach.domain.frames import ImageStats
from coach.domain.measures import HeadPose
from coach.domain.quality import RepReason
from coach.domain.sides import Affected
from tests.fixtures.guided_practice import Person, Practice
from tests.fixtures.synthetic_face import FaceShape, View, face_frame

DOSE = Dose(2.0, 3.0, 1.5, 3.0, reps=3, sets=1)


@pytest.fixture(scope="module")
def plan(library: ExerciseLibrary) -> Plan:
    ids = ("smile_closed", "pucker", "brow_raise")
    return Plan("p", "p", tuple(replace(library.exercises[i], dose=DOSE) for i in ids))


def kinds(practice: Practice, kind: type) -> list[Any]:
    return [e for e in practice.events if isinstance(e, kind)]


def swap(practice: Practice, exercise: object) -> None:
    practice.now_s += 0.001
    practice.events += practice.engine.swap(practice.t_ns, exercise)  # type: ignore[arg-type]


class TestTooHard:
    @pytest.mark.parametrize("phase", [Phase.MOVE, Phase.HOLD])
    def test_the_movement_ends_and_the_next_is_smaller_and_shorter(
        self, plan: Plan, phase: Phase
    ) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(phase, after_s=0.5)
        before = practice.engine.state
        practice.command("ease")
        state = practice.engine.state
        assert state.phase is Phase.RELEASE
        assert state.cue == ENGLISH.eased
        assert state.target_mm == pytest.approx(EASE_STEP * before.target_mm)
        practice.run_to(Phase.HOLD, rep=1)
        assert practice.engine.state.phase_duration_s == pytest.approx(EASE_STEP * DOSE.hold_s)
        assert len(kinds(practice, Eased)) == 1
        assert len(kinds(practice, RepDone)) == 1  # it was let go, not thrown away

    def test_each_repetition_keeps_what_it_asked_for(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.HOLD)
        target_mm = practice.engine.state.target_mm
        practice.command("ease")
        practice.run_to(Phase.HOLD, rep=1)
        easier_mm = practice.engine.state.target_mm
        practice.run_to(Phase.MOVE, rep=2)
        first, second = (e.rep.asked for e in kinds(practice, RepDone))
        assert first == Asked(target_mm, 2.0, 3.0, 1.5, eased=False)  # it was begun as planned
        assert second == Asked(easier_mm, 2.0, EASE_STEP * 3.0, 1.5, eased=True)
        practice.command("skip")
        practice.run_to(Phase.GET_READY, rep=1)
        assert [e.rep.asked.eased for e in kinds(practice, RepDone)][2:] == [True, False]

    def test_what_was_put_off_stays_easier_and_what_came_instead_is_not(
        self, plan: Plan, library: ExerciseLibrary
    ) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.GET_READY)
        practice.command("ease")
        swap(practice, None)
        practice.run_to(Phase.GET_READY)
        practice.command("ease")
        swap(practice, replace(library.exercises["snarl"], dose=DOSE))
        practice.finish()
        eased_reps = {(e.rep.exercise_id, e.rep.asked.eased) for e in kinds(practice, RepDone)}
        assert eased_reps == {("snarl", False), ("brow_raise", False), ("smile_closed", True)}

    def test_what_was_broken_off_before_it_began_asked_for_nothing(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.GET_READY)
        practice.command("hurts")
        assert [e.rep.asked for e in kinds(practice, RepDone)] == [None]

    def test_only_this_exercise_becomes_smaller(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.MOVE)
        practice.command("ease")
        practice.command("skip")
        practice.run_to(Phase.HOLD)
        assert practice.engine.state.phase_duration_s == DOSE.hold_s
        assert practice.engine.state.target_mm == plan.exercises[1].target_mm

    def test_it_never_becomes_nothing(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.REST)
        for _ in range(12):
            practice.command("ease")
        assert practice.engine.state.cue == ENGLISH.easiest
        practice.run_to(Phase.HOLD, rep=1)
        assert practice.engine.state.phase_duration_s == LEAST_HOLD_S
        assert practice.engine.state.target_mm >= 1.0

    def test_an_exercise_without_a_target_keeps_none(self, plan: Plan) -> None:
        exercise = replace(plan.exercises[0], target_mm=0.0)
        assert eased(exercise, 0.0).target_mm == 0.0

    def test_before_the_first_exercise_nothing_happens(self, plan: Plan) -> None:
        practice = Practice(plan)
        practice.run(0.5)
        assert practice.command("ease") == []


class TestHurts:
    @pytest.mark.parametrize("phase", [Phase.DEMONSTRATE, Phase.GET_READY, Phase.MOVE, Phase.HOLD])
    def test_it_stops_at_once_is_kept_and_left_out(self, plan: Plan, phase: Phase) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(phase, after_s=0.3)
        practice.command("hurts")
        state = practice.engine.state
        assert state.paused
        assert state.hurt
        assert state.cue == ENGLISH.hurts
        assert state.phase not in (Phase.MOVE, Phase.HOLD, Phase.RELEASE)
        reasons = [e.rep.reason for e in kinds(practice, RepDone)]
        assert reasons == [RepReason.HURT]
        assert [e.exercise_id for e in kinds(practice, HurtReported)] == ["smile_closed"]
        practice.run(3)
        assert practice.engine.state.exercise_index == 0
        practice.command("resume")
        assert practice.engine.state.exercise_index == 1
        assert not practice.engine.state.hurt
        finished = kinds(practice, ExerciseFinished)
        assert [(e.exercise_id, e.skipped) for e in finished] == [("smile_closed", True)]

    def test_a_finished_repetition_is_not_lost(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.REST, after_s=0.2)
        practice.command("hurts")
        first, second = (e.rep for e in kinds(practice, RepDone))
        assert first.scored
        assert second.reason is RepReason.HURT

    def test_in_the_last_exercise_the_advice_stays_until_the_person_goes_on(
        self, plan: Plan
    ) -> None:
        practice = Practice(Plan("p", "p", plan.exercises[:1]), Affected.LEFT)
        practice.run_to(Phase.HOLD)
        practice.command("hurts")
        practice.run(5)
        assert not practice.engine.finished
        practice.command("skip")
        assert practice.engine.finished

    def test_stopping_for_today_from_there(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.HOLD)
        practice.command("hurts")
        practice.command("stop")
        assert isinstance(practice.events[-1], SessionFinished)
        assert len(kinds(practice, RepDone)) == 1

    def test_saying_it_twice_is_saying_it_once(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.HOLD)
        practice.command("hurts")
        practice.command("hurts")
        practice.command("ease")
        assert len(kinds(practice, HurtReported)) == 1
        assert kinds(practice, Eased) == []

    def test_before_the_first_exercise_it_pauses(self, plan: Plan) -> None:
        practice = Practice(plan)
        practice.run(0.5)
        practice.command("hurts")
        assert practice.engine.state.paused
        assert not practice.engine.state.hurt


class TestAnotherOne:
    def test_in_place_of_the_current_one(self, plan: Plan, library: ExerciseLibrary) -> None:
        other = replace(library.exercises["snarl"], dose=DOSE)
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.HOLD)
        swap(practice, other)
        state = practice.engine.state
        assert state.exercise is other
        assert state.phase is Phase.DEMONSTRATE
        assert (state.exercise_index, state.exercise_count) == (0, 3)
        assert kinds(practice, ExerciseChanged)[0].instead_of == "smile_closed"
        practice.finish()
        ids = [e.rep.exercise_id for e in kinds(practice, RepDone) if e.rep.reason is None]
        assert ids == ["snarl"] * 3 + ["pucker"] * 3 + ["brow_raise"] * 3

    def test_later(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.GET_READY)
        swap(practice, None)
        order = []
        while not practice.engine.finished:
            exercise = practice.engine.state.exercise
            if exercise is not None and exercise.id not in order:
                order.append(exercise.id)
            practice.frame()
        assert order == ["pucker", "brow_raise", "smile_closed"]
        assert practice.engine.state.progress == 1.0

    def test_the_last_one_cannot_come_later(self, plan: Plan) -> None:
        practice = Practice(Plan("p", "p", plan.exercises[:1]), Affected.LEFT)
        practice.run_to(Phase.GET_READY)
        swap(practice, None)
        assert practice.engine.state.phase is Phase.GET_READY
        assert kinds(practice, ExerciseChanged) == []


class TestCounting:
    def test_three_two_one_before_every_movement(self, plan: Plan) -> None:
        practice = Practice(Plan("p", "p", plan.exercises[:1]), Affected.LEFT)
        practice.finish()
        counted = kinds(practice, CountedDown)
        assert [e.number for e in counted] == [3, 2, 1] * 3
        moves = [e.t_s for e in kinds(practice, PhaseStarted) if e.phase is Phase.MOVE]
        for i, move_s in enumerate(moves):
            for event in counted[3 * i : 3 * i + 3]:
                # One frame of 1/20 s.
                assert move_s - event.t_s == pytest.approx(event.number, abs=0.11)

    def test_a_pause_counts_anew(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.GET_READY, after_s=3.0)
        practice.command("pause")
        practice.command("resume")
        practice.run_to(Phase.MOVE)
        assert [e.number for e in kinds(practice, CountedDown)] == [3, 2, 3, 2, 1]

    def test_slow_pictures_leave_numbers_out_in_order(self) -> None:
        countdown = Countdown()
        found = [e.number for left in (4.0, 1.7, 0.4, 0.0) for e in countdown.step(0.0, left)]
        assert found == [2, 1]

    def test_names_and_counts_are_told(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_until(lambda: practice.engine.state.exercise_index == 2)
        practice.run(1)
        told = [e.text for e in kinds(practice, CueRaised)]
        assert any(text.startswith("First: ") for text in told)
        assert any(text.startswith(f"Next up: {plan.exercises[1].title}.") for text in told)
        assert any("2 of 3." in text for text in told)
        assert practice.engine.state.next_title == ""


class TestSetUp:
    def test_going_on_anyway_is_offered_and_works(self, plan: Plan) -> None:
        dark = ImageStats(brightness=5.0, contrast=5.0, sharpness=400.0)
        practice = Practice(plan, Affected.LEFT, Person(light=dark))
        practice.run(4)
        assert practice.engine.state.cue == "Turn a lamp towards your face."
        assert not practice.engine.state.can_go_on
        practice.run(5)
        assert practice.engine.state.can_go_on
        practice.command("skip")
        practice.run_to(Phase.MOVE)  # nothing is a wall from here on
        practice.person.light = Person().light
        practice.run_to(Phase.REST, rep=1)

    def test_a_good_place_is_found_in_seconds(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.BASELINE)
        assert practice.now_s - practice.start_s < 2.5


class TestWhereItStopped:
    def test_goes_on_with_the_repetition_after(self, plan: Plan) -> None:
        engine = SessionEngine(plan, Affected.LEFT, start=PlanPlace(1, 0, 2))
        practice = Practice(plan, Affected.LEFT, engine=engine)
        practice.finish()
        done = [(e.rep.exercise_id, e.rep.index) for e in kinds(practice, RepDone)]
        assert done == [("pucker", 0), *(("brow_raise", i) for i in (1, 2, 3))]
        assert engine.state.progress == 1.0


class TestNod:
    def test_two_slow_nods_pause_and_go_on(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.engine.nod = True
        practice.run_to(Phase.DEMONSTRATE)
        nod(practice)
        assert len(kinds(practice, Paused)) == 1
        practice.run(3)
        nod(practice)
        assert len(kinds(practice, Resumed)) == 1

    def test_it_does_not_go_on_from_pain(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.engine.nod = True
        practice.run_to(Phase.DEMONSTRATE)
        practice.command("hurts")
        nod(practice)
        assert practice.engine.state.hurt
        practice.command("resume")
        practice.run_to(Phase.DEMONSTRATE)
        nod(practice)
        assert len(kinds(practice, Paused)) == 2  # the pain, and now the nod

    def test_not_where_nobody_asked_for_it(self, plan: Plan) -> None:
        practice = Practice(plan, Affected.LEFT)
        practice.run_to(Phase.DEMONSTRATE)
        nod(practice)
        assert kinds(practice, Paused) == []


def nod(practice: Practice) -> None:
    """The head goes down and up twice, a second each; the face rests."""
    practice.run(1.5)
    for i in range(round(3.0 / practice.dt_s)):
        t = i * practice.dt_s
        depth = 14.0 * math.sin(math.pi * t) ** 2 if t < 2.0 else 0.0
        practice.now_s += practice.dt_s
        practice.index += 1
        view = replace(View(), pose=HeadPose(0.0, depth, 0.0))
        face = face_frame(FaceShape(), view=view, index=practice.index, time_s=practice.now_s)
        practice.events += practice.engine.step(replace(face, stats=practice.person.light))
