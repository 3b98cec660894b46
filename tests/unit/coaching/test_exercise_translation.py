"""Exercises in another language: all words, nothing but words."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

import pytest

from coach.coaching.exercise_schema import ExerciseFile
from coach.coaching.library import ExerciseLibrary, exercises_dir, load_exercises
from coach.coaching.phases import is_relaxation
from coach.coaching.texts import reading_s
from coach.coaching.translation import I18N, TEXT_FIELDS
from coach.domain.exercise import Exercise
from scripts.exercise_texts import english_files, missing, sentences, words_of

LANGUAGES = sorted(path.name for path in (exercises_dir() / I18N).iterdir())
#: Fields of text that are no words for a person: ids, and sources for therapists.
NO_WORDS = {"id", "source"}


@pytest.fixture(scope="module")
def english() -> ExerciseLibrary:
    return load_exercises(exercises_dir())


@pytest.fixture(scope="module", params=LANGUAGES)
def translated(request: pytest.FixtureRequest) -> ExerciseLibrary:
    return load_exercises(exercises_dir(), language=request.param)


def all_words(library: ExerciseLibrary) -> dict[str, str]:
    """Every sentence by its place."""
    items = {
        **{f"exercise {e.id}": words_of(e) for e in library.exercises.values()},
        **{f"programme {p.id}": words_of(p) for p in library.programmes.values()},
        **{
            f"programme {p.id} {phase.id}": words_of(phase)
            for p in library.programmes.values()
            for phase in p.phases
        },
        **{f"card {c.id}": words_of(c) for c in library.cards.values()},
    }
    return {f"{k} {place}": text for k, w in items.items() for place, text in sentences(w)}


class TestWhatShips:
    def test_there_is_spanish(self) -> None:
        assert "es" in LANGUAGES

    @pytest.mark.parametrize("code", LANGUAGES)
    def test_nothing_is_missing(self, code: str) -> None:
        """Otherwise: python scripts/exercise_texts.py missing CODE."""
        assert missing(code) == []

    def test_no_english_is_left(
        self, english: ExerciseLibrary, translated: ExerciseLibrary
    ) -> None:
        before, after = all_words(english), all_words(translated)
        assert [place for place, text in after.items() if text == before[place]] == []

    def test_only_words_differ(self, english: ExerciseLibrary, translated: ExerciseLibrary) -> None:
        assert list(translated.plans) == list(english.plans)
        for id_, exercise in english.exercises.items():
            same = {name: getattr(exercise, name) for name in TEXT_FIELDS[Exercise]}
            assert replace(translated.exercises[id_], **same) == exercise

    def test_programmes_and_plans_hold_the_translated_exercises(
        self, translated: ExerciseLibrary
    ) -> None:
        for programme in translated.programmes.values():
            for phase in programme.phases:
                for exercise in phase.exercises:
                    assert exercise.title == translated.exercises[exercise.id].title
            for card in programme.safety:
                assert card == translated.cards[card.id]

    def test_the_words_fit_where_the_english_fits(self, translated: ExerciseLibrary) -> None:
        """The limits of the schema, which the screens are made for."""
        longest = {"title": 40}
        long = [
            (place, len(text))
            for place, text in all_words(translated).items()
            if len(text) > longest.get(place.rsplit(" ", 1)[1], 160)
        ]
        assert long == []

    def test_cues_can_be_said_in_their_phase(self, translated: ExerciseLibrary) -> None:
        for exercise in translated.exercises.values():
            for phase in ("move", "hold", "release"):
                if not is_relaxation(exercise):
                    limit_s = getattr(exercise.dose, f"{phase}_s")
                    assert reading_s(exercise.cues[phase]) <= limit_s, (exercise.id, phase)

    def test_they_never_cheer_and_are_never_formal(self, translated: ExerciseLibrary) -> None:
        for place, text in all_words(translated).items():
            assert not set("!¡") & set(text), place
            assert "usted" not in text.lower(), place

    def test_every_field_of_words_can_be_translated(self, english: ExerciseLibrary) -> None:
        samples: list[object] = [
            *english.exercises.values(), *english.programmes.values(), *english.cards.values(),
            *(phase for p in english.programmes.values() for phase in p.phases),
        ]  # fmt: skip
        for item in samples:
            for field in fields(item):  # type: ignore[arg-type]
                if field.name not in NO_WORDS and _holds_words(getattr(item, field.name)):
                    assert field.name in TEXT_FIELDS[type(item)], (type(item), field.name)


def _holds_words(value: object) -> bool:
    if isinstance(value, tuple):
        return any(type(part) is str for part in value)
    if isinstance(value, Mapping):
        return any(type(part) is str for part in value.values())
    return type(value) is str


def test_the_text_keys_are_those_of_the_schema() -> None:
    assert set(TEXT_FIELDS[Exercise]) <= set(ExerciseFile.model_fields)


class TestBrokenTranslations:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """One exercise, and a language with nothing in it."""
        shutil.copy(exercises_dir() / "pucker.toml", tmp_path)
        (tmp_path / "programmes").mkdir()
        (tmp_path / I18N / "xx").mkdir(parents=True)
        return tmp_path

    @pytest.mark.parametrize(
        ("text", "complaint"),
        [
            ('title = "Hm"\ntarget_mm = 9', "target_mm is not a text"),
            ("requires_therapist = false", "requires_therapist is not a text"),
            ('instruction = ["Only one."]', "instruction has 1 lines, not 3"),
            ('[cues]\nshout = "Hm"', "cues may hold text for"),
            ("title = 3", "title must be text"),
            ('title = " "', "title must be text"),
            ("title = ", "not valid TOML"),
        ],
    )
    def test_it_is_reported_and_the_english_stays(
        self, folder: Path, text: str, complaint: str
    ) -> None:
        (folder / I18N / "xx" / "pucker.toml").write_text(text, encoding="utf-8")
        library = load_exercises(folder, language="xx")
        assert library.exercises == load_exercises(folder).exercises
        assert len(library.problems) == 1
        assert complaint in library.problems[0]
        assert "i18n/xx/pucker.toml" in library.problems[0]

    def test_what_is_left_out_stays_english(self, folder: Path) -> None:
        words = 'title = "Hm"\n[cues]\nhold = "Hm, hm."'
        (folder / I18N / "xx" / "pucker.toml").write_text(words, encoding="utf-8")
        before, after = (load_exercises(folder, language=x).exercises for x in ("en", "xx"))
        assert after["pucker"].title == "Hm"
        assert after["pucker"].cues == {**before["pucker"].cues, "hold": "Hm, hm."}
        assert after["pucker"].purpose == before["pucker"].purpose

    def test_a_language_that_is_not_there_is_english(self, folder: Path) -> None:
        library = load_exercises(folder, language="qq")
        assert (library.exercises, library.problems) == (load_exercises(folder).exercises, ())


def test_the_list_for_translators_is_the_whole_library(english: ExerciseLibrary) -> None:
    listed = sum(len(list(sentences(words))) for words in english_files().values())
    assert listed == len(all_words(english))
