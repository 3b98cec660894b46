"""A plan file: read, refused with a line, and written back."""

from __future__ import annotations

import contextlib
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.coaching.json_schema import schema_text
from coach.coaching.library import ExerciseLibrary, exercises_dir
from coach.coaching.prescription_file import (
    SCHEMA_NAME,
    PlanFile,
    parse_prescription,
    prescription_text,
)
from coach.domain.errors import InputError
from coach.domain.exercise import Stage
from coach.domain.movements import Region
from coach.domain.prescription import DoseChange, Prescription, ThresholdChange
from coach.domain.profile import Cause, Profile
from coach.domain.sides import Affected

WHOLE = """\
#:schema ./plan.schema.json
schema_version = 1
title = "Plan of March"
exercises = ["rest", "smile_closed"]
affected = "left"
releases = ["synkinetic"]
outer_canthal_mm = 92.5
days_a_week = 4
valid_until = 2027-03-01
note = ["Keep it small.", "Rest on Sundays."]

[profile]
cause = "bells_palsy"
stage = "synkinetic"
onset = 2026-01-01
movement_seen = true

[[doses]]
exercise = "smile_closed"
reps = 3
hold_s = 2.5

[[thresholds]]
exercise = "*"
region = "eye"
value = 8
unit = "pct"
"""


def test_everything_is_read(library: ExerciseLibrary) -> None:
    assert parse_prescription(WHOLE, "march.toml", library) == Prescription(
        title="Plan of March",
        exercises=("rest", "smile_closed"),
        affected=Affected.LEFT,
        profile=Profile(
            cause=Cause.BELLS_PALSY,
            stage=Stage.SYNKINETIC,
            onset=date(2026, 1, 1),
            movement_seen=True,
            has_therapist=True,
        ),
        releases=frozenset({"synkinetic"}),
        doses=(DoseChange("smile_closed", hold_s=2.5, reps=3),),
        thresholds=(ThresholdChange("*", Region.EYE, 8, "pct"),),
        outer_canthal_mm=92.5,
        days_a_week=4,
        note=("Keep it small.", "Rest on Sundays."),
        valid_until=date(2027, 3, 1),
    )


def test_a_title_is_enough() -> None:
    text = 'schema_version = 1\ntitle = "Short"\n'
    assert parse_prescription(text, "short.toml") == Prescription("Short")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("schema_version = 1", "schema_version = 9", "line 2: schema_version must be 1"),
        ('title = "Plan of March"', "", "title is missing"),
        ('"smile_closed"]', '"grin"]', 'line 4: there is no exercise "grin"'),
        ('releases = ["synkinetic"]', 'releases = ["nothing/at_all"]', "line 6: there is no prog"),
        ("outer_canthal_mm = 92.5", "outer_canthal_mm = 9.5", "line 7: outer_canthal_mm must be"),
        ("reps = 3", "reps = 300", "line 20: doses.1.reps must be at most 10, not 300"),
        ("reps = 3", 'reps = "3"', "line 20: doses.1.reps must be a whole number"),
        ("reps = 3", "repetitions = 3", "line 20: "),
        ('unit = "pct"', 'unit = "mm"', 'unit must be "pct" for the eye'),
        ('exercise = "*"', 'exercise = "grin"', 'line 24: there is no exercise "grin"'),
        ('stage = "synkinetic"', 'stage = "late"', "line 14: profile.stage must be"),
        ("onset = 2026-01-01", 'onset = "January"', "line 15: profile.onset"),
        ('title = "Plan of March"', "title =", "not valid TOML"),
        ("exercises =", 'programme = "smile"\nexercises =', "must not both be there"),
    ],
)
def test_a_broken_file_is_one_plain_sentence_with_its_line(
    library: ExerciseLibrary, old: str, new: str, said: str
) -> None:
    assert old in WHOLE
    with pytest.raises(InputError) as refused:
        parse_prescription(WHOLE.replace(old, new, 1), "march.toml", library)
    assert refused.value.message.startswith("march.toml")
    assert said in refused.value.message
    assert "nothing has been changed" in refused.value.hint


def test_the_published_schema_is_that_of_the_code() -> None:
    path = exercises_dir().parent / SCHEMA_NAME
    assert path.read_text(encoding="utf-8") == schema_text(PlanFile), "write it anew"
    assert json.loads(path.read_text(encoding="utf-8"))["required"] == ["schema_version", "title"]


words = st.text(  # what can be seen: a file with other characters is refused
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=2, max_size=40
)
ids = st.sampled_from(["smile_closed", "pucker", "eye_closure"])
dates = st.dates(date(2000, 1, 1), date(2100, 1, 1))
doses = st.builds(
    DoseChange,
    ids,
    hold_s=st.floats(0, 60),
    reps=st.none() | st.integers(1, 10),
    target_mm=st.none() | st.floats(0, 15),
)
limits = st.builds(
    ThresholdChange, ids | st.just("*"), st.just(Region.MOUTH), st.floats(1e-9, 20), st.just("mm")
)
prescriptions = st.builds(
    Prescription,
    title=words,
    exercises=st.lists(ids, max_size=4).map(tuple),
    affected=st.none() | st.sampled_from(Affected),
    profile=st.none()
    | st.builds(
        Profile,
        stage=st.none() | st.sampled_from(Stage),
        onset=st.none() | dates,
        has_therapist=st.booleans(),
        child=st.booleans(),
    ),
    releases=st.frozensets(st.sampled_from(["smile", "nerve_repair/first"])),
    doses=st.lists(doses, max_size=3, unique_by=lambda d: d.exercise_id).map(tuple),
    thresholds=st.lists(limits, max_size=3, unique_by=lambda t: t.exercise_id).map(tuple),
    outer_canthal_mm=st.none() | st.floats(60, 130),
    days_a_week=st.none() | st.integers(1, 7),
    note=st.lists(words, max_size=3).map(tuple),
    valid_until=st.none() | dates,
)


@given(prescriptions)
def test_what_is_written_reads_back_the_same(prescription: Prescription) -> None:
    assert parse_prescription(prescription_text(prescription), "own.toml") == prescription


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda b: b.decode("latin-1")))
def test_no_text_brings_it_down(text: str) -> None:
    with contextlib.suppress(InputError):
        parse_prescription(text, "any.toml")


def test_the_plan_in_the_document_is_one(library: ExerciseLibrary) -> None:
    document = (exercises_dir().parents[1] / "docs" / "plans.md").read_text(encoding="utf-8")
    text = document.split("```toml\n")[1].split("```")[0]
    assert parse_prescription(text, "document.toml", library).title == "Plan of March"


def test_every_key_is_in_the_document() -> None:
    document = (exercises_dir().parents[1] / "docs" / "plans.md").read_text(encoding="utf-8")
    assert [
        key
        for key in PlanFile.model_fields
        if f"`{key}`" not in document and key not in ("profile", "doses", "thresholds")
    ] == []
