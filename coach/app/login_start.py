"""Keeps the system's log-in entry in step with the person's choice."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from coach.app.program_command import HIDDEN, program_command
from coach.app.reminders import reminds_without_window
from coach.domain.language import tr
from coach.storage.login_entry import entry_path, entry_text, remove_entry, write_entry
from coach.storage.paths import DATA_DIR_VARIABLE
from coach.storage.settings import Settings


def login_start_is_offered(system: str = sys.platform) -> bool:
    """Whether this system has log-in entries of the kind that the program writes (XDG)."""
    return system not in ("win32", "darwin")


def wants_login_start(settings: Settings) -> bool:
    """Whether the program is to start at log-in."""
    return settings.start_at_login and reminds_without_window(settings)


class LoginStart:
    """Writes the entry, and takes it away. GUI thread.

    An entry is touched only where a choice asks for one, or did so before; so a program that was
    moved renews its own, and another data folder's is left alone.

    Args:
        settings: the person's choices.
        path: the entry's file.
    """

    def __init__(self, settings: Callable[[], Settings], path: Path | None = None) -> None:
        self._settings = settings
        self._path = path or entry_path()
        self._there = False

    def refresh(self) -> None:
        """Do what the settings ask for: at the start, and after every change of them.

        Raises:
            OutputError: the entry cannot be written or removed; it is tried again at the next
                change.
        """
        wanted = login_start_is_offered() and wants_login_start(self._settings())
        if wanted == self._there:
            return
        if wanted:
            write_entry(_entry(), self._path)
        else:
            remove_entry(self._path)
        self._there = wanted


def _entry() -> str:
    folder = os.environ.get(DATA_DIR_VARIABLE, "").strip()
    here = [] if not folder else ["/usr/bin/env", f"{DATA_DIR_VARIABLE}={Path(folder).absolute()}"]
    return entry_text(
        [*here, *program_command(), HIDDEN],
        Path.cwd(),
        tr("Facial Retraining Coach"),
        tr("Reminds you of your practice."),
    )
