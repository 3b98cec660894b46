"""What a session is compared with: the same exercise, side and face, the last time before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from coach.domain.session import BaselineRecord, PerSide, RepRecord, ScaleSource, SessionRecord
from coach.domain.sides import Affected
from coach.storage.database import Database
from coach.storage.ids import new_id
from coach.storage.last_time import last_time
from coach.storage.sessions import SessionRepository
from tests.fixtures.records import CREATED, DRAWN_SOURCE, smile_header, smile_rep

CALIPER = BaselineRecord(PerSide(9.0, 9.0), 0.2, {}, True, ScaleSource.CALIPER)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "practice.db") as opened:
        yield opened


def rep(index: int, exercise_id: str = "smile", *, scored: bool = True) -> RepRecord:
    return replace(smile_rep(index, scored=scored), exercise_id=exercise_id)


def session(days_ago: int, *reps: RepRecord, **changes: object) -> SessionRecord:
    record = replace(
        smile_header(new_id()),
        created=CREATED - timedelta(days=days_ago),
        baseline=CALIPER,
        reps=reps or (rep(0), rep(1)),
    )
    return replace(record, **changes)  # type: ignore[arg-type]


def stored(database: Database, *records: SessionRecord) -> None:
    repository = SessionRepository(database)
    for record in records:
        repository.begin(record)
        assert record.baseline is not None
        repository.set_baseline(record.id, record.baseline)
        for one in record.reps:
            repository.add_rep(record.id, one, [])


def test_each_exercise_has_its_own_last_time(database: Database) -> None:
    stored(
        database,
        session(9, rep(0, "snarl"), rep(1, "snarl", scored=False)),
        session(5, rep(0, "snarl", scored=False), rep(1, "smile")),
        session(2, rep(0, "smile"), rep(1, "pucker"), rep(2, "smile")),
    )
    now = session(0, rep(0, "smile"), rep(1, "snarl"), rep(2, "brow"))
    stored(database, now)
    found = last_time(database, now)
    assert set(found) == {"smile", "snarl"}
    assert found["smile"].created == CREATED - timedelta(days=2)
    assert [r.index for r in found["smile"].reps] == [0, 2]
    assert found["smile"].baseline == CALIPER
    assert found["snarl"].created == CREATED - timedelta(days=9)  # not the one without a score
    assert [r.scored for r in found["snarl"].reps] == [True, False]


@pytest.mark.parametrize(
    "other",
    [
        {"affected": Affected.RIGHT},
        {"affected": None},
        {"source": DRAWN_SOURCE},
        {"created": CREATED + timedelta(days=1)},  # later
    ],
)
def test_what_cannot_be_compared_is_no_last_time(
    database: Database, other: dict[str, object]
) -> None:
    stored(database, session(3, **other))
    assert last_time(database, session(0)) == {}


def test_the_drawn_face_is_compared_with_itself_and_an_unknown_side_with_an_unknown_one(
    database: Database,
) -> None:
    stored(database, session(3, source=DRAWN_SOURCE), session(2, affected=None))
    assert set(last_time(database, session(0, source=DRAWN_SOURCE))) == {"smile"}
    assert set(last_time(database, session(0, affected=None))) == {"smile"}


def test_two_sessions_of_one_moment_are_not_each_others_past(database: Database) -> None:
    one, other = sorted((session(0), session(0)), key=lambda record: record.id)
    stored(database, one, other)
    assert [bool(last_time(database, r)) for r in (one, other)] == [False, True]


def test_nothing_scored_nothing_to_compare(database: Database) -> None:
    stored(database, session(3))
    assert last_time(database, session(0, rep(0, scored=False))) == {}
