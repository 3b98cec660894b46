"""The shape of a programme file and of the safety cards that every programme carries."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, model_validator

from coach.coaching.exercise_schema import ExerciseId, FileModel, Sentence, Title
from coach.domain.exercise import Stage
from coach.domain.programme import ProgrammeKind, SafetyCard, UnlockRule

#: Cards that no programme may leave out (clinical notes 3.3 stop and refer, 3.1 eye protection).
NEEDED_CARDS: Final = ("stop_signs", "eye_care")

Weeks = Annotated[float, Field(ge=0, le=520)]
Sentences = Annotated[list[Sentence], Field(max_length=8)]


class DoseChange(FileModel):
    """Dose of an exercise in a programme: what differs from the exercise's own."""

    move_s: float | None = Field(default=None, ge=1, le=60)
    hold_s: float | None = Field(default=None, ge=0, le=60)
    release_s: float | None = Field(default=None, ge=1, le=60)
    rest_s: float | None = Field(default=None, ge=2, le=60)
    reps: int | None = Field(default=None, ge=1, le=10)
    sets: int | None = Field(default=None, ge=1, le=3)
    set_rest_s: float | None = Field(default=None, ge=0, le=60)


class ProgrammeItem(FileModel):
    """[[exercises]] or [[phases.exercises]]: one exercise."""

    id: ExerciseId
    dose: DoseChange = DoseChange()


class UnlockTable(FileModel):
    """[phases.unlock]: all that is set must hold."""

    weeks_since_onset: Weeks | None = Field(default=None, description="At least so many weeks.")
    weeks_since_surgery: Weeks | None = None
    weeks_since_botulinum: Weeks | None = None
    movement_seen: bool = False
    clean_repetitions: dict[ExerciseId, Annotated[int, Field(ge=1, le=500)]] = Field(
        default={}, description="Scored repetitions without a co-movement, by exercise."
    )
    surgeon_cleared: bool = Field(default=False, description="Only the surgeon can open it.")
    therapist_release: bool = Field(default=False, description="A therapist opens it.")

    def to_rule(self) -> UnlockRule:
        """The domain's rule."""
        return UnlockRule(**self.model_dump())


class PhaseTable(FileModel):
    """[[phases]]: one step of a programme."""

    id: ExerciseId
    title: Title
    purpose: Sentence
    exercises: list[ProgrammeItem] = Field(min_length=1, max_length=20)
    unlock: UnlockTable = UnlockTable()
    advice: Sentences = []


class ProgrammeFile(FileModel):
    """A programme. The file's name is its id. Either `exercises` or `phases`."""

    schema_version: Literal[1] = Field(description="Version of this file format.")
    title: Title
    purpose: Sentence
    kind: Annotated[ProgrammeKind, Field(strict=False)] = ProgrammeKind.QUICK
    self_guided: bool = Field(
        default=False, description="True where it may be used without a therapist."
    )
    order: int = Field(default=50, ge=1, le=99, description="Place in a list, small first.")
    stages: list[Annotated[Stage, Field(strict=False)]] = Field(default=[], max_length=5)
    avoid: Sentences = Field(default=[], description="What must not be done.")
    safety: list[ExerciseId] = Field(
        default=list(NEEDED_CARDS), max_length=6, description="Cards of safety.toml."
    )
    source: str = Field(default="", max_length=400, description="Where the facts come from.")
    exercises: list[ProgrammeItem] = Field(default=[], max_length=20)
    phases: list[PhaseTable] = Field(default=[], max_length=8)

    @model_validator(mode="after")
    def _parts_fit(self) -> ProgrammeFile:
        if bool(self.exercises) is bool(self.phases):
            raise ValueError("exercises or phases must be there, and not both")
        if len({p.id for p in self.phases}) < len(self.phases):
            raise ValueError("phases names an id twice")
        missing = [card for card in NEEDED_CARDS if card not in self.safety]
        if missing:
            raise ValueError(f'safety must name "{missing[0]}"')
        return self

    def all_phases(self) -> list[PhaseTable]:
        """The phases; the one of a programme without phases bears its name."""
        if self.phases:
            return self.phases
        return [
            PhaseTable(id="all", title=self.title, purpose=self.purpose, exercises=self.exercises)
        ]


class CardTable(FileModel):
    """[[cards]]: one safety card."""

    id: ExerciseId
    title: Title
    lines: list[Sentence] = Field(min_length=1, max_length=8)
    source: str = Field(min_length=2, max_length=400)

    def to_card(self) -> SafetyCard:
        """The domain's card."""
        return SafetyCard(self.id, self.title, tuple(self.lines), self.source)


class SafetyFile(FileModel):
    """safety.toml: the cards that programmes name."""

    schema_version: Literal[1]
    cards: list[CardTable] = Field(min_length=1, max_length=20)
