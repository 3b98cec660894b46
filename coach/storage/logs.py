"""The program's own log: what went wrong, never who practised or what a face did."""

from __future__ import annotations

import logging
import os
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO, Final

from coach.storage.paths import make_private_folder

LOG_NAME: Final = "coach.log"
MAX_BYTES: Final = 500_000
FILES_KEPT: Final = 3

_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"

#: An absolute path (POSIX, Windows, UNC or file URL) up to a quote or the end of the line: file
#: names may hold blanks, and people name videos after patients.
_QUOTED_PATH: Final = re.compile(
    r"(?P<quote>['\"])(?:file:/{2,3}|[A-Za-z]:[\\/]|\\\\|~?/)[^'\"\n]*(?P=quote)"
)
_BARE_PATH: Final = re.compile(
    r"(?<![\w.:/\\'\"<])(?:file:/{2,3}|[A-Za-z]:[\\/]|\\\\|~?/)(?=[^\s/\\])[^\n'\"<>|:,;]*"
)
_ADDRESS: Final = re.compile(r"\b(?!file:)[a-z][a-z0-9+.-]*://[^\s'\"]+", re.IGNORECASE)
#: Parts of a path that only say which program file it is.
_PROGRAM_PART: Final = re.compile(r"(?:^|[\\/])((?:coach|site-packages|python3\.\d+)[\\/][^'\"]*)$")


class PrivateFormatter(logging.Formatter):
    """Writes records and tracebacks without folders, file names of people, or addresses."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one text, made private."""
        return make_private(super().format(record))


def make_private(text: str) -> str:
    """Replace paths and addresses; the program's own files stay, from `coach/` on."""
    text = _ADDRESS.sub("<address>", text)
    text = _QUOTED_PATH.sub(
        lambda m: f"{m['quote']}{_own_part(m[0][1:-1])}{m['quote']}",
        text,
    )
    return _BARE_PATH.sub(lambda m: _own_part(m[0]), text)


def _own_part(path: str) -> str:
    own = _PROGRAM_PART.search(path)
    return own[1] if own and own[1].endswith(".py") else "<path>"


class _PrivateFileHandler(RotatingFileHandler):
    def _open(self) -> IO[str]:  # type: ignore[override]
        fd = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(fd, self.mode, encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """A full disk must not stop a session; there is nowhere to say it."""


def start_logging(folder: Path, level: int = logging.INFO) -> Path | None:
    """Write the program's log records to a rotating file, mode 0600.

    Calling it again replaces the earlier file.

    Args:
        folder: made where it is missing.
        level: the least severe record to keep.

    Returns:
        The file, or None where the folder cannot be written: the program works without a log.
    """
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h, _PrivateFileHandler)]:
        root.removeHandler(handler)
        handler.close()
    path = folder / LOG_NAME
    try:
        make_private_folder(folder)
        handler = _PrivateFileHandler(
            path, maxBytes=MAX_BYTES, backupCount=FILES_KEPT, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(PrivateFormatter(_FORMAT))
    handler.setLevel(level)
    root.addHandler(handler)
    root.setLevel(min(level, root.level or level))
    return path
