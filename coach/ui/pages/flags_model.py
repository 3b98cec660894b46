"""What joined in, one line a flag, and the places a therapist may enter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLocale

from coach.domain.exercise import Exercise
from coach.domain.language import Sentences, mark, tr
from coach.domain.movements import Region
from coach.domain.session import RepRecord, SessionRecord, SynkinesisFlag, SynkinesisRule
from coach.domain.sides import Side
from coach.domain.therapist_flags import ENTERED_REGIONS
from coach.ui.wording import PLACE_NAME

GRADE_NAME: Final = Sentences({1: mark("mild"), 2: mark("moderate"), 3: mark("severe")})
#: The places on their buttons, as short as can be.
ENTERED_NAME: Final = Sentences(
    {
        (Region.CHIN, Side.LEFT): mark("Chin, left"),
        (Region.CHIN, Side.RIGHT): mark("Chin, right"),
        (Region.NECK, Side.LEFT): mark("Neck, left"),
        (Region.NECK, Side.RIGHT): mark("Neck, right"),
    }
)
ENTERED_PLACES: Final = tuple((region, side) for region in ENTERED_REGIONS for side in Side)


@dataclass(frozen=True, slots=True)
class FlagLine:
    """One flag of the list."""

    rep: RepRecord
    flag: SynkinesisFlag
    text: str

    @property
    def entered(self) -> bool:
        """Whether a therapist entered it."""
        return self.flag.rule is SynkinesisRule.THERAPIST


def flag_lines(record: SessionRecord, exercises: Mapping[str, Exercise]) -> list[FlagLine]:
    """Every flag of a session, in order of practice."""
    return [
        FlagLine(rep, flag, _line(rep, flag, exercises))
        for rep in record.reps
        for flag in rep.synkinesis
    ]


def rep_name(rep: RepRecord, exercises: Mapping[str, Exercise]) -> str:
    """A repetition in a list: its number in the session and the exercise."""
    exercise = exercises.get(rep.exercise_id)
    title = exercise.title if exercise else rep.movement.value.replace("_", " ").capitalize()
    return tr("Repetition {number}, {exercise}", number=rep.index + 1, exercise=title)


def flag_words(flag: SynkinesisFlag) -> str:
    """A flag without its repetition: "left eye, moderate, 26 %"."""
    place, grade = PLACE_NAME[flag.region, flag.side], GRADE_NAME[flag.grade]
    if flag.rule is SynkinesisRule.THERAPIST:
        return tr("{place}, {grade}, seen by a therapist", place=place, grade=grade)
    size = _size(flag.magnitude, flag.unit)
    return tr("{place}, {grade}, {size}", place=place, grade=grade, size=size)


def case_sentence(rep: RepRecord, flag: SynkinesisFlag) -> str:
    """What the two curves show, in words."""
    place = PLACE_NAME[flag.region, flag.side]
    start = QLocale().toString(max(flag.start_s - rep.start_s, 0.0), "f", 1)
    length = QLocale().toString(flag.end_s - flag.start_s, "f", 1)
    parts = [
        tr(
            "{place}: from {start} s after the movement began, for {length} s.",
            place=place[:1].upper() + place[1:],
            start=start,
            length=length,
        )
    ]
    if flag.limit is not None:
        parts.append(
            tr(
                "{size} beyond the other side; it counts from {limit} on.",
                size=_size(flag.magnitude, flag.unit),
                limit=_size(flag.limit, flag.unit),
            )
        )
    return " ".join(parts)


def _size(value: float, unit: str) -> str:
    """A magnitude that stays on one line with its unit."""
    percent = unit == "pct"
    return f"{QLocale().toString(value, 'f', 0 if percent else 1)}\u00a0{'%' if percent else 'mm'}"


def _line(rep: RepRecord, flag: SynkinesisFlag, exercises: Mapping[str, Exercise]) -> str:
    return tr("{repetition}: {what}", repetition=rep_name(rep, exercises), what=flag_words(flag))


def place_key(region: Region, side: Side) -> str:
    """A place as the value of a choice."""
    return f"{region.value}_{side.value}"
