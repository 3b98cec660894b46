"""What the database says, in plain sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm.exc import StaleDataError

from coach.domain.errors import DatabaseError
from coach.domain.language import mark, tr

_FULL = mark("The disk is full, so the practice log could not be written.")
_BUSY = mark("Another program is using the practice log.")
_READ_ONLY = mark("The practice log cannot be written.")
_BROKEN = mark("The practice log is damaged.")
_CANNOT_OPEN = mark("The practice log cannot be opened.")

_FREE_SPACE = mark("Free some space, then try again; what was saved before is safe.")

#: Primary result code (https://www.sqlite.org/rescode.html) -> what happened, what to do.
_BY_CODE: Final[dict[int, tuple[str, str]]] = {
    sqlite3.SQLITE_FULL: (_FULL, _FREE_SPACE),
    sqlite3.SQLITE_BUSY: (_BUSY, mark("Close other windows of this program, then try again.")),
    sqlite3.SQLITE_LOCKED: (_BUSY, mark("Close other windows of this program, then try again.")),
    sqlite3.SQLITE_READONLY: (_READ_ONLY, mark("Check that you may write to {folder}.")),
    sqlite3.SQLITE_PERM: (_READ_ONLY, mark("Check that you may write to {folder}.")),
    sqlite3.SQLITE_CANTOPEN: (_CANNOT_OPEN, mark("Check that you may write to {folder}.")),
    sqlite3.SQLITE_CORRUPT: (
        _BROKEN,
        mark("Put back a copy from {folder}/backups, or move it away."),
    ),
    sqlite3.SQLITE_NOTADB: (
        mark("The file of the practice log is not a practice log."),
        mark("Move {file} out of {folder}, then start again."),
    ),
    sqlite3.SQLITE_IOERR: (
        mark("The disk could not read or write the practice log."),
        mark("Check that there is free space and that {folder} is still there."),
    ),
}


def explain_sqlite(error: sqlite3.Error, path: Path) -> DatabaseError:
    """The plain sentences for an SQLite error."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else -1
    message, hint = _BY_CODE.get(
        primary,
        (
            mark("The practice log did not work."),
            mark("Start again; the log file of the program says more."),
        ),
    )
    return DatabaseError(tr(message), tr(hint, folder=path.parent, file=path.name))


def _corrupt() -> sqlite3.Error:
    error = sqlite3.DatabaseError("not UTF-8")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def damaged() -> DatabaseError:
    """A session's entry that holds what no program wrote."""
    return DatabaseError(
        tr("This session's entry in the practice log is damaged."),
        tr("The other sessions are not affected."),
    )


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLAlchemy, SQLite and the file system into `DatabaseError`."""
    try:
        yield
    except StaleDataError as error:
        raise DatabaseError(
            tr("This session was changed elsewhere at the same time."),
            tr("Open it again, then retry."),
        ) from error
    except SQLAlchemyError as error:
        cause = getattr(error, "orig", None)
        plain = cause if isinstance(cause, sqlite3.Error) else sqlite3.Error(str(error))
        raise explain_sqlite(plain, path) from error
    except sqlite3.Error as error:
        raise explain_sqlite(error, path) from error
    except UnicodeError as error:  # a name in the file, or SQLite's word about it, is not UTF-8
        raise explain_sqlite(_corrupt(), path) from error
    except OSError as error:
        raise DatabaseError(
            tr(
                "The practice log cannot be opened: {reason}.",
                reason=(error.strerror or "no access").lower(),
            ),
            tr("Check that you may write to {folder}.", folder=path.parent),
        ) from error
