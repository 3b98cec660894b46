"""Which part of the exercise library a command offers."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from coach.coaching.library import ExerciseLibrary


def select(
    library: ExerciseLibrary, exercise: str | None, programme: str | None
) -> ExerciseLibrary:
    """The library with one plan only, or first.

    Args:
        library: everything there is.
        exercise: offer a plan of this exercise only.
        programme: offer this programme only.

    Raises:
        InputError: there is no such exercise or programme.
    """
    if exercise is not None:
        plan = library.load_plan([exercise], library.load_plan([exercise]).exercises[0].title)
    elif programme is not None:
        plan = library.programme(programme)
    else:
        return library
    return replace(library, plans=MappingProxyType({plan.id: plan}))
