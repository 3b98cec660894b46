"""What a therapist would look for in the exercises and programmes that ship."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.phases import is_relaxation
from coach.coaching.programme_texts import needed_text
from coach.domain.exercise import Exercise, ExerciseKind, Half, MistakeKind, Stage
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region
from coach.domain.programme import Programme, ProgrammeKind, UnlockKind, Unmet
from coach.face.expression import CHANNELS
from tests.fixtures.reading_ease import flesch

LIBRARY = load_exercises(exercises_dir())
EXERCISES = list(LIBRARY.exercises.values())
PROGRAMMES = list(LIBRARY.programmes.values())
ALONE = [p for p in PROGRAMMES if p.self_guided]
HANDS = {ExerciseKind.MASSAGE, ExerciseKind.STRETCH}

#: Clinical notes 3.3, "Exclude from self-guided use"; each as it might be worded.
EXCLUDED = {
    "maximal smile": r"\b(biggest|widest|maxim\w+|as (big|wide|hard|far) as)\b",
    "tight squeeze": r"(?<!no )(?<!not )\b(squeeze|tightly|screw up)\b",
    "one-eye wink": r"\bwink\w*|\bone[- ]eye",
    "water hold": r"\bwater\b",
    "chewing gum": r"\b(chew\w*|gum)\b",
    "electrical stimulation": r"\b(electr\w+|stimulat\w+|current)\b",
}


def _asks(exercise: Exercise) -> str:
    """Everything an exercise asks for; mistakes and warnings are left out."""
    return " ".join((exercise.title, *exercise.instruction, *exercise.cues.values())).lower()


def _practised(programme: Programme) -> Iterator[Exercise]:
    for phase in programme.phases:
        yield from phase.exercises


class TestExercises:
    def test_the_set_of_the_clinical_notes_is_there(self) -> None:
        assert len(EXERCISES) >= 28
        movements = {e.movement for e in EXERCISES}
        assert movements == set(Movement)
        kinds = {e.kind for e in EXERCISES}
        assert kinds >= {*HANDS, ExerciseKind.RELAXATION, ExerciseKind.IMAGERY}
        assert sum(e.reflect_healthy_half for e in EXERCISES) >= 3
        assert sum(Stage.REANIMATION in e.stages and e.requires_therapist for e in EXERCISES) >= 6

    @pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
    def test_every_part_is_written(self, exercise: Exercise) -> None:
        for text in (exercise.purpose, exercise.feel, exercise.mistake, *exercise.instruction):
            assert text.endswith((".", "?"))
        assert exercise.stages
        assert exercise.contraindications or exercise.id in ("rest", "assess_rest")
        assert exercise.stop_signs
        if not is_relaxation(exercise):
            assert exercise.quiet
            self_report = MOVEMENT_SPECS[exercise.movement].self_report
            assert (exercise.target_mm > 0) is not self_report

    @pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
    def test_when_it_may_not_be_used_is_said_even_where_nothing_is_known(
        self, exercise: Exercise
    ) -> None:
        """A list that was forgotten would read as one that is empty."""
        text = (exercises_dir() / f"{exercise.id}.toml").read_text(encoding="utf-8")
        assert "contraindications" in tomllib.loads(text)

    @pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
    def test_the_mistake_shows_what_it_says(self, exercise: Exercise) -> None:
        shown = exercise.mistake_demonstration
        assert bool(shown) is (exercise.mistake_kind is not None)
        assert bool(shown) is not bool(exercise.touch)  # hands have strokes instead
        affected, healthy = shown.get(Half.AFFECTED, {}), shown.get(Half.HEALTHY, {})
        assert {*affected, *healthy} <= set(CHANNELS)
        main = max(exercise.demonstration, key=lambda c: exercise.demonstration[c], default="")
        if exercise.mistake_kind is MistakeKind.UNEVEN and main:
            low, high = sorted((affected.get(main, 0.0), sum(healthy.values())))
            assert high >= 2 * low
        if exercise.mistake_kind is MistakeKind.TOO_BIG:
            assert healthy[main] >= 1.5 * exercise.demonstration[main]
        if exercise.mistake_kind is MistakeKind.CO_MOVEMENT:
            quiet = {q.region for q in exercise.quiet}
            extra = {c for c, w in affected.items() if w > exercise.demonstration.get(c, 0.0)}
            assert extra
            if quiet:
                assert quiet & {_REGION[c] for c in extra}

    @pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
    def test_hands_are_shown_where_hands_are_used(self, exercise: Exercise) -> None:
        assert bool(exercise.touch) is (exercise.kind in HANDS)
        if exercise.touch and exercise.id != "stretch_neck":  # lies on the clothes
            assert exercise.instruction[0].startswith("Wash your hands")
        if exercise.kind in HANDS:
            assert 10 <= exercise.dose.hold_s <= 30  # clinical notes 3.1 [S59], 3.3

    def test_the_strongest_effort_is_for_consultations(self) -> None:
        for exercise in EXERCISES:
            if exercise.kind is ExerciseKind.ASSESSMENT:
                assert exercise.requires_therapist
        tight = LIBRARY.exercises["assess_eye_tight"]
        assert "therapist" in tight.instruction[0]


class TestProgrammes:
    def test_stages_and_procedures_are_there(self) -> None:
        stages = {s for p in PROGRAMMES if p.kind is ProgrammeKind.STAGE for s in p.stages}
        assert stages == set(Stage) - {Stage.REANIMATION}
        assert {p.id for p in PROGRAMMES} >= {
            "nerve_repair", "nerve_transfer", "cross_face_graft", "gracilis_masseter",
            "gracilis_cross_face", "gracilis_dual", "temporalis", "digastric",
            "selective_denervation", "after_botulinum", "eyelid_and_static",
            "moebius_bilateral", "children", "assessment",
        }  # fmt: skip

    @pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda p: p.id)
    def test_every_programme_has_its_safety_and_sources(self, programme: Programme) -> None:
        ids = [card.id for card in programme.safety]
        assert {"stop_signs", "eye_care"} <= set(ids)
        assert all(card.source for card in programme.safety)
        assert programme.source
        if programme.kind is not ProgrammeKind.QUICK:
            assert programme.avoid
        if programme.kind is ProgrammeKind.PROCEDURE and programme.id != "after_botulinum":
            assert "after_surgery" in ids
            assert all(p.unlock.surgeon_cleared for p in programme.phases)

    def test_stop_signs_and_eye_care_say_what_the_notes_say(self) -> None:
        stop = " ".join(LIBRARY.cards["stop_signs"].lines).lower()
        for sign in ("weak arm or leg", "slurred speech", "sight", "headache", "confusion",
                     "dizziness", "gets weaker", "rash", "hurts"):  # fmt: skip
            assert sign in stop
        eye = " ".join(LIBRARY.cards["eye_care"].lines).lower()
        for word in ("drops", "red, sore or blurred", "same day", "night"):
            assert word in eye

    def test_the_movement_series_is_the_standard_one(self) -> None:
        series = LIBRARY.programmes["assessment"].phases[0]
        assert [e.movement for e in series.exercises] == [
            Movement.REST, Movement.BROW_RAISE, Movement.EYE_CLOSURE, Movement.EYE_CLOSURE,
            Movement.SMILE_CLOSED, Movement.SMILE_OPEN, Movement.PUCKER, Movement.SNARL,
            Movement.LOWER_LIP_DEPRESS,
        ]  # fmt: skip

    def test_the_home_page_stays_short(self) -> None:
        plans = list(LIBRARY.plans)
        assert plans[:2] == ["first_session", "smile"]
        assert len(plans) <= 6


class TestSelfGuided:
    @pytest.mark.parametrize("programme", ALONE, ids=lambda p: p.id)
    def test_holds_nothing_that_is_excluded(self, programme: Programme) -> None:
        for exercise in _practised(programme):
            assert not exercise.requires_therapist
            assert exercise.kind is not ExerciseKind.ASSESSMENT
            assert exercise.effort_ceiling <= 3
            assert exercise.target_mm <= (7 if exercise.movement in _LIDS else 4)
            for what, pattern in EXCLUDED.items():
                found = re.search(pattern, _asks(exercise))
                assert found is None, f"{exercise.id}: {what}: {found and found[0]}"
            for channel, most in (("smile", 0.5), ("smile_open", 0.5), ("eye_squint", 0.15)):
                assert exercise.demonstration.get(channel, 0) <= most

    @pytest.mark.parametrize("programme", ALONE, ids=lambda p: p.id)
    def test_keeps_the_dose_of_self_guided_practice(self, programme: Programme) -> None:
        """At most 10 repetitions and 3 sets (clinical notes 3.3, self-guided ceiling)."""
        for exercise in _practised(programme):
            assert exercise.dose.reps <= 10
            assert exercise.dose.sets <= 3

    def test_words_of_exclusion_are_found_where_they_stand(self) -> None:
        """The patterns do find what they look for."""
        for text, what in (
            ("smile as wide as you can", "maximal smile"),
            ("squeeze your eyes shut", "tight squeeze"),
            ("wink ten times", "one-eye wink"),
            ("hold water in the mouth", "water hold"),
            ("chew gum", "chewing gum"),
            ("use a current", "electrical stimulation"),
        ):
            assert re.search(EXCLUDED[what], text)
        assert re.search(EXCLUDED["tight squeeze"], "no squeeze.") is None


def test_every_exercise_is_in_a_programme() -> None:
    used = {exercise.id for programme in PROGRAMMES for exercise in _practised(programme)}
    assert {exercise.id for exercise in EXERCISES} - used == set()


@pytest.mark.parametrize("programme", ALONE, ids=lambda p: p.id)
def test_a_self_guided_practice_is_short(programme: Programme) -> None:
    """Sets of at most 5 minutes (clinical notes 3.3); massage, stretches and calm come on top."""
    for phase in programme.phases:
        seconds = sum(
            (e.dose.move_s + e.dose.hold_s + e.dose.release_s + e.dose.rest_s)
            * e.dose.reps
            * e.dose.sets
            for e in phase.exercises
            if e.kind is ExerciseKind.MOVEMENT
        )
        assert seconds <= 330, phase.id  # half a minute of grace, as nobody ends on the second


class TestProposals:
    """What no source gives is marked, so that a therapist knows what to set (clinical notes 0)."""

    @pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda p: p.id)
    def test_repetition_counts_say_that_they_are_one(self, programme: Programme) -> None:
        if any(phase.unlock.clean_repetitions for phase in programme.phases):
            assert "repetition counts are a proposal" in programme.source


class TestWording:
    """Flesch reading ease of at least 60, plain English for ages 13 to 15 (Flesch 1948)."""

    @pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
    def test_exercises_read_easily(self, exercise: Exercise) -> None:
        texts = (exercise.purpose, *exercise.instruction, exercise.feel, exercise.mistake)
        said = (*texts, *exercise.cues.values(), *exercise.stop_signs, *exercise.contraindications)
        assert flesch(" ".join(said)) >= 60

    @pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda p: p.id)
    def test_programmes_read_easily(self, programme: Programme) -> None:
        texts = [programme.purpose, *programme.avoid]
        for phase in programme.phases:
            texts += [phase.purpose, *phase.advice]
        assert flesch(" ".join(texts)) >= 60

    def test_cards_and_reasons_read_easily(self) -> None:
        for card in LIBRARY.cards.values():
            assert flesch(" ".join(card.lines)) >= 60
        reasons = [needed_text(Unmet(kind, 13)) for kind in UnlockKind]
        assert flesch(" ".join(reasons)) >= 60

    @pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
    def test_nothing_cheers_effort(self, exercise: Exercise) -> None:
        said = " ".join((_asks(exercise), exercise.purpose, exercise.feel)).lower()
        assert not re.search(r"\b(harder|stronger|push|try hard|great|well done|more!)\b|!", said)


_LIDS = {Movement.EYE_CLOSURE, Movement.SLOW_BLINK}
_REGION = {
    "eye_close": Region.EYE, "eye_squint": Region.EYE, "eye_wide": Region.EYE,
    "look_down": Region.EYE, "brow_raise": Region.BROW, "frown": Region.BROW,
    "snarl": Region.NOSE, "smile": Region.MOUTH, "smile_open": Region.MOUTH,
    "mouth_stretch": Region.MOUTH, "pucker": Region.MOUTH, "funnel": Region.MOUTH,
    "lower_lip": Region.MOUTH, "lip_press": Region.MOUTH, "cheek_puff": Region.MOUTH,
    "jaw_open": Region.MOUTH,
}  # fmt: skip
