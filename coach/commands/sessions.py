"""`sessions`: list what was practised."""

from __future__ import annotations

from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.shown import quoted
from coach.storage.database import Database
from coach.storage.paths import database_path, log_is_there, own_exercises_dir
from coach.storage.sessions import SessionRepository, SessionSummary


def run() -> int:
    """Print one line a session, newest first.

    Raises:
        DatabaseError: the practice log cannot be read.
    """
    if not log_is_there():
        print("Nothing has been practised yet.")
        return 0
    with Database.open(database_path()) as database:
        repository = SessionRepository(database)
        summaries, damaged = repository.list(), repository.unreadable()
    library = load_exercises(exercises_dir(), own_exercises_dir())
    titles = {e.id: e.title for e in library.exercises.values()}
    for summary in summaries:
        print(_line(summary, titles))
    for session_id in damaged:
        print(f"{quoted(session_id)}  This session's entry in the practice log is damaged.")
    if not summaries and not damaged:
        print("Nothing has been practised yet.")
    return 0


def _line(summary: SessionSummary, titles: dict[str, str]) -> str:
    what = ", ".join(titles.get(name, name) for name in summary.plan)
    movement = summary.movement.value if summary.movement is not None else "practice"
    minutes = summary.duration.total_seconds() / 60
    unfinished = "" if summary.finished else ", ended early"
    return (
        f"{summary.id}  {summary.created:%Y-%m-%d %H:%M}  {what or movement}: "
        f"{summary.scored} of {summary.reps} repetitions scored, "
        f"{summary.flags} unwanted movements, {minutes:.1f} min{unfinished}"
    )
