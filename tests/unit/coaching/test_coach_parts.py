"""The small parts: cues, form, feedback, the quality gate, the place in the plan, the clock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.coaching.clock import SessionClock
from coach.coaching.cues import CueScheduler
from coach.coaching.feedback import RepFeedback, further_side
from coach.coaching.form import FormWatch
from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.plan_runner import PlanRunner
from coach.coaching.quality_gate import QualityGate
from coach.coaching.settings import EngineSettings
from coach.coaching.texts import ENGLISH, FormFault
from coach.coaching.toml_lines import line_of
from coach.domain.events import CueKind
from coach.domain.exercise import Dose, Phase, Plan
from coach.domain.movements import Region
from coach.domain.quality import QualityReason, RepReason
from coach.domain.session import PerSide, RepRecord, SynkinesisFlag
from coach.domain.sides import Side

SETTINGS = EngineSettings()
LIBRARY = load_exercises(exercises_dir())
SMILE = LIBRARY.exercises["smile_closed"]
EYES = LIBRARY.exercises["eye_closure"]


def rep(left: float | None = 3.0, right: float | None = 3.0) -> RepRecord:
    return RepRecord(
        index=0,
        exercise_id=SMILE.id,
        movement=SMILE.movement,
        set_index=0,
        start_s=0.0,
        hold_start_s=1.0,
        hold_end_s=2.0,
        end_s=3.0,
        scored=True,
        reason=None,
        excursion_mm=PerSide(left, right),
        uncertainty_mm=0.3,
        affected_pct_of_healthy=None,
        end_difference_mm=None,
        onset_lag_ms=None,
    )


class TestCues:
    def test_advice_waits_for_the_gap(self) -> None:
        cues = CueScheduler(SETTINGS)
        cues.begin_phase(10.0, "Move.")
        assert cues.poll(10.0, 8.0) is not None
        cues.advise(CueKind.FORM, "Slower.", 16.0)
        assert cues.poll(12.9, 5.0) is None
        said = cues.poll(13.0, 5.0)
        assert said is not None
        assert (said.kind, said.text) == (CueKind.FORM, "Slower.")

    def test_advice_without_room_joins_the_next_phase(self) -> None:
        cues = CueScheduler(SETTINGS)
        cues.begin_phase(10.0, "Move.")
        cues.poll(10.0, 4.0)
        cues.advise(CueKind.SYNKINESIS, "Keep the left eye open.", 16.0)
        assert cues.poll(13.5, 0.5) is None
        cues.begin_phase(14.0, "Hold.")
        said = cues.poll(14.0, 4.0)
        assert said is not None
        assert (said.kind, said.text) == (CueKind.SYNKINESIS, "Hold. Keep the left eye open.")
        assert cues.poll(20.0, None) is None

    def test_the_more_important_advice_stays(self) -> None:
        cues = CueScheduler(SETTINGS)
        cues.advise(CueKind.SYNKINESIS, "Eye.", 9.0)
        cues.advise(CueKind.FORM, "Slower.", 9.0)
        said = cues.poll(0.0, None)
        assert said is not None
        assert said.text == "Eye."

    def test_old_advice_is_dropped(self) -> None:
        cues = CueScheduler(SETTINGS)
        cues.advise(CueKind.FORM, "Slower.", 5.0)
        assert cues.poll(5.1, None) is None

    def test_a_phase_that_cannot_be_said_soon_is_left_out(self) -> None:
        cues = CueScheduler(SETTINGS)
        cues.say_now(0.0, CueKind.QUALITY, "Light.")
        cues.begin_phase(1.5, "Hold.")
        assert cues.poll(3.0, None) is None

    def test_quality_does_not_wait_and_others_wait_for_it(self) -> None:
        cues = CueScheduler(SETTINGS)
        cues.begin_phase(0.0, "Move.")
        cues.poll(0.0, None)
        assert cues.say_now(0.1, CueKind.QUALITY, "Light.").t_s == 0.1
        with pytest.raises(ValueError, match="wait"):
            cues.say_now(0.2, CueKind.PRAISE, "Good.")

    def test_a_story_takes_as_long_as_it_says(self) -> None:
        story = [
            (CueKind.PHASE, "One two three four five six seven eight nine."),
            (CueKind.PHASE, "Two."),
        ]
        cues = CueScheduler(SETTINGS)
        takes_s = cues.story_s(0.0, story)
        cues.tell(story)
        said = [c for i in range(200) if (c := cues.poll(i / 20, None)) is not None]
        assert [c.text for c in said] == [text for _, text in story]
        assert said[1].t_s == pytest.approx(0.35 * 9 + 0.5, abs=0.05)
        assert takes_s == pytest.approx(said[1].t_s + SETTINGS.cue_gap_s, abs=0.05)


class TestForm:
    def watch(self, sizes: list[float], phase: Phase, exercise: object = SMILE) -> list[FormFault]:
        assert exercise in (SMILE, EYES)
        form = FormWatch(SMILE if exercise is SMILE else EYES, 0.1, SETTINGS)
        found = (
            form.step(i / 30, phase, i / 30, PerSide(size, size)) for i, size in enumerate(sizes)
        )
        return [fault for fault in found if fault is not None]

    def test_small_and_slow_says_nothing(self) -> None:
        assert self.watch([i / 30 for i in range(120)], Phase.MOVE) == []

    def test_too_big(self) -> None:
        assert self.watch([7.0] * 60, Phase.HOLD) == [FormFault.TOO_BIG]

    def test_too_fast(self) -> None:
        assert self.watch([0.0] * 5 + [4.5] * 60, Phase.MOVE) == [FormFault.TOO_FAST]

    def test_early(self) -> None:
        assert self.watch([0.0] * 10 + [3.0] * 30, Phase.GET_READY) == [FormFault.EARLY]

    def test_still_returning_from_the_last_one_is_not_early(self) -> None:
        assert self.watch([3.0] * 30 + [0.0] * 30, Phase.GET_READY) == []

    def test_a_blink_is_no_fault(self) -> None:
        blink = [0.0] * 15 + [9.0] * 14 + [0.0] * 15  # 0.47 s
        assert self.watch(blink, Phase.GET_READY, EYES) == []
        assert self.watch(blink, Phase.MOVE, EYES) == []

    def test_a_spike_is_no_fault(self) -> None:
        assert self.watch([0.0] * 15 + [9.0] * 5 + [0.0] * 15, Phase.HOLD) == []

    def test_no_target_nothing_to_watch(self) -> None:
        form = FormWatch(replace(SMILE, target_mm=0.0), 0.1, SETTINGS)
        assert not form.is_too_big(50.0)
        assert all(
            form.step(i / 30, Phase.HOLD, i / 30, PerSide(50.0, 50.0)) is None for i in range(60)
        )


class TestFeedback:
    def say(self, record: RepRecord, *, too_big: bool = False, faulted: bool = False) -> object:
        return RepFeedback(ENGLISH).after(record, SMILE, too_big=too_big, faulted=faulted)

    def test_even(self) -> None:
        assert self.say(rep()) == (CueKind.PRAISE, ENGLISH.even[0])
        assert self.say(rep(), faulted=True) is None

    @pytest.mark.parametrize("side", Side)
    def test_uneven_names_the_side_that_goes_too_far(self, side: Side) -> None:
        record = rep(4.0, 2.0) if side is Side.LEFT else rep(2.0, 4.0)
        kind_text = self.say(record)
        assert kind_text == (CueKind.FORM, ENGLISH.uneven[side][0])
        assert f"The {side.value} side went further" in ENGLISH.uneven[side][0]

    def test_within_tolerance_or_uncertainty_is_even(self) -> None:
        assert further_side(rep(3.0, 2.4), 25) is None
        assert further_side(replace(rep(3.0, 1.0), uncertainty_mm=2.5), 25) is None
        assert further_side(rep(None, 1.0), 25) is None
        assert further_side(rep(3.0, 2.0), 25) is Side.LEFT

    def test_synkinesis_first(self) -> None:
        flags = tuple(
            SynkinesisFlag(region, Side.RIGHT, 10.0, "pct", grade, 1.0, 2.0)
            for region, grade in ((Region.BROW, 1), (Region.EYE, 3))
        )
        said = self.say(replace(rep(1.0, 6.0), synkinesis=flags), too_big=True)
        assert said == (CueKind.SYNKINESIS, "Smaller and slower: keep the right eye open.")

    def test_too_big_before_uneven(self) -> None:
        assert self.say(rep(9.0, 3.0), too_big=True) == (
            CueKind.FORM,
            ENGLISH.form[FormFault.TOO_BIG],
        )

    def test_not_scored_says_why(self) -> None:
        record = replace(rep(None, None), scored=False, reason=RepReason.TOO_FEW_FRAMES)
        assert self.say(record) == (
            CueKind.FORM,
            "Not scored: I could not see your face well enough.",
        )

    def test_every_text_is_there(self) -> None:
        assert set(ENGLISH.headlines) == set(Phase)
        assert set(ENGLISH.quality) == set(QualityReason)
        assert set(ENGLISH.not_scored) == set(RepReason)
        assert set(ENGLISH.form) == set(FormFault)
        assert set(ENGLISH.synkinesis) == {(r, s) for r in Region for s in Side}


class TestQualityGate:
    def feed(self, gate: QualityGate, reason: QualityReason | None, seconds: float) -> None:
        for _ in range(round(seconds * 30)):
            gate.step(1 / 30, reason)

    def test_lost_and_regained(self) -> None:
        gate = QualityGate(SETTINGS)
        self.feed(gate, QualityReason.YAW, 0.4)
        assert not gate.lost
        self.feed(gate, QualityReason.YAW, 0.2)
        assert gate.lost
        self.feed(gate, None, 0.2)
        assert gate.lost
        self.feed(gate, None, 0.2)
        assert not gate.lost

    def test_each_reason_stays_long_enough_to_read(self) -> None:
        gate = QualityGate(SETTINGS)
        shown, since, spans = gate.shown, 0, []
        for i in range(3000):
            gate.step(1 / 30, (QualityReason.YAW, QualityReason.ROLL, None)[(i // 20) % 3])
            if gate.shown is not shown:
                spans.append((shown, i - since))
                shown, since = gate.shown, i
        assert len(spans) > 10
        assert all(frames >= 1.5 * 30 - 1 for reason, frames in spans if reason is not None)

    def test_waives_what_cannot_be_helped_only(self) -> None:
        gate = QualityGate(SETTINGS)
        self.feed(gate, QualityReason.NO_FACE, 60)
        assert not gate.waived
        self.feed(gate, QualityReason.LOW_FPS, 21)
        assert gate.waived
        self.feed(gate, QualityReason.NO_FACE, 0.1)
        assert not gate.waived


class TestPlanRunner:
    def runner(self, *doses: Dose) -> PlanRunner:
        exercises = tuple(replace(SMILE, dose=dose) for dose in doses)
        return PlanRunner(Plan("p", "p", exercises), SETTINGS, lambda _: 10.0)

    def walk(self, runner: PlanRunner) -> list[Phase]:
        seen = [runner.phase]
        while runner.phase is not Phase.FINISHED:
            runner.pass_time(runner.duration_s or 0.0)
            runner.go_on()
            seen.append(runner.phase)
        return seen

    def test_a_phase_of_no_length_is_left_out(self) -> None:
        phases = self.walk(self.runner(Dose(2, 0, 2, 3, 1, 1)))
        assert Phase.HOLD not in phases
        assert phases[-3:] == [Phase.RELEASE, Phase.REST, Phase.FINISHED]

    def test_counts(self) -> None:
        phases = self.walk(self.runner(Dose(2, 2, 2, 3, 3, 2), Dose(2, 2, 2, 3, 1, 1)))
        assert phases.count(Phase.MOVE) == 7
        assert phases.count(Phase.DEMONSTRATE) == 2

    def test_an_empty_plan_ends(self) -> None:
        assert self.walk(self.runner()) == [Phase.SETUP, Phase.BASELINE, Phase.FINISHED]

    def test_progress_never_goes_back(self) -> None:
        runner = self.runner(Dose(2, 2, 2, 3, 2, 1))
        for _ in range(5):
            runner.go_on()
        runner.pass_time(1.0)
        before = runner.progress()
        assert 0 < before < 1
        runner.restart_rep()
        assert runner.progress() == before


def test_clock_starts_anywhere_and_never_runs_back() -> None:
    clock = SessionClock()
    assert clock.at(7_000_000_000) == 0.0
    assert clock.at(8_500_000_000) == 1.5
    assert clock.at(8_000_000_000) == 1.5
    assert clock.of(8_000_000_000) == 1.0
    assert clock.origin_s == 7.0


def test_line_of() -> None:
    text = 'a = 1\n[dose]\n# reps = 3\nreps = 2\n[[quiet]]\nunit = "x"\n[[quiet]]\nunit = "y"\n'
    assert line_of(text, ("a",)) == 1
    assert line_of(text, ("dose", "reps")) == 4
    assert line_of(text, ("quiet", 1, "unit")) == 8
    assert line_of(text, ("quiet", 0, "source")) == 5
    assert line_of(text, ("b",)) is None
