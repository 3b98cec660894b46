"""The program with a window: shared by `run` and `demo`."""

from __future__ import annotations

from collections.abc import Callable

from coach.app.i18n import choose_language, use_language
from coach.app.settings_store import SettingsStore
from coach.app.source_choice import SourceChooser
from coach.app.speech import Speaker
from coach.bootstrap import make_application, make_desk, open_services, run_event_loop, start_guard
from coach.coaching.library import ExerciseLibrary
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
    application = make_application()
    own = SettingsStore(settings_path())
    language = choose_language(own.settings.language)
    use_language(application, language)
    services = open_services(language)
    try:
        library = select(services.library, exercise, programme)
        settings = own if demonstrated is None else _for_demonstration(demonstrated, own, library)
        speaker = Speaker(language=language)
        desk = make_desk(
            services,
            settings,
            choose_source,
            library=library,
            speaker=speaker,
            tones=Tones(),
            personal=demonstrated is None and library is services.library,
        )
        guard.on_problem = desk.home.report_problem
        desk.session.source_announced.connect(_announce)
        desk.window.show()
        return run_event_loop(application, desk)
    finally:
        services.close()


def _for_demonstration(
    affected: Affected, own: SettingsStore, library: ExerciseLibrary
) -> SettingsStore:
    """Settings that nobody keeps; the person's language only is theirs."""
    language, plan_id = own.settings.language, next(iter(library.plans))
    return SettingsStore(None, Settings(affected=affected, plan_id=plan_id, language=language))


def _announce(text: str) -> None:
    print(text, flush=True)
