"""The practice log as a file: opening, transactions, checks, copies."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session

from coach.storage.failures import damaged, plain_errors
from coach.storage.paths import make_private_folder
from coach.storage.preflight import stored_revision
from coach.storage.upgrade import (
    MIGRATIONS,
    NEWEST_REVISION,
    back_up,
    backups,
    copy_database,
    upgrade,
)
from coach.storage.values import DAMAGE

#: How long one program waits for another's transaction. Ours take milliseconds; a virus scanner
#: may hold the file for a second or two.
BUSY_TIMEOUT_MS: Final = 5000

#: WAL: readers never wait for the recorder. FULL: a committed repetition survives a power cut.
#: secure_delete: what a person deletes is overwritten, not only unlinked.
_PRAGMAS: Final = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)


class Database:
    """An open practice log. Any thread may use it; each call has its own connection."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self._engine = engine
        self._writer = engine.execution_options(begin_mode="IMMEDIATE")
        self._joined = threading.local()  # the session of this thread's `together`

    @classmethod
    def open(
        cls, path: Path, *, migrations: Path = MIGRATIONS, newest: int = NEWEST_REVISION
    ) -> Self:
        """Open the log, creating or upgrading it where needed.

        A new folder gets mode 0700 and the file 0600. Before an upgrade a copy is made in
        `backups/` beside the file.

        Args:
            path: the file.
            migrations: Alembic's folder.
            newest: the number of its newest revision.

        Raises:
            NewerDatabaseError: written by a newer version; the file is not touched.
            DatabaseError: not a log, damaged, not writable, disk full.
        """
        with plain_errors(path):
            found = stored_revision(path, newest)
            _prepare_file(path)
            engine = _engine(path)
            database = cls(path, engine)
            try:
                if found < newest:
                    if found:
                        back_up(path, f"before-{newest:04d}")
                    upgrade(database._writer, migrations)
                with database.writing():
                    pass  # says at once, not in the middle of a session, when it cannot be written
            except BaseException:
                engine.dispose()
                raise
        return database

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A consistent view; nothing in it is written.

        Raises:
            DatabaseError: the log cannot be read.
        """
        with plain_errors(self._path), Session(self._engine) as session:
            try:
                yield session
            except DAMAGE as error:
                raise damaged() from error

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction, committed and on the disk when the block ends without an error.

        Raises:
            DatabaseError: it could not be written; then nothing of it is kept.
        """
        joined: Session | None = getattr(self._joined, "session", None)
        if joined is not None:
            with plain_errors(self._path):
                yield joined
                joined.flush()
            return
        with plain_errors(self._path), Session(self._writer) as session, session.begin():
            session.connection()  # takes the write lock now rather than at the first change
            yield session

    @contextmanager
    def together(self) -> Iterator[None]:
        """What this thread writes in the block is one transaction: all of it is kept, or nothing.

        Raises:
            DatabaseError: it could not be written.
        """
        with self.writing() as session:
            self._joined.session = session
            try:
                yield
            finally:
                del self._joined.session

    def check(self) -> list[str]:
        """Problems that SQLite finds in the file; empty where it is sound. Reads all of it.

        Raises:
            DatabaseError: the file cannot be read at all.
        """
        with plain_errors(self._path), self._engine.connect() as connection:
            found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        problems = [] if found == ["ok"] else found
        return problems + [f"a row in {row[0]} belongs to nothing" for row in orphans]

    def copy_to(self, target: Path) -> None:
        """A consistent copy, also while a session is being recorded.

        Raises:
            DatabaseError: it could not be made; nothing is left of it.
        """
        with plain_errors(target):
            copy_database(self._path, target)

    def flush(self) -> None:
        """Move the write-ahead log into the file, so that deleted data are gone from both."""
        with plain_errors(self._path), self._engine.connect() as connection:
            _driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def shed(self) -> None:
        """Leave nothing of what was deleted, wherever a copy of it may be.

        Neither in the file's free pages, nor in the write-ahead log, nor in the copies that were
        made before upgrades.

        Raises:
            DatabaseError: the file cannot be rewritten, or a copy cannot be deleted.
        """
        self.flush()
        with plain_errors(self._path):
            with self._engine.connect() as connection:
                _driver(connection).execute("VACUUM").fetchall()
            for copy in backups(self._path):
                copy.unlink(missing_ok=True)
        self.flush()

    def close(self) -> None:
        """Close all connections; idempotent."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _prepare_file(path: Path) -> None:
    """Make the folder and the file readable by this person only."""
    make_private_folder(path.parent)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with suppress(OSError):  # a shared file system may not know modes
        path.chmod(0o600)


def _engine(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own BEGIN comes too late (after the first read) and not at all for tables.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma).fetchall()


def _on_begin(connection: Connection) -> None:
    mode = connection.get_execution_options().get("begin_mode", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {mode}")


def _driver(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError("the practice log is not an SQLite file")
    return raw
