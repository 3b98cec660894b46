"""An exercise as a therapist prescribes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coach.domain.movements import Movement, Region


class Phase(StrEnum):
    """Where in the session the person is."""

    SETUP = "setup"  # light, distance, position
    BASELINE = "baseline"  # the resting face is measured
    DEMONSTRATE = "demonstrate"
    GET_READY = "get_ready"
    MOVE = "move"
    HOLD = "hold"
    RELEASE = "release"
    REST = "rest"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Dose:
    """How much and how slowly.

    Attributes:
        move_s: seconds to go into the movement.
        hold_s: seconds to hold it.
        release_s: seconds to let go.
        rest_s: seconds of rest after each repetition.
        reps: repetitions in a set.
        sets: number of sets.
        set_rest_s: seconds of rest between sets.
    """

    move_s: float
    hold_s: float
    release_s: float
    rest_s: float
    reps: int
    sets: int
    set_rest_s: float = 20.0


@dataclass(frozen=True, slots=True)
class QuietRegion:
    """A region that should stay still during an exercise.

    Attributes:
        region: the region to watch.
        threshold: how much movement is too much, beyond the other side's and beyond cross-talk.
        unit: "pct" (of the resting palpebral fissure) or "mm".
        source: where the threshold comes from.
    """

    region: Region
    threshold: float
    unit: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One guided exercise, read from a file in `assets/exercises/`.

    Attributes:
        id: file name without ending.
        movement: what is measured.
        title: short name for the screen.
        purpose: one sentence: what it is for.
        instruction: plain sentences shown and spoken while demonstrating.
        cues: text for phases, keyed by Phase value ("move", "hold", "release", "rest").
        mistake: the common compensation and what to do instead.
        dose: repetitions and timing.
        effort_ceiling: of 10; shown, never pushed beyond.
        target_mm: excursion of each side that is enough (small); 0 where there is no target.
        tolerance_pct: how far from an even movement still counts as even.
        quiet: regions to keep still.
        demonstration: expression weights at full movement, keyed by expression channel
            ("smile", "eye_close", ...; see coach.face.expression), 0 to 1.
        stop_signs: when to stop at once.
        requires_therapist: True where it may not be used without a therapist.
    """

    id: str
    movement: Movement
    title: str
    purpose: str
    instruction: tuple[str, ...]
    cues: Mapping[str, str]
    mistake: str
    dose: Dose
    effort_ceiling: int
    target_mm: float
    tolerance_pct: float
    quiet: tuple[QuietRegion, ...]
    demonstration: Mapping[str, float]
    stop_signs: tuple[str, ...] = ()
    requires_therapist: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Exercises in the order they are practised in one session."""

    id: str
    title: str
    exercises: tuple[Exercise, ...]
