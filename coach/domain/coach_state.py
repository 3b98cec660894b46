"""What the screen shows at one moment of a session."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.exercise import Exercise, Phase
from coach.domain.movements import Region
from coach.domain.quality import QualityReason
from coach.domain.sides import Side


@dataclass(frozen=True, slots=True)
class SideReading:
    """One side's movement right now.

    Attributes:
        excursion_mm: size of the movement along its direction; None where not scored.
        uncertainty_mm: half width of its 95 % interval; None where unknown.
    """

    excursion_mm: float | None
    uncertainty_mm: float | None


@dataclass(frozen=True, slots=True)
class LiveSynkinesis:
    """An unwanted co-movement that is going on now."""

    region: Region
    side: Side
    advice: str


@dataclass(frozen=True, slots=True)
class CoachState:
    """A consistent picture of the session after one frame (or one command).

    Attributes:
        t_s: seconds from the session's start, pauses included.
        phase: the current phase.
        paused: True while the person or a lost source holds the session.
        source_lost: True while no pictures come.
        exercise: the current exercise; None before the first and after the last.
        exercise_index / exercise_count: 0-based position in the plan.
        set_index / rep_index: 0-based.
        phase_elapsed_s: time in this phase, pauses not counted.
        phase_duration_s: planned length; None where it ends on a condition.
        progress: share of the whole plan done, 0 to 1.
        left / right: the sides' movement now.
        target_mm: enough movement (small) in the next repetition; 0 where there is no target.
        own_target_mm: the exercise's own, which the pictures' scale follows; never below
            `target_mm`, which is less after a co-movement and while a clean range is learnt.
        headline: one short line for the phase ("Move", "Hold").
        cue: the newest sentence for the person.
        quality: why frames are not scored at the moment; None where they are.
        synkinesis: the one unwanted co-movement to show; None where there is none.
        reps_done / reps_scored: counted through the session.
        next_title: the exercise after this one; "" where there is none.
        can_go_on: the set-up takes long: going on without it may be offered.
        hurt: the session waits because the person said that it hurts.
        glare: light is mirrored in glasses, as far as can be seen (set-up only).
    """

    t_s: float
    phase: Phase
    paused: bool
    source_lost: bool
    exercise: Exercise | None
    exercise_index: int
    exercise_count: int
    set_index: int
    rep_index: int
    phase_elapsed_s: float
    phase_duration_s: float | None
    progress: float
    left: SideReading
    right: SideReading
    target_mm: float
    headline: str
    cue: str
    quality: QualityReason | None
    synkinesis: LiveSynkinesis | None
    reps_done: int
    reps_scored: int
    next_title: str = ""
    can_go_on: bool = False
    hurt: bool = False
    glare: bool = False
    own_target_mm: float = 0.0
