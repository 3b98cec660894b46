"""Every word that the screen itself says, in one place (English)."""

from __future__ import annotations

from typing import Final

from coach.domain.coach_state import CoachState
from coach.domain.exercise import Phase
from coach.domain.movements import Region
from coach.domain.quality import QualityReason
from coach.domain.sides import Affected, Side

APP_TITLE: Final = "Facial Retraining Coach"
SMALL_PRINT: Final = (
    "For practice under a therapist's plan. Not a medical device: it does not diagnose, and its "
    "numbers are not a clinical grade. Everything stays on this computer."
)
SIDE_NAME: Final[dict[Side, str]] = {Side.LEFT: "Left", Side.RIGHT: "Right"}
AFFECTED_NAME: Final[dict[Affected, str]] = {
    Affected.LEFT: "Left",
    Affected.RIGHT: "Right",
    Affected.BOTH: "Both",
    Affected.NONE: "None",
}
#: On the screen the patient's left stands on the left, as in a mirror.
SIDE_ORDER: Final = (Affected.LEFT, Affected.RIGHT, Affected.BOTH, Affected.NONE)
REGION_NAME: Final[dict[Region, str]] = {
    Region.BROW: "brow",
    Region.EYE: "eye",
    Region.NOSE: "side of the nose",
    Region.MOUTH: "corner of the mouth",
    Region.CHIN: "chin",
    Region.NECK: "neck",
}
STOP_SIGNS: Final[tuple[str, ...]] = (
    "Stop if it hurts, or if an eye gets red, sore or blurred.",
    "Call for help at once with a weak limb, slurred speech, severe headache, or loss of vision.",
)
EYE_CARE: Final[tuple[str, ...]] = (
    "If an eye does not close fully: put in your drops first, and rest the eye when it feels dry.",
)
ENOUGH: Final = "enough"
GENTLE: Final = "Small, slow and even. Two or three out of ten is enough effort."

KEYS: Final = """Space: start, pause, go on
N: skip this exercise
Esc: stop and keep what was done
M: picture as in a mirror, or as others see you
H: hide or show your picture
V: voice on or off
Ctrl + and Ctrl -: text size
Ctrl T: light or dark
F11: full screen
Ctrl Q: quit"""

PHASE_HEADLINE: Final[dict[Phase, str]] = {
    Phase.SETUP: "Setting up",
    Phase.BASELINE: "Face at rest",
    Phase.DEMONSTRATE: "Watch",
    Phase.GET_READY: "Get ready",
    Phase.MOVE: "Move",
    Phase.HOLD: "Hold",
    Phase.RELEASE: "Let go",
    Phase.REST: "Rest",
    Phase.FINISHED: "Done",
}
_NEXT: Final[dict[Phase, str]] = {
    Phase.SETUP: "Next: your face at rest",
    Phase.BASELINE: "Next: the first exercise",
    Phase.DEMONSTRATE: "Next: your turn",
    Phase.GET_READY: "Next: move gently",
    Phase.MOVE: "Next: hold",
    Phase.HOLD: "Next: let go slowly",
    Phase.RELEASE: "Next: rest",
}
_REASON: Final[dict[QualityReason, str]] = {
    QualityReason.NO_FACE: "no face in view",
    QualityReason.SEVERAL_FACES: "more than one face",
    QualityReason.CUT_OFF: "face partly outside",
    QualityReason.OCCLUDED: "face partly covered",
    QualityReason.TOO_DARK: "too dark",
    QualityReason.TOO_BRIGHT: "too bright",
    QualityReason.BLURRED: "blurred",
    QualityReason.TOO_FAR: "too far away",
    QualityReason.TOO_NEAR: "too near",
    QualityReason.YAW: "head turned",
    QualityReason.PITCH: "chin up or down",
    QualityReason.ROLL: "head tilted",
    QualityReason.IRIS_MISMATCH: "eyes not seen well",
    QualityReason.LOW_FPS: "slow camera",
    QualityReason.NO_BASELINE: "resting face not measured yet",
    QualityReason.UNSTEADY_REST: "face not at rest yet",
}


def reason_text(reason: QualityReason) -> str:
    """Why frames are not scored, in a few words."""
    return _REASON[reason]


def headline(state: CoachState) -> str:
    """What is going on, in one or two words."""
    if state.source_lost:
        return "No picture"
    if state.paused:
        return "Paused"
    return state.headline or PHASE_HEADLINE[state.phase]


def next_text(state: CoachState) -> str:
    """What comes after this phase."""
    exercise = state.exercise
    if state.phase is not Phase.REST or exercise is None:
        return _NEXT.get(state.phase, "")
    dose = exercise.dose
    if state.rep_index + 1 < dose.reps:
        return f"Next: repetition {state.rep_index + 2}"
    if state.set_index + 1 < dose.sets:
        return f"Next: set {state.set_index + 2}"
    if state.exercise_index + 1 < state.exercise_count:
        return "Next: another exercise"
    return "This was the last one"


def count_text(state: CoachState) -> str:
    """Where in the exercise: "Repetition 2 of 5, set 1 of 2"."""
    exercise = state.exercise
    moving = {Phase.GET_READY, Phase.MOVE, Phase.HOLD, Phase.RELEASE, Phase.REST}
    if exercise is None or state.phase not in moving or exercise.dose.reps < 1:
        return ""
    dose = exercise.dose
    text = f"{state.rep_index + 1} of {dose.reps}"
    return text if dose.sets < 2 else f"{text}, set {state.set_index + 1} of {dose.sets}"


def place_text(state: CoachState) -> str:
    """Where in the plan: "Exercise 1 of 3"."""
    if state.exercise is None or state.exercise_count < 1:
        return ""
    return f"Exercise {state.exercise_index + 1} of {state.exercise_count}"


def number_text(value_mm: float | None, uncertainty_mm: float | None) -> str:
    """A reading with its uncertainty: "4.1 ± 0.6 mm"; a dash where there is none."""
    if value_mm is None:
        return "–"
    if uncertainty_mm is None:
        return f"{value_mm:.1f} mm"
    return f"{value_mm:.1f} ± {uncertainty_mm:.1f} mm"


def minutes_text(seconds: float) -> str:
    """A length for people: "about 5 minutes"."""
    minutes = max(1, round(seconds / 60))
    return "about a minute" if minutes == 1 else f"about {minutes} minutes"
