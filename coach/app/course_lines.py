"""What became of a session's exercises, a sentence each: for the terminal, summary and report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from coach.domain.course import CourseEntry, CourseKind
from coach.domain.language import mark, tr

_SENTENCES: Final = {
    CourseKind.THERAPIST: mark("A therapist was beside, as was said before it began."),
    CourseKind.EASED: mark("{exercise}: made easier, because it was too hard."),
    CourseKind.HURT: mark("{exercise}: left out, because it hurt."),
    CourseKind.SWAPPED: mark("{exercise}: {other} came in its place."),
    CourseKind.POSTPONED: mark("{exercise}: put off to the end."),
    CourseKind.LEFT: mark("{exercise}: left before its end."),
}
#: Once one of these is said, that the exercise was left is no news.
_SAYS_WHY: Final = (CourseKind.HURT, CourseKind.SWAPPED)


def course_lines(course: Sequence[CourseEntry], titles: Mapping[str, str]) -> list[str]:
    """What did not go as planned, in order; each thing once, nothing of what was simply done.

    Args:
        course: of the session.
        titles: exercise id -> name for people.
    """
    explained = {entry.exercise_id for entry in course if entry.kind in _SAYS_WHY}
    lines = [
        tr(
            _SENTENCES[entry.kind],
            exercise=titles.get(entry.exercise_id, entry.exercise_id),
            other=titles.get(entry.other_id, entry.other_id),
        )
        for entry in course
        if entry.kind in _SENTENCES
        and not (entry.kind is CourseKind.LEFT and entry.exercise_id in explained)
    ]
    return list(dict.fromkeys(lines))
