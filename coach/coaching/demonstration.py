"""What is told while an exercise is shown, and how long that takes."""

from __future__ import annotations

from coach.coaching.cues import CueScheduler
from coach.coaching.phases import is_relaxation
from coach.coaching.settings import EngineSettings
from coach.domain.events import CueKind
from coach.domain.exercise import Exercise


def story(exercise: Exercise) -> list[tuple[CueKind, str]]:
    """Name and instruction, sentence by sentence, and the first stop sign."""
    first, *others = exercise.instruction or ("",)
    told = [(CueKind.PHASE, f"{exercise.title}. {first}".strip())]
    told += [(CueKind.PHASE, sentence) for sentence in others]
    told += [(CueKind.SAFETY, sentence) for sentence in exercise.stop_signs[:1]]
    return told


def demonstration_s(exercise: Exercise, settings: EngineSettings) -> float:
    """Long enough to see the movement once and to hear everything that is told."""
    dose = exercise.dose
    cycle_s = 0.0 if is_relaxation(exercise) else dose.move_s + dose.hold_s + dose.release_s
    return max(cycle_s, CueScheduler(settings).story_s(0.0, story(exercise)))
