"""Brings a practice log to the program's revision; a copy is kept before anything changes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Engine

from coach.files.disk import PRIVATE
from coach.files.single import whole_file
from coach.storage.paths import make_private_folder
from coach.storage.preflight import APPLICATION_ID

if TYPE_CHECKING:
    from alembic.config import Config

#: The newest revision in `migrations/versions` (a test compares), so that opening an up-to-date
#: log need not load Alembic, which takes longer than everything else here.
NEWEST_REVISION: Final = 6

MIGRATIONS: Final = Path(__file__).parent / "migrations"

#: Copies kept beside the log; the oldest go first. Raising it costs disk space only.
BACKUPS_KEPT: Final = 5


def _config(migrations: Path) -> Config:
    from alembic.config import Config

    config = Config()
    # Config reads "%" as the start of an interpolation.
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    return config


def newest_revision(migrations: Path = MIGRATIONS) -> int:
    """The number of the newest revision in a folder."""
    from alembic.script import ScriptDirectory

    head = ScriptDirectory.from_config(_config(migrations)).get_current_head()
    return int(head) if head else 0


def upgrade(engine: Engine, migrations: Path = MIGRATIONS) -> None:
    """Run all outstanding revisions in one transaction: all of them happen, or none.

    The write lock is held from the start, so two programs that start together do it once.
    """
    from alembic import command

    config = _config(migrations)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {newest_revision(migrations)}")
    with engine.connect() as connection:
        # The version must stand in the file's own first page, where an older program looks.
        raw = connection.connection.driver_connection
        if isinstance(raw, sqlite3.Connection):
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy through SQLite's backup API, checked by opening it.

    Raises:
        sqlite3.Error: the copy could not be made or is not sound; nothing is left of it.
        OSError: the folder cannot be made, or the copy cannot take its place.
    """
    make_private_folder(target.parent)
    with whole_file(target) as copy:
        copy.touch(mode=PRIVATE)
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(copy)) as new:
            old.backup(new)  # pushed to the disk by SQLite
            new.execute("PRAGMA journal_mode = DELETE")  # one file, no -wal beside the copy
            if new.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("the copy is not sound")


def backups(path: Path) -> list[Path]:
    """The copies of a log, oldest first."""
    return sorted((path.parent / "backups").glob(f"{path.stem}-*.db"))


def back_up(path: Path, reason: str) -> Path:
    """Copy the log into its `backups` folder and drop the oldest copies.

    Args:
        path: the log.
        reason: a word for the file name, such as "before-0002".
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    folder = path.parent / "backups"
    copy = folder / f"{path.stem}-{stamp}-{reason}.db"
    copy_database(path, copy)
    for old in backups(path)[:-BACKUPS_KEPT]:
        old.unlink(missing_ok=True)
    return copy
