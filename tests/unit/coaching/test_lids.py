"""Closing the eyes is never coached toward less: not by size, not by evenness, not when eased.

A lid that does not close beside one that does is the rule in facial palsy. Told to let the good
side do less, a person would learn not to protect the eye that is safe (docs/hazards.md, 19).
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.coaching.amplitude import AmplitudeLadder
from coach.coaching.clean_calibration import CleanCalibration
from coach.coaching.feedback import RepFeedback
from coach.coaching.form import FormWatch
from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.requests import eased
from coach.coaching.settings import EngineSettings
from coach.coaching.texts import ENGLISH, FormFault, coach_texts
from coach.domain.exercise import Exercise, Phase
from coach.domain.movements import Region, closes_the_eye
from coach.domain.session import PerSide, RepRecord, SynkinesisFlag
from coach.domain.sides import Affected, Side
from tests.fixtures.records import smile_rep

LIDS = [e for e in load_exercises(exercises_dir()).exercises.values() if closes_the_eye(e.movement)]
LESS = ("less", "small", "wait", "further", "even")
FLAG = SynkinesisFlag(Region.MOUTH, Side.LEFT, 4.0, "mm", 2, 1.0, 2.0)


def _rep(exercise: Exercise, left: float, right: float, *, flagged: bool = False) -> RepRecord:
    return replace(
        smile_rep(0),
        exercise_id=exercise.id,
        movement=exercise.movement,
        scored=True,
        reason=None,
        excursion_mm=PerSide(left, right),
        uncertainty_mm=0.5,
        synkinesis=(FLAG,) if flagged else (),
    )


def test_there_are_such_exercises() -> None:
    assert {"eye_closure", "slow_blink"} <= {e.id for e in LIDS}


@pytest.mark.parametrize("exercise", LIDS, ids=lambda e: e.id)
@pytest.mark.parametrize("sizes", [(2.0, 11.0), (11.0, 2.0), (11.0, 11.0)])
def test_nothing_is_said_of_evenness_or_size(
    exercise: Exercise, sizes: tuple[float, float]
) -> None:
    feedback = RepFeedback(ENGLISH)
    for flagged in (False, True):
        rep = _rep(exercise, *sizes, flagged=flagged)
        said = feedback.after(rep, exercise, too_big=True, faulted=False)
        assert said is not None
        assert not [word for word in LESS if word in said[1].lower()], said


@pytest.mark.parametrize("exercise", LIDS, ids=lambda e: e.id)
def test_no_side_is_ahead_and_none_goes_too_far(exercise: Exercise) -> None:
    form = FormWatch(exercise, 0.0, EngineSettings())
    assert not form.is_too_big(30.0)
    faults = {
        form.step(0.1 * i, phase, 0.1 * i, PerSide(1.0, 20.0))
        for phase in (Phase.MOVE, Phase.HOLD)
        for i in range(100)
    }
    assert not faults & {FormFault.LEFT_AHEAD, FormFault.RIGHT_AHEAD, FormFault.TOO_BIG}


@pytest.mark.parametrize("exercise", LIDS, ids=lambda e: e.id)
def test_the_wanted_size_stays(exercise: Exercise) -> None:
    """After something joined in, while a clean range is learnt, and when it was too hard."""
    ladder = AmplitudeLadder(exercise.target_mm, fixed=True)
    ladder.after(_rep(exercise, 2.0, 11.0, flagged=True), exercise.target_mm)
    ladder.ease(1.0)
    assert ladder.target_mm == exercise.target_mm
    calibration = CleanCalibration(exercise, Affected.LEFT)
    assert calibration.target_mm == exercise.target_mm
    smaller = eased(exercise, exercise.target_mm)
    assert smaller.target_mm == exercise.target_mm
    assert smaller.dose.hold_s <= exercise.dose.hold_s


@pytest.mark.parametrize("region", [r for r in Region if r is not Region.EYE])
def test_what_joins_in_is_answered_by_softer_not_by_smaller(region: Region) -> None:
    for side in Side:
        said = ENGLISH.joined_in(LIDS[0].movement, region, side)
        assert said.startswith("Softer")
        assert side.value in said


def test_who_does_not_know_the_side_is_told_of_none() -> None:
    """No live sentence names a side."""
    texts = coach_texts(None)
    told = [
        *texts.synkinesis.values(),
        *texts.synkinesis_lids.values(),
        *texts.form.values(),
        *(text for variants in texts.uneven.values() for text in variants),
    ]
    assert not [text for text in told if "left" in text.lower() or "right" in text.lower()]
    assert [t for t in coach_texts(Affected.BOTH).synkinesis.values() if "left" in t]
