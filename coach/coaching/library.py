"""The exercises and programmes of a folder. A broken file is reported and skipped, never fatal."""

from __future__ import annotations

import sysconfig
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

from coach.coaching.exercise_parser import parse_exercise
from coach.coaching.programme_parser import parse_programme, parse_safety
from coach.coaching.programme_rules import open_plans
from coach.coaching.toml_text import read_toml
from coach.coaching.translation import (
    ENGLISH,
    I18N,
    translate_cards,
    translate_item,
    translate_programme,
)
from coach.domain.errors import ExerciseFileError, InputError
from coach.domain.exercise import Exercise, Plan
from coach.domain.programme import PatientFacts, Programme, SafetyCard
from coach.domain.shown import quoted

#: An exercise is 2-3 kB; a file beyond this is not one, and is not read into memory.
MAX_FILE_BYTES: Final = 64 * 1024
#: More files than this in one folder is a mistake (a wrong folder was chosen).
MAX_FILES: Final = 500

PROGRAMMES: Final = "programmes"
#: The safety cards stand beside the exercises; a file of this name is no exercise.
SAFETY: Final = "safety.toml"
_INSTALLED: Final = Path("share") / "facial-retraining-coach" / "exercises"
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class ExerciseLibrary:
    """What could be loaded, and what could not.

    Attributes:
        exercises: by id.
        plans: what anyone may practise alone, by plan id, in the order of a list: of each
            self-guided programme the phases that are open while nothing is known of the person.
        problems: one or more plain sentences for each file that was skipped.
        programmes: all programmes, by id, in the order of a list.
        cards: the safety cards, by id.
    """

    exercises: Mapping[str, Exercise]
    plans: Mapping[str, Plan]
    problems: tuple[str, ...]
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    cards: Mapping[str, SafetyCard] = field(default_factory=dict)

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
        """The plan of this id: "programme" (its first phase) or "programme/phase".

        Whether a person may practise it is not asked here (`programme_rules`).

        Raises:
            InputError: there is none.
        """
        plan = self.plans.get(plan_id)
        if plan is not None:
            return plan
        name, _, phase_id = plan_id.partition("/")
        programme = self.programmes.get(name)
        if programme is not None:
            phase = programme.phase(phase_id) if phase_id else programme.phases[0]
            if phase is not None:
                return programme.plan(phase)
        known = ", ".join(dict.fromkeys((*self.plans, *self.programmes)))
        raise InputError(f'There is no programme "{plan_id}".', f"Choose from: {known}.")


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


def load_exercises(folder: Path, *own: Path, language: str = ENGLISH) -> ExerciseLibrary:
    """Every exercise in `folder` and every programme in `folder/programmes`.

    Args:
        folder: the program's own exercises.
        own: folders of the clinic's own, of the same shape; a file there takes the place of one
            with the same name before it. A folder that is not there is passed over.
        language: code of the language; what is not translated stays English.
    """
    problems: list[str] = []
    folders = (folder, *(f for f in own if f.is_dir()))
    exercises: dict[str, Exercise] = {}
    cards: dict[str, SafetyCard] = {}
    for place in folders:
        words = place / I18N / language
        exercises |= _in_language(
            _load(place, parse_exercise, problems), words, translate_item, problems
        )
        cards |= _cards_in_language(_load_cards(place / SAFETY, problems), words, problems)
    programmes: dict[str, Programme] = {}
    for place in folders:
        inner = place / PROGRAMMES
        if place is folder or inner.is_dir():
            loaded = _load(
                inner, lambda text, name: parse_programme(text, name, exercises, cards), problems
            )
            words = place / I18N / language / PROGRAMMES
            programmes |= _in_language(loaded, words, translate_programme, problems)
    ordered = sorted(programmes.values(), key=lambda p: (p.order, p.id))
    plans = {
        plan.id: plan for p in ordered if p.self_guided for plan in open_plans(p, PatientFacts())
    }
    return ExerciseLibrary(
        MappingProxyType(dict(sorted(exercises.items()))),
        MappingProxyType(plans),
        tuple(problems),
        MappingProxyType({p.id: p for p in ordered}),
        MappingProxyType(cards),
    )


def read_exercise(path: Path) -> Exercise:
    """One exercise file.

    Raises:
        ExerciseFileError: it cannot be read or does not fit the schema.
    """
    return parse_exercise(_read(path), path.name)


def read_cards(path: Path) -> Mapping[str, SafetyCard]:
    """One file of safety cards.

    Raises:
        ExerciseFileError: it cannot be read or does not fit the schema.
    """
    return parse_safety(_read(path), path.name)


def read_programme(path: Path, library: ExerciseLibrary) -> Programme:
    """One programme file, with exercises and cards of `library`.

    Raises:
        ExerciseFileError: it cannot be read, does not fit the schema, or names what is not there.
    """
    return parse_programme(_read(path), path.name, library.exercises, library.cards)


def _load(
    folder: Path, parse: Callable[[str, str], _Item], problems: list[str]
) -> dict[str, _Item]:
    try:
        found = (p for p in folder.iterdir() if p.suffix == ".toml" and p.name != SAFETY)
        paths = sorted(found)
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


def _load_cards(path: Path, problems: list[str]) -> dict[str, SafetyCard]:
    if not path.exists():
        return {}
    try:
        return parse_safety(_read(path), path.name)
    except ExerciseFileError as error:
        problems.append(error.message)
        return {}


def _in_language(
    items: dict[str, _Item],
    words: Path,
    translate: Callable[[_Item, Mapping[str, Any], str], _Item],
    problems: list[str],
) -> dict[str, _Item]:
    """The items with the texts of the files of their names in `words`, where there are any."""
    said = dict(items)
    for id_, item in items.items():
        path = words / f"{id_}.toml"
        if not path.is_file():
            continue
        try:
            said[id_] = translate(item, _table(path), _name_of(path))
        except ExerciseFileError as error:
            problems.append(error.message)
    return said


def _cards_in_language(
    cards: dict[str, SafetyCard], words: Path, problems: list[str]
) -> dict[str, SafetyCard]:
    path = words / SAFETY
    if not path.is_file():
        return cards
    try:
        return translate_cards(cards, _table(path), _name_of(path))
    except ExerciseFileError as error:
        problems.append(error.message)
        return cards


def _table(path: Path) -> dict[str, Any]:
    return read_toml(_read(path), _name_of(path))


def _name_of(path: Path) -> str:
    """A translation's file and language: the English file has the same name."""
    return path.relative_to(next(p for p in path.parents if p.name == I18N).parent).as_posix()


def _read(path: Path) -> str:
    try:
        if not path.is_file():
            raise ExerciseFileError(f"{quoted(path.name)}: this is not a file.")
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ExerciseFileError(
            f"{quoted(path.name)}: the file cannot be read ({reason})."
        ) from None
    if len(data) > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 1024
        raise ExerciseFileError(f"{path.name}: the file is larger than {limit} kB.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ExerciseFileError(f"{path.name}: the file is not UTF-8 text.") from None
