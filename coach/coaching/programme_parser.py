"""Text of a programme file or of the safety cards in, domain objects out. Reads no file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Final

from coach.coaching.exercise_parser import HINT, id_of, place, validated
from coach.coaching.programme_schema import PhaseTable, ProgrammeFile, ProgrammeItem, SafetyFile
from coach.coaching.toml_lines import line_of
from coach.domain.errors import ExerciseFileError
from coach.domain.exercise import Dose, Exercise, ExerciseKind
from coach.domain.movements import Movement
from coach.domain.programme import Programme, ProgrammePhase, SafetyCard

#: More effort than this is never self-guided (clinical notes 3.1: 2 to 3 of 10).
MOST_SELF_GUIDED_EFFORT: Final = 3

_Path = tuple[str | int, ...]


def parse_safety(text: str, name: str) -> dict[str, SafetyCard]:
    """The safety cards in `text`, by id.

    Raises:
        ExerciseFileError: one sentence per problem, each with file, line (where known) and key.
    """
    cards = validated(SafetyFile, text, name).cards
    return {card.id: card.to_card() for card in cards}


def parse_programme(
    text: str,
    name: str,
    exercises: Mapping[str, Exercise],
    cards: Mapping[str, SafetyCard],
) -> Programme:
    """The programme in `text`, its exercises and cards taken from what is there.

    Raises:
        ExerciseFileError: as for an exercise, or where it names an exercise or a card that is not
            there, or one that does not fit: a self-guided programme holds only what is safe
            without a therapist, and a stage's programme only what is for that stage.
    """
    stem = id_of(name)
    return _Reader(text, name, exercises, cards).read(stem)


class _Reader:
    def __init__(
        self,
        text: str,
        name: str,
        exercises: Mapping[str, Exercise],
        cards: Mapping[str, SafetyCard],
    ) -> None:
        self._text, self._name = text, name
        self._exercises, self._cards = exercises, cards
        self._file = validated(ProgrammeFile, text, name)

    def read(self, stem: str) -> Programme:
        file = self._file
        for index, card in enumerate(file.safety):
            if card not in self._cards:
                raise self._problem(("safety", index), f'there is no safety card "{card}"')
        return Programme(
            id=stem,
            title=file.title,
            purpose=file.purpose,
            kind=file.kind,
            self_guided=file.self_guided,
            order=file.order,
            stages=tuple(file.stages),
            phases=tuple(self._phase(i, p) for i, p in enumerate(file.all_phases())),
            avoid=tuple(file.avoid),
            safety=tuple(self._cards[card] for card in file.safety),
            source=file.source,
        )

    def _phase(self, index: int, phase: PhaseTable) -> ProgrammePhase:
        path: _Path = ("phases", index) if self._file.phases else ()
        for exercise_id in phase.unlock.clean_repetitions:
            if exercise_id not in self._exercises:
                where = (*path, "unlock", "clean_repetitions", exercise_id)
                raise self._problem(where, f'there is no usable exercise "{exercise_id}"')
        return ProgrammePhase(
            id=phase.id,
            title=phase.title,
            purpose=phase.purpose,
            exercises=tuple(
                self._exercise((*path, "exercises", i), item)
                for i, item in enumerate(phase.exercises)
            ),
            unlock=phase.unlock.to_rule(),
            advice=tuple(phase.advice),
        )

    def _exercise(self, path: _Path, item: ProgrammeItem) -> Exercise:
        exercise = self._exercises.get(item.id)
        if exercise is None:
            raise self._problem((*path, "id"), f'there is no usable exercise "{item.id}"')
        self._check_fit((*path, "id"), exercise)
        changes = item.dose.model_dump(exclude_none=True)
        dose = Dose(**{**asdict(exercise.dose), **changes})
        if exercise.movement is Movement.REST and dose.hold_s < 5:
            raise self._problem((*path, "dose", "hold_s"), "rest needs at least 5 seconds")
        return replace(exercise, dose=dose)

    def _check_fit(self, path: _Path, exercise: Exercise) -> None:
        file = self._file
        if file.self_guided:
            if exercise.requires_therapist or exercise.kind is ExerciseKind.ASSESSMENT:
                raise self._problem(
                    path, f'"{exercise.id}" needs a therapist, but this programme is self-guided'
                )
            if exercise.effort_ceiling > MOST_SELF_GUIDED_EFFORT:
                raise self._problem(
                    path, f'"{exercise.id}" takes more effort than is safe in a self-guided one'
                )
        if file.stages and exercise.stages and not set(file.stages) & set(exercise.stages):
            stages = ", ".join(file.stages)
            raise self._problem(path, f'"{exercise.id}" is not for this stage ({stages})')

    def _problem(self, path: _Path, what: str) -> ExerciseFileError:
        where = place(self._name, line_of(self._text, path))
        return ExerciseFileError(f"{where}: {what}.", HINT)
