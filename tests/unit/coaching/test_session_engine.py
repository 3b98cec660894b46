"""Whole sessions, with the real analysis and a face whose every millimetre is known.

Times are compared to one frame (1/20 s) unless said otherwise.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from coach.coaching.engine import SessionEngine
from coach.coaching.library import ExerciseLibrary, exercises_dir, load_exercises
from coach.coaching.phases import ALLOWED
from coach.coaching.settings import EngineSettings
from coach.coaching.texts import ENGLISH
from coach.domain.events import (
    BaselineMeasured,
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
    SynkinesisEnded,
    SynkinesisStarted,
)
from coach.domain.exercise import Dose, Phase, Plan
from coach.domain.frames import ImageStats
from coach.domain.movements import Movement, Region
from coach.domain.quality import QUALITY_ADVICE, QualityReason, RepReason
from coach.domain.sides import Affected, Side
from tests.fixtures.guided_practice import Person, Practice
from tests.fixtures.synthetic_face import GOOD_LIGHT, SideShape

FRAME_S = 1 / 20
REP = [Phase.GET_READY, Phase.MOVE, Phase.HOLD, Phase.RELEASE, Phase.REST]
START = [Phase.SETUP, Phase.BASELINE, Phase.DEMONSTRATE]
DARK = ImageStats(brightness=5.0, contrast=5.0, sharpness=400.0)


@pytest.fixture(scope="module")
def library() -> ExerciseLibrary:
    return load_exercises(exercises_dir())


@pytest.fixture(scope="module")
def smile(library: ExerciseLibrary) -> Plan:
    """Two closed smiles."""
    exercise = library.exercises["smile_closed"]
    return Plan("p", "p", (replace(exercise, dose=replace(exercise.dose, reps=2)),))


@pytest.fixture(scope="module")
def clean(smile: Plan) -> Practice:
    """An undisturbed session of an even face."""
    practice = Practice(smile, Affected.LEFT)
    practice.finish()
    return practice


def cues(practice: Practice, kind: CueKind) -> list[str]:
    return [e.text for e in practice.events if isinstance(e, CueRaised) and e.kind is kind]


def reps(practice: Practice) -> list[RepDone]:
    return [e for e in practice.events if isinstance(e, RepDone)]


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
        assert [e.rep.reason for e in reps(practice)] == [RepReason.TOO_FEW_FRAMES, None, None]

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
        practice.run(20)
        assert practice.engine.state.phase is Phase.BASELINE
        unsteady = QUALITY_ADVICE[QualityReason.UNSTEADY_REST]
        assert cues(practice, CueKind.QUALITY) == [unsteady] * 2
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


def test_the_phase_graph_ends() -> None:
    assert ALLOWED[Phase.FINISHED] == frozenset()
    assert all(Phase.FINISHED in following for p, following in ALLOWED.items() if following)
