"""An exercise as a therapist prescribes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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


class ExerciseKind(StrEnum):
    """What is done in an exercise; all but `MOVEMENT` are timed and have no camera score."""

    MOVEMENT = "movement"
    RELAXATION = "relaxation"
    MASSAGE = "massage"
    STRETCH = "stretch"
    IMAGERY = "imagery"
    STILLNESS = "stillness"  # something else moves (the jaw, say) while the face stays still
    TALKING = "talking"  # a minute of talking or reading aloud, watched but not guided
    ASSESSMENT = "assessment"  # a movement of the consultation's series, with a therapist only


class Stage(StrEnum):
    """Where in recovery a face is (clinical notes 3.2)."""

    FLACCID = "flaccid"  # no movement of the affected side
    PARETIC = "paretic"  # first flickers, tone comes back
    SYNKINETIC = "synkinetic"  # movements pull others along
    MAINTENANCE = "maintenance"
    REANIMATION = "reanimation"  # after smile surgery


class MistakeKind(StrEnum):
    """What a mistake's demonstration shows."""

    CO_MOVEMENT = "co_movement"  # another region joins in
    UNEVEN = "uneven"  # the healthy side takes over
    TOO_BIG = "too_big"
    TENSION = "tension"  # a clenched, pressed face where it should be soft


class Half(StrEnum):
    """A side of the face by its health; with both sides affected, left counts as affected."""

    AFFECTED = "affected"
    HEALTHY = "healthy"
    BOTH = "both"


class TouchArea(StrEnum):
    """Where hands are laid in a massage or a stretch."""

    FOREHEAD = "forehead"
    BROW = "brow"
    EYELID = "eyelid"
    CHEEK = "cheek"
    INSIDE_CHEEK = "inside_cheek"  # thumb inside, finger outside
    MOUTH = "mouth"
    CHIN = "chin"
    JAW = "jaw"
    NECK = "neck"


class Stroke(StrEnum):
    """How a hand moves; inward and outward are towards and away from the midline."""

    CIRCLE = "circle"
    UP = "up"
    DOWN = "down"
    INWARD = "inward"
    OUTWARD = "outward"
    PRESS = "press"


@dataclass(frozen=True, slots=True)
class Touch:
    """One stroke of a hand, for the drawn hands of a demonstration."""

    area: TouchArea
    stroke: Stroke
    half: Half


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
        clean_reps: the first repetitions, very small, from which this person's clean range is
            learnt; 0 for none.
        kind: what is done.
        feel: how it should feel.
        stages: in which it may be used; empty: not said.
        contraindications: when it may not be used at all.
        mistake_kind: what `mistake_demonstration` shows; None where there is none.
        mistake_demonstration: the common mistake's weights at full movement, by half of the face.
        touch: strokes of the hands, in order; empty where no hand is used.
        reflect_healthy_half: True where the picture should be made of the healthy half and its
            reflection (mirror therapy).
        passage: what is read aloud, or what may be talked about, line by line; for talking only.
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
    clean_reps: int = 0
    kind: ExerciseKind = ExerciseKind.MOVEMENT
    feel: str = ""
    stages: tuple[Stage, ...] = ()
    contraindications: tuple[str, ...] = ()
    mistake_kind: MistakeKind | None = None
    mistake_demonstration: Mapping[Half, Mapping[str, float]] = field(default_factory=dict)
    touch: tuple[Touch, ...] = ()
    reflect_healthy_half: bool = False
    passage: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Exercises in the order they are practised in one session."""

    id: str
    title: str
    exercises: tuple[Exercise, ...]
