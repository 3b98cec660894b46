"""What is kept of a session: the record behind `session.json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from coach.domain.blinks import BlinkSummary
from coach.domain.course import Asked, CourseEntry
from coach.domain.feedback import SessionFeedback
from coach.domain.measures import MeasureFrame
from coach.domain.movements import Movement, Region
from coach.domain.quality import RepReason
from coach.domain.sides import Affected, Side
from coach.domain.sides import PerSide as PerSide
from coach.domain.spontaneous import SpontaneousSummary

SCHEMA_VERSION: Final = 1
#: No value on either side.
NO_SIDES: Final = PerSide(None, None)


class SynkinesisRule(StrEnum):
    """Which comparison found a co-movement."""

    OTHER_SIDE = "beyond_other_side"  # more than the other side, cross-talk taken off
    BOTH_SIDES = "both_sides"  # more than healthy faces show, though the other side moves too
    THERAPIST = "therapist"  # entered by a therapist, not seen by the camera


@dataclass(frozen=True, slots=True)
class SynkinesisFlag:
    """An unwanted co-movement.

    Attributes:
        region: the region that moved and should not have.
        side: the patient's side.
        magnitude: peak of the co-movement beyond the other side and cross-talk, in `unit`.
        unit: "pct" (of the resting palpebral fissure) or "mm".
        grade: 1 mild, 2 moderate, 3 severe: a practice label, not a clinical scale.
        start_s: onset, seconds from the session's start.
        end_s: end, seconds from the session's start.
        peak_s: when it was strongest, on the same clock; None in older records.
        limit: the magnitude from which it counted, in `unit`; None in older records.
        rule: which comparison found it; None in older records.
    """

    region: Region
    side: Side
    magnitude: float
    unit: str
    grade: int
    start_s: float
    end_s: float
    peak_s: float | None = None
    limit: float | None = None
    rule: SynkinesisRule | None = None

    def shifted(self, seconds: float) -> SynkinesisFlag:
        """The same flag on a clock that is `seconds` ahead."""
        return replace(
            self,
            start_s=self.start_s + seconds,
            end_s=self.end_s + seconds,
            peak_s=None if self.peak_s is None else self.peak_s + seconds,
        )


@dataclass(frozen=True, slots=True)
class Coupling:
    """How much a quiet region moved with the movement, in one repetition, flagged or not.

    Attributes:
        region: the quiet region.
        side: the patient's side.
        slope: its change beyond the other side's, for each mm of movement of the further side.
        unit: "pct" or "mm": of the change.
    """

    region: Region
    side: Side
    slope: float
    unit: str


@dataclass(frozen=True, slots=True)
class RepRecord:
    """One repetition. Times are seconds from the session's start.

    Attributes:
        index: 0-based, counted through the session.
        exercise_id: the exercise it belongs to; "" for a plain analysis.
        movement: what was asked for.
        set_index: 0-based set within the exercise.
        start_s / hold_start_s / hold_end_s / end_s: onset, plateau and return, as measured (as
            guided where nothing moved).
        scored: False where `reason` forbids a score.
        reason: why it is not scored.
        excursion_mm: size of the movement on each side in the hold, along the movement.
        uncertainty_mm: half width of each excursion's 95 % interval.
        affected_pct_of_healthy: affected over healthy side, per cent; None where there is not one
            affected side or the healthy side hardly moved.
        affected_pct_uncertainty: half width of its 95 % interval, points of %.
        end_difference_mm: left minus right excursion in the hold.
        onset_lag_ms: affected (else left) onset minus healthy (else right) onset; + is late.
        synkinesis: unwanted co-movements in this repetition.
        couplings: how much each watched region moved along, whether or not that was too much.
        closure_pct: closure of each eye in the hold, per cent of its resting opening.
        closure_uncertainty_pct: half width of its 95 % interval, points of %.
        asked: at which target and pace; None where nothing was asked (a plain analysis, a
            repetition that was broken off before it began, older records).
    """

    index: int
    exercise_id: str
    movement: Movement
    set_index: int
    start_s: float
    hold_start_s: float
    hold_end_s: float
    end_s: float
    scored: bool
    reason: RepReason | None
    excursion_mm: PerSide
    uncertainty_mm: float | None
    affected_pct_of_healthy: float | None
    end_difference_mm: float | None
    onset_lag_ms: float | None
    synkinesis: tuple[SynkinesisFlag, ...] = ()
    couplings: tuple[Coupling, ...] = ()
    affected_pct_uncertainty: float | None = None
    closure_pct: PerSide = NO_SIDES
    closure_uncertainty_pct: float | None = None
    asked: Asked | None = None


class ScaleSource(StrEnum):
    """What millimetres are measured by."""

    IRIS = "iris"
    IRISES_DIFFER = "irises_differ"  # by the irises, which look unlike: less certain
    CALIPER = "caliper"


@dataclass(frozen=True, slots=True)
class BaselineRecord:
    """The resting face.

    Attributes:
        palpebral_fissure_mm: opening of each eye at rest.
        mm_per_px: scale at rest.
        noise_sd_mm: measure column -> standard deviation at rest (mm; points for `_pct`).
        refined: True where pixels refine the landmarks, which dilutes one-sided movement less.
        scale: what millimetres come from.
    """

    palpebral_fissure_mm: PerSide
    mm_per_px: float
    noise_sd_mm: Mapping[str, float]
    refined: bool = False
    scale: ScaleSource = ScaleSource.IRIS


#: A resting face that has changed by less is not mentioned: lay people do not see less than 2 mm at
#: the lids and 3 mm elsewhere (docs/measures.md), and the measures' own noise is a tenth of it.
DRIFT_MENTION_MM: Final = 2.0


@dataclass(frozen=True, slots=True)
class DriftRecord:
    """The resting face was looked at again: where it had changed most since it was measured.

    Attributes:
        t_s: when, seconds from the session's start.
        region: which region.
        side: the patient's side.
        size_mm: how far it was from the measured rest face.
    """

    t_s: float
    region: Region
    side: Side
    size_mm: float


@dataclass(frozen=True, slots=True)
class QualitySummary:
    """How good the data are.

    Attributes:
        valid_share: valid over analysed frames, 0 to 1.
        effective_fps: analysed frames per second of source time.
        reasons: quality reason -> number of frames.
        alignment_residual_mm: median misfit of the bone-fixed landmarks; None in older records.
    """

    valid_share: float
    effective_fps: float
    reasons: Mapping[str, int]
    alignment_residual_mm: float | None = None


#: Kind of a source that is nobody's face: where there is no camera it stands in as the patient.
DRAWN_FACE: Final = "drawn_face"


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Where the pictures came from; `notes` are the sentences said about an analysed film."""

    kind: str
    size: tuple[int, int]
    fps: float | None
    dropped: int
    notes: tuple[str, ...] = ()

    @property
    def drawn(self) -> bool:
        """Whether the drawn face stood in as the patient: then it is not the person's practice."""
        return self.kind == DRAWN_FACE


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """The landmark engine: name, version, SHA-256 of its model file(s)."""

    name: str
    version: str
    model_sha256: str


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session, as exported. `created` carries an offset.

    `plan` are the exercise ids in order, `plan_id` says which plan they came from ("" where none);
    `drift` are the looks at the resting face between exercises, `spontaneous` the minutes of
    talking, `course` what became of each exercise, oldest first.
    """

    id: str
    program_name: str
    program_version: str
    created: datetime
    source: SourceRecord
    engine: EngineInfo
    plan: tuple[str, ...]
    movement: Movement | None
    affected: Affected | None
    baseline: BaselineRecord | None
    quality: QualitySummary
    reps: tuple[RepRecord, ...]
    finished: bool = True
    blinks: BlinkSummary | None = None
    plan_id: str = ""
    feedback: SessionFeedback | None = None
    drift: tuple[DriftRecord, ...] = ()
    spontaneous: tuple[SpontaneousSummary, ...] = ()
    course: tuple[CourseEntry, ...] = ()
    schema_version: int = SCHEMA_VERSION


@dataclass(frozen=True, slots=True, eq=False)
class LoggedFrame:
    """One row of `measures.csv`.

    Attributes:
        measures: what was measured on the picture.
        time_s: seconds from the session's start.
        phase: the guided phase (a `Phase` value), or for a plain analysis the segment found:
            "rest", "move", "hold" or "release".
    """

    measures: MeasureFrame
    time_s: float
    phase: str
