"""What a `session.json` must look like; the source of `docs/session.schema.json`."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import AwareDatetime, Field, model_validator

from coach.domain.movements import Movement, Region
from coach.domain.quality import RepReason
from coach.domain.repeatability import Figure
from coach.domain.session import SCHEMA_VERSION, ScaleSource, SynkinesisRule
from coach.domain.sides import Affected, Side
from coach.export.course_part import AskedPart, CoursePart
from coach.export.feedback_part import FeedbackPart
from coach.export.schema_parts import Blinks, Count, Part, Sides, Text
from coach.export.spontaneous_schema import SpontaneousPart

_Seconds = float | None


class Program(Part):
    """Which program wrote the file."""

    name: Text
    version: Text


class Source(Part):
    """Where the pictures came from: kind, size in pixels, nominal fps, pictures not analysed.

    `notes` are sentences about an analysed film: that it is cut off, lay on its side.
    """

    kind: Text
    size: tuple[Count, Count]
    fps: float | None
    dropped: Count
    notes: list[Text] = Field(default=[], max_length=100)


class Engine(Part):
    """The landmark engine."""

    name: Text
    version: Text
    model_sha256: Text


class Baseline(Part):
    """The resting face."""

    palpebral_fissure_mm: Sides
    mm_per_px: float | None
    noise_sd_mm: dict[Text, float | None] = Field(max_length=200)
    refined: bool = False
    scale: ScaleSource = ScaleSource.IRIS


class Drift(Part):
    """Between exercises the resting face had changed most here; in mm from the measured one."""

    t_s: _Seconds
    region: Region
    side: Side
    mm: float | None


class Quality(Part):
    """How good the data are."""

    valid_share: float | None = Field(ge=0, le=1)
    effective_fps: float | None = Field(ge=0)
    reasons: dict[Text, Count] = Field(max_length=200)
    alignment_residual_mm: float | None = None


class Synkinesis(Part):
    """An unwanted co-movement; grade 1 mild, 2 moderate, 3 severe."""

    region: Region
    side: Side
    magnitude: float | None
    unit: Text
    grade: int = Field(ge=1, le=3)
    start_s: _Seconds
    end_s: _Seconds
    peak_s: _Seconds = None
    limit: float | None = None
    rule: SynkinesisRule | None = None


class CouplingPart(Part):
    """Co-movement for each mm of movement in one repetition, flagged or not."""

    region: Region
    side: Side
    slope: float | None
    unit: Text


class CleanAmplitudePart(Part):
    """The largest repetition without a co-movement, the smallest with one; made from `reps`."""

    movement: Movement
    largest_clean_mm: float | None
    smallest_flagged_mm: float | None


class MeanPart(Part):
    """Mean of a figure with the half width of its 95 % interval; made from `reps`.

    `smallest_change` is between two sessions with as many repetitions each.
    """

    movement: Movement
    figure: Figure
    unit: Literal["mm", "pct"]
    mean: float
    half_width: float | None
    spread: float | None
    reps: Count
    smallest_change: float


class CouplingSummaryPart(CouplingPart):
    """Mean slope of the session with the half width of its 95 % interval; made from `reps`."""

    movement: Movement
    half_width: float | None
    reps: Count


class Rep(Part):
    """One repetition; times in seconds from the session's start."""

    index: Count
    exercise_id: Text = ""
    movement: Movement | None = None
    set: Count = 0
    start_s: _Seconds
    hold_start_s: _Seconds
    hold_end_s: _Seconds
    end_s: _Seconds
    scored: bool
    reason: RepReason | None
    excursion_mm: Sides
    uncertainty_mm: float | None
    affected_pct_of_healthy: float | None
    affected_pct_uncertainty: float | None = None
    end_difference_mm: float | None
    onset_lag_ms: float | None
    closure_pct: Sides | None = None
    closure_uncertainty_pct: float | None = None
    asked: AskedPart | None = None
    synkinesis: list[Synkinesis] = Field(max_length=1000)
    couplings: list[CouplingPart] = Field(default=[], max_length=1000)


class SessionFile(Part):
    """One practice session of the facial-retraining coach."""

    schema_version: Literal[SCHEMA_VERSION]  # type: ignore[valid-type]
    id: Text = ""
    program: Program
    created: AwareDatetime
    source: Source
    engine: Engine
    movement: Movement | None = None
    plan: list[Text] | None = Field(default=None, max_length=1000)
    plan_id: Text | None = None
    affected: Affected | None
    finished: bool = True
    baseline: Baseline | None
    quality: Quality
    drift: list[Drift] = Field(default=[], max_length=1000)
    course: list[CoursePart] = Field(default=[], max_length=10_000)
    blinks: Blinks | None = None
    feedback: FeedbackPart | None = None
    spontaneous: list[SpontaneousPart] = Field(default=[], max_length=100)
    clean_amplitudes: list[CleanAmplitudePart] = Field(default=[], max_length=1000)
    couplings: list[CouplingSummaryPart] = Field(default=[], max_length=1000)
    means: list[MeanPart] = Field(default=[], max_length=1000)
    reps: list[Rep] = Field(max_length=10_000)

    @model_validator(mode="after")
    def _names_its_target(self) -> Self:
        if self.movement is None and self.plan is None:
            raise ValueError("movement or plan is missing")
        if self.movement is None and any(rep.movement is None for rep in self.reps):
            raise ValueError("a repetition's movement is missing")
        return self


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `session.json`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "session.json",
        **SessionFile.model_json_schema(),
    }
