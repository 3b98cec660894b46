from __future__ import annotations

import os
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coach.domain.errors import CoachError, DatabaseError, NewerDatabaseError
from coach.storage.database import Database
from coach.storage.preflight import APPLICATION_ID
from coach.storage.sessions import SessionRepository
from coach.storage.upgrade import NEWEST_REVISION
from tests.fixtures.records import smile_frames, smile_header, smile_rep


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "coach 100% data" / "practice.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with Database.open(path) as opened:
        yield opened


def pragma(database: Database, name: str) -> object:
    with database.reading() as session:
        return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()}


def add_reps(repository: SessionRepository, start: int = 0) -> None:
    """More than any small disk holds."""
    for index in range(start, start + 1000):
        repository.add_rep(smile_header().id, smile_rep(index), smile_frames(1))


def test_the_file_is_private(database: Database, path: Path) -> None:
    SessionRepository(database).begin(smile_header())
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert {p.stat().st_mode & 0o777 for p in path.parent.iterdir()} == {0o600}


def test_an_existing_folder_keeps_its_mode(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    Database.open(folder / "practice.db").close()
    assert folder.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("secure_delete", 1),
        ("application_id", APPLICATION_ID),
        ("user_version", NEWEST_REVISION),
    ],
)
def test_how_it_is_kept(database: Database, name: str, value: object) -> None:
    assert pragma(database, name) == value


def test_opening_again_changes_nothing(path: Path) -> None:
    Database.open(path).close()
    before = snapshot(path.parent)
    Database.open(path).close()
    assert {n: data for n, (data, _) in snapshot(path.parent).items()} == {
        n: data for n, (data, _) in before.items()
    }


@pytest.mark.parametrize("mark", ["user_version", "alembic_version"])
def test_a_newer_log_is_refused_and_not_touched(path: Path, mark: str) -> None:
    Database.open(path).close()
    with closing(sqlite3.connect(path)) as raw:
        if mark == "user_version":
            raw.execute(f"PRAGMA user_version = {NEWEST_REVISION + 1}")
        else:
            raw.execute("UPDATE alembic_version SET version_num = 'a1b2c3'")
        raw.commit()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = snapshot(path.parent)
    with pytest.raises(NewerDatabaseError, match="newer version"):
        Database.open(path)
    assert snapshot(path.parent) == before


def test_a_newer_log_whose_newness_is_still_in_the_wal_is_refused(path: Path) -> None:
    Database.open(path).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0999'")
        raw.commit()
        copy = path.parent.parent / "copy"
        copy.mkdir()
        for file in path.parent.iterdir():  # as a killed program leaves it
            (copy / file.name).write_bytes(file.read_bytes())
    (copy / "practice.db-shm").unlink()
    before = (copy / "practice.db").read_bytes()
    with pytest.raises(NewerDatabaseError):
        Database.open(copy / "practice.db")
    assert (copy / "practice.db").read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"hello", b"PK\x03\x04" + bytes(500), bytes(4096), b"SQLite format 3\x00"]
)
def test_something_else_is_not_a_log_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "practice.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseError, match="not a practice log"):
        Database.open(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_not_a_log(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE songs (title TEXT)")
        raw.commit()
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match="not a practice log"):
        Database.open(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_log(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    path.touch()
    with Database.open(path) as database:
        assert database.check() == []


@pytest.mark.parametrize("damage", ["tail", "schema", "pages"])
def test_a_damaged_log_is_said_so_plainly(path: Path, damage: str) -> None:
    with Database.open(path) as database:
        repository = SessionRepository(database)
        repository.begin(smile_header())
        for i in range(5):
            repository.add_rep(smile_header().id, smile_rep(i), smile_frames(1))
    data = bytearray(path.read_bytes())
    if damage == "tail":
        del data[len(data) // 3 :]
    elif damage == "schema":
        data[100:4096] = os.urandom(3996)
    else:
        data[4096:] = bytes(len(data) - 4096)
    path.write_bytes(data)

    def problems() -> list[str]:
        try:
            with Database.open(path) as database:
                SessionRepository(database).list()
                return database.check()
        except DatabaseError as error:
            return [error.message]

    assert problems()


@pytest.mark.parametrize("place", ["under_a_file", "a_folder", "proc"])
def test_where_no_file_can_be_it_says_so(tmp_path: Path, place: str) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    path = {
        "under_a_file": file / "practice.db",
        "a_folder": tmp_path,
        "proc": Path("/proc/nothing/practice.db"),
    }[place]
    with pytest.raises(DatabaseError) as caught:
        Database.open(path)
    assert caught.value.hint
    assert file.read_text() == "x"


def test_a_full_disk_is_said_so_and_nothing_half_is_kept(database: Database) -> None:
    repository = SessionRepository(database)
    repository.begin(smile_header())
    repository.add_rep(smile_header().id, smile_rep(0), smile_frames(1))
    with database.reading() as session:  # SQLite answers a page limit as it answers a full disk
        connection = session.connection()
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseError, match="disk is full"):
        add_reps(repository, start=1)
    kept = len(repository.load(smile_header().id).reps)
    assert kept >= 1
    assert len(repository.frames(smile_header().id)) == kept * 360
    assert database.check() == []


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of one megabyte."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting a small disk needs root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True, capture_output=True)


def test_a_really_full_disk(tiny_disk: Path) -> None:
    with Database.open(tiny_disk / "practice.db") as database:
        repository = SessionRepository(database)
        repository.begin(smile_header())
        with pytest.raises(DatabaseError, match="disk"):
            add_reps(repository)
        kept = len(repository.load(smile_header().id).reps)
        assert kept > 10
        assert len(repository.frames(smile_header().id)) == kept * 360
        assert database.check() == []


def test_a_disk_too_full_for_a_new_log(tiny_disk: Path) -> None:
    (tiny_disk / "filler").write_bytes(bytes(1_040_000))
    with pytest.raises(DatabaseError, match="disk"):
        Database.open(tiny_disk / "practice.db")


def test_another_program_that_holds_the_log_is_named(path: Path, database: Database) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with database.reading() as session:
            session.connection().exec_driver_sql("PRAGMA busy_timeout = 50")
        with pytest.raises(DatabaseError, match="Another program"):
            SessionRepository(database).begin(smile_header())
        other.execute("ROLLBACK")
    SessionRepository(database).begin(smile_header())


def test_a_failed_block_leaves_nothing(database: Database) -> None:
    repository = SessionRepository(database)

    def fail() -> None:
        with database.writing() as session:
            session.connection().exec_driver_sql("DELETE FROM alembic_version")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with database.reading() as session:
        count = session.connection().exec_driver_sql("SELECT count(*) FROM alembic_version")
        assert count.scalar() == 1
    assert repository.list() == []


def test_many_threads_at_once(database: Database) -> None:
    repository = SessionRepository(database)
    problems: list[BaseException] = []

    def practise(number: int) -> None:
        session_id = f"session-{number}"
        try:
            repository.begin(smile_header(session_id))
            for i in range(5):
                repository.add_rep(session_id, smile_rep(i), smile_frames(1)[:30])
                repository.list()
        except BaseException as error:
            problems.append(error)

    threads = [threading.Thread(target=practise, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert sorted(s.reps for s in repository.list()) == [5, 5, 5, 5]
    assert database.check() == []


def test_two_programs_that_start_together_make_one_log(path: Path) -> None:
    problems: list[CoachError] = []
    gate = threading.Barrier(3)

    def start() -> None:
        gate.wait()
        try:
            Database.open(path).close()
        except CoachError as error:
            problems.append(error)

    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    with Database.open(path) as database:
        assert database.check() == []


def test_a_copy_is_complete_and_private_while_a_session_runs(
    database: Database, tmp_path: Path
) -> None:
    repository = SessionRepository(database)
    repository.begin(smile_header())
    repository.add_rep(smile_header().id, smile_rep(0), smile_frames(1))
    target = tmp_path / "copies" / "log.db"
    database.copy_to(target)
    assert target.stat().st_mode & 0o777 == 0o600
    with Database.open(target) as copy:
        loaded = SessionRepository(copy).load(smile_header().id)
    assert loaded.reps == (smile_rep(0),)


def test_a_copy_that_fails_leaves_nothing(database: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DatabaseError):
        database.copy_to(tmp_path / "file" / "log.db")
