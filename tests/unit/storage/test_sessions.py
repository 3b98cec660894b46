from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from coach.domain.blinks import BlinkSummary, CornerWithBlinks
from coach.domain.errors import DatabaseError, InputError
from coach.domain.session import BaselineRecord, PerSide, SessionRecord
from coach.domain.sides import Affected
from coach.export.measures_csv import measures_csv
from coach.storage.database import Database
from coach.storage.frame_codec import MAX_FRAMES
from coach.storage.ids import new_id
from coach.storage.sessions import SessionRepository
from tests.fixtures.any_records import sessions
from tests.fixtures.records import (
    BASELINE,
    CREATED,
    SOURCE,
    smile_frames,
    smile_header,
    smile_rep,
    smile_session,
)

ID = smile_header().id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "practice.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with Database.open(path) as opened:
        yield opened


@pytest.fixture
def repository(database: Database) -> SessionRepository:
    return SessionRepository(database)


@pytest.fixture(scope="module")
def shared() -> Iterator[SessionRepository]:
    with (
        tempfile.TemporaryDirectory() as folder,
        Database.open(Path(folder) / "practice.db") as opened,
    ):
        yield SessionRepository(opened)


def store(repository: SessionRepository, record: SessionRecord) -> None:
    repository.begin(replace(record, reps=(), baseline=None))
    if record.baseline is not None:
        repository.set_baseline(record.id, record.baseline)
    for rep in record.reps:
        repository.add_rep(record.id, rep, [])
    for look in record.drift:
        repository.add_drift(record.id, look)
    for check in record.spontaneous:
        repository.add_spontaneous(record.id, check)
    for entry in record.course:
        repository.add_course(record.id, entry)
    repository.finish(record.id, record.source, record.quality, record.finished)


@given(record=sessions)
def test_any_session_comes_back_as_it_was(shared: SessionRepository, record: SessionRecord) -> None:
    record = replace(record, id=new_id())
    store(shared, record)
    loaded = shared.load(record.id)
    assert loaded == record
    assert loaded.created.utcoffset() == record.created.utcoffset()


def test_a_practised_session_comes_back_after_a_restart(path: Path) -> None:
    record, frames = smile_session(), smile_frames()
    with Database.open(path) as database:
        repository = SessionRepository(database)
        repository.begin(smile_header())
        repository.set_baseline(ID, BASELINE)
        repository.add_frames(ID, frames[:60])
        for i, rep in enumerate(record.reps):
            repository.add_rep(ID, rep, frames[60 + 300 * i : 60 + 300 * (i + 1)])
        repository.add_frames(ID, frames[960:])
        repository.finish(ID, record.source, record.quality, True)
    with Database.open(path) as database:
        repository = SessionRepository(database)
        assert repository.load(ID) == record
        assert measures_csv(repository.frames(ID)) == measures_csv(frames)


def test_the_list_is_newest_first_and_counts(repository: SessionRepository) -> None:
    store(repository, smile_session())
    repository.add_frames(ID, smile_frames())
    later = CREATED.astimezone(UTC) + timedelta(minutes=1)
    repository.begin(replace(smile_header("later"), created=later, affected=None, plan=()))
    newest, oldest = repository.list()
    assert (newest.id, newest.interrupted, newest.valid_share) == ("later", True, None)
    assert (newest.reps, newest.scored, newest.flags) == (0, 0, 0)
    assert newest.duration == timedelta(0)
    assert (oldest.id, oldest.interrupted, oldest.finished) == (ID, False, True)
    assert (oldest.reps, oldest.scored, oldest.flags) == (3, 2, 2)
    assert oldest.affected is Affected.LEFT
    assert oldest.plan == ("rest", "smile_closed")
    assert oldest.created == CREATED
    assert not oldest.drawn
    # The first to the last of 1080 frames at 30 fps.
    assert oldest.duration.total_seconds() == pytest.approx(1079 / 30, abs=1e-6)


def test_a_session_that_was_never_closed_still_tells_its_quality(
    repository: SessionRepository,
) -> None:
    frames = smile_frames(reps=3)
    repository.begin(smile_header())
    for i in range(3):
        repository.add_rep(ID, smile_rep(i), frames[360 * i : 360 * (i + 1)])
    record = repository.load(ID)
    assert not record.finished
    assert record.quality.reasons == {"yaw": 10, "no_face": 5}
    assert record.quality.valid_share == pytest.approx(1 - 15 / 1080)
    assert record.quality.effective_fps == pytest.approx(30, abs=1e-3)


def test_an_empty_unclosed_session_has_no_quality(repository: SessionRepository) -> None:
    repository.begin(smile_header())
    assert repository.load(ID).quality.effective_fps == 0
    assert repository.frames(ID) == []


def test_a_second_baseline_replaces_the_first(repository: SessionRepository) -> None:
    repository.begin(smile_header())
    repository.set_baseline(ID, BASELINE)
    second = BaselineRecord(PerSide(9.0, None), 0.3, {})
    repository.set_baseline(ID, second)
    assert repository.load(ID).baseline == second


def test_what_is_no_number_is_kept_as_missing(repository: SessionRepository) -> None:
    repository.begin(smile_header())
    repository.set_baseline(ID, BaselineRecord(PerSide(math.nan, 1.0), math.nan, {"x": math.nan}))
    rep = replace(
        smile_rep(0), start_s=math.nan, excursion_mm=PerSide(math.inf, 2.0), uncertainty_mm=math.nan
    )
    repository.add_rep(ID, rep, [])
    record = repository.load(ID)
    assert record.baseline is not None
    assert record.baseline.palpebral_fissure_mm == PerSide(None, 1.0)
    assert math.isnan(record.baseline.mm_per_px)
    assert math.isnan(record.baseline.noise_sd_mm["x"])
    assert math.isnan(record.reps[0].start_s)
    assert record.reps[0].excursion_mm == PerSide(None, 2.0)
    assert record.reps[0].uncertainty_mm is None


def test_a_long_stretch_is_split(repository: SessionRepository) -> None:
    frames = smile_frames(reps=15)
    assert len(frames) > MAX_FRAMES
    repository.begin(smile_header())
    repository.add_frames(ID, frames)
    assert [f.measures.index for f in repository.frames(ID)] == list(range(len(frames)))


def test_no_frames_are_no_commit(repository: SessionRepository) -> None:
    repository.begin(smile_header())
    repository.add_frames(ID, [])
    assert repository.frames(ID) == []


def test_a_time_zone_is_kept(repository: SessionRepository) -> None:
    moment = datetime(2026, 7, 1, 8, 30, tzinfo=ZoneInfo("Europe/Madrid"))
    repository.begin(replace(smile_header(), created=moment))
    loaded = repository.load(ID).created
    assert loaded.isoformat() == "2026-07-01T08:30:00+02:00"
    assert loaded.tzinfo == ZoneInfo("Europe/Madrid")


def test_a_zone_that_this_machine_does_not_know_leaves_the_offset(
    repository: SessionRepository, database: Database
) -> None:
    repository.begin(smile_header())
    with database.writing() as session:
        session.connection().exec_driver_sql("UPDATE sessions SET created_zone = 'Mars/Olympus'")
    assert repository.load(ID).created.utcoffset() == CREATED.utcoffset()


def test_a_time_without_an_offset_is_refused(repository: SessionRepository) -> None:
    with pytest.raises(ValueError, match="no offset"):
        repository.begin(replace(smile_header(), created=datetime(2026, 1, 1)))  # noqa: DTZ001
    assert repository.list() == []


def test_unknown_sessions_are_said_so(repository: SessionRepository) -> None:
    calls = (
        lambda: repository.load("x"),
        lambda: repository.frames("x"),
        lambda: repository.add_rep("x", smile_rep(0), []),
        lambda: repository.add_frames("x", smile_frames(1)[:2]),
        lambda: repository.set_baseline("x", BASELINE),
        lambda: repository.finish("x", SOURCE, smile_session().quality, True),
        lambda: repository.delete("x"),
    )
    for call in calls:
        with pytest.raises(InputError, match="no such session"):
            call()


def test_the_same_session_or_repetition_twice_is_refused(repository: SessionRepository) -> None:
    repository.begin(smile_header())
    with pytest.raises(DatabaseError, match="already"):
        repository.begin(smile_header())
    repository.add_rep(ID, smile_rep(0), smile_frames(1))
    with pytest.raises(DatabaseError):
        repository.add_rep(ID, smile_rep(0), smile_frames(1))
    assert len(repository.frames(ID)) == 360  # nothing of the refused call is kept


def test_a_damaged_entry_does_not_hide_the_others(
    repository: SessionRepository, database: Database
) -> None:
    store(repository, smile_session())
    repository.begin(smile_header("other"))
    repository.add_frames("other", smile_frames(1)[:5])
    with database.writing() as session:
        session.connection().exec_driver_sql("UPDATE reps SET movement = 'juggle'")
        session.connection().exec_driver_sql("UPDATE frame_chunks SET data = X'00'")
    with pytest.raises(DatabaseError, match="damaged"):
        repository.load(ID)
    with pytest.raises(DatabaseError, match="cannot be read"):
        repository.frames("other")
    assert len(repository.list()) == 2


def test_what_is_deleted_is_gone_from_every_file(repository: SessionRepository, path: Path) -> None:
    store(repository, replace(smile_session(), program_name="a-mark-to-look-for"))
    repository.add_frames(ID, smile_frames(1))
    repository.begin(smile_header("other"))
    repository.delete(ID)
    assert [s.id for s in repository.list()] == ["other"]
    for file in path.parent.iterdir():
        assert b"a-mark-to-look-for" not in file.read_bytes()


def test_deleting_takes_everything_along(repository: SessionRepository, database: Database) -> None:
    store(repository, smile_session())
    repository.add_frames(ID, smile_frames(1))
    repository.delete(ID)
    with database.reading() as session:
        for table in ("sessions", "baselines", "reps", "synkinesis_flags", "frame_chunks"):
            count = session.connection().exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
            assert (table, count) == (table, 0)


def test_blinks_are_kept_with_the_end_of_a_session(repository: SessionRepository) -> None:
    record = smile_session()
    repository.begin(record)
    assert repository.load(record.id).blinks is None
    blinks = BlinkSummary(
        120.0, 30, 12, 30, PerSide(41.5, None), PerSide(0.1, None), fast_enough=True
    )
    repository.finish(record.id, record.source, record.quality, True, blinks)
    assert repository.load(record.id).blinks == blinks
    corner = CornerWithBlinks(12, 4, 0, PerSide(2.25, 0.125), 1.0)
    repository.finish(
        record.id, record.source, record.quality, True, replace(blinks, corner=corner)
    )
    assert repository.load(record.id).blinks == replace(blinks, corner=corner)
