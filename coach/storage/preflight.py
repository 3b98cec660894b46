"""Looks at a practice log before anything is written to it."""

from __future__ import annotations

import re
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Final

from coach.domain.errors import DatabaseError, NewerDatabaseError
from coach.domain.language import tr

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER_BYTES: Final = 100
_USER_VERSION_AT: Final = 60  # https://www.sqlite.org/fileformat.html, section 1.3
_APPLICATION_ID_AT: Final = 68

#: Marks our files ("FCPL", facial coach practice log).
APPLICATION_ID: Final = int.from_bytes(b"FCPL", "big")


def stored_revision(path: Path, known: int) -> int:
    """The revision number of an existing log, 0 where it is empty or absent; nothing is written.

    Args:
        path: the file.
        known: the newest revision number this program knows.

    Raises:
        NewerDatabaseError: the log is from a newer version.
        DatabaseError: the file is something else.
        OSError: the file cannot be read.
        sqlite3.Error: the file is damaged.
    """
    if path.is_symlink() and not path.exists():
        raise DatabaseError(
            tr("The practice log cannot be found: {file} points to nothing.", file=path.name),
            tr("Connect the disk that holds it, then start again."),
        )
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        raise _not_a_log(path)
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        return 0
    if not header:
        return 0
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise _not_a_log(path)
    application = int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big")
    number = int.from_bytes(header[_USER_VERSION_AT : _USER_VERSION_AT + 4], "big")
    if application == APPLICATION_ID and number > known:
        raise _newer()
    return _revision_in_tables(path, known)


def _revision_in_tables(path: Path, known: int) -> int:
    """What Alembic's own table says, read without creating or changing any file."""
    wal = path.with_name(path.name + "-wal")
    pending = wal.exists() and wal.stat().st_size > 0
    mode = "mode=ro" if pending else "mode=ro&immutable=1"
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)) as connection:
        kinds = dict(connection.execute("SELECT name, type FROM sqlite_master"))
        tables = {name for name, kind in kinds.items() if kind == "table"}
        if not kinds:
            return 0
        if not {"alembic_version", "sessions"} <= tables or "view" in kinds.values():
            raise _not_a_log(path)
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    text = str(rows[0][0]) if rows else ""
    if not re.fullmatch("[0-9]{4}", text) or not 0 < int(text) <= known:
        raise _newer()
    return int(text)


def _newer() -> NewerDatabaseError:
    return NewerDatabaseError(
        tr("The practice log was written by a newer version of this program."),
        tr("Your sessions are kept but cannot be shown. Install the newest version."),
    )


def _not_a_log(path: Path) -> DatabaseError:
    return DatabaseError(
        tr("{file} is not a practice log of this program.", file=path.name),
        tr("Move it out of {folder}, then start again.", folder=path.parent),
    )
