"""A therapist's plan for one person: what is practised, how much, and what counts as too much."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coach.domain.movements import Region
from coach.domain.profile import Profile
from coach.domain.sides import Affected


@dataclass(frozen=True, slots=True)
class ThresholdChange:
    """How much of a quiet region's movement is too much, for this person.

    Attributes:
        exercise_id: which exercise; "*" for every one that watches the region.
        region: the quiet region.
        value: the new limit, in `unit`.
        unit: "pct" (of the resting palpebral fissure) or "mm".
    """

    exercise_id: str
    region: Region
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class DoseChange:
    """Another dose of an exercise; None leaves a figure as it is. Seconds, counts, mm."""

    exercise_id: str
    move_s: float | None = None
    hold_s: float | None = None
    release_s: float | None = None
    rest_s: float | None = None
    reps: int | None = None
    sets: int | None = None
    target_mm: float | None = None
    clean_reps: int | None = None


@dataclass(frozen=True, slots=True)
class Prescription:
    """A therapist's plan file, read.

    Attributes:
        title: shown on the home page.
        exercises: ids in the order of one practice; empty where `programme` says it.
        programme: a plan id ("programme" or "programme/phase"); "" where `exercises` says it.
        affected: the affected side; None: as the person said.
        profile: answers that the therapist gives for the person; None: as the person said.
        releases: plan ids that are opened by it.
        doses: other doses.
        thresholds: other limits of quiet regions.
        outer_canthal_mm: caliper distance of the outer eye corners; None: the irises are the scale.
        days_a_week: weekly goal; None: as the person chose.
        note: plain sentences for the person.
        valid_until: after this day the person is asked for a new one; None: no end.
    """

    title: str
    exercises: tuple[str, ...] = ()
    programme: str = ""
    affected: Affected | None = None
    profile: Profile | None = None
    releases: frozenset[str] = field(default_factory=frozenset)
    doses: tuple[DoseChange, ...] = ()
    thresholds: tuple[ThresholdChange, ...] = ()
    outer_canthal_mm: float | None = None
    days_a_week: int | None = None
    note: tuple[str, ...] = ()
    valid_until: date | None = None
