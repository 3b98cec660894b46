"""The program with a window: shared by `run` and `demo`."""

from __future__ import annotations

from collections.abc import Callable

from coach.app.settings_store import SettingsStore
from coach.app.source_choice import SourceChooser
from coach.bootstrap import make_application, make_desk, open_services, run_event_loop, start_guard
from coach.commands.selection import select
from coach.domain.sides import Affected
from coach.storage.paths import settings_path
from coach.storage.settings import Settings


def open_window(
    choose_source: Callable[[Affected | None], SourceChooser],
    *,
    demonstrated: Affected | None = None,
    exercise: str | None = None,
    programme: str | None = None,
) -> int:
    """Open the window and run until it is closed.

    Args:
        choose_source: which sources a session tries, given the affected side.
        demonstrated: in a demonstration, the simulated patient's side; the person's own settings
            are then left alone.
        exercise: offer this exercise only.
        programme: offer this programme first.

    Raises:
        CoachError: the practice log cannot be opened, or the exercise is unknown.
    """
    guard = start_guard()
    services = open_services()
    try:
        library = select(services.library, exercise, programme)
        application = make_application()
        if demonstrated is None:
            settings = SettingsStore(settings_path())
        else:
            plan_id = next(iter(library.plans))
            settings = SettingsStore(None, Settings(affected=demonstrated, plan_id=plan_id))
        desk = make_desk(services, settings, choose_source, library=library)
        guard.on_problem = desk.home.report_problem
        desk.session.source_announced.connect(_announce)
        desk.window.show()
        return run_event_loop(application, desk)
    finally:
        services.close()


def _announce(text: str) -> None:
    print(text, flush=True)
