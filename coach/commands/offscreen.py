"""One guided session without a display, through the same window: shared by `run` and `demo`."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from coach.app.crash_guard import start_guard
from coach.app.display import use_no_display
from coach.app.home_presenter import practice_folder_name
from coach.app.plain_results import session_lines
from coach.app.session_header import NO_SOURCE_KIND
from coach.app.settings_store import SettingsStore
from coach.app.source_choice import SourceChooser
from coach.app.speech import Speaker
from coach.bootstrap import (
    EXIT_INTERRUPTED,
    Desk,
    make_desk,
    open_services,
    run_event_loop,
    write_files,
)
from coach.commands.selection import select
from coach.domain.errors import CoachError, OutputError
from coach.domain.events import CoachEvent, RepDone
from coach.domain.exercise import Phase
from coach.domain.session import SessionRecord
from coach.domain.sides import Affected
from coach.services import Services
from coach.storage.paths import sessions_dir
from coach.storage.settings import Settings
from coach.ui.application import make_application

EXIT_DONE: Final = 0
EXIT_NOTHING_SCORED: Final = 3

_WINDOW_SIZE: Final = (1280, 800)


def run_offscreen(
    choose_source: SourceChooser,
    affected: Affected | None,
    *,
    exercise: str | None = None,
    programme: str | None = None,
    out: Path | None = None,
) -> int:
    """Run a session to its end, write its files and say where they are.

    Args:
        choose_source: where the pictures come from.
        affected: the affected side.
        exercise: practise this exercise.
        programme: practise this programme.
        out: folder for the files; None for a new one in the data folder.

    Returns:
        0, 3 where nothing could be scored, 130 after Ctrl+C.

    Raises:
        CoachError: wrong arguments, no pictures, or the files cannot be written; what was
            practised is in the log all the same.
    """
    folder = out or sessions_dir() / practice_folder_name(datetime.now().astimezone())
    _require_writable(folder)
    guard = start_guard()
    use_no_display()
    services = open_services()
    try:
        for problem in services.library.problems:
            print(problem, file=sys.stderr)
        library = select(services.library, exercise, programme)
        plan_id = next(iter(library.plans))
        application = make_application()
        settings = SettingsStore(None, Settings(affected=affected, plan_id=plan_id, voice=False))
        speaker = Speaker(enabled=False)
        desk = make_desk(
            services, settings, lambda _affected: choose_source, library=library, speaker=speaker
        )
        attended = _Attended(application, desk)
        guard.on_problem = attended.on_problem
        attended.begin()
        code = run_event_loop(application, desk)
        if code == EXIT_INTERRUPTED:
            print("Stopped. The repetitions that were finished are in the practice log.")
            return code
        return _conclude(attended, services, folder)
    finally:
        services.close()


class _Attended:
    """Sits in front of the window in place of a person: starts the session, and takes pictures."""

    def __init__(self, application: QApplication, desk: Desk) -> None:
        self._application, self._desk = application, desk
        self.problems: list[tuple[str, str]] = []
        self.record: SessionRecord | None = None
        self.pictures: dict[str, QPixmap] = {}
        session = desk.session
        session.source_announced.connect(_say)
        session.problem_raised.connect(self.on_problem)
        desk.home.problem_raised.connect(self.on_problem)
        session.event_raised.connect(self._on_event)
        session.snapshot_ready.connect(self._on_snapshot)
        session.session_finished.connect(self._on_finished)

    def begin(self) -> None:
        window = self._desk.window
        window.resize(*_WINDOW_SIZE)
        window.show()
        QTimer.singleShot(0, window.start_session)

    def on_problem(self, message: str, hint: str) -> None:
        self.problems.append((message, hint))

    def _on_event(self, event: CoachEvent) -> None:
        if isinstance(event, RepDone):
            _say(f"Repetition {event.rep.index + 1} done.")

    def _on_snapshot(self) -> None:
        """In the middle of a hold a picture shows most: the movement, both bars, the overlay."""
        shown = self._desk.session.latest
        if shown is None or shown.state.phase is not Phase.HOLD or "practice.png" in self.pictures:
            return
        if shown.state.phase_elapsed_s >= 0.5 * (shown.state.phase_duration_s or 0.0):
            self.pictures["practice.png"] = self._desk.window.grab()

    def _on_finished(self, record: SessionRecord) -> None:
        self.record = record
        QTimer.singleShot(0, self._leave)

    def _leave(self) -> None:
        self.pictures["summary.png"] = self._desk.window.grab()
        self._application.quit()


def _conclude(attended: _Attended, services: Services, folder: Path) -> int:
    record = attended.record
    if record is None or record.source.kind == NO_SOURCE_KIND:
        message, hint = [*attended.problems, ("The session ended before it began.", "")][0]
        raise CoachError(message, hint)
    for message, hint in attended.problems:
        print(f"{message} {hint}".strip(), file=sys.stderr)
    titles = {e.id: e.title for e in services.library.exercises.values()}
    for line in session_lines(record, titles):
        _say(line)
    _, frames = services.shelf.fetch(record.id)
    written = write_files(folder, record, frames)
    if record.source.kind == "drawn_face":  # a person's picture is never written
        written += _save_pictures(attended.pictures, folder)
    _say(f"Practice log: {services.database.path}")
    for path in written:
        _say(f"Written: {path}")
    seen = any(rep.scored for rep in record.reps) or any(c.enough for c in record.spontaneous)
    return EXIT_DONE if seen else EXIT_NOTHING_SCORED


def _save_pictures(pictures: dict[str, QPixmap], folder: Path) -> list[Path]:
    saved = []
    for name, picture in pictures.items():
        path = folder / name
        if not picture.save(str(path)):
            raise OutputError(f"The screenshot {name} cannot be written.", "Is the disk full?")
        saved.append(path)
    return saved


def _require_writable(folder: Path) -> None:
    """Say it before the session, not after it."""
    existing = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK):
        raise OutputError(
            "The folder for the files cannot be written.", "Choose another one with --out."
        )


def _say(text: str) -> None:
    print(text, flush=True)
