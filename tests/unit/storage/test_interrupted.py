"""Sessions that broke off are found, gone on with, or put aside: on a real database file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from coach.domain.course import CourseEntry, CourseKind, PastRep
from coach.domain.errors import DatabaseError
from coach.domain.quality import RepReason
from coach.domain.session import SessionRecord, SourceRecord
from coach.storage.database import Database
from coach.storage.ids import new_id
from coach.storage.interrupted import InterruptedSessions
from coach.storage.models import CourseRow
from coach.storage.sessions import SessionRepository
from tests.fixtures.records import DRAWN_SOURCE, SOURCE, smile_session

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
DAY = NOW - timedelta(days=1)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "practice.db") as opened:
        yield opened


def begin(
    database: Database,
    at: datetime,
    reps: int = 2,
    plan: tuple[str, ...] = ("smile_closed", "pucker"),
    source: SourceRecord = SOURCE,
) -> SessionRecord:
    made = replace(smile_session(), id=new_id(), created=at, source=source)
    record = replace(made, plan=plan, plan_id="p", movement=None, reps=made.reps[:reps])
    repository = SessionRepository(database)
    repository.begin(record)
    for rep in record.reps:
        repository.add_rep(record.id, rep, [])
    return record


def finish(database: Database, record: SessionRecord, finished: bool) -> None:
    SessionRepository(database).finish(record.id, record.source, record.quality, finished)


def test_a_session_that_was_never_closed_is_found(database: Database) -> None:
    record = begin(database, NOW - timedelta(hours=2))
    found = InterruptedSessions(database).newest(DAY)
    assert found is not None
    assert (found.id, found.plan, found.plan_id) == (record.id, record.plan, "p")
    assert found.affected == record.affected
    assert found.history == tuple(PastRep(r.exercise_id, r.reason) for r in record.reps)


def test_what_became_of_the_exercises_stands_among_the_repetitions(database: Database) -> None:
    record = begin(database, NOW)  # repetitions end at 10.8 and 22.8 s
    course = (
        CourseEntry(0.5, CourseKind.BEGUN, "smile_closed"),
        CourseEntry(11.0, CourseKind.EASED, "smile_closed"),
        CourseEntry(22.8, CourseKind.DONE, "smile_closed"),
        CourseEntry(22.8, CourseKind.BEGUN, "pucker"),
    )
    for entry in course:
        SessionRepository(database).add_course(record.id, entry)
    found = InterruptedSessions(database).newest(DAY)
    assert found is not None
    one, two = (PastRep(r.exercise_id, r.reason) for r in record.reps)
    assert found.history == (course[0], one, course[1], two, course[2], course[3])


def test_a_damaged_course_is_said_in_plain_words(database: Database) -> None:
    record = begin(database, NOW)
    entry = CourseEntry(0.5, CourseKind.BEGUN, "smile_closed")
    SessionRepository(database).add_course(record.id, entry)
    with database.writing() as session:
        session.execute(update(CourseRow).values(kind="danced"))
    with pytest.raises(DatabaseError, match="damaged"):
        InterruptedSessions(database).newest(DAY)


def test_a_lost_camera_ends_it_but_it_is_offered(database: Database) -> None:
    record = begin(database, NOW)
    finish(database, record, finished=False)
    assert InterruptedSessions(database).newest(DAY) is not None


def test_finished_old_or_put_aside_is_not(database: Database) -> None:
    log = InterruptedSessions(database)
    assert log.newest(DAY) is None
    begin(database, DAY - timedelta(minutes=1))
    assert log.newest(DAY) is None
    finish(database, begin(database, NOW - timedelta(hours=3)), finished=True)
    assert log.newest(DAY) is None
    aside = begin(database, NOW - timedelta(hours=1))
    log.put_aside(aside.id)
    assert log.newest(DAY) is None


def test_what_was_practised_since_stands_in_front(database: Database) -> None:
    begin(database, NOW - timedelta(hours=3))
    finish(database, begin(database, NOW - timedelta(hours=1)), finished=True)
    assert InterruptedSessions(database).newest(DAY) is None


def test_the_drawn_faces_practice_stands_behind_the_persons(database: Database) -> None:
    log = InterruptedSessions(database)
    drawn = begin(database, NOW - timedelta(hours=1), source=DRAWN_SOURCE)
    found = log.newest(DAY)
    assert found is not None
    assert found.id == drawn.id  # a demonstration alone can be gone on with
    own = begin(database, NOW - timedelta(hours=3))
    found = log.newest(DAY)
    assert found is not None
    assert found.id == own.id


def test_what_the_drawn_face_went_on_with_is_still_the_persons_to_do(database: Database) -> None:
    log = InterruptedSessions(database)
    own = begin(database, NOW - timedelta(hours=3))
    drawn = begin(database, NOW - timedelta(hours=2), source=DRAWN_SOURCE)
    log.go_on(own.id, drawn.id)
    finish(database, drawn, finished=True)
    found = log.newest(DAY)
    assert found is not None
    assert (found.id, len(found.history)) == (own.id, 2)


def test_going_on_twice_keeps_all_that_was_done(database: Database) -> None:
    log = InterruptedSessions(database)
    first = begin(database, NOW - timedelta(hours=3), reps=2)
    second = begin(database, NOW - timedelta(hours=1), reps=1, plan=("pucker", "smile_closed"))
    log.go_on(first.id, second.id)
    found = log.newest(DAY)
    assert found is not None
    assert found.id == second.id
    assert found.created == first.created
    assert found.plan == first.plan
    assert len(found.history) == 3


def test_an_unknown_session_changes_nothing(database: Database) -> None:
    log = InterruptedSessions(database)
    log.put_aside(new_id())
    log.go_on(new_id(), new_id())
    assert RepReason.HURT.value == "hurt"
