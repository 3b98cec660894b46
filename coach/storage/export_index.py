"""Where sessions were exported to, so that deleting one can delete these files, too."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Iterable
from pathlib import Path

from coach.files.single import replace_file
from coach.storage.paths import make_private_folder

_LOG = logging.getLogger(__name__)


class ExportIndex:
    """Files by session, in one small private file beside the log. Any thread.

    One that is broken or cannot be written is no matter for the export itself: then its files are
    not known, and a deletion says so by not counting them.

    Args:
        path: the file; None remembers nothing (demonstrations).
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.Lock()

    def add(self, session_id: str, files: Iterable[Path]) -> None:
        """Remember what was written of a session."""
        with self._lock:
            known = self._read()
            paths = [str(file.absolute()) for file in files]
            known[session_id] = list(dict.fromkeys([*known.get(session_id, []), *paths]))
            self._write(known)

    def of(self, session_ids: Iterable[str]) -> tuple[Path, ...]:
        """The files that were written of sessions, as far as they are known."""
        with self._lock:
            known = self._read()
        return tuple(Path(path) for id_ in session_ids for path in known.get(id_, ()))

    def forget(self, session_ids: Iterable[str]) -> None:
        """Sessions are no more."""
        gone = set(session_ids)
        with self._lock:
            known = self._read()
            if gone & known.keys():
                self._write({id_: paths for id_, paths in known.items() if id_ not in gone})

    def _read(self) -> dict[str, list[str]]:
        if self._path is None:
            return {}
        try:
            values = json.loads(self._path.read_bytes())
            return {str(i): [str(path) for path in paths] for i, paths in values.items()}
        except (OSError, ValueError, AttributeError, TypeError, RecursionError):
            return {}

    def _write(self, known: dict[str, list[str]]) -> None:
        if self._path is None:
            return
        try:
            make_private_folder(self._path.parent)
            replace_file(self._path, (json.dumps(known, indent=1) + "\n").encode())
        except OSError as error:
            _LOG.warning("where a session was exported to was not kept: %s", error.strerror)
