"""The shape of an exercise file: what is allowed, in which units.

The limits keep self-guided practice small and slow (practice limits proposed in the project's
clinical notes, section 3.3; a therapist may lower them, no file may raise them).
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from coach.domain.exercise import (
    Dose,
    Exercise,
    ExerciseKind,
    Half,
    MistakeKind,
    QuietRegion,
    Stage,
    Stroke,
    Touch,
    TouchArea,
)
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region

SCHEMA_VERSION: Final = 1

#: More effort than this is for a consultation only (clinical notes 3.1, 3.3: 2 to 3 of 10).
MOST_PRACTICE_EFFORT: Final = 5
#: Kinds that are timed: nothing is measured, so they are written with movement "rest".
TIMED_KINDS: Final = frozenset(
    {
        ExerciseKind.RELAXATION,
        ExerciseKind.MASSAGE,
        ExerciseKind.STRETCH,
        ExerciseKind.IMAGERY,
        ExerciseKind.STILLNESS,
        ExerciseKind.TALKING,
    }
)
#: What people write of something that there is not; a list says it by being empty.
_NOTHING: Final = frozenset({"none", "none known", "nothing", "nothing known"})

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


class TouchTable(FileModel):
    """[[touch]]: one stroke of the hands, for the drawn demonstration."""

    area: Annotated[TouchArea, Field(strict=False)]
    stroke: Annotated[Stroke, Field(strict=False)]
    half: Annotated[Half, Field(strict=False, description="Of the face; default both.")] = Half.BOTH


class MistakeTable(FileModel):
    """[mistake_demonstration]: the mistake at full movement, by half of the face."""

    affected: dict[Channel, Weight] = {}
    healthy: dict[Channel, Weight] = {}


class ExerciseFile(FileModel):
    """One exercise. The file's name is its id."""

    schema_version: Literal[1] = Field(description="Version of this file format.")
    movement: Annotated[Movement, Field(strict=False, description='"rest" for what is timed.')]
    kind: Annotated[
        ExerciseKind | None,
        Field(strict=False, description='Default: "movement", or "relaxation" with movement rest.'),
    ] = None
    title: Title
    purpose: Sentence
    instruction: list[Sentence] = Field(min_length=1, max_length=6)
    feel: Sentence | None = Field(default=None, description="How it should feel.")
    mistake: Sentence
    mistake_kind: Annotated[
        MistakeKind | None, Field(strict=False, description="What mistake_demonstration shows.")
    ] = None
    effort_ceiling: int = Field(
        ge=1, le=10, description="Of 10; practice stays at 2 to 3, above 5 is for assessment only."
    )
    target_mm: float = Field(ge=0, le=15, description="Enough movement of each side; 0: no target.")
    tolerance_pct: float = Field(ge=5, le=60, description="How uneven still counts as even.")
    stop_signs: list[Sentence] = Field(default=[], max_length=8)
    stages: list[Annotated[Stage, Field(strict=False)]] = Field(
        default=[], max_length=5, description="Stages in which it may be used."
    )
    contraindications: list[Sentence] = Field(
        default=[],
        max_length=6,
        description="When it may not be used at all; [] where nothing speaks against it.",
    )
    requires_therapist: bool = False
    clean_reps: int = Field(
        default=0, ge=0, le=3, description="First repetitions to learn the person's clean range."
    )
    reflect_healthy_half: bool = Field(
        default=False, description="Mirror therapy: show the healthy half and its reflection."
    )
    source: str = Field(min_length=2, max_length=400, description="Where the facts come from.")
    cues: dict[CuePhase, Sentence]
    dose: DoseTable
    demonstration: dict[Channel, Weight]
    mistake_demonstration: MistakeTable = MistakeTable()
    touch: list[TouchTable] = Field(default=[], max_length=6)
    quiet: list[QuietTable] = Field(default=[], max_length=6)
    passage: list[Sentence] = Field(
        default=[], max_length=16, description="Talking: what is read aloud, or what to talk about."
    )

    @field_validator("contraindications")
    @classmethod
    def _nothing_is_an_empty_list(cls, lines: list[str]) -> list[str]:
        if any(line.rstrip(".").casefold() in _NOTHING for line in lines):
            raise ValueError("stays empty, [], where nothing speaks against it")
        return lines

    @property
    def actual_kind(self) -> ExerciseKind:
        """The kind, also where the file leaves it out."""
        if self.kind is not None:
            return self.kind
        rest = self.movement is Movement.REST
        return ExerciseKind.RELAXATION if rest else ExerciseKind.MOVEMENT

    @model_validator(mode="after")
    def _kind_fits(self) -> ExerciseFile:
        kind, rest = self.actual_kind, self.movement is Movement.REST
        if kind in TIMED_KINDS and not rest:
            raise ValueError(f'movement must be "rest" where the kind is "{kind.value}"')
        if kind is ExerciseKind.MOVEMENT and rest:
            raise ValueError('kind must not be "movement" where the movement is "rest"')
        if self.touch and kind not in (ExerciseKind.MASSAGE, ExerciseKind.STRETCH):
            raise ValueError("touch is for massage and stretch only")
        if kind is ExerciseKind.ASSESSMENT and not self.requires_therapist:
            raise ValueError("requires_therapist must be true for an assessment")
        if self.effort_ceiling > MOST_PRACTICE_EFFORT and kind is not ExerciseKind.ASSESSMENT:
            raise ValueError(
                f"effort_ceiling must be at most {MOST_PRACTICE_EFFORT},"
                f" not {self.effort_ceiling}; more is for assessment only"
            )
        if bool(self.passage) is not (kind is ExerciseKind.TALKING):
            raise ValueError('passage and kind "talking" go together')
        shown = self.mistake_demonstration
        if bool(shown.affected or shown.healthy) is not (self.mistake_kind is not None):
            raise ValueError("mistake_kind and mistake_demonstration go together")
        return self

    @model_validator(mode="after")
    def _movement_fits(self) -> ExerciseFile:
        if self.movement is Movement.REST:
            talking = self.actual_kind is ExerciseKind.TALKING
            if self.target_mm != 0 or (self.quiet and not talking):
                raise ValueError("rest has no target_mm and no quiet regions")
            if len({q.region for q in self.quiet}) < len(self.quiet):
                raise ValueError("quiet names a region twice")
            if self.dose.hold_s < 5:
                raise ValueError("rest needs dose.hold_s of at least 5 seconds to relax")
            return self
        missing = [phase for phase in ("move", "hold", "release", "rest") if phase not in self.cues]
        if missing:
            raise ValueError(f"cues.{missing[0]} is missing")
        for name, least in (("move_s", 1.0), ("release_s", 1.0), ("rest_s", 2.0)):
            if getattr(self.dose, name) < least:
                raise ValueError(f"dose.{name} must be at least {least:g} seconds")
        if any(q.region is MOVEMENT_SPECS[self.movement].region for q in self.quiet):
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
            clean_reps=self.clean_reps,
            kind=self.actual_kind,
            feel=self.feel or "",
            stages=tuple(self.stages),
            contraindications=tuple(self.contraindications),
            mistake_kind=self.mistake_kind,
            mistake_demonstration=self._mistake(),
            touch=tuple(Touch(t.area, t.stroke, t.half) for t in self.touch),
            reflect_healthy_half=self.reflect_healthy_half,
            passage=tuple(self.passage),
        )

    def _mistake(self) -> dict[Half, dict[str, float]]:
        if self.mistake_kind is None:
            return {}
        shown = self.mistake_demonstration
        return {
            Half.AFFECTED: {str(channel): w for channel, w in shown.affected.items()},
            Half.HEALTHY: {str(channel): w for channel, w in shown.healthy.items()},
        }
