"""What a person asks for in the middle of an exercise: smaller, another one, or it hurts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from coach.coaching.amplitude import LEAST_MM
from coach.coaching.phases import MOVING
from coach.domain.events import (
    CueKind,
    Eased,
    ExerciseChanged,
    ExerciseFinished,
    HurtReported,
)
from coach.domain.exercise import Exercise, Phase
from coach.domain.movements import closes_the_eye
from coach.domain.quality import QualityReason, RepReason

if TYPE_CHECKING:
    from coach.coaching.coach import Coach

#: "Too hard": the target and the hold become this share of what they were. The amplitude ladder
#: takes the same step after a co-movement.
EASE_STEP: Final = 0.75
#: No hold becomes shorter, s: less is no hold.
LEAST_HOLD_S: Final = 1.0
#: Seconds with another face after which its own resting face is measured.
ANOTHER_FACE_S: Final = 1.5


def eased(exercise: Exercise, target_mm: float) -> Exercise:
    """A smaller and shorter form of an exercise.

    Args:
        exercise: as it is practised now.
        target_mm: what the next repetition is to reach now; 0 where there is no target.
    """
    target = max(LEAST_MM, EASE_STEP * target_mm) if target_mm > 0 else 0.0
    if closes_the_eye(exercise.movement):
        target = exercise.target_mm  # shorter only: a smaller closing is no aim
    dose = exercise.dose
    hold_s = min(dose.hold_s, max(LEAST_HOLD_S, EASE_STEP * dose.hold_s))
    return replace(
        exercise, target_mm=min(target, exercise.target_mm), dose=replace(dose, hold_s=hold_s)
    )


class Requests:
    """Carries out what is asked for. `now_s` are session seconds.

    Attributes:
        hurt: the person said that it hurts and has not gone on since.
    """

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self.hurt = False

    def ease(self, now_s: float) -> None:
        """Too hard: the movement ends now, the next ones are smaller and shorter."""
        coach, runner = self._coach, self._coach.runner
        exercise = runner.exercise
        if exercise is None or self.hurt:
            return
        smaller = eased(exercise, coach.watch.target_mm)
        if smaller == exercise and smaller.target_mm >= coach.watch.target_mm:
            coach.emit(coach.cues.say_now(now_s, CueKind.SAFETY, coach.texts.easiest))
            return
        runner.ease(smaller)
        coach.watch.lower_target(smaller)
        coach.emit(Eased(now_s, exercise.id))
        if runner.phase in (Phase.MOVE, Phase.HOLD):
            runner.let_go()
            coach.enter(now_s)
        texts = coach.texts
        said = texts.eased_lids if closes_the_eye(exercise.movement) else texts.eased
        coach.emit(coach.cues.say_now(now_s, CueKind.SAFETY, said))

    def hurts(self, now_s: float, origin_s: float) -> bool:
        """It hurts: the movement stops and is kept as such.

        Returns:
            True where there was an exercise to stop.
        """
        coach, runner = self._coach, self._coach.runner
        exercise = runner.exercise
        if exercise is None or self.hurt:
            return False
        coach.settle(now_s, origin_s)
        coach.break_off(now_s, RepReason.HURT)
        coach.emit(HurtReported(now_s, exercise.id))
        if runner.phase in (Phase.GET_READY, *MOVING):
            runner.restart_rep()
            coach.enter(now_s)
        coach.quieten()
        self.hurt = True
        coach.emit(coach.cues.say_now(now_s, CueKind.SAFETY, coach.texts.hurts))
        return True

    def leave_out(self, now_s: float) -> bool:
        """The person goes on after "it hurts": with the next exercise.

        Returns:
            True where an exercise was left out.
        """
        coach, runner = self._coach, self._coach.runner
        exercise = runner.exercise
        if not self.hurt or exercise is None:
            return False
        self.hurt = False
        coach.emit(ExerciseFinished(now_s, exercise.id, skipped=True))
        runner.skip_exercise()
        coach.enter(now_s)
        return True

    def set_up_anew(self, now_s: float, origin_s: float) -> None:
        """Another face or camera stays there: its own resting face is measured, then it goes on.

        Nothing of the one before is carried over; a movement that has begun is broken off.
        """
        coach, runner = self._coach, self._coach.runner
        if runner.exercise is None or self.hurt or coach.gate.bad_s < ANOTHER_FACE_S:
            return
        coach.close_rep(now_s, origin_s, RepReason.INTERRUPTED)
        runner.measure_anew()
        coach.enter(now_s)
        text = coach.texts.quality[QualityReason.ANOTHER_FACE]
        coach.emit(coach.cues.say_now(now_s, CueKind.QUALITY, text))

    def swap(self, exercise: Exercise, now_s: float, origin_s: float) -> None:
        """Another exercise in place of the current one."""
        coach, runner = self._coach, self._coach.runner
        old = runner.exercise
        if old is None or self.hurt or old.id == exercise.id:
            return
        complete = runner.exercise_complete
        coach.close_rep(now_s, origin_s, RepReason.SKIPPED)
        coach.emit(ExerciseFinished(now_s, old.id, skipped=not complete))
        coach.emit(ExerciseChanged(now_s, exercise.id, old.id, postponed=False))
        runner.swap(exercise)
        coach.enter(now_s)

    def postpone(self, now_s: float, origin_s: float) -> None:
        """The current exercise at the end of the session; nothing where it is the last."""
        coach, runner = self._coach, self._coach.runner
        old, following = runner.exercise, runner.next_exercise
        if old is None or following is None or self.hurt:
            return
        coach.close_rep(now_s, origin_s, RepReason.SKIPPED)
        coach.emit(ExerciseChanged(now_s, following.id, old.id, postponed=True))
        runner.postpone()
        coach.enter(now_s)
