"""What belongs to a session besides its numbers: answers, kept stills, the day it was on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from coach.domain.course import CourseEntry, CourseKind
from coach.domain.errors import InputError
from coach.domain.feedback import SessionFeedback
from coach.domain.session import SourceRecord
from coach.domain.still import Pose, Still
from coach.storage.database import Database
from coach.storage.feedback import FeedbackRepository
from coach.storage.ids import new_id
from coach.storage.practice_days import practice_days
from coach.storage.sessions import SessionRepository
from coach.storage.snapshots import SnapshotRepository
from tests.fixtures.records import DRAWN_SOURCE, SOURCE, smile_header, smile_rep

NOW = datetime(2026, 3, 14, 10, 0, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "log.db") as opened:
        yield opened


def _session(
    database: Database,
    created: datetime = NOW,
    *,
    reps: int = 1,
    source: SourceRecord = SOURCE,
) -> str:
    repository = SessionRepository(database)
    header = replace(smile_header(new_id()), created=created, source=source)
    repository.begin(header)
    for index in range(reps):
        repository.add_rep(header.id, smile_rep(index), [])
    return header.id


def test_answers_are_kept_and_can_be_changed(database: Database) -> None:
    repository, session = FeedbackRepository(database), _session(database)
    assert repository.of(session) is None
    repository.save(SessionFeedback(session, NOW, effort=2))
    changed = SessionFeedback(session, NOW, effort=2, pain=0, note="Tight in the cold. Ñ 漢")
    repository.save(changed)
    assert repository.of(session) == changed
    assert SessionRepository(database).load(session).feedback == changed


@pytest.mark.parametrize("wrong", [-1, 5])
def test_an_answer_outside_the_scale_is_refused(database: Database, wrong: int) -> None:
    session = _session(database)
    with pytest.raises(InputError):
        FeedbackRepository(database).save(SessionFeedback(session, NOW, pain=wrong))


def test_answers_belong_to_a_session_and_go_with_it(database: Database) -> None:
    repository, session = FeedbackRepository(database), _session(database)
    with pytest.raises(InputError):
        repository.save(SessionFeedback("nothing", NOW, effort=1))
    repository.save(SessionFeedback(session, NOW, effort=1))
    SessionRepository(database).delete(session)
    assert repository.of(session) is None


def test_stills_are_kept_replaced_and_deleted_for_good(database: Database) -> None:
    repository, session = SnapshotRepository(database), _session(database)
    assert repository.of(session) == {}
    stills = [Still(session, pose, NOW, (64, 48), PNG + pose.encode()) for pose in Pose]
    repository.keep(stills)
    repository.keep(stills)
    assert repository.of(session)[Pose.LARGEST].png == stills[1].png
    assert repository.sessions() == {session}
    assert repository.delete(session) == 2
    assert repository.sessions() == frozenset()
    # secure_delete and the emptied write-ahead log: nothing of the picture is left in the files.
    for file in database.path.parent.glob("log.db*"):
        assert PNG not in file.read_bytes()


def test_a_still_needs_its_session(database: Database) -> None:
    with pytest.raises(InputError):
        SnapshotRepository(database).keep([Still("nothing", Pose.REST, NOW, (1, 1), PNG)])


def test_a_day_is_the_persons_own(database: Database) -> None:
    madrid, tokyo = ZoneInfo("Europe/Madrid"), ZoneInfo("Asia/Tokyo")
    for when in (
        datetime(2026, 3, 28, 23, 50, tzinfo=madrid),  # the night summer time begins
        datetime(2026, 3, 29, 3, 10, tzinfo=madrid),
        datetime(2026, 10, 25, 2, 30, fold=0, tzinfo=madrid),  # the hour that comes twice
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=madrid),
        datetime(2026, 5, 2, 0, 30, tzinfo=tokyo),  # still the day before in Greenwich
    ):
        _session(database, when)
    _session(database, datetime(2026, 6, 1, 8, 0, tzinfo=UTC), reps=0)  # nothing was done
    _session(database, datetime(2026, 6, 2, 8, 0, tzinfo=UTC), source=DRAWN_SOURCE)  # by nobody
    assert practice_days(database) == {
        date(2026, 3, 28): 1,
        date(2026, 3, 29): 1,
        date(2026, 10, 25): 2,
        date(2026, 5, 2): 1,
    }
    massage = _session(database, datetime(2026, 6, 3, 8, 0, tzinfo=UTC), reps=0)
    log = SessionRepository(database)
    log.add_course(massage, CourseEntry(1.0, CourseKind.BEGUN, "massage_cheek"))
    assert date(2026, 6, 3) not in practice_days(database)
    log.add_course(massage, CourseEntry(181.0, CourseKind.DONE, "massage_cheek"))
    assert practice_days(database)[date(2026, 6, 3)] == 1
    counted = [s.created.date() for s in SessionRepository(database).list() if s.practised]
    assert Counter(counted) == practice_days(database)
