"""Exercises, programmes and safety cards in another language: words only, over the English.

A language is a folder `i18n/CODE` beside the exercises, with files of the same names. They hold
nothing but text, so that no translation can change a dose, a threshold or who may practise what.
What a file leaves out stays English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from coach.domain.errors import ExerciseFileError
from coach.domain.exercise import Exercise
from coach.domain.programme import Programme, ProgrammePhase, SafetyCard
from coach.domain.shown import quoted

I18N: Final = "i18n"
ENGLISH: Final = "en"
#: The table of a programme's phases, by phase id.
PHASES: Final = "phases"

#: Which fields are words for a person.
TEXT_FIELDS: Final[Mapping[type, tuple[str, ...]]] = {
    Exercise: (
        "title", "purpose", "instruction", "cues", "mistake", "stop_signs", "feel",
        "contraindications", "passage",
    ),
    Programme: ("title", "purpose", "avoid"),
    ProgrammePhase: ("title", "purpose", "advice"),
    SafetyCard: ("title", "lines"),
}  # fmt: skip

_Item = TypeVar("_Item", Exercise, Programme, ProgrammePhase, SafetyCard)
_HINT: Final = "The English text is used; correct or remove the translation."


def translate_item(item: _Item, table: Mapping[str, Any], where: str) -> _Item:
    """`item` with the texts of `table` in place of its own.

    Args:
        item: an exercise, a phase or a card; a programme's phases are not looked at.
        table: text by field name, in the shape of the field: lists as long, cues of the same names.
        where: begins the sentence about an error.

    Raises:
        ExerciseFileError: a key is no text of `item`, or of another shape.
    """
    changes: dict[str, Any] = {}
    for key, value in table.items():
        if key not in TEXT_FIELDS[type(item)]:
            raise ExerciseFileError(
                f"{where}: {quoted(key)} is not a text that can be translated.", _HINT
            )
        changes[key] = _fitting(getattr(item, key), value, f"{where}: {key}")
    return replace(item, **changes)


def translate_programme(programme: Programme, table: Mapping[str, Any], where: str) -> Programme:
    """A programme and its phases in another language.

    Raises:
        ExerciseFileError: as for `translate_item`, or there is no such phase.
    """
    own = {key: value for key, value in table.items() if key != PHASES}
    by_id = table.get(PHASES, {})
    if not isinstance(by_id, Mapping):
        raise ExerciseFileError(f"{where}: {PHASES} must hold one table for each phase.", _HINT)
    unknown = by_id.keys() - {phase.id for phase in programme.phases}
    if unknown:
        raise ExerciseFileError(f"{where}: there is no phase {quoted(min(unknown))}.", _HINT)
    phases = tuple(
        translate_item(phase, _table(by_id.get(phase.id, {}), where), f"{where}, phase {phase.id}")
        for phase in programme.phases
    )
    return replace(translate_item(programme, own, where), phases=phases)


def translate_cards(
    cards: Mapping[str, SafetyCard], table: Mapping[str, Any], where: str
) -> dict[str, SafetyCard]:
    """The safety cards in another language; `table` holds one table for each card's id.

    Raises:
        ExerciseFileError: as for `translate_item`, or there is no such card.
    """
    unknown = table.keys() - cards.keys()
    if unknown:
        raise ExerciseFileError(f"{where}: there is no card {quoted(min(unknown))}.", _HINT)
    return {
        id_: translate_item(card, _table(table.get(id_, {}), where), f"{where}, card {id_}")
        for id_, card in cards.items()
    }


def _table(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ExerciseFileError(f"{where}: a table was expected.", _HINT)
    return value


def _fitting(english: object, value: object, where: str) -> object:
    """`value` in the shape of `english`."""
    if isinstance(english, str) and _is_text(value):
        return value
    if isinstance(english, tuple) and isinstance(value, list) and all(map(_is_text, value)):
        if len(value) == len(english):
            return tuple(value)
        raise ExerciseFileError(f"{where} has {len(value)} lines, not {len(english)}.", _HINT)
    if isinstance(english, Mapping) and isinstance(value, Mapping):
        if value.keys() <= english.keys() and all(map(_is_text, value.values())):
            return {**english, **value}
        raise ExerciseFileError(f"{where} may hold text for {', '.join(english)} only.", _HINT)
    raise ExerciseFileError(f"{where} must be text in the shape of the English.", _HINT)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
