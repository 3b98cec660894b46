"""What is told while an exercise is shown, and how long that takes."""

from __future__ import annotations

from coach.coaching.cues import CueScheduler
from coach.coaching.phases import is_relaxation
from coach.coaching.settings import EngineSettings
from coach.coaching.texts import ENGLISH, CoachTexts
from coach.domain.events import CueKind
from coach.domain.exercise import Exercise


def opening(exercise: Exercise, index: int, texts: CoachTexts) -> str:
    """The exercise's name, after what comes before it in the session."""
    return (texts.next_up if index > 0 else texts.first_up).format(title=exercise.title)


def story(exercise: Exercise, named: str) -> list[tuple[CueKind, str]]:
    """Name and instruction, sentence by sentence, and the first stop sign."""
    first, *others = exercise.instruction or ("",)
    told = [(CueKind.PHASE, f"{named} {first}".strip())]
    told += [(CueKind.PHASE, sentence) for sentence in others]
    told += [(CueKind.SAFETY, sentence) for sentence in exercise.stop_signs[:1]]
    return told


def demonstration_s(exercise: Exercise, settings: EngineSettings) -> float:
    """Long enough to see the movement once and to hear everything that is told."""
    dose, named = exercise.dose, opening(exercise, 1, ENGLISH)
    cycle_s = 0.0 if is_relaxation(exercise) else dose.move_s + dose.hold_s + dose.release_s
    return max(cycle_s, CueScheduler(settings).story_s(0.0, story(exercise, named)))
