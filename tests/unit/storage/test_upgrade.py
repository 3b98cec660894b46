from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import coach.storage.models
import coach.storage.person_models  # noqa: F401 (both fill the metadata)
from coach.domain.course import Asked, CourseEntry, CourseKind
from coach.domain.errors import DatabaseError
from coach.domain.profile import Profile
from coach.storage import upgrade
from coach.storage.base import Base
from coach.storage.database import Database
from coach.storage.practice_days import practice_days
from coach.storage.profiles import ProfileRepository
from coach.storage.sessions import SessionRepository
from coach.storage.upgrade import BACKUPS_KEPT, MIGRATIONS, NEWEST_REVISION, newest_revision
from tests.fixtures.records import (
    BASELINE,
    smile_frames,
    smile_header,
    smile_rep,
    smile_session,
)

NEXT = NEWEST_REVISION + 1

GOOD = f'''
import sqlalchemy as sa
from alembic import op
revision = "{NEXT:04d}"
down_revision = "{NEWEST_REVISION:04d}"
def upgrade():
    op.add_column("sessions", sa.Column("note", sa.String(200), nullable=True))
'''
BROKEN = GOOD + '    op.execute("DELETE FROM reps")\n    op.execute("SELECT * FROM nowhere")\n'


def later_program(tmp_path: Path, revision: str) -> Path:
    """The migrations of a program one revision ahead."""
    folder = tmp_path / "later"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "rev_next.py").write_text(revision)
    return folder


def log_with_a_rep(path: Path) -> None:
    with Database.open(path) as database:
        repository = SessionRepository(database)
        repository.begin(smile_header())
        repository.add_rep(smile_header().id, smile_rep(0), smile_frames(1))


def test_the_tables_are_what_the_models_say(tmp_path: Path) -> None:
    with Database.open(tmp_path / "x.db") as database, database.reading() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_newest_revision_is_the_one_named() -> None:
    assert newest_revision() == NEWEST_REVISION


def test_revisions_are_numbered_in_order() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    numbers = [int(revision.revision) for revision in script.walk_revisions()]
    assert numbers == list(range(NEWEST_REVISION, 0, -1))


def test_every_revision_can_be_taken_back(tmp_path: Path) -> None:
    from alembic import command

    with Database.open(tmp_path / "x.db") as database, database.writing() as session:
        config = upgrade._config(MIGRATIONS)
        config.attributes["connection"] = session.connection()
        command.downgrade(config, "base")
        names = session.connection().exec_driver_sql("SELECT name FROM sqlite_master").scalars()
        assert "sessions" not in set(names)


def test_an_older_log_is_copied_then_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "data" / "practice.db"
    log_with_a_rep(path)
    later = later_program(tmp_path, GOOD)
    with Database.open(path, migrations=later, newest=NEXT) as database:
        assert SessionRepository(database).load(smile_header().id).reps == (smile_rep(0),)
        assert database.check() == []
    (copy,) = (path.parent / "backups").iterdir()
    assert copy.stat().st_mode & 0o777 == 0o600
    with Database.open(copy) as database:  # the older program reads the copy
        assert SessionRepository(database).load(smile_header().id).reps == (smile_rep(0),)
    Database.open(path, migrations=later, newest=NEXT).close()
    assert len(list((path.parent / "backups").glob("*before*"))) == 1  # nothing to do, no copy


def as_it_was(path: Path, revision: int) -> None:
    """Take a log back to what an older program wrote."""
    from alembic import command

    with Database.open(path) as database, database.writing() as session:
        config = upgrade._config(MIGRATIONS)
        config.attributes["connection"] = session.connection()
        command.downgrade(config, f"{revision:04d}")
        session.connection().exec_driver_sql(f"PRAGMA user_version = {revision}")
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def test_a_log_without_a_course_gets_one(tmp_path: Path) -> None:
    path, record = tmp_path / "practice.db", smile_session()
    asked = Asked(4.5, 2.0, 3.0, 2.0, eased=False)
    reps = tuple(replace(rep, asked=asked) for rep in record.reps)
    with Database.open(path) as database:
        repository = SessionRepository(database)
        repository.begin(record)
        repository.set_baseline(record.id, BASELINE)
        for rep in reps:
            repository.add_rep(record.id, rep, smile_frames(1, start_s=12.0 * rep.index))
        repository.add_course(record.id, CourseEntry(1.0, CourseKind.BEGUN, "smile_closed"))
        repository.finish(record.id, record.source, record.quality, True)
    as_it_was(path, 4)
    with closing(sqlite3.connect(path)) as raw:
        columns = {row[1] for row in raw.execute("PRAGMA table_info(reps)")}
        assert "eased" not in columns
        assert raw.execute("SELECT COUNT(*) FROM reps").fetchone() == (3,)
    with Database.open(path) as database:
        repository = SessionRepository(database)
        assert repository.load(record.id) == record  # all of it; what was asked is not known
        assert len(repository.frames(record.id)) == 3 * 360
        assert practice_days(database) == {record.created.date(): 1}
        entry = CourseEntry(2.0, CourseKind.SWAPPED, "smile_closed", "pucker")
        repository.add_course(record.id, entry)
        repository.add_rep(record.id, replace(smile_rep(3), asked=asked), [])
        loaded = repository.load(record.id)
        assert (loaded.course, loaded.reps[3].asked) == ((entry,), asked)
        assert database.check() == []
    kept = [copy.name for copy in (tmp_path / "backups").iterdir()]
    assert [name.endswith(f"before-{NEWEST_REVISION:04d}.db") for name in kept] == [True]


def test_answers_of_before_are_open_again(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    told = Profile(child=True, operated=False, injected=False)
    with Database.open(path) as database:
        ProfileRepository(database).save(told, 0)
    as_it_was(path, 5)
    for _ in range(2):  # the second time nothing is to be done
        with Database.open(path) as database:
            stored = ProfileRepository(database).load()
            assert stored.profile == replace(told, operated=None, injected=None)
    with Database.open(path) as database:
        ProfileRepository(database).save(told, stored.version)
        assert ProfileRepository(database).load().profile == told


def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    log_with_a_rep(path)
    later = later_program(tmp_path, BROKEN)
    with pytest.raises(DatabaseError):
        Database.open(path, migrations=later, newest=NEXT)
    with closing(sqlite3.connect(path)) as raw:
        columns = {row[1] for row in raw.execute("PRAGMA table_info(sessions)")}
    assert "note" not in columns
    with Database.open(path) as database:
        assert SessionRepository(database).load(smile_header().id).reps == (smile_rep(0),)


def test_without_a_copy_there_is_no_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    log_with_a_rep(path)
    (tmp_path / "backups").write_text("a file is in the way")
    later = later_program(tmp_path, GOOD)
    with pytest.raises(DatabaseError):
        Database.open(path, migrations=later, newest=NEXT)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (NEWEST_REVISION,)


def test_a_copy_that_is_not_sound_is_none(tmp_path: Path) -> None:
    damaged = tmp_path / "practice.db"
    damaged.write_bytes(b"SQLite format 3\0" + b"no log" * 1000)
    with pytest.raises(sqlite3.DatabaseError):
        upgrade.copy_database(damaged, tmp_path / "backups" / "copy.db")
    assert list((tmp_path / "backups").iterdir()) == []


def test_old_copies_go(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    log_with_a_rep(path)
    copies = [upgrade.back_up(path, "test") for _ in range(BACKUPS_KEPT + 2)]
    assert sorted((tmp_path / "backups").iterdir()) == sorted(copies[2:])
