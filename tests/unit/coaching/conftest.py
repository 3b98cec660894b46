"""What several files here practise with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.coaching.library import ExerciseLibrary, exercises_dir, load_exercises
from coach.domain.exercise import Plan


@pytest.fixture(scope="module")
def library() -> ExerciseLibrary:
    return load_exercises(exercises_dir())


@pytest.fixture(scope="module")
def smile(library: ExerciseLibrary) -> Plan:
    """Two closed smiles."""
    exercise = library.exercises["smile_closed"]
    return Plan("p", "p", (replace(exercise, dose=replace(exercise.dose, reps=2)),))
