"""Sentences that belong to a moment within a repetition."""

from __future__ import annotations

from coach.coaching.cues import CueScheduler
from coach.coaching.live_watch import LiveWatch
from coach.coaching.phases import is_relaxation
from coach.coaching.plan_runner import PlanRunner
from coach.coaching.texts import CoachTexts
from coach.domain.events import CueKind
from coach.domain.exercise import Exercise, Phase


def ready_text(runner: PlanRunner, watch: LiveWatch, texts: CoachTexts) -> str:
    """Which repetition it is, and what to think of before it."""
    exercise, ready = runner.exercise, watch.ready_text
    if exercise is None or exercise.dose.reps < 2:
        return ready
    count = texts.count.format(rep=runner.rep_index + 1, reps=exercise.dose.reps)
    # After the first, the count is enough: the screen says the rest, and there is quiet.
    plain = ready == texts.get_ready and runner.rep_index > 0
    return count if plain else f"{count} {ready}"


class MidwayCue:
    """A timed exercise's second sentence, said when half of its time is over.

    Args:
        cues: where sentences are raised.
    """

    def __init__(self, cues: CueScheduler) -> None:
        self._cues = cues
        self._said = False

    def restart(self) -> None:
        """An exercise begins."""
        self._said = False

    def step(self, now_s: float, exercise: Exercise, elapsed_s: float, duration_s: float) -> None:
        """A frame of the exercise's rest: `elapsed_s` of `duration_s`."""
        text = exercise.cues.get(Phase.HOLD.value, "")
        if not text or self._said or not is_relaxation(exercise) or elapsed_s < 0.5 * duration_s:
            return
        self._said = True
        self._cues.advise(CueKind.PHASE, text, now_s + 0.5 * duration_s)
