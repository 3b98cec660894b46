"""The exercises and programmes of a folder. A broken file is reported and skipped, never fatal."""

from __future__ import annotations

import sysconfig
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeVar

from coach.coaching.exercise_parser import parse_exercise, parse_programme
from coach.domain.errors import ExerciseFileError, InputError
from coach.domain.exercise import Exercise, Plan

#: An exercise is 2-3 kB; a file beyond this is not one, and is not read into memory.
MAX_FILE_BYTES: Final = 64 * 1024
#: More files than this in one folder is a mistake (a wrong folder was chosen).
MAX_FILES: Final = 500

PROGRAMMES: Final = "programmes"
_INSTALLED: Final = Path("share") / "facial-retraining-coach" / "exercises"
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class ExerciseLibrary:
    """What could be loaded, and what could not.

    Attributes:
        exercises: by id.
        plans: the programmes, by id.
        problems: one or more plain sentences for each file that was skipped.
    """

    exercises: Mapping[str, Exercise]
    plans: Mapping[str, Plan]
    problems: tuple[str, ...]

    def load_plan(self, ids: Sequence[str], title: str = "Practice") -> Plan:
        """A plan of these exercises in this order.

        Raises:
            InputError: an id is unknown, or there is none.
        """
        unknown = [i for i in ids if i not in self.exercises]
        if unknown or not ids:
            what = f'There is no exercise "{unknown[0]}".' if unknown else "No exercise was chosen."
            raise InputError(what, f"Choose from: {', '.join(self.exercises)}.")
        chosen = tuple(self.exercises[i] for i in ids)
        return Plan(id="_".join(ids) if len(ids) == 1 else "own", title=title, exercises=chosen)

    def programme(self, plan_id: str) -> Plan:
        """The programme of this id.

        Raises:
            InputError: there is none.
        """
        plan = self.plans.get(plan_id)
        if plan is None:
            raise InputError(
                f'There is no programme "{plan_id}".', f"Choose from: {', '.join(self.plans)}."
            )
        return plan


def exercises_dir() -> Path:
    """The folder of the program's own exercises: beside the package, or where it is installed.

    Raises:
        ExerciseFileError: neither is there.
    """
    beside = Path(__file__).resolve().parents[2] / "assets" / "exercises"
    installed = Path(sysconfig.get_path("data")) / _INSTALLED
    for folder in (beside, installed):
        if folder.is_dir():
            return folder
    raise ExerciseFileError(
        "The program's exercises are missing.", "Install the program again from its folder."
    )


def load_exercises(folder: Path) -> ExerciseLibrary:
    """Every exercise in `folder` and every programme in `folder/programmes`, sorted by id."""
    problems: list[str] = []
    exercises = _load(folder, parse_exercise, problems)
    plans = _load(
        folder / PROGRAMMES,
        lambda text, name: parse_programme(text, name, exercises),
        problems,
    )
    return ExerciseLibrary(MappingProxyType(exercises), MappingProxyType(plans), tuple(problems))


def read_exercise(path: Path) -> Exercise:
    """One exercise file.

    Raises:
        ExerciseFileError: it cannot be read or does not fit the schema.
    """
    return parse_exercise(_read(path), path.name)


def _load(
    folder: Path, parse: Callable[[str, str], _Item], problems: list[str]
) -> dict[str, _Item]:
    try:
        paths = sorted(p for p in folder.iterdir() if p.suffix == ".toml")
    except OSError:
        problems.append(f'The folder "{folder.name}" of exercises cannot be read.')
        return {}
    if len(paths) > MAX_FILES:
        problems.append(f"{folder.name}: only the first {MAX_FILES} files are loaded.")
    loaded: dict[str, _Item] = {}
    for path in paths[:MAX_FILES]:
        try:
            loaded[path.stem] = parse(_read(path), path.name)
        except ExerciseFileError as error:
            problems.append(error.message)
    return loaded


def _read(path: Path) -> str:
    try:
        if not path.is_file():
            raise ExerciseFileError(f"{path.name}: this is not a file.")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ExerciseFileError(f"{path.name}: the file cannot be read ({reason}).") from None
    if len(data) > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 1024
        raise ExerciseFileError(f"{path.name}: the file is larger than {limit} kB.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ExerciseFileError(f"{path.name}: the file is not UTF-8 text.") from None
