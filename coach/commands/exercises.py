"""`exercises`: list them and the programmes, and check files against the schema."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from coach.coaching.library import (
    PROGRAMMES,
    SAFETY,
    ExerciseLibrary,
    exercises_dir,
    load_exercises,
    read_cards,
    read_exercise,
    read_programme,
)
from coach.coaching.programme_texts import rule_texts
from coach.domain.errors import ExerciseFileError, InputError
from coach.domain.exercise import Exercise
from coach.domain.programme import Programme
from coach.storage.paths import own_exercises_dir


def show(programme: str | None = None) -> int:
    """Print exercises and programmes, or one programme in full; problems go to standard error.

    Args:
        programme: id of the one programme to show.

    Returns:
        0, or 2 where a file could not be used.

    Raises:
        InputError: there is no such programme.
    """
    library = load_exercises(exercises_dir(), own_exercises_dir())
    if programme is None:
        _show_all(library)
    else:
        found = library.programmes.get(programme)
        if found is None:
            known = ", ".join(library.programmes)
            raise InputError(f'There is no programme "{programme}".', f"Choose from: {known}.")
        _show_one(found, library)
    for problem in library.problems:
        print(problem, file=sys.stderr)
    return 2 if library.problems else 0


def check(paths: Sequence[Path]) -> int:
    """Check files and folders; one line each.

    A file in a folder called "programmes" is read as a programme, with the exercises around it
    and the program's own; "safety.toml" as safety cards; every other file as an exercise.

    Returns:
        0 where all are sound, else 2.
    """
    broken = 0
    for path in paths:
        for file in _files(path):
            try:
                title = _check_one(file)
            except ExerciseFileError as error:
                broken += 1
                print(error, file=sys.stderr)
            else:
                print(f"{file.name}: ok ({title})")
    return 2 if broken else 0


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(path.glob("*.toml"))
    if path.name != PROGRAMMES:
        found += sorted((path / PROGRAMMES).glob("*.toml"))
    if not found:
        raise InputError(f'There is no exercise file in "{path}".', "Name files ending in .toml.")
    return found


def _check_one(file: Path) -> str:
    if file.name == SAFETY:
        return f"{len(read_cards(file))} safety cards"
    if file.resolve().parent.name == PROGRAMMES:
        library = load_exercises(exercises_dir(), file.resolve().parent.parent)
        return read_programme(file, library).title
    return read_exercise(file).title


def _show_all(library: ExerciseLibrary) -> None:
    width = max((len(name) for name in (*library.exercises, *library.programmes)), default=0)
    print("Exercises")
    for exercise in library.exercises.values():
        print(f"  {exercise.id:<{width}}  {exercise.title} ({_dose(exercise)}){_who(exercise)}")
    print("Programmes")
    for programme in library.programmes.values():
        alone = "" if programme.self_guided else " [with a therapist]"
        print(f"  {programme.id:<{width}}  {programme.title}: {programme.purpose}{alone}")


def _show_one(programme: Programme, library: ExerciseLibrary) -> None:
    subjects = {e.id: e.title for e in library.exercises.values()}
    subjects |= {p.id: p.title for p in programme.phases}
    print(programme.title)
    print(programme.purpose)
    print("May be used alone." if programme.self_guided else "Only with a therapist.")
    for number, phase in enumerate(programme.phases, start=1):
        print(f"\n{number}. {phase.title} ({programme.plan(phase).id})")
        print(f"   {phase.purpose}")
        print(f"   {' '.join(rule_texts(phase, subjects))}")
        for exercise in phase.exercises:
            print(f"   - {exercise.title} ({_dose(exercise)}){_who(exercise)}")
        for line in phase.advice:
            print(f"   * {line}")
    if programme.avoid:
        print("\nDo not")
        for line in programme.avoid:
            print(f"  - {line}")
    for card in programme.safety:
        print(f"\n{card.title}")
        for line in card.lines:
            print(f"  - {line}")
        print(f"  ({card.source})")
    if programme.source:
        print(f"\nSource: {programme.source}")


def _dose(exercise: Exercise) -> str:
    return f"{exercise.dose.sets} x {exercise.dose.reps}"


def _who(exercise: Exercise) -> str:
    return " [with a therapist]" if exercise.requires_therapist else ""
