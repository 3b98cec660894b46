"""`export`: a practised session as CSV, JSON and plots."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from coach.analysis.blinks import blink_mask
from coach.domain.errors import InputError
from coach.export.session_folder import write_session
from coach.storage.database import Database
from coach.storage.paths import database_path, log_is_there
from coach.storage.sessions import SessionRepository

LATEST: Final = "latest"


def run(session: str, out: Path) -> int:
    """Write one session's files into `out`.

    Args:
        session: an id, the unique start of one, or "latest".
        out: the folder; made where it is missing.

    Raises:
        InputError: there is no such session.
        OutputError: the folder cannot be written.
        DatabaseError: the practice log cannot be read.
    """
    if not log_is_there():
        raise InputError("Nothing has been practised yet.", "Start with `python main.py`.")
    with Database.open(database_path()) as database:
        repository = SessionRepository(database)
        session_id = _find(
            session, [*(summary.id for summary in repository.list()), *repository.unreadable()]
        )
        record, frames = repository.load(session_id), repository.frames(session_id)
        written = write_session(out, record, frames, left_out=blink_mask)
    for path in written:
        print(path)
    return 0


def _find(session: str, ids: list[str]) -> str:
    if session == LATEST and ids:
        return ids[0]
    matching = [known for known in ids if session and known.startswith(session)]
    if len(matching) != 1:
        how_many = "no session" if not matching else "more than one session"
        raise InputError(
            f'There is {how_many} "{session}".', "`python main.py sessions` lists them."
        )
    return matching[0]
