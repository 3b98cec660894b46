"""How a session went and what its repetitions asked for, as they stand in `session.json`."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, Final

from coach.domain.course import Asked, CourseEntry, CourseKind
from coach.domain.precision import MM_DECIMALS, rounded
from coach.export.schema_parts import Part, Text

_S: Final = 4  # decimals


class CoursePart(Part):
    """What became of an exercise at one moment, seconds from the session's start.

    `other_id` came in its place (swapped) or before it (postponed).
    """

    t_s: float | None
    what: CourseKind
    exercise_id: Text
    other_id: Text | None = None


class AskedPart(Part):
    """What a repetition asked for: the size that was enough, the pace, and whether it was eased."""

    target_mm: float | None
    move_s: float | None
    hold_s: float | None
    release_s: float | None
    eased: bool


def course_to_list(course: Iterable[CourseEntry]) -> list[dict[str, Any]]:
    """The list of the file."""
    return [
        {
            "t_s": rounded(entry.t_s, _S),
            "what": entry.kind.value,
            "exercise_id": entry.exercise_id,
            "other_id": entry.other_id or None,
        }
        for entry in course
    ]


def entry_from_part(part: CoursePart) -> CourseEntry:
    """The inverse, of one entry."""
    return CourseEntry(_number(part.t_s), part.what, part.exercise_id, part.other_id or "")


def asked_to_dict(asked: Asked | None) -> dict[str, Any] | None:
    """The object of a repetition; None where it is not known what was asked."""
    if asked is None:
        return None
    return {
        "target_mm": rounded(asked.target_mm, MM_DECIMALS),
        "move_s": rounded(asked.move_s, _S),
        "hold_s": rounded(asked.hold_s, _S),
        "release_s": rounded(asked.release_s, _S),
        "eased": asked.eased,
    }


def asked_from_part(part: AskedPart) -> Asked:
    """The inverse of `asked_to_dict`."""
    return Asked(
        part.target_mm,
        _number(part.move_s),
        _number(part.hold_s),
        _number(part.release_s),
        part.eased,
    )


def _number(value: float | None) -> float:
    return math.nan if value is None else value
