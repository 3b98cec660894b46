"""One damaged value costs its session; every other one stays, and `doctor` can name it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.domain.errors import CoachError, DatabaseError, InputError
from coach.domain.movements import Movement
from coach.domain.profile import Profile
from coach.storage.database import Database
from coach.storage.interrupted import InterruptedSessions
from coach.storage.practice_days import practice_days
from coach.storage.prescriptions import PrescriptionRepository
from coach.storage.profiles import ProfileRepository
from coach.storage.progress import blink_trend, movement_trend, practised_movements
from coach.storage.sessions import SessionRepository
from tests.fixtures.records import smile_frames, smile_header, smile_rep, smile_session

ID = smile_header().id
SESSION = [
    ("plan", "x{"), ("plan", '["a", 5]'), ("plan", '["\\ud800"]'), ("plan", "[" * 30_000),
    ("reasons", "[]"), ("drift", "[{}]"), ("blinks", "[1]"), ("created_utc", "x"),
    ("created_utc", 5), ("created_offset_min", 1500), ("created_offset_min", "x"),
    ("affected", "middle"), ("movement", "fly"), ("source_fps", "fast"), ("source_fps", 1e308),
    ("valid_share", "x"),
]  # fmt: skip
CHANGES = [
    *(("sessions", "id", *change) for change in SESSION),
    ("reps", "session_id", "movement", "fly"),
    ("reps", "session_id", "excursion_left_mm", 1e308),
    ("reps", "session_id", "reason", "tired"),
    ("baselines", "session_id", "noise_sd_mm", "[1]"),
    ("baselines", "session_id", "scale", "feet"),
    ("frame_chunks", "session_id", "end_s", 1e15),
    ("frame_chunks", "session_id", "data", b"CFR"),
]


@pytest.mark.parametrize(("table", "key", "column", "value"), CHANGES)
def test_a_damaged_value_costs_its_session_alone(
    tmp_path: Path, table: str, key: str, column: str, value: object
) -> None:
    path = tmp_path / "practice.db"
    with Database.open(path) as database:
        repository = SessionRepository(database)
        record = smile_session()
        for name in (ID, "sound"):
            repository.begin(smile_header(name))
            assert record.baseline is not None
            repository.set_baseline(name, record.baseline)
            repository.add_rep(name, smile_rep(0), smile_frames(1)[:5])
            repository.finish(name, record.source, record.quality, finished=True)
    with closing(sqlite3.connect(path)) as connection:
        query = f"UPDATE {table} SET {column} = ? WHERE {key} = ?"
        connection.execute(query, (value, ID))
        connection.commit()
    with Database.open(path) as database:
        repository = SessionRepository(database)
        assert "sound" in {summary.id for summary in repository.list()}
        assert repository.load("sound").reps
        assert repository.damaged() == [ID]
        with suppress(DatabaseError):  # a chunk's damage is in `frames`, not in `load`
            repository.load(ID)
        practice_days(database)
        blink_trend(database)
        practised_movements(database)
        for read in (
            lambda: movement_trend(database, Movement.SMILE_CLOSED),
            lambda: InterruptedSessions(database).newest(datetime(2000, 1, 1, tzinfo=UTC)),
        ):
            with suppress(CoachError):
                read()


def test_a_plan_and_its_answers_are_kept_together_or_not_at_all(tmp_path: Path) -> None:
    with Database.open(tmp_path / "practice.db") as database:
        plans, people = PrescriptionRepository(database), ProfileRepository(database)
        plans.add("before")
        with pytest.raises(InputError):
            _half_done(plans, people)
        kept = plans.active()
        assert kept is not None
        assert kept.text == "before"
        assert people.load().version == 0


def _half_done(plans: PrescriptionRepository, people: ProfileRepository) -> None:
    with plans.together():
        plans.add("after")
        people.save(Profile(child=True), 0)
        raise InputError("the disk is full")
