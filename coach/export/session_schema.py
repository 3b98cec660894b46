"""What a `session.json` must look like; the source of `docs/session.schema.json`."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from coach.domain.movements import Movement, Region
from coach.domain.quality import RepReason
from coach.domain.session import SCHEMA_VERSION, ScaleSource, SynkinesisRule
from coach.domain.sides import Affected, Side

_Text = Annotated[str, Field(max_length=200)]
_Count = Annotated[int, Field(ge=0, le=10**9)]
_Seconds = float | None


class _Part(BaseModel):
    """Numbers are finite; keys that a later program adds are passed over."""

    model_config = ConfigDict(extra="ignore", allow_inf_nan=False, frozen=True)


class Program(_Part):
    """Which program wrote the file."""

    name: _Text
    version: _Text


class Source(_Part):
    """Where the pictures came from: kind, size in pixels, nominal fps, pictures not analysed."""

    kind: _Text
    size: tuple[_Count, _Count]
    fps: float | None
    dropped: _Count


class Engine(_Part):
    """The landmark engine."""

    name: _Text
    version: _Text
    model_sha256: _Text


class Sides(_Part):
    """A value for each of the patient's own sides."""

    left: float | None
    right: float | None


class Baseline(_Part):
    """The resting face."""

    palpebral_fissure_mm: Sides
    mm_per_px: float | None
    noise_sd_mm: dict[_Text, float | None] = Field(max_length=200)
    refined: bool = False
    scale: ScaleSource = ScaleSource.IRIS


class Drift(_Part):
    """Between exercises the resting face had changed most here; in mm from the measured one."""

    t_s: _Seconds
    region: Region
    side: Side
    mm: float | None


class Quality(_Part):
    """How good the data are."""

    valid_share: float | None = Field(ge=0, le=1)
    effective_fps: float | None = Field(ge=0)
    reasons: dict[_Text, _Count] = Field(max_length=200)
    alignment_residual_mm: float | None = None


class Synkinesis(_Part):
    """An unwanted co-movement; grade 1 mild, 2 moderate, 3 severe."""

    region: Region
    side: Side
    magnitude: float | None
    unit: _Text
    grade: int = Field(ge=1, le=3)
    start_s: _Seconds
    end_s: _Seconds
    peak_s: _Seconds = None
    limit: float | None = None
    rule: SynkinesisRule | None = None


class CouplingPart(_Part):
    """Co-movement for each mm of movement in one repetition, flagged or not."""

    region: Region
    side: Side
    slope: float | None
    unit: _Text


class BlinkCorner(_Part):
    """Blinks with which a mouth corner moved, of those during which the mouth was at rest."""

    judged: _Count
    left_count: _Count
    right_count: _Count
    largest_mm: Sides
    limit_mm: float | None


class Blinks(_Part):
    """Blinks over the observed time: how many, and how far each eye came."""

    observed_s: float = Field(gt=0)
    count: _Count
    left_count: _Count
    right_count: _Count
    mean_peak_pct: Sides
    complete_share: Sides
    fast_enough: bool
    corner: BlinkCorner | None = None


class CleanAmplitudePart(_Part):
    """The largest repetition without a co-movement, the smallest with one; made from `reps`."""

    movement: Movement
    largest_clean_mm: float | None
    smallest_flagged_mm: float | None


class CouplingSummaryPart(CouplingPart):
    """Mean slope of the session with the half width of its 95 % interval; made from `reps`."""

    movement: Movement
    half_width: float | None
    reps: _Count


class Rep(_Part):
    """One repetition; times in seconds from the session's start."""

    index: _Count
    exercise_id: _Text = ""
    movement: Movement | None = None
    set: _Count = 0
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
    synkinesis: list[Synkinesis] = Field(max_length=1000)
    couplings: list[CouplingPart] = Field(default=[], max_length=1000)


class SessionFile(_Part):
    """One practice session of the facial-retraining coach."""

    schema_version: Literal[SCHEMA_VERSION]  # type: ignore[valid-type]
    id: _Text = ""
    program: Program
    created: AwareDatetime
    source: Source
    engine: Engine
    movement: Movement | None = None
    plan: list[_Text] | None = Field(default=None, max_length=1000)
    affected: Affected | None
    finished: bool = True
    baseline: Baseline | None
    quality: Quality
    drift: list[Drift] = Field(default=[], max_length=1000)
    blinks: Blinks | None = None
    clean_amplitudes: list[CleanAmplitudePart] = Field(default=[], max_length=1000)
    couplings: list[CouplingSummaryPart] = Field(default=[], max_length=1000)
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
