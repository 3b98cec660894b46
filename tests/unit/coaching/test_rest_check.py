"""A resting face that changes in mid-session is noticed and told; it never becomes the new zero."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.rest_check import MENTION_MM
from coach.coaching.texts import ENGLISH
from coach.domain.events import CueRaised, ExerciseFinished, RestChecked
from coach.domain.exercise import Exercise, Phase, Plan
from coach.domain.movements import Region
from coach.domain.sides import Side
from tests.fixtures.guided_practice import Person, Practice
from tests.fixtures.synthetic_face import FaceShape, SideShape


@dataclass
class Drooping(Person):
    """The left mouth corner rests lower once `droop_mm` is set."""

    droop_mm: float = 0.0

    def shape(
        self, phase: Phase, elapsed_s: float, dt_s: float, exercise: Exercise | None
    ) -> FaceShape:
        usual = super().shape(phase, elapsed_s, dt_s, exercise)
        return FaceShape(usual.left.plus(SideShape(corner_up=-self.droop_mm)), usual.right)


def _two_smiles() -> Plan:
    smile = load_exercises(exercises_dir()).programme("smile").exercises[0]
    return Plan("two", "Two", (smile, smile))


@pytest.mark.parametrize("droop_mm", [0.0, 3.0])
def test_it_is_looked_at_before_the_second_exercise(droop_mm: float) -> None:
    person = Drooping()
    practice = Practice(_two_smiles(), person=person)
    practice.run_until(lambda: any(isinstance(e, ExerciseFinished) for e in practice.events))
    assert not any(isinstance(e, RestChecked) for e in practice.events)
    person.droop_mm = droop_mm
    practice.run_until(lambda: any(isinstance(e, RestChecked) for e in practice.events))
    (checked,) = (e for e in practice.events if isinstance(e, RestChecked))
    practice.run(4.0)
    said = [e.text for e in practice.events if isinstance(e, CueRaised)]
    told = any(ENGLISH.rest_changed in text for text in said)
    if droop_mm:
        assert (checked.region, checked.side) == (Region.MOUTH, Side.LEFT)
        # Landmark noise of 0.05 mm, and the pose that leans a little after the corner.
        assert checked.size_mm == pytest.approx(droop_mm, abs=0.3)
        assert told
    else:
        assert checked.size_mm < MENTION_MM / 2
        assert not told
