"""`exercises`: list them, and check files against the schema."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from coach.coaching.library import exercises_dir, load_exercises, read_exercise
from coach.domain.errors import ExerciseFileError


def show() -> int:
    """Print exercises and programmes; problems go to standard error.

    Returns:
        0, or 2 where a file could not be used.
    """
    library = load_exercises(exercises_dir())
    width = max((len(name) for name in (*library.exercises, *library.plans)), default=0)
    print("Exercises")
    for exercise in library.exercises.values():
        dose = exercise.dose
        print(f"  {exercise.id:<{width}}  {exercise.title} ({dose.sets} x {dose.reps})")
    print("Programmes")
    for plan in library.plans.values():
        print(f"  {plan.id:<{width}}  {plan.title}: {', '.join(e.id for e in plan.exercises)}")
    for problem in library.problems:
        print(problem, file=sys.stderr)
    return 2 if library.problems else 0


def check(files: Sequence[Path]) -> int:
    """Check files; one line each.

    Returns:
        0 where all are sound, else 2.
    """
    broken = 0
    for path in files:
        try:
            exercise = read_exercise(path)
        except ExerciseFileError as error:
            broken += 1
            print(error, file=sys.stderr)
        else:
            print(f"{path.name}: ok ({exercise.title})")
    return 2 if broken else 0
