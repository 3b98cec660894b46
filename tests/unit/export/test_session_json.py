from __future__ import annotations

import json
import math
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.blinks import BlinkSummary, CornerWithBlinks
from coach.domain.course import Asked, CourseEntry, CourseKind
from coach.domain.errors import InputError
from coach.domain.movements import Movement
from coach.domain.session import PerSide, ScaleSource, SessionRecord
from coach.export.session_json import session_json, session_to_dict
from coach.export.session_reader import MAX_BYTES, session_from_dict, session_from_json
from coach.export.session_schema import json_schema
from tests.fixtures.any_records import sessions
from tests.fixtures.records import smile_rep, smile_session

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "session.schema.json"

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def test_the_keys_are_the_contracts() -> None:
    data = session_to_dict(smile_session())
    assert set(data) - {"id", "finished"} == {
        "schema_version", "program", "created", "source", "engine", "plan", "plan_id", "affected",
        "baseline", "quality", "reps", "blinks", "clean_amplitudes", "couplings", "drift",
        "spontaneous", "means", "feedback", "course",
    }  # fmt: skip
    assert set(data["program"]) == {"name", "version"}
    assert set(data["source"]) == {"kind", "size", "fps", "dropped", "notes"}
    assert set(data["engine"]) == {"name", "version", "model_sha256"}
    assert set(data["baseline"]) == {
        "palpebral_fissure_mm", "mm_per_px", "noise_sd_mm", "refined", "scale",
    }  # fmt: skip
    assert set(data["quality"]) == {
        "valid_share", "effective_fps", "reasons", "alignment_residual_mm",
    }  # fmt: skip
    assert set(data["reps"][0]) - {"exercise_id", "movement", "set"} == {
        "index", "start_s", "hold_start_s", "hold_end_s", "end_s", "scored", "reason",
        "excursion_mm", "uncertainty_mm", "affected_pct_of_healthy",
        "affected_pct_uncertainty", "end_difference_mm",
        "onset_lag_ms", "synkinesis", "couplings", "closure_pct", "closure_uncertainty_pct",
        "asked",
    }  # fmt: skip
    assert set(data["reps"][0]["synkinesis"][0]) == {
        "region", "side", "magnitude", "unit", "grade", "start_s", "end_s",
        "peak_s", "limit", "rule",
    }  # fmt: skip


def test_what_it_says() -> None:
    data = json.loads(session_json(smile_session()))
    assert data["created"] == "2026-03-14T09:26:53.589793-03:30"
    assert data["affected"] == "left"
    assert data["reps"][0]["excursion_mm"] == {"left": 3.214, "right": 6.618}
    assert data["reps"][2]["excursion_mm"] == {"left": None, "right": None}
    assert data["reps"][2]["reason"] == "too_few_valid_frames"


def test_it_says_what_was_asked_and_what_became_of_the_exercises() -> None:
    session = smile_session()
    asked = Asked(4.5, 2.0, 2.25, 2.0, eased=True)
    course = (
        CourseEntry(12.0, CourseKind.EASED, "smile_closed"),
        CourseEntry(40.0, CourseKind.SWAPPED, "smile_closed", "pucker"),
    )
    reps = (replace(session.reps[0], asked=asked), *session.reps[1:])
    data = json.loads(session_json(replace(session, reps=reps, course=course)))
    assert data["reps"][0]["asked"] == {
        "target_mm": 4.5, "move_s": 2.0, "hold_s": 2.25, "release_s": 2.0, "eased": True,
    }  # fmt: skip
    assert data["reps"][1]["asked"] is None
    assert data["course"] == [
        {"t_s": 12.0, "what": "eased", "exercise_id": "smile_closed", "other_id": None},
        {"t_s": 40.0, "what": "swapped", "exercise_id": "smile_closed", "other_id": "pucker"},
    ]
    read = session_from_dict(data)
    assert (read.course, read.reps[0].asked) == (course, asked)


def test_means_are_made_of_the_repetitions_that_stand_in_the_file() -> None:
    data = session_to_dict(smile_session())
    means = {m["figure"]: m for m in data["means"]}
    assert set(means) == {"share", "left_mm", "right_mm", "difference_mm"}  # no closures in it
    assert (means["left_mm"]["mean"], means["left_mm"]["reps"]) == (3.214, 2)
    assert means["share"]["half_width"] == 9.2  # alike repetitions are as sure as one
    assert means["share"]["smallest_change"] > 0


def test_a_video_names_its_movement_and_a_session_its_plan() -> None:
    video = replace(smile_session(), plan=(), movement=Movement.SMILE_CLOSED)
    assert session_to_dict(video)["movement"] == "smile_closed"
    assert "plan" not in session_to_dict(video)
    assert "movement" not in session_to_dict(smile_session())
    assert session_to_dict(replace(smile_session(), plan=()))["plan"] == []


@given(sessions)
def test_reading_what_was_written_gives_the_same_file(record: SessionRecord) -> None:
    data = session_json(record)
    read = session_from_json(data)
    assert session_json(read) == data
    assert read.created == record.created
    assert read.created.utcoffset() == record.created.utcoffset()


def test_a_plausible_session_comes_back_exactly() -> None:
    assert session_from_json(session_json(smile_session())) == smile_session()


@pytest.mark.parametrize("missing", [math.nan, math.inf, -math.inf, None])
def test_no_value_is_null(missing: float | None) -> None:
    rep = replace(smile_rep(0), excursion_mm=PerSide(missing, 1.0), onset_lag_ms=missing)
    data = session_json(replace(smile_session(), reps=(rep,)))
    (written,) = json.loads(data, parse_constant=pytest.fail)["reps"]
    assert written["excursion_mm"] == {"left": None, "right": 1.0}
    assert written["onset_lag_ms"] is None


def test_an_older_file_has_no_closures_no_drift_and_the_iris_as_its_scale() -> None:
    old = session_to_dict(smile_session())
    del old["spontaneous"], old["drift"], old["means"], old["baseline"]["scale"]
    del old["quality"]["alignment_residual_mm"], old["plan_id"]
    for rep in old["reps"]:
        del rep["closure_pct"], rep["closure_uncertainty_pct"]
    read = session_from_dict(old)
    assert {rep.closure_pct for rep in read.reps} == {PerSide(None, None)}
    assert {rep.closure_uncertainty_pct for rep in read.reps} == {None}
    assert read.drift == ()
    assert read.spontaneous == ()
    assert read.baseline is not None
    assert read.baseline.scale is ScaleSource.IRIS
    assert read.quality.alignment_residual_mm is None


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="no offset"):
        session_json(replace(smile_session(), created=datetime(2026, 1, 1)))  # noqa: DTZ001


def test_the_published_schema_is_the_one_that_is_checked() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json_schema()


def broken(path: str, value: object) -> dict[str, Any]:
    data = deepcopy(session_to_dict(smile_session()))
    *parents, last = path.split(".")
    place: Any = data
    for key in parents:
        place = place[int(key) if key.isdigit() else key]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("created", "2026-03-14T09:26:53"),  # no offset
        ("created", "yesterday"),
        ("program", ...),
        ("plan", ...),
        ("affected", "front"),
        ("source.size", [640]),
        ("source.dropped", -1),
        ("reps.0.synkinesis.0.grade", 4),
        ("reps.0.excursion_mm", {"left": "3", "right": "much"}),
        ("reps.0.start_s", "NaN"),
        ("reps.0.movement", "juggle"),
        ("reps.0.movement", ...),
        ("reps", {}),
        ("quality.valid_share", 2),
        ("program.name", "x" * 10_000),
    ],
)
def test_what_does_not_fit_is_refused_plainly(path: str, value: object) -> None:
    with pytest.raises(InputError, match="not a session of this program") as caught:
        session_from_dict(broken(path, value))
    assert "\n" not in caught.value.message


def test_a_newer_file_is_refused_plainly() -> None:
    with pytest.raises(InputError, match="newer version"):
        session_from_dict({**session_to_dict(smile_session()), "schema_version": 2})


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"reps": NaN}'])
def test_no_json_is_refused_plainly(data: bytes) -> None:
    with pytest.raises(InputError, match="not a session"):
        session_from_json(data)


def test_a_huge_file_is_refused() -> None:
    with pytest.raises(InputError, match="too large"):
        session_from_json(b" " * (MAX_BYTES + 1))


@given(json_values)
def test_any_other_json_is_refused_plainly(data: object) -> None:
    with pytest.raises(InputError):
        session_from_dict(data)


@given(st.data())
def test_any_single_wrong_value_is_refused_or_read(data: st.DataObject) -> None:
    whole = session_to_dict(smile_session(1))
    key = data.draw(st.sampled_from(sorted(whole)))
    whole[key] = data.draw(json_values)
    try:
        record = session_from_dict(whole)
    except InputError:
        return
    session_json(record)


def test_blinks_come_back_as_they_were() -> None:
    corner = CornerWithBlinks(12, 4, 0, PerSide(2.25, 0.125), 1.0)
    blinks = BlinkSummary(
        120.0, 30, 12, 30, PerSide(41.5, None), PerSide(0.1, None), fast_enough=True, corner=corner
    )
    for said in (blinks, replace(blinks, corner=None)):
        assert session_from_json(session_json(replace(smile_session(), blinks=said))).blinks == said
    older = session_to_dict(replace(smile_session(), blinks=blinks))
    del older["blinks"]["corner"]
    assert session_from_dict(older).blinks == replace(blinks, corner=None)
