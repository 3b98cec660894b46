"""The shape of an exercise file and of a programme file: what is allowed, in which units.

The limits keep self-guided practice small and slow (practice limits proposed in the project's
clinical notes, section 3.3; a therapist may lower them, no file may raise them).
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from coach.domain.exercise import Dose, Exercise, Plan, QuietRegion
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region

SCHEMA_VERSION: Final = 1

Channel = Literal[
    "smile", "smile_open", "mouth_stretch", "pucker", "funnel", "lower_lip", "lip_press",
    "cheek_puff", "jaw_open", "snarl", "eye_close", "eye_squint", "eye_wide", "look_down",
    "brow_raise", "frown",
]  # fmt: skip
CuePhase = Literal["get_ready", "move", "hold", "release", "rest"]

ExerciseId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,47}$")]
Title = Annotated[str, Field(min_length=2, max_length=40)]
Sentence = Annotated[str, Field(min_length=2, max_length=160)]
Seconds = Annotated[float, Field(ge=0, le=60)]
Weight = Annotated[float, Field(ge=0, le=1)]


class FileModel(BaseModel):
    """Strict: no unknown keys, no "5" for 5, no NaN."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, allow_inf_nan=False, str_strip_whitespace=True
    )


class DoseTable(FileModel):
    """[dose]: seconds and counts."""

    move_s: Seconds = Field(description="Seconds to go into the movement.")
    hold_s: Seconds = Field(description="Seconds to hold it; for relaxation, to relax.")
    release_s: Seconds = Field(description="Seconds to let go.")
    rest_s: Seconds = Field(description="Seconds of rest after each repetition.")
    reps: int = Field(ge=1, le=10, description="Repetitions in a set.")
    sets: int = Field(ge=1, le=3, description="Number of sets.")
    set_rest_s: Seconds = Field(default=20.0, description="Seconds of rest between sets.")


class QuietTable(FileModel):
    """[[quiet]]: one region that should stay still."""

    region: Annotated[Region, Field(strict=False)]
    threshold: float = Field(gt=0, le=100, description="How much movement is too much.")
    unit: Literal["pct", "mm"] = Field(
        description='"pct" of the resting eye opening for the eye, "mm" for every other region.'
    )
    source: str = Field(min_length=2, max_length=300, description="Where the threshold is from.")

    @model_validator(mode="after")
    def _unit_fits_region(self) -> QuietTable:
        wanted = "pct" if self.region is Region.EYE else "mm"
        if self.unit != wanted:
            raise ValueError(f'unit must be "{wanted}" for the {self.region.value}')
        limit = 100.0 if wanted == "pct" else 20.0
        if self.threshold > limit:
            raise ValueError(f"threshold must be at most {limit:g} {self.unit}")
        return self


class ExerciseFile(FileModel):
    """One exercise. The file's name is its id."""

    schema_version: Literal[1] = Field(description="Version of this file format.")
    movement: Annotated[Movement, Field(strict=False)]
    title: Title
    purpose: Sentence
    instruction: list[Sentence] = Field(min_length=1, max_length=6)
    mistake: Sentence
    effort_ceiling: int = Field(ge=1, le=5, description="Of 10; gentle practice stays at 2 to 3.")
    target_mm: float = Field(ge=0, le=15, description="Enough movement of each side; 0: no target.")
    tolerance_pct: float = Field(ge=5, le=60, description="How uneven still counts as even.")
    stop_signs: list[Sentence] = Field(default=[], max_length=8)
    requires_therapist: bool = False
    source: str = Field(min_length=2, max_length=400, description="Where the facts come from.")
    cues: dict[CuePhase, Sentence]
    dose: DoseTable
    demonstration: dict[Channel, Weight]
    quiet: list[QuietTable] = Field(default=[], max_length=6)

    @model_validator(mode="after")
    def _movement_fits(self) -> ExerciseFile:
        spec = MOVEMENT_SPECS[self.movement]
        if self.movement is Movement.REST:
            if self.target_mm != 0 or self.quiet:
                raise ValueError("rest has no target_mm and no quiet regions")
            if self.dose.hold_s < 5:
                raise ValueError("rest needs dose.hold_s of at least 5 seconds to relax")
            return self
        missing = [phase for phase in ("move", "hold", "release", "rest") if phase not in self.cues]
        if missing:
            raise ValueError(f"cues.{missing[0]} is missing")
        for name, least in (("move_s", 1.0), ("release_s", 1.0), ("rest_s", 2.0)):
            if getattr(self.dose, name) < least:
                raise ValueError(f"dose.{name} must be at least {least:g} seconds")
        if any(q.region is spec.region for q in self.quiet):
            raise ValueError("quiet must not name the region that is meant to move")
        if len({q.region for q in self.quiet}) < len(self.quiet):
            raise ValueError("quiet names a region twice")
        return self

    def to_exercise(self, exercise_id: str) -> Exercise:
        """The domain's exercise."""
        return Exercise(
            id=exercise_id,
            movement=self.movement,
            title=self.title,
            purpose=self.purpose,
            instruction=tuple(self.instruction),
            cues={str(phase): text for phase, text in self.cues.items()},
            mistake=self.mistake,
            dose=Dose(**self.dose.model_dump()),
            effort_ceiling=self.effort_ceiling,
            target_mm=self.target_mm,
            tolerance_pct=self.tolerance_pct,
            quiet=tuple(QuietRegion(q.region, q.threshold, q.unit, q.source) for q in self.quiet),
            demonstration={str(channel): w for channel, w in self.demonstration.items()},
            stop_signs=tuple(self.stop_signs),
            requires_therapist=self.requires_therapist,
        )


class DoseChange(FileModel):
    """[exercises.dose] in a programme: what differs from the exercise's own dose."""

    move_s: float | None = Field(default=None, ge=1, le=60)
    hold_s: float | None = Field(default=None, ge=0, le=60)
    release_s: float | None = Field(default=None, ge=1, le=60)
    rest_s: float | None = Field(default=None, ge=2, le=60)
    reps: int | None = Field(default=None, ge=1, le=10)
    sets: int | None = Field(default=None, ge=1, le=3)
    set_rest_s: float | None = Field(default=None, ge=0, le=60)


class ProgrammeItem(FileModel):
    """[[exercises]] in a programme."""

    id: ExerciseId
    dose: DoseChange = DoseChange()


class ProgrammeFile(FileModel):
    """A programme: exercises in the order they are practised. The file's name is its id."""

    schema_version: Literal[1] = Field(description="Version of this file format.")
    title: Title
    purpose: Sentence
    exercises: list[ProgrammeItem] = Field(min_length=1, max_length=20)

    def to_plan(self, plan_id: str, exercises: tuple[Exercise, ...]) -> Plan:
        """The domain's plan, with the exercises that the items name."""
        return Plan(id=plan_id, title=self.title, exercises=exercises)
