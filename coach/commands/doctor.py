"""`doctor`: what works here, one line each, and what to do where something does not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from coach.app.display import has_display, require_window_libraries
from coach.domain.errors import CoachError
from coach.domain.shown import listed, quoted

#: A session of ten minutes takes about 2 MB; this leaves room for years.
_ENOUGH_SPACE_BYTES: Final = 200_000_000
_VOICE_PATIENCE_MS: Final = 5000


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's report."""

    ok: bool
    text: str


def run() -> int:
    """Print a line for each part of the system. Always returns 0: it tells, it does not judge."""
    parts: dict[str, Callable[[], Finding]] = {
        "display": _display,
        "cameras": _cameras,
        "landmark model": _model,
        "exercises": _exercises,
        "practice log": _database,
        "speech": _speech,
        "disk": _disk,
    }
    for name, look in parts.items():
        finding = _looked(look)
        print(f"{'ok ' if finding.ok else 'not'}  {name}: {finding.text}", flush=True)
    return 0


def _looked(look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except CoachError as error:
        return Finding(False, str(error))
    except Exception as error:
        return Finding(False, f"cannot be checked ({type(error).__name__}). Install again.")


def _display() -> Finding:
    if not has_display():
        return Finding(False, "none here; sessions run off-screen. Start it on a desktop.")
    require_window_libraries()
    return Finding(True, "there is one.")


def _cameras() -> Finding:
    from coach.capture.open_source import list_cameras

    cameras = list_cameras()
    if not cameras:
        return Finding(False, "none found; the drawn face stands in. Plug one in, or --stream.")
    return Finding(True, ", ".join(f"{camera.index} ({camera.label})" for camera in cameras))


def _model() -> Finding:
    from coach.capture.litert_landmarker import LiteRtLandmarker

    landmarker = LiteRtLandmarker()
    try:
        info = landmarker.info
    finally:
        landmarker.close()
    return Finding(True, f"{info.name} {info.version}, SHA-256 {info.model_sha256}")


def _exercises() -> Finding:
    from coach.coaching.library import exercises_dir, load_exercises
    from coach.storage.paths import own_exercises_dir

    library = load_exercises(exercises_dir(), own_exercises_dir())
    if library.problems:
        return Finding(False, " ".join(library.problems))
    return Finding(True, f"{len(library.exercises)} in {len(library.programmes)} programmes.")


def _database() -> Finding:
    from coach.storage.database import Database
    from coach.storage.paths import database_path, log_is_there
    from coach.storage.sessions import SessionRepository

    path = database_path()
    if not log_is_there():
        return Finding(True, f"will be made at {path}")
    with Database.open(path) as database:
        problems = database.check()
        damaged = [] if problems else SessionRepository(database).damaged()
    if problems:
        return Finding(False, f"{problems[0]}. Keep a copy of {path} and report it.")
    if damaged:
        names = listed([quoted(name) for name in damaged])
        return Finding(False, f"damaged sessions: {names}. Put back a copy from backups.")
    return Finding(True, str(path))


def _speech() -> Finding:
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

    from coach.app.speech import Speaker

    application = QCoreApplication.instance() or QCoreApplication([])
    found: list[str] = []
    loop = QEventLoop()
    speaker = Speaker(enabled=True)
    speaker.became_ready.connect(found.append)
    speaker.became_ready.connect(loop.quit)
    speaker.found_silent.connect(loop.quit)
    QTimer.singleShot(_VOICE_PATIENCE_MS, loop.quit)
    loop.exec()
    speaker.close()
    del application
    if found:
        return Finding(True, found[0])
    return Finding(False, "no voice answers here; sentences are only shown. Install a voice.")


def _disk() -> Finding:
    from coach.storage.paths import data_dir

    folder = next(path for path in (data_dir(), *data_dir().parents) if path.exists())
    free = shutil.disk_usage(folder).free
    text = f"{free / 1e9:.1f} GB free in {folder}"
    if not os.access(folder, os.W_OK):
        return Finding(False, f"{folder} cannot be written. Set COACH_DATA_DIR to another folder.")
    if free < _ENOUGH_SPACE_BYTES:
        return Finding(False, f"{text}: make room.")
    return Finding(True, text)
