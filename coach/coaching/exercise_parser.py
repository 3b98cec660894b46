"""Text of an exercise or programme file in, domain object out. Pure: no file is read here."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from coach.coaching.exercise_schema import ExerciseFile, ExerciseId, ProgrammeFile
from coach.coaching.toml_lines import line_of
from coach.domain.errors import ExerciseFileError
from coach.domain.exercise import Dose, Exercise, Plan
from coach.domain.movements import Movement

_Model = TypeVar("_Model", bound=BaseModel)
_ID = TypeAdapter(ExerciseId)
_HINT = "Correct the file; the other exercises work without it."


def parse_exercise(text: str, name: str) -> Exercise:
    """The exercise in `text`.

    Args:
        text: TOML.
        name: the file's name, "pucker.toml": its stem is the exercise's id.

    Raises:
        ExerciseFileError: one sentence per problem, each with file, line (where known) and key.
    """
    stem = _stem(name)
    return _validated(ExerciseFile, text, name).to_exercise(stem)


def parse_programme(text: str, name: str, exercises: Mapping[str, Exercise]) -> Plan:
    """The plan in `text`, its exercises taken from `exercises`.

    Raises:
        ExerciseFileError: as for an exercise, or where it names an exercise that is not there.
    """
    stem = _stem(name)
    programme = _validated(ProgrammeFile, text, name)
    chosen: list[Exercise] = []
    for index, item in enumerate(programme.exercises):
        exercise = exercises.get(item.id)
        if exercise is None:
            where = _where(name, line_of(text, ("exercises", index, "id")))
            raise ExerciseFileError(f'{where}: there is no usable exercise "{item.id}".', _HINT)
        changes = {k: v for k, v in asdict_set(item.dose).items() if v is not None}
        dose = Dose(**{**asdict(exercise.dose), **changes})
        if exercise.movement is Movement.REST and dose.hold_s < 5:
            where = _where(name, line_of(text, ("exercises", index, "dose", "hold_s")))
            raise ExerciseFileError(f"{where}: rest needs at least 5 seconds.", _HINT)
        chosen.append(replace(exercise, dose=dose))
    return programme.to_plan(stem, tuple(chosen))


def asdict_set(model: BaseModel) -> dict[str, Any]:
    """The keys of `model` that the file really set."""
    return model.model_dump(exclude_unset=True)


def _stem(name: str) -> str:
    stem = name.removesuffix(".toml")
    try:
        return _ID.validate_python(stem)
    except ValidationError:
        raise ExerciseFileError(
            f"{name}: the file's name is the exercise's id and may hold only a-z, 0-9 and _.",
            "Rename the file, for example to closed_smile.toml.",
        ) from None


def _validated(model: type[_Model], text: str, name: str) -> _Model:
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        detail = str(error) or "nested too deeply"
        raise ExerciseFileError(f"{name}: this is not valid TOML: {detail}.", _HINT) from None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems = [_sentence(model, text, name, item) for item in error.errors()]
        raise ExerciseFileError(" ".join(problems), _HINT) from None


def _where(name: str, line: int | None) -> str:
    return name if line is None else f"{name}, line {line}"


def _sentence(model: type[BaseModel], text: str, name: str, error: ErrorDetails) -> str:
    """One pydantic error as one plain sentence."""
    path = tuple(part for part in error["loc"] if part != "[key]")
    key = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
    message = error["msg"].removeprefix("Value error, ").removeprefix("Input ")
    # What spans several keys is reported for the whole table; its sentence begins with the key.
    where = _where(name, line_of(text, path or tuple(message.split(" ", 1)[0].split("."))))
    if error["loc"][-1:] == ("[key]",):
        known = error.get("ctx", {})["expected"].replace("'", "")
        return f'{where}: "{key}" is not a known key; known are {known}.'
    wording = _WORDING.get(error["type"])
    if wording is not None:
        return f"{where}: {wording(model, key, error)}."
    return f"{where}: {f'{key} ' if key else ''}{message}."


_Wording = Callable[[type[BaseModel], str, ErrorDetails], str]


def _unknown(model: type[BaseModel], key: str, _: ErrorDetails) -> str:
    close = get_close_matches(key, list(model.model_fields), n=1)
    return f'"{key}" is not a known key' + (f', perhaps "{close[0]}" is meant' if close else "")


_WORDING: Mapping[str, _Wording] = {
    "missing": lambda _, key, __: f"{key} is missing",
    "extra_forbidden": _unknown,
    "literal_error": lambda _, key, e: (
        f'{key} must be {e.get("ctx", {})["expected"]}, not "{e["input"]}"'
    ),
    "enum": lambda _, key, e: f'{key} must be {e.get("ctx", {})["expected"]}, not "{e["input"]}"',
    "less_than_equal": lambda _, key, e: (
        f"{key} must be at most {e.get('ctx', {})['le']:g}, not {e['input']}"
    ),
    "greater_than_equal": lambda _, key, e: (
        f"{key} must be at least {e.get('ctx', {})['ge']:g}, not {e['input']}"
    ),
    "greater_than": lambda _, key, e: (
        f"{key} must be more than {e.get('ctx', {})['gt']:g}, not {e['input']}"
    ),
    "finite_number": lambda _, key, __: f"{key} must be a number",
    "float_type": lambda _, key, __: f"{key} must be a number",
    "int_type": lambda _, key, __: f"{key} must be a whole number",
    "string_type": lambda _, key, __: f"{key} must be text",
    "list_type": lambda _, key, __: f"{key} must be a list",
    "string_too_long": lambda _, key, e: (
        f"{key} must have at most {e.get('ctx', {})['max_length']} characters"
    ),
    "string_too_short": lambda _, key, __: f"{key} must not be empty",
}
