"""Text of an exercise file in, domain object out. Pure: no file is read here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Final, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from coach.coaching.exercise_schema import ExerciseFile, ExerciseId
from coach.coaching.toml_lines import line_of
from coach.coaching.toml_text import read_toml
from coach.domain.errors import ExerciseFileError
from coach.domain.exercise import Exercise
from coach.domain.shown import LISTED, quoted

_Model = TypeVar("_Model", bound=BaseModel)
_ID = TypeAdapter(ExerciseId)
HINT: Final = "Correct the file; the other exercises work without it."


def parse_exercise(text: str, name: str) -> Exercise:
    """The exercise in `text`.

    Args:
        text: TOML.
        name: the file's name, "pucker.toml": its stem is the exercise's id.

    Raises:
        ExerciseFileError: one sentence per problem, each with file, line (where known) and key.
    """
    stem = id_of(name)
    return validated(ExerciseFile, text, name).to_exercise(stem)


def id_of(name: str) -> str:
    """The id that a file's name gives.

    Raises:
        ExerciseFileError: the name cannot be an id.
    """
    stem = name.removesuffix(".toml")
    try:
        return _ID.validate_python(stem)
    except ValidationError:
        raise ExerciseFileError(
            f"{quoted(name)}: the file's name is the exercise's id"
            " and may hold only a-z, 0-9 and _.",
            "Rename the file, for example to closed_smile.toml.",
        ) from None


def validated(model: type[_Model], text: str, name: str) -> _Model:
    """A TOML text in the shape of `model`.

    Raises:
        ExerciseFileError: it is not TOML, or of another shape; file, line and key are named.
    """
    name = quoted(name, 80)
    data = read_toml(text, name, HINT)
    version = data.get("schema_version")
    if version == 1 and type(version) is not int:  # to Python, true and 1.0 are 1 as well
        where = place(name, line_of(text, ("schema_version",)))
        raise ExerciseFileError(f"{where}: schema_version must be 1, a whole number.", HINT)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False)
        problems = [_sentence(model, text, name, item) for item in found[:LISTED]]
        if len(found) > LISTED:
            problems.append(f"And {len(found) - LISTED} more.")
        raise ExerciseFileError(" ".join(problems), HINT) from None


def place(name: str, line: int | None) -> str:
    """File and line, as the beginning of a sentence."""
    return name if line is None else f"{name}, line {line}"


def _sentence(model: type[BaseModel], text: str, name: str, error: ErrorDetails) -> str:
    """One pydantic error as one plain sentence."""
    about_key = error["loc"][-1:] == ("[key]",) and error["type"] != "extra_forbidden"
    path = error["loc"][:-1] if about_key else error["loc"]
    key = quoted(".".join(str(part + 1) if isinstance(part, int) else part for part in path))
    message = error["msg"].removeprefix("Value error, ").removeprefix("Input ")
    # What spans several keys is reported for the whole table; its sentence begins with the key.
    where = place(name, line_of(text, path or tuple(message.split(" ", 1)[0].split("."))))
    if about_key:
        known = str(error.get("ctx", {}).get("expected", "")).replace("'", "")
        return f'{where}: "{key}" is not a known key{f"; known are {known}" if known else ""}.'
    wording = _WORDING.get(error["type"])
    if wording is not None:
        return f"{where}: {wording(model, key, error)}."
    return f"{where}: {f'{key} ' if key else ''}{quoted(message, 200)}."


_Wording = Callable[[type[BaseModel], str, ErrorDetails], str]


def _unknown(model: type[BaseModel], key: str, _: ErrorDetails) -> str:
    close = get_close_matches(key, list(model.model_fields), n=1)
    return f'"{key}" is not a known key' + (f', perhaps "{close[0]}" is meant' if close else "")


_WORDING: Mapping[str, _Wording] = {
    "missing": lambda _, key, __: f"{key} is missing",
    "extra_forbidden": _unknown,
    "literal_error": lambda _, key, e: (
        f'{key} must be {e.get("ctx", {})["expected"]}, not "{quoted(e["input"])}"'
    ),
    "enum": lambda _, key, e: (
        f'{key} must be {e.get("ctx", {})["expected"]}, not "{quoted(e["input"])}"'
    ),
    "less_than_equal": lambda _, key, e: (
        f"{key} must be at most {e.get('ctx', {})['le']:g}, not {quoted(e['input'])}"
    ),
    "greater_than_equal": lambda _, key, e: (
        f"{key} must be at least {e.get('ctx', {})['ge']:g}, not {quoted(e['input'])}"
    ),
    "greater_than": lambda _, key, e: (
        f"{key} must be more than {e.get('ctx', {})['gt']:g}, not {quoted(e['input'])}"
    ),
    "finite_number": lambda _, key, __: f"{key} must be a number",
    "float_type": lambda _, key, __: f"{key} must be a number",
    "int_type": lambda _, key, __: f"{key} must be a whole number",
    "string_type": lambda _, key, __: f"{key} must be text",
    "string_pattern_mismatch": lambda _, key, e: (
        f'{key} may hold only a-z, 0-9 and _, after a letter, unlike "{quoted(e["input"])}"'
    ),
    "too_long": lambda _, key, e: (
        f"{key} must have at most {e.get('ctx', {})['max_length']} entries"
    ),
    "list_type": lambda _, key, __: f"{key} must be a list",
    "string_too_long": lambda _, key, e: (
        f"{key} must have at most {e.get('ctx', {})['max_length']} characters"
    ),
    "string_too_short": lambda _, key, __: f"{key} must not be empty",
}
