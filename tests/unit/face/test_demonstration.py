from __future__ import annotations

import pytest

from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.exercise import Exercise, ExerciseKind, Half
from coach.domain.sides import Affected, Side
from coach.face.demonstration import demonstrated, mistaken
from coach.face.expression import Expression
from coach.face.patient import SimulatedPatient
from coach.face.script import Script
from tests.gallery.sheet import POSES, TILE, contact_sheet

EXERCISES = load_exercises(exercises_dir()).exercises
HANDS = {ExerciseKind.MASSAGE, ExerciseKind.STRETCH}


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda e: str(e.id))
def test_every_exercise_has_something_to_see(exercise: Exercise) -> None:
    """A movement done evenly and its mistake; or hands."""
    full = demonstrated(exercise)
    assert full.left == full.right
    wrong = mistaken(exercise, Affected.LEFT)
    if exercise.kind in HANDS:
        assert exercise.touch
    else:
        assert wrong is not None
        assert wrong != full


@pytest.mark.parametrize("affected", [Affected.LEFT, Affected.RIGHT])
def test_a_mistake_is_made_by_the_sides_it_belongs_to(affected: Affected) -> None:
    exercise = EXERCISES["smile_closed"]
    wrong = mistaken(exercise, affected)
    assert wrong is not None
    weak = affected.side
    assert weak is not None
    for half, side in ((Half.AFFECTED, weak), (Half.HEALTHY, weak.other)):
        for channel, weight in exercise.mistake_demonstration[half].items():
            assert wrong.get(channel, side) == weight
    assert wrong.mirrored() == mistaken(exercise, Affected(weak.other.value))


def test_a_patient_performs_a_face_whose_sides_differ() -> None:
    face = Expression.one_sided(Side.RIGHT, {"smile": 0.8})
    patient = SimulatedPatient(0, blink_interval_s=0.0, tremor=0.0, head_motion=0.0)
    script = Script.repeated({}, 1)
    patient.perform(script, face=face)
    assert patient.truth(script.reps[0].hold_start_s + 0.5).expression == face
    assert patient.truth(script.duration_s).expression == Expression.neutral()


@pytest.mark.usefixtures("qapp")  # words need a screen's fonts
def test_the_contact_sheet_has_a_place_for_every_exercise() -> None:
    two, three = (contact_sheet(list(EXERCISES.values())[:n]) for n in (2, 3))
    assert two.width() > 2 * POSES * TILE[0]
    assert three.height() == 2 * two.height() > 2 * TILE[1]
