"""A therapist's plan file: its shape, reading it, writing it. No file is opened here."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import Field, model_validator

from coach.coaching.exercise_parser import place, validated
from coach.coaching.exercise_schema import ExerciseId, FileModel, Sentence, Title
from coach.coaching.library import ExerciseLibrary
from coach.coaching.toml_lines import line_of
from coach.domain.errors import ExerciseFileError, InputError
from coach.domain.exercise import Stage
from coach.domain.movements import Region
from coach.domain.prescription import DoseChange, Prescription, ThresholdChange
from coach.domain.profile import Cause, Procedure, Profile
from coach.domain.sides import Affected

SCHEMA_VERSION: Final = 1
#: A plan is 1 to 3 kB; a file beyond this is not one.
MAX_PLAN_BYTES: Final = 64 * 1024
HINT: Final = "Correct the file and open it again; nothing has been changed."
#: The published schema, for editors that check while a plan is written.
SCHEMA_NAME: Final = "plan.schema.json"

PlanId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,47}(/[a-z][a-z0-9_]{1,47})?$")]
Seconds = Annotated[float, Field(ge=0, le=60)]


class ProfileTable(FileModel):
    """[profile]: answers that the therapist gives for the person."""

    cause: Annotated[Cause | None, Field(strict=False)] = None
    stage: Annotated[Stage | None, Field(strict=False)] = None
    onset: date | None = Field(default=None, description="When the palsy began, 2026-03-01.")
    procedure: Annotated[Procedure | None, Field(strict=False)] = None
    surgery: date | None = None
    botulinum: date | None = Field(default=None, description="The last injection.")
    movement_seen: bool | None = Field(default=None, description="The affected side moves.")
    surgeon_cleared: bool = Field(default=False, description="The surgeon has allowed movement.")
    has_therapist: bool = True
    child: bool = False


class DoseTable(FileModel):
    """[[doses]]: another dose of one exercise; what is left out stays."""

    exercise: ExerciseId
    move_s: float | None = Field(default=None, ge=1, le=60)
    hold_s: Seconds | None = None
    release_s: float | None = Field(default=None, ge=1, le=60)
    rest_s: float | None = Field(default=None, ge=2, le=60)
    reps: int | None = Field(default=None, ge=1, le=10)
    sets: int | None = Field(default=None, ge=1, le=3)
    target_mm: float | None = Field(default=None, ge=0, le=15)
    clean_reps: int | None = Field(default=None, ge=0, le=3)

    @model_validator(mode="after")
    def _says_something(self) -> DoseTable:
        if len(self.model_dump(exclude_none=True)) < 2:
            raise ValueError("exercise is named without any other dose")
        return self


class ThresholdTable(FileModel):
    """[[thresholds]]: how much of a quiet region's movement is too much."""

    exercise: Annotated[str, Field(pattern=r"^(\*|[a-z][a-z0-9_]{1,47})$")] = Field(
        default="*", description='An exercise\'s id; "*": wherever the region is watched.'
    )
    region: Annotated[Region, Field(strict=False)]
    value: float = Field(gt=0, le=100)
    unit: Literal["pct", "mm"] = Field(
        description='"pct" of the resting eye opening for the eye, "mm" for every other region.'
    )

    @model_validator(mode="after")
    def _unit_fits_region(self) -> ThresholdTable:
        wanted = "pct" if self.region is Region.EYE else "mm"
        if self.unit != wanted:
            raise ValueError(f'unit must be "{wanted}" for the {self.region.value}')
        if wanted == "mm" and self.value > 20:
            raise ValueError("value must be at most 20 mm")
        return self


class PlanFile(FileModel):
    """A therapist's plan for one person. No names: the file is kept as it is."""

    schema_version: Literal[1] = Field(description="Version of this file format.")
    title: Title
    programme: PlanId | None = Field(default=None, description='"synkinetic/quiet".')
    exercises: list[ExerciseId] = Field(default=[], max_length=20)
    affected: Annotated[Affected | None, Field(strict=False)] = None
    releases: list[PlanId] = Field(default=[], max_length=40, description="Phases that it opens.")
    outer_canthal_mm: float | None = Field(default=None, ge=60, le=130)
    days_a_week: int | None = Field(default=None, ge=1, le=7)
    valid_until: date | None = None
    note: list[Sentence] = Field(default=[], max_length=6, description="For the person.")
    profile: ProfileTable | None = None
    doses: list[DoseTable] = Field(default=[], max_length=40)
    thresholds: list[ThresholdTable] = Field(default=[], max_length=60)

    @model_validator(mode="after")
    def _parts_fit(self) -> PlanFile:
        if self.programme and self.exercises:
            raise ValueError("programme and exercises must not both be there")
        if len({d.exercise for d in self.doses}) < len(self.doses):
            raise ValueError("doses names an exercise twice")
        if len({(t.exercise, t.region) for t in self.thresholds}) < len(self.thresholds):
            raise ValueError("thresholds names a region twice for one exercise")
        return self

    def to_prescription(self) -> Prescription:
        """The domain's prescription."""
        return Prescription(
            title=self.title,
            exercises=tuple(self.exercises),
            programme=self.programme or "",
            affected=self.affected,
            profile=Profile(**self.profile.model_dump()) if self.profile else None,
            releases=frozenset(self.releases),
            doses=tuple(
                DoseChange(d.exercise, **d.model_dump(exclude={"exercise"})) for d in self.doses
            ),
            thresholds=tuple(
                ThresholdChange(t.exercise, t.region, t.value, t.unit) for t in self.thresholds
            ),
            outer_canthal_mm=self.outer_canthal_mm,
            days_a_week=self.days_a_week,
            note=tuple(self.note),
            valid_until=self.valid_until,
        )


def parse_prescription(
    text: str, name: str, library: ExerciseLibrary | None = None
) -> Prescription:
    """The prescription in a plan file's text.

    Args:
        text: TOML.
        name: the file's name, for the sentences.
        library: where its exercises and programmes must be; None: not asked.

    Raises:
        InputError: one plain sentence with file, line (where known) and key.
    """
    try:
        file = validated(PlanFile, text, name)
    except ExerciseFileError as error:
        raise InputError(error.message, HINT) from None
    if library is not None:
        _check_names(file, text, name, library)
    return file.to_prescription()


def _check_names(file: PlanFile, text: str, name: str, library: ExerciseLibrary) -> None:
    def refuse(path: tuple[str | int, ...], what: str) -> InputError:
        return InputError(f"{place(name, line_of(text, path))}: {what}.", HINT)

    for index, exercise in enumerate(file.exercises):
        if exercise not in library.exercises:
            raise refuse(("exercises", index), f'there is no exercise "{exercise}"')
    plans = [(("programme",), file.programme)] if file.programme else []
    plans += [(("releases",), plan) for plan in file.releases]
    for path, plan in plans:
        try:
            library.programme(plan)
        except InputError:
            raise refuse(path, f'there is no programme "{plan}"') from None
    named = {"doses": [d.exercise for d in file.doses]}
    named["thresholds"] = [t.exercise for t in file.thresholds]
    for key, ids in named.items():
        for index, exercise in enumerate(ids):
            if exercise not in (*library.exercises, "*"):
                raise refuse((key, index, "exercise"), f'there is no exercise "{exercise}"')


def prescription_text(prescription: Prescription) -> str:
    """A plan file's text that reads back as the same prescription."""
    lines = [f"#:schema ./{SCHEMA_NAME}", f"schema_version = {SCHEMA_VERSION}"]
    head: dict[str, Any] = {
        "title": prescription.title,
        "programme": prescription.programme or None,
        "exercises": list(prescription.exercises) or None,
        "affected": prescription.affected,
        "releases": sorted(prescription.releases) or None,
        "outer_canthal_mm": prescription.outer_canthal_mm,
        "days_a_week": prescription.days_a_week,
        "valid_until": prescription.valid_until,
        "note": list(prescription.note) or None,
    }
    lines += _keys(head)
    profile = prescription.profile
    if profile is not None:
        answers = {name: getattr(profile, name) for name in ProfileTable.model_fields}
        lines += ["", "[profile]", *_keys(answers)]
    for dose in prescription.doses:
        figures = {name: getattr(dose, name) for name in DoseTable.model_fields if name[0] != "e"}
        lines += ["", "[[doses]]", *_keys({"exercise": dose.exercise_id, **figures})]
    for limit in prescription.thresholds:
        entry = {
            "exercise": limit.exercise_id,
            "region": limit.region,
            "value": limit.value,
            "unit": limit.unit,
        }
        lines += ["", "[[thresholds]]", *_keys(entry)]
    return "\n".join(lines) + "\n"


def _keys(values: dict[str, Any]) -> list[str]:
    return [f"{key} = {_toml(value)}" for key, value in values.items() if value is not None]


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        return f"[{', '.join(_toml(v) for v in value)}]"
    # TOML's basic strings escape as JSON's do, and DEL besides.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
