"""A plan file through the presenter: looked at, applied, taken back, written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from coach.app.plan_import import PlanImport, merged_profile
from coach.app.prescribed import apply_plan, prescribed_plan_id
from coach.app.profile_presenter import ProfilePresenter
from coach.app.settings_store import SettingsStore
from coach.coaching.library import ExerciseLibrary, exercises_dir, load_exercises
from coach.coaching.prescription_file import parse_prescription
from coach.domain.errors import InputError, OutputError
from coach.domain.exercise import Stage
from coach.domain.profile import Procedure, Profile
from coach.domain.sides import Affected
from coach.storage.database import Database
from coach.storage.paths import settings_path
from coach.storage.prescriptions import PrescriptionRepository
from coach.storage.profiles import ProfileRepository
from coach.storage.settings import load_settings

PLAN = """\
schema_version = 1
title = "Plan of March"
exercises = ["rest", "smile_closed"]
affected = "left"
days_a_week = 3
releases = ["synkinetic"]
note = ["Keep it small."]

[profile]
stage = "synkinetic"
onset = 2026-01-01

[[doses]]
exercise = "smile_closed"
reps = 2

[[thresholds]]
exercise = "smile_closed"
region = "eye"
value = 9
unit = "pct"
"""


@pytest.fixture(scope="module")
def library() -> ExerciseLibrary:
    return load_exercises(exercises_dir())


@dataclass
class Desk:
    plans: PlanImport
    settings: SettingsStore
    shelf: PrescriptionRepository
    learnt: list[Profile] = field(default_factory=list)


@pytest.fixture
def desk(tmp_path: Path, library: ExerciseLibrary) -> Iterator[Desk]:
    with Database.open(tmp_path / "log.db") as database:
        shelf = PrescriptionRepository(database)
        settings = SettingsStore(settings_path())
        settings.update(affected=Affected.RIGHT, weekly_days=5)
        learnt: list[Profile] = []
        plans = PlanImport(shelf, library, settings, learnt.append, lambda: date(2026, 6, 1))
        yield Desk(plans, settings, shelf, learnt)


def a_file(tmp_path: Path, text: str = PLAN) -> Path:
    path = tmp_path / "march.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_looking_at_a_plan_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    preview = desk.plans.read(a_file(tmp_path))
    assert preview.title == "Plan of March"
    assert preview.sentences == (
        "You practise: Soft face, Closed smile.",
        "Your affected side is set to the left.",
        "The affected side moves, and pulls other parts along.",
        "It began on Thursday, 1 January 2026.",
        "It opens: When movements pull others along: Release and soften.",
        "Closed smile: 2 repetitions.",
        "Closed smile: the eye may close along up to 9 %.",
        "Your week has 3 days of practice.",
        "Keep it small.",
    )
    assert desk.shelf.active() is None
    assert desk.settings.settings.affected is Affected.RIGHT
    assert desk.learnt == []


def test_applied_it_holds_and_the_person_s_own_choices_stay_on_disk(
    desk: Desk, tmp_path: Path
) -> None:
    heard: list[int] = []
    desk.plans.changed.connect(lambda: heard.append(1))
    desk.plans.apply(desk.plans.read(a_file(tmp_path)))
    assert heard == [1]
    assert desk.settings.settings.affected is Affected.LEFT
    assert desk.settings.settings.weekly_days == 3
    desk.settings.update(voice=False)
    on_disk = load_settings(settings_path()).settings
    assert (on_disk.affected, on_disk.weekly_days, on_disk.voice) == (Affected.RIGHT, 5, False)
    assert desk.learnt[0].stage is Stage.SYNKINETIC
    present = desk.plans.present()
    assert present is not None
    assert prescribed_plan_id(present) == "prescription"


def test_what_the_plan_sets_cannot_be_changed_by_accident(desk: Desk, tmp_path: Path) -> None:
    desk.plans.apply(desk.plans.read(a_file(tmp_path)))
    assert desk.settings.prescribed == {"affected", "weekly_days"}
    with pytest.raises(InputError, match="plan sets this"):
        desk.settings.update(affected=Affected.RIGHT)
    assert desk.settings.settings.affected is Affected.LEFT


def test_taken_back_everything_is_as_before(desk: Desk, tmp_path: Path) -> None:
    desk.plans.apply(desk.plans.read(a_file(tmp_path)))
    desk.plans.take_back()
    assert desk.plans.present() is None
    now = desk.settings.settings
    assert (now.affected, now.weekly_days) == (Affected.RIGHT, 5)
    assert desk.settings.prescribed == frozenset()


def test_at_the_next_start_it_is_put_over_the_exercises(
    desk: Desk, tmp_path: Path, library: ExerciseLibrary
) -> None:
    desk.plans.apply(desk.plans.read(a_file(tmp_path)))
    settings = SettingsStore(settings_path())
    held = apply_plan(desk.shelf.active(), library, settings)
    smile = held.library.exercises["smile_closed"]
    assert smile.dose.reps == 2
    assert next(q.threshold for q in smile.quiet if q.region == "eye") == 9
    assert prescribed_plan_id(held.prescription) == "prescription"
    assert settings.settings.affected is Affected.LEFT
    assert library.exercises["smile_closed"].dose.reps != 2
    desk.plans.take_back()
    without = apply_plan(desk.shelf.active(), library, settings)
    assert without.library is library
    after = settings.settings
    assert after.affected is Affected.RIGHT


def test_a_programme_without_a_phase_is_open_and_offered_first(
    desk: Desk, library: ExerciseLibrary, tmp_path: Path
) -> None:
    text = PLAN.replace('exercises = ["rest", "smile_closed"]', 'programme = "mirror_therapy"')
    desk.shelf.add(text)
    held = apply_plan(desk.shelf.active(), library, desk.settings)
    assert held.prescription is not None
    with Database.open(tmp_path / "person.db") as database:
        person = ProfilePresenter(ProfileRepository(database), library, lambda: Affected.LEFT)
        closed = [plan.id for plan in person.plans()]
        person.use(held.library, held.prescription)
        first = person.plans()[0].id
    assert first == "mirror_therapy/watch"
    assert first not in closed
    assert held.prescription.releases == {library.programme("synkinetic").id}


def test_a_plan_opens_nothing_before_the_surgeon_does(
    desk: Desk, library: ExerciseLibrary, tmp_path: Path
) -> None:
    desk.shelf.add('schema_version = 1\ntitle = "Repair"\nprogramme = "nerve_repair"\n')
    held = apply_plan(desk.shelf.active(), library, desk.settings)
    with Database.open(tmp_path / "person.db") as database:
        person = ProfilePresenter(ProfileRepository(database), library, lambda: Affected.LEFT)
        person.use(held.library, held.prescription)
        before = [plan.id for plan in person.plans()]
        person.update(procedure=Procedure.NERVE_REPAIR, surgeon_cleared=True)
        after = [plan.id for plan in person.plans()]
    assert "nerve_repair/heal" not in before
    assert after[0] == "nerve_repair/heal"


def test_a_kept_plan_that_no_longer_fits_is_told_and_passed_over(
    desk: Desk, library: ExerciseLibrary
) -> None:
    desk.shelf.add(PLAN.replace("rest", "gone"))
    held = apply_plan(desk.shelf.active(), library, desk.settings)
    assert held.prescription is None
    assert "plan cannot be used" in held.library.problems[-1]
    assert desk.settings.settings.affected is Affected.RIGHT
    assert desk.plans.present() is None


def test_past_its_last_day_a_plan_holds_on_and_a_new_one_is_asked_for(
    desk: Desk, library: ExerciseLibrary
) -> None:
    desk.shelf.add(PLAN.replace("days_a_week", "valid_until = 2026-06-30\ndays_a_week"))
    today = [date(2026, 6, 30)]
    for day, told in ((date(2026, 6, 30), False), (date(2026, 7, 1), True)):
        today[0] = day
        held = apply_plan(desk.shelf.active(), library, desk.settings, lambda: today[0])
        assert held.prescription is not None
        assert any("past its last day" in text for text in held.library.problems) is told


def test_a_limit_that_cannot_be_told_is_said_before_it_is_applied(
    desk: Desk, tmp_path: Path
) -> None:
    preview = desk.plans.read(a_file(tmp_path, PLAN.replace("value = 9", "value = 0.5")))
    assert len(preview.problems) == 1
    assert "0.5" in preview.problems[0]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"x" * 70_000])
def test_what_is_no_plan_is_refused_in_one_sentence(
    desk: Desk, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "photo.toml"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"photo\.toml"):
        desk.plans.read(path)
    with pytest.raises(InputError, match="cannot be read"):
        desk.plans.read(tmp_path / "none.toml")


def test_an_imported_plan_is_written_out_as_it_came(desk: Desk, tmp_path: Path) -> None:
    desk.plans.apply(desk.plans.read(a_file(tmp_path)))
    desk.plans.export(tmp_path / "out.toml")
    assert (tmp_path / "out.toml").read_text(encoding="utf-8") == PLAN


def test_without_a_plan_the_choices_are_written(
    desk: Desk, tmp_path: Path, library: ExerciseLibrary
) -> None:
    desk.settings.update(plan_id="smile", outer_canthal_mm=91.5)
    desk.plans.export(tmp_path / "out.toml")
    text = (tmp_path / "out.toml").read_text(encoding="utf-8")
    written = parse_prescription(text, "out.toml", library)
    assert (written.programme, written.affected) == ("smile", Affected.RIGHT)
    assert (written.outer_canthal_mm, written.days_a_week) == (91.5, 5)
    with pytest.raises(OutputError):
        desk.plans.export(tmp_path / "none" / "out.toml")


def test_a_plan_s_answers_leave_the_others_alone() -> None:
    own = Profile(stage=Stage.PARETIC, onset=date(2025, 5, 1), released=frozenset({"smile"}))
    given = Profile(stage=Stage.SYNKINETIC, has_therapist=True)
    merged = merged_profile(own, given)
    assert (merged.stage, merged.onset) == (Stage.SYNKINETIC, date(2025, 5, 1))
    assert merged.released == {"smile"}
    assert merged.has_therapist
