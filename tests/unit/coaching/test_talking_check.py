"""A minute of talking through the engine: nothing is said meanwhile, a summary comes after."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.events import (
    CueKind,
    CueRaised,
    ExerciseFinished,
    PhaseStarted,
    QualityLost,
    RepDone,
    SynkinesisStarted,
    TalkingDone,
)
from coach.domain.exercise import Exercise, ExerciseKind, Phase, Plan
from coach.domain.sides import Affected
from tests.fixtures.guided_practice import Person, Practice
from tests.fixtures.synthetic_face import FaceShape, SideShape

LIBRARY = load_exercises(exercises_dir())
LENGTH_S = 25.0


def _exercise(id_: str = "talk_freely", hold_s: float = LENGTH_S) -> Exercise:
    exercise = LIBRARY.exercises[id_]
    return replace(
        exercise, dose=replace(exercise.dose, hold_s=hold_s), instruction=("Talk.",), stop_signs=()
    )


@dataclass
class Talker(Person):
    """Moves the mouth up and down four times a second while asked to talk; the left side half."""

    talks: bool = True

    def shape(
        self, phase: Phase, elapsed_s: float, dt_s: float, exercise: Exercise | None
    ) -> FaceShape:
        rest = super().shape(phase, elapsed_s, dt_s, exercise)
        talking = exercise is not None and exercise.kind is ExerciseKind.TALKING
        if not (self.talks and talking and phase is Phase.REST):
            return rest
        up = 2.0 * float(np.sin(2 * np.pi * 2.0 * elapsed_s))
        return FaceShape(SideShape(corner_up=0.5 * up), SideShape(corner_up=up))


def _practice(person: Person, *exercises: Exercise) -> Practice:
    plan = Plan("talk", "Talk", exercises or (_exercise(),))
    return Practice(plan, Affected.LEFT, person)


def _done(practice: Practice) -> list[TalkingDone]:
    return [e for e in practice.events if isinstance(e, TalkingDone)]


def test_what_was_seen_comes_afterwards_and_nothing_meanwhile() -> None:
    practice = _practice(Talker())
    practice.finish()
    (done,) = _done(practice)
    summary = done.summary
    assert summary.exercise_id == "talk_freely"
    assert summary.enough
    assert abs(summary.end_s - summary.start_s - LENGTH_S) < 0.3
    assert summary.affected_pct_of_healthy is not None
    assert 40 < summary.affected_pct_of_healthy < 60
    assert not [e for e in practice.events if isinstance(e, (RepDone, SynkinesisStarted))]
    began = next(e.t_s for e in practice.events if isinstance(e, PhaseStarted)
                 and e.phase is Phase.REST)  # fmt: skip
    said = [e for e in practice.events if isinstance(e, CueRaised)
            and began + 1.0 < e.t_s < done.t_s]  # fmt: skip
    assert said == []
    finished = [e for e in practice.events if isinstance(e, ExerciseFinished)]
    assert [e.skipped for e in finished] == [False]


def test_the_log_says_talk_and_the_screen_the_exercises_name() -> None:
    practice = _practice(Talker())
    practice.run_to(Phase.REST, after_s=2.0)
    assert practice.engine.logged is not None
    assert practice.engine.logged.phase == "talk"
    assert practice.engine.state.headline == "Talk for a minute"
    practice.finish()
    assert {frame.phase for frame in practice.log} == {"setup", "baseline", "demonstrate", "talk"}


def test_who_turns_away_is_not_nagged() -> None:
    practice = _practice(Talker())
    practice.run_to(Phase.REST, after_s=5.0)
    before = len(practice.events)
    practice.person.there = False
    practice.run(8.0)
    assert not [
        e for e in practice.events[before:]
        if isinstance(e, QualityLost) or (isinstance(e, CueRaised) and e.kind is CueKind.QUALITY)
    ]  # fmt: skip
    practice.person.there = True
    practice.finish()
    (done,) = _done(practice)
    assert done.summary.observed_s < LENGTH_S - 7


def test_who_says_nothing_is_thanked_and_nothing_is_made_of_it() -> None:
    practice = _practice(Talker(talks=False), _exercise(), replace(_exercise(), id="again"))
    practice.run_until(lambda: bool(_done(practice)))
    (done,) = _done(practice)
    assert not done.summary.enough
    assert done.summary.affected_pct_of_healthy is None
    practice.run(8.0)
    texts = [e.text for e in practice.events if isinstance(e, CueRaised) and e.t_s >= done.t_s]
    assert any("too little" in text for text in texts)


def test_what_is_left_early_is_summed_up_as_far_as_it_went() -> None:
    for command in ("skip", "stop"):
        practice = _practice(Talker())
        practice.run_to(Phase.REST, after_s=18.0)
        practice.command(command)
        (done,) = _done(practice)
        assert 17 < done.summary.end_s - done.summary.start_s < 19


def test_a_pause_is_left_out() -> None:
    practice = _practice(Talker())
    practice.run_to(Phase.REST, after_s=10.0)
    practice.command("pause")
    practice.run(20.0)
    practice.command("resume")
    practice.finish()
    (done,) = _done(practice)
    assert abs(done.summary.observed_s - LENGTH_S) < 1.0


def test_without_a_resting_face_nothing_is_summed_up() -> None:
    practice = _practice(Talker(restless_mm=3.0))
    practice.finish()
    assert _done(practice) == []


def test_both_exercises_say_what_to_read_or_talk_about() -> None:
    for id_ in ("talk_freely", "read_aloud"):
        exercise = LIBRARY.exercises[id_]
        assert exercise.kind is ExerciseKind.TALKING
        assert len(exercise.passage) >= 5
        assert exercise.dose.hold_s == 60
        assert {q.region.value for q in exercise.quiet} == {"eye", "brow"}
