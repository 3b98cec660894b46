"""Exercise files: what ships is right, and what is broken is said plainly and never fatal."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.coaching.exercise_parser import parse_exercise
from coach.coaching.json_schema import SCHEMAS, schema_text
from coach.coaching.library import (
    MAX_FILE_BYTES,
    ExerciseLibrary,
    exercises_dir,
    load_exercises,
    read_exercise,
)
from coach.coaching.phases import is_relaxation
from coach.coaching.programme_parser import parse_programme
from coach.coaching.texts import reading_s
from coach.domain.errors import CoachError, ExerciseFileError, InputError
from coach.domain.exercise import ExerciseKind
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region
from coach.face.expression import CHANNELS

SPINE = {"rest", "brow_raise", "eye_closure", "smile_closed", "pucker", "snarl"}
GOOD = (exercises_dir() / "smile_closed.toml").read_text(encoding="utf-8")


class TestWhatShips:
    def test_every_file_loads(self, library: ExerciseLibrary) -> None:
        assert library.problems == ()
        files = {p.stem for p in exercises_dir().glob("*.toml")} - {"safety"}
        assert set(library.exercises) == files
        assert files >= SPINE
        written = {p.stem for p in exercises_dir().glob("programmes/*.toml")}
        assert set(library.programmes) == written

    @pytest.mark.parametrize("path", SCHEMAS)
    def test_published_schema_is_up_to_date(self, path: Path) -> None:
        assert (exercises_dir() / path).read_text(encoding="utf-8") == schema_text(SCHEMAS[path])

    def test_gentle_by_default(self, library: ExerciseLibrary) -> None:
        """3-5 s in and held, 5 s of rest, 3-5 repetitions (clinical notes 3.3).

        The series of a consultation is what a person can do, not practice. A slow blink is held
        for less, so that it stays a blink.
        """
        for exercise in library.exercises.values():
            assert exercise.stop_signs
            if exercise.kind is ExerciseKind.ASSESSMENT:
                continue
            assert exercise.effort_ceiling <= 3
            if not is_relaxation(exercise):
                dose = exercise.dose
                assert 3 <= dose.move_s <= 5
                assert (1 if exercise.id == "slow_blink" else 3) <= dose.hold_s <= 5
                assert dose.rest_s >= 5
                assert dose.reps <= 5
                assert dose.sets <= 2

    def test_quiet_regions_of_the_clinical_notes(self, library: ExerciseLibrary) -> None:
        quiet = {
            (e.movement, q.region): (q.threshold, q.unit)
            for e in (library.exercises[i] for i in SPINE)
            for q in e.quiet
        }
        assert quiet[Movement.PUCKER, Region.EYE] == (10, "pct")
        assert quiet[Movement.SMILE_CLOSED, Region.EYE] == (10, "pct")
        assert quiet[Movement.EYE_CLOSURE, Region.MOUTH] == (2.5, "mm")
        assert quiet[Movement.BROW_RAISE, Region.MOUTH] == (2.5, "mm")
        assert all(q.source for e in library.exercises.values() for q in e.quiet)
        assert all(
            MOVEMENT_SPECS[e.movement].region is not q.region
            for e in library.exercises.values()
            for q in e.quiet
        )

    def test_the_drawn_face_can_show_them(self, library: ExerciseLibrary) -> None:
        for exercise in library.exercises.values():
            assert set(exercise.demonstration) <= set(CHANNELS)
            assert bool(exercise.demonstration) is not is_relaxation(exercise)

    def test_cues_can_be_said_in_their_phase(self, library: ExerciseLibrary) -> None:
        for exercise in library.exercises.values():
            for phase in ("move", "hold", "release"):
                if not is_relaxation(exercise):
                    limit_s = getattr(exercise.dose, f"{phase}_s")
                    assert reading_s(exercise.cues[phase]) <= limit_s

    def test_first_session_takes_four_to_six_minutes(self, library: ExerciseLibrary) -> None:
        plan = library.programme("first_session")
        told_s = sum(reading_s(s) for e in plan.exercises for s in e.instruction)
        moved_s = 0.0
        for exercise in plan.exercises:
            d = exercise.dose
            moved_s += d.reps * d.sets * (3 + d.move_s + d.hold_s + d.release_s + d.rest_s)
        assert 240 <= told_s + moved_s <= 360

    def test_a_programme_changes_the_dose_only_where_it_says_so(
        self, library: ExerciseLibrary
    ) -> None:
        (smile,) = library.programme("smile").exercises
        whole = library.exercises["smile_closed"]
        assert smile.dose.reps == 3
        assert smile.dose.hold_s == whole.dose.hold_s
        assert (smile.title, smile.quiet) == (whole.title, whole.quiet)

    def test_plan_of_ids(self, library: ExerciseLibrary) -> None:
        plan = library.load_plan(["rest", "pucker"])
        assert [e.id for e in plan.exercises] == ["rest", "pucker"]

    @pytest.mark.parametrize("ids", [[], ["wink"]])
    def test_plan_of_nothing_or_unknown(self, library: ExerciseLibrary, ids: list[str]) -> None:
        with pytest.raises(InputError) as error:
            library.load_plan(ids)
        assert "smile_closed" in error.value.hint

    def test_unknown_programme(self, library: ExerciseLibrary) -> None:
        with pytest.raises(InputError, match='no programme "x"'):
            library.programme("x")


def _line(text: str) -> int:
    """Line of the good file's first line that begins with `text`."""
    return next(i for i, line in enumerate(GOOD.splitlines(), 1) if line.startswith(text))


BROKEN = [
    ("reps = 5", "reps = 400", "dose.reps must be at most 10, not 400"),
    ("hold_s = 4", 'hold_s = "4"', "dose.hold_s must be a number"),
    ("reps = 5", "reps = 2.5", "dose.reps must be a whole number"),
    ("move_s = 4", "move_s = nan", "dose.move_s must be a number"),
    ("move_s = 4", "move_s = 0.5", "dose.move_s must be at least 1 seconds"),
    ("title =", "titel =", '"titel" is not a known key, perhaps "title" is meant'),
    ('movement = "smile_closed"', 'movement = "wink"', "movement must be"),
    ("smile = 0.5", "smirk = 0.5", '"demonstration.smirk" is not a known key; known are smile,'),
    ("smile = 0.5", "smile = 1.5", "demonstration.smile must be at most 1"),
    ('unit = "pct"', 'unit = "mm"', 'unit must be "pct" for the eye'),
    ('unit = "pct"', 'unit = "cm"', "quiet.1.unit must be"),
    ('region = "eye"', 'region = "mouth"', "quiet.1 unit"),
    ("effort_ceiling = 3", "effort_ceiling = 9", "effort_ceiling must be at most 5, not 9"),
    ("hold = ", "wait = ", "cues.wait"),
    ("No movement of the affected side yet.", "None known.", "contraindications stays empty, []"),
    ("[dose]", "[dose", "not valid TOML"),
    ("purpose =", "#", "purpose is missing"),
]


class TestBrokenFiles:
    @pytest.mark.parametrize(("good", "bad", "says"), BROKEN)
    def test_says_what_is_wrong_and_where(self, good: str, bad: str, says: str) -> None:
        assert good in GOOD
        with pytest.raises(ExerciseFileError) as error:
            parse_exercise(GOOD.replace(good, bad, 1), "smile_closed.toml")
        assert says in error.value.message
        assert error.value.message.startswith("smile_closed.toml")
        assert error.value.message.endswith(".")
        assert error.value.hint

    def test_names_the_line(self) -> None:
        bad = GOOD.replace("reps = 5", "reps = 400")
        with pytest.raises(ExerciseFileError, match=f"line {_line('reps')}: dose.reps"):
            parse_exercise(bad, "smile_closed.toml")
        second = GOOD.rindex("threshold = 2.5")
        bad = GOOD[:second] + "threshold = -1" + GOOD[second + len("threshold = 2.5") :]
        line = GOOD[:second].count("\n") + 1
        with pytest.raises(ExerciseFileError, match=f"line {line}: quiet.2.threshold"):
            parse_exercise(bad, "smile_closed.toml")

    def test_the_moving_region_cannot_be_quiet(self) -> None:
        bad = GOOD.replace('region = "brow"', 'region = "mouth"')
        with pytest.raises(ExerciseFileError, match="meant to move"):
            parse_exercise(bad, "smile_closed.toml")

    @pytest.mark.parametrize("name", ["Smile.toml", "../x.toml", "a b.toml", ".toml"])
    def test_file_name_is_the_id(self, name: str) -> None:
        with pytest.raises(ExerciseFileError, match="name"):
            parse_exercise(GOOD, name)

    @pytest.mark.parametrize(
        ("name", "data", "says"),
        [
            ("big.toml", b"#" * (MAX_FILE_BYTES + 1), "larger than 64 kB"),
            ("latin.toml", b'title = "\xe9"', "not UTF-8"),
            ("empty.toml", b"", "is missing"),
            ("zeros.toml", b"\0" * 100, "not valid TOML"),
        ],
    )
    def test_reported_and_skipped(self, tmp_path: Path, name: str, data: bytes, says: str) -> None:
        (tmp_path / name).write_bytes(data)
        (tmp_path / "smile_closed.toml").write_text(GOOD, encoding="utf-8")
        (tmp_path / "folder.toml").mkdir()
        (tmp_path / "lost.toml").symlink_to(tmp_path / "nowhere")
        (tmp_path / "programmes").mkdir()
        library = load_exercises(tmp_path)
        assert list(library.exercises) == ["smile_closed"]
        assert len(library.problems) == 3
        assert any(p.startswith(name) and says in p for p in library.problems)
        with pytest.raises(ExerciseFileError, match=says):
            read_exercise(tmp_path / name)

    def test_no_folder(self, tmp_path: Path) -> None:
        library = load_exercises(tmp_path / "nowhere")
        assert not library.exercises
        assert library.problems

    def test_byte_order_mark_is_no_error(self, tmp_path: Path) -> None:
        path = tmp_path / "smile_closed.toml"
        path.write_text(GOOD, encoding="utf-8-sig")
        assert read_exercise(path).title == "Closed smile"

    def test_programme_with_an_unknown_exercise(self, library: ExerciseLibrary) -> None:
        text = 'schema_version = 1\ntitle = "Mine"\npurpose = "Mine."\n[[exercises]]\nid = "wink"\n'
        with pytest.raises(ExerciseFileError, match='line 5: there is no usable exercise "wink"'):
            parse_programme(text, "mine.toml", library.exercises, library.cards)

    @given(st.text(max_size=200) | st.sampled_from(GOOD.splitlines()))
    def test_any_text_is_an_exercise_or_a_plain_sentence(self, text: str) -> None:
        for candidate in (text, f"{GOOD}\n{text}", GOOD.replace("smile", text)):
            problem = ""
            try:
                parse_exercise(candidate, "x1.toml")
            except CoachError as error:
                problem = error.message
            assert problem == "" or problem.startswith("x1.toml")
