"""What reminders remember from one start to the next, in one small file beside the settings."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from coach.files.single import replace_file
from coach.storage.paths import make_private_folder

_LOG = logging.getLogger(__name__)

_MAX_BYTES: Final = 1000


@dataclass(frozen=True, slots=True)
class ReminderMarks:
    """What is remembered.

    Attributes:
        settled: every chosen time up to here, on the person's own clock, is dealt with; None: none.
        introduced: the person was told once where the program goes when its window is closed.
    """

    settled: datetime | None = None
    introduced: bool = False


class MarkFile:
    """Reads and writes the marks; a file that is broken or cannot be written is no matter.

    The worst that can follow is that a reminder comes twice.

    Args:
        path: the file; None to remember nothing (demonstrations, tests).
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.marks = ReminderMarks() if path is None else _read(path)

    def update(self, **changes: datetime | bool) -> None:
        """Change some marks and keep them."""
        self.marks = replace(self.marks, **changes)  # type: ignore[arg-type]
        if self._path is None:
            return
        values = asdict(self.marks)
        settled = self.marks.settled
        values["settled"] = None if settled is None else settled.isoformat()
        try:
            make_private_folder(self._path.parent)
            replace_file(self._path, (json.dumps(values) + "\n").encode())
        except OSError as error:
            _LOG.warning("the marks of the reminders were not kept: %s", error.strerror)


def _read(path: Path) -> ReminderMarks:
    try:
        with path.open("rb") as file:
            values = json.loads(file.read(_MAX_BYTES))
        settled = values["settled"]
        moment = None if settled is None else datetime.fromisoformat(settled).replace(tzinfo=None)
        return ReminderMarks(moment, values["introduced"] is True)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ReminderMarks()
