"""The words of the screen that several pages share, and the sentences made for a moment."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale

from coach.domain.coach_state import CoachState
from coach.domain.exercise import ExerciseKind, Phase
from coach.domain.language import Sentences, mark, plural, tr
from coach.domain.movements import Region
from coach.domain.quality import QualityReason
from coach.domain.sides import Affected, Side

APP_TITLE: Final = mark("Facial Retraining Coach")
SMALL_PRINT: Final = mark(
    "For practice under a therapist's plan. Not a medical device: it does not diagnose, and its "
    "numbers are not a clinical grade. Everything stays on this computer."
)
SIDE_NAME: Final = Sentences({Side.LEFT: mark("Left"), Side.RIGHT: mark("Right")})
AFFECTED_NAME: Final = Sentences(
    {
        Affected.LEFT: mark("Left"),
        Affected.RIGHT: mark("Right"),
        Affected.BOTH: mark("Both"),
        Affected.NONE: mark("None"),
    }
)
#: On the screen the patient's left stands on the left, as in a mirror.
SIDE_ORDER: Final = (Affected.LEFT, Affected.RIGHT, Affected.BOTH, Affected.NONE)
#: A place in the person's face, in one phrase: languages agree and order such words differently.
PLACE_NAME: Final = Sentences(
    {
        (Region.BROW, Side.LEFT): mark("left brow"),
        (Region.BROW, Side.RIGHT): mark("right brow"),
        (Region.EYE, Side.LEFT): mark("left eye"),
        (Region.EYE, Side.RIGHT): mark("right eye"),
        (Region.NOSE, Side.LEFT): mark("left side of the nose"),
        (Region.NOSE, Side.RIGHT): mark("right side of the nose"),
        (Region.MOUTH, Side.LEFT): mark("left corner of the mouth"),
        (Region.MOUTH, Side.RIGHT): mark("right corner of the mouth"),
        (Region.CHIN, Side.LEFT): mark("left side of the chin"),
        (Region.CHIN, Side.RIGHT): mark("right side of the chin"),
        (Region.NECK, Side.LEFT): mark("left side of the neck"),
        (Region.NECK, Side.RIGHT): mark("right side of the neck"),
    }
)
ENOUGH: Final = mark("enough")
GENTLE: Final = mark("Small, slow and even. Two or three out of ten is enough effort.")

KEYS: Final = mark(
    """Space: start, pause, go on
N: skip this exercise
Esc: stop and keep what was done
M: picture as in a mirror, or as others see you
X: the mistake beside the right way
E: too hard, smaller and shorter
P: it hurts, stop this one
S: another exercise, or later
F, or 1 to 5: what you see of yourself
H: hide or show your picture
V: voice on or off
T: tones on or off
C: captions on or off
Ctrl + and Ctrl -: text size
Ctrl T: light or dark
F11: full screen
Ctrl Q: quit"""
)

PHASE_HEADLINE: Final = Sentences(
    {
        Phase.SETUP: mark("Setting up"),
        Phase.BASELINE: mark("Face at rest"),
        Phase.DEMONSTRATE: mark("Watch"),
        Phase.GET_READY: mark("Get ready"),
        Phase.MOVE: mark("Move"),
        Phase.HOLD: mark("Hold"),
        Phase.RELEASE: mark("Let go"),
        Phase.REST: mark("Rest"),
        Phase.FINISHED: mark("Done"),
    }
)
_NEXT: Final = Sentences(
    {
        Phase.SETUP: mark("Next: your face at rest"),
        Phase.BASELINE: mark("Next: the first exercise"),
        Phase.DEMONSTRATE: mark("Next: your turn"),
        Phase.GET_READY: mark("Next: move gently"),
        Phase.MOVE: mark("Next: hold"),
        Phase.HOLD: mark("Next: let go slowly"),
        Phase.RELEASE: mark("Next: rest"),
    }
)
_REASON: Final = Sentences(
    {
        QualityReason.NO_FACE: mark("no face in view"),
        QualityReason.SEVERAL_FACES: mark("more than one face"),
        QualityReason.ANOTHER_FACE: mark("another face or camera"),
        QualityReason.CUT_OFF: mark("face partly outside"),
        QualityReason.OCCLUDED: mark("face partly covered"),
        QualityReason.TOO_DARK: mark("too dark"),
        QualityReason.TOO_BRIGHT: mark("too bright"),
        QualityReason.SIDE_LIGHT_LEFT: mark("light from the left"),
        QualityReason.SIDE_LIGHT_RIGHT: mark("light from the right"),
        QualityReason.LIGHT_CHANGING: mark("light changing"),
        QualityReason.BLURRED: mark("blurred"),
        QualityReason.TOO_FAR: mark("too far away"),
        QualityReason.TOO_NEAR: mark("too near"),
        QualityReason.YAW: mark("head turned"),
        QualityReason.PITCH: mark("chin up or down"),
        QualityReason.ROLL: mark("head tilted"),
        QualityReason.IRIS_MISMATCH: mark("eyes not seen well"),
        QualityReason.LOW_FPS: mark("slow camera"),
        QualityReason.NO_BASELINE: mark("resting face not measured yet"),
        QualityReason.UNSTEADY_REST: mark("face not at rest yet"),
    }
)


def reason_text(reason: QualityReason) -> str:
    """Why frames are not scored, in a few words."""
    return _REASON[reason]


def headline(state: CoachState) -> str:
    """What is going on, in one or two words."""
    if state.source_lost:
        return tr("No picture")
    if state.paused:
        return tr("Paused")
    talking = state.exercise is not None and state.exercise.kind is ExerciseKind.TALKING
    if talking and state.phase is Phase.REST:
        return tr("Talk")
    return state.headline or PHASE_HEADLINE[state.phase]


def next_text(state: CoachState) -> str:
    """What comes after this phase."""
    exercise = state.exercise
    if state.phase is not Phase.REST or exercise is None:
        return _NEXT.get(state.phase, "")
    dose = exercise.dose
    if state.rep_index + 1 < dose.reps:
        return tr("Next: repetition {number}", number=state.rep_index + 2)
    if state.set_index + 1 < dose.sets:
        return tr("Next: set {number}", number=state.set_index + 2)
    if state.next_title:
        return tr("Next: {title}", title=state.next_title)
    if state.exercise_index + 1 < state.exercise_count:
        return tr("Next: another exercise")
    return tr("This was the last one")


def count_text(state: CoachState) -> str:
    """Where in the exercise: "Repetition 2 of 5, set 1 of 2"."""
    exercise = state.exercise
    moving = {Phase.GET_READY, Phase.MOVE, Phase.HOLD, Phase.RELEASE, Phase.REST}
    if exercise is None or state.phase not in moving or exercise.dose.reps < 2:
        return ""
    dose = exercise.dose
    rep = state.rep_index + 1
    if dose.sets < 2:
        return tr("{rep} of {reps}", rep=rep, reps=dose.reps)
    return tr(
        "{rep} of {reps}, set {set} of {sets}",
        rep=rep,
        reps=dose.reps,
        set=state.set_index + 1,
        sets=dose.sets,
    )


def place_text(state: CoachState) -> str:
    """Where in the plan: "Exercise 1 of 3"."""
    if state.exercise is None or state.exercise_count < 1:
        return ""
    number, count = state.exercise_index + 1, state.exercise_count
    return tr("Exercise {number} of {count}", number=number, count=count)


def number_text(value_mm: float | None, uncertainty_mm: float | None) -> str:
    """A reading with its uncertainty: "4.1 ± 0.6 mm"; a dash where there is none."""
    if value_mm is None:
        return "–"
    if uncertainty_mm is None:
        return f"{_decimal(value_mm)} mm"
    return f"{_decimal(value_mm)} ± {_decimal(uncertainty_mm)} mm"


def _decimal(value: float) -> str:
    """One decimal, after the sign that the language and country use."""
    return QLocale().toString(value, "f", 1)


def minutes_text(seconds: float) -> str:
    """A length for people: "about 5 minutes"."""
    minutes = max(1, round(seconds / 60))
    return plural("about {n} minutes", "about a minute", minutes)
