"""Where the program keeps its things."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import platformdirs

APP_NAME: Final = "facial-retraining-coach"

#: Environment variable that moves everything (log, settings, practice folders) to one folder.
DATA_DIR_VARIABLE: Final = "COACH_DATA_DIR"


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for this person only (mode 0700).

    A folder that is there keeps its mode.

    Raises:
        OSError: it cannot be made.
    """
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(exist_ok=True)  # says so where a file is in the way


def data_dir() -> Path:
    """The folder of the practice log; not created here."""
    chosen = os.environ.get(DATA_DIR_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    return platformdirs.user_data_path(APP_NAME, appauthor=False)


def log_dir() -> Path:
    """The folder of the program's own log files; not created here."""
    if os.environ.get(DATA_DIR_VARIABLE, "").strip():
        return data_dir() / "logs"
    return platformdirs.user_log_path(APP_NAME, appauthor=False)


def database_path() -> Path:
    """The practice log."""
    return data_dir() / "practice.db"


def log_is_there() -> bool:
    """Whether something has the practice log's name; a link to a disk that is away is something."""
    folder = data_dir()
    return os.path.lexists(database_path()) or (os.path.lexists(folder) and not folder.is_dir())


def settings_path() -> Path:
    """The person's choices."""
    return data_dir() / "settings.json"


def reminder_marks_path() -> Path:
    """What reminders remember."""
    return data_dir() / "reminders.json"


def export_index_path() -> Path:
    """Where sessions were exported to."""
    return data_dir() / "exports.json"


def turn_dir() -> Path:
    """Where one program at a time has its turn on this data folder."""
    return data_dir() / "turn"


def sessions_dir() -> Path:
    """Where practice folders (CSV, JSON, plots) go unless the person says otherwise."""
    return data_dir() / "sessions"


def own_exercises_dir() -> Path:
    """The clinic's own exercises; a file here takes the place of the program's of that name."""
    return data_dir() / "exercises"
