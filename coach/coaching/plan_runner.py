"""Walks through a plan: which exercise, set, repetition and phase it is, and what comes next.

Pure bookkeeping: no events, no sentences, no measures. Time is put in; pauses are left out by not
putting it in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from coach.coaching.phases import ALLOWED, REP_ORDER, is_relaxation, rep_phase_s
from coach.coaching.settings import EngineSettings
from coach.domain.course import Asked
from coach.domain.events import PhaseStarted
from coach.domain.exercise import Exercise, Phase, Plan

#: Sums of frame times are off by less than this; without it a phase could last a frame longer.
_ROUNDING_S: Final = 1e-6


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """A place in a plan, each 0-based: where an interrupted session goes on."""

    exercise_index: int = 0
    set_index: int = 0
    rep_index: int = 0


@dataclass(frozen=True, slots=True)
class _Slot:
    """An exercise at its place: as it is practised now, planned seconds, whether it was eased."""

    exercise: Exercise
    planned_s: float
    eased: bool = False


class PlanRunner:
    """The place in the plan.

    Args:
        plan: what is practised.
        settings: the coach's timing.
        demonstration_s: how long demonstrating an exercise takes.
        start: where in the plan to begin; it must lie in the plan.
    """

    def __init__(
        self,
        plan: Plan,
        settings: EngineSettings,
        demonstration_s: Callable[[Exercise], float],
        start: PlanPlace | None = None,
    ) -> None:
        self._settings = settings
        self._demonstration_s = demonstration_s
        place = start or PlanPlace()
        self.phase = Phase.SETUP
        self.elapsed_s = 0.0
        self.duration_s: float | None = None
        self.exercise_index = place.exercise_index
        self.set_index = place.set_index
        self.rep_index = place.rep_index
        self._slots = [_Slot(e, self._exercise_s(e)) for e in plan.exercises]
        self._progress = 0.0

    @property
    def exercise(self) -> Exercise | None:
        """The current exercise; None before the first and after the last."""
        if self.phase in (Phase.SETUP, Phase.BASELINE, Phase.FINISHED):
            return None
        return self._slots[self.exercise_index].exercise

    @property
    def exercise_count(self) -> int:
        return len(self._slots)

    @property
    def next_exercise(self) -> Exercise | None:
        """What follows the current exercise; before the first one, the first."""
        before = self.phase in (Phase.SETUP, Phase.BASELINE)
        index = self.exercise_index + (0 if before else 1)
        return self._slots[index].exercise if index < self.exercise_count else None

    @property
    def due(self) -> bool:
        """Whether the phase's planned time is over."""
        return self.duration_s is not None and self.elapsed_s >= self.duration_s - _ROUNDING_S

    @property
    def left_s(self) -> float | None:
        """Planned time left in this phase; None where it ends on a condition."""
        return None if self.duration_s is None else max(0.0, self.duration_s - self.elapsed_s)

    @property
    def exercise_complete(self) -> bool:
        """Whether all repetitions of the exercise are behind; only its last rest may be left."""
        return self.exercise is not None and self.phase is Phase.REST and self._last_rep()

    def announcement(self, now_s: float) -> PhaseStarted:
        """The event that tells of the current phase; `now_s` are session seconds."""
        exercise = "" if self.exercise is None else self.exercise.id
        return PhaseStarted(
            now_s, self.phase, exercise, self.set_index, self.rep_index, self.duration_s
        )

    def pass_time(self, dt_s: float) -> None:
        """Let the current phase go on."""
        self.elapsed_s += dt_s

    def next_phase(self) -> Phase:
        """What follows the current phase when it ends by itself."""
        match self.phase:
            case Phase.SETUP:
                return Phase.BASELINE
            case Phase.BASELINE:
                return Phase.DEMONSTRATE if self._slots else Phase.FINISHED
            case Phase.REST if self._last_rep():
                return self._after_exercise()
            case Phase.REST:
                return self._first_of_rep()
            case Phase.DEMONSTRATE:
                return self._first_of_rep()
            case Phase.FINISHED:
                return Phase.FINISHED
        exercise = self._slots[self.exercise_index].exercise
        following = REP_ORDER[REP_ORDER.index(self.phase) + 1 :]
        return next(p for p in following if p is Phase.REST or self._rep_phase_s(p, exercise) > 0)

    def go_on(self) -> None:
        """Enter what follows the current phase."""
        following = self.next_phase()
        if self.phase is Phase.REST:
            if self._last_rep():
                self._leave_exercise()
            else:
                self._count_rep()
        self._enter(following)

    def restart_rep(self) -> None:
        """Back to the start of the current repetition."""
        self._enter(Phase.GET_READY)

    def measure_anew(self) -> None:
        """Back to measuring the resting face; the place in the plan stays."""
        self._enter(Phase.BASELINE)

    def skip_exercise(self) -> None:
        """Go to the next exercise, or to the end."""
        following = self._after_exercise()
        self._leave_exercise()
        self._enter(following)

    def let_go(self) -> None:
        """End a movement that has begun, without its hold."""
        exercise = self._slots[self.exercise_index].exercise
        lasts = self._rep_phase_s(Phase.RELEASE, exercise) > 0
        self._enter(Phase.RELEASE if lasts else Phase.REST)

    def ease(self, exercise: Exercise) -> None:
        """Go on with this easier form of the current exercise."""
        self._slots[self.exercise_index] = _Slot(exercise, self._exercise_s(exercise), eased=True)

    def asked(self, target_mm: float) -> Asked:
        """What a repetition that begins now asks for; `target_mm` is 0 where there is no target."""
        slot = self._slots[self.exercise_index]
        dose = slot.exercise.dose
        target = target_mm if target_mm > 0 else None
        return Asked(target, dose.move_s, dose.hold_s, dose.release_s, slot.eased)

    def swap(self, exercise: Exercise) -> None:
        """Another exercise in place of the current one, from its start."""
        self._slots[self.exercise_index] = _Slot(exercise, self._exercise_s(exercise))
        self.set_index = self.rep_index = 0
        self._enter(Phase.DEMONSTRATE)

    def postpone(self) -> None:
        """The current exercise at the end of the plan; the next one from its start."""
        self._slots.append(self._slots.pop(self.exercise_index))
        self.set_index = self.rep_index = 0
        self._enter(Phase.DEMONSTRATE)

    def finish(self) -> None:
        """The end, wherever it is."""
        self._enter(Phase.FINISHED)

    def progress(self) -> float:
        """Share of the plan's time done, 0 to 1; never goes back, also when a rep starts over."""
        total = sum(slot.planned_s for slot in self._slots)
        if self.exercise_index >= self.exercise_count:
            self._progress = 1.0
        elif total > 0 and self.exercise is not None:
            before_s = sum(slot.planned_s for slot in self._slots[: self.exercise_index])
            done = before_s + self._done_here_s(self.exercise)
            self._progress = max(self._progress, min(1.0, done / total))
        return self._progress

    def _enter(self, phase: Phase) -> None:
        if phase not in ALLOWED[self.phase]:
            raise AssertionError(f"{phase} cannot follow {self.phase}")
        self.phase = phase
        self.elapsed_s = 0.0
        exercise = self.exercise
        if exercise is None:
            self.duration_s = None
        elif phase is Phase.DEMONSTRATE:
            self.duration_s = self._demonstration_s(exercise)
        else:
            self.duration_s = self._rep_phase_s(phase, exercise)

    def _first_of_rep(self) -> Phase:
        exercise = self._slots[self.exercise_index].exercise
        return Phase.REST if is_relaxation(exercise) else Phase.GET_READY

    def _after_exercise(self) -> Phase:
        last = self.exercise_index + 1 >= self.exercise_count
        return Phase.FINISHED if last else Phase.DEMONSTRATE

    def _leave_exercise(self) -> None:
        self.exercise_index += 1
        self.set_index = self.rep_index = 0

    def _last_rep(self) -> bool:
        dose = self._slots[self.exercise_index].exercise.dose
        return self.rep_index + 1 >= dose.reps and self.set_index + 1 >= dose.sets

    def _count_rep(self) -> None:
        self.rep_index += 1
        if self.rep_index >= self._slots[self.exercise_index].exercise.dose.reps:
            self.rep_index = 0
            self.set_index += 1

    def _rep_phase_s(self, phase: Phase, exercise: Exercise) -> float:
        dose = exercise.dose
        set_break = self.rep_index + 1 >= dose.reps and self.set_index + 1 < dose.sets
        return rep_phase_s(phase, exercise, self._settings, set_break=set_break)

    def _rep_s(self, exercise: Exercise) -> float:
        phases = (rep_phase_s(p, exercise, self._settings, set_break=False) for p in REP_ORDER)
        return sum(phases)

    def _exercise_s(self, exercise: Exercise) -> float:
        reps = exercise.dose.reps * exercise.dose.sets
        return self._demonstration_s(exercise) + reps * self._rep_s(exercise)

    def _done_here_s(self, exercise: Exercise) -> float:
        if self.phase is Phase.DEMONSTRATE:
            return min(self.elapsed_s, self._demonstration_s(exercise))
        reps = self.set_index * exercise.dose.reps + self.rep_index
        before = REP_ORDER[: REP_ORDER.index(self.phase)]
        planned = self.duration_s or 0.0
        usual = rep_phase_s(self.phase, exercise, self._settings, set_break=False)
        here = usual * min(1.0, self.elapsed_s / planned) if planned > 0 else 0.0
        here += sum(rep_phase_s(p, exercise, self._settings, set_break=False) for p in before)
        return self._demonstration_s(exercise) + reps * self._rep_s(exercise) + here
