from __future__ import annotations

from coach.app.course_lines import course_lines
from coach.domain.course import CourseEntry, CourseKind

TITLES = {"smile": "Closed smile", "pucker": "Soft pucker"}


def entry(kind: CourseKind, exercise_id: str, other_id: str = "") -> CourseEntry:
    return CourseEntry(1.0, kind, exercise_id, other_id)


def test_what_went_as_planned_is_no_news() -> None:
    assert course_lines([], TITLES) == []
    done = [entry(CourseKind.BEGUN, "smile"), entry(CourseKind.DONE, "smile")]
    assert course_lines(done, TITLES) == []


def test_what_did_not_is_said_once_and_in_order() -> None:
    course = [
        entry(CourseKind.EASED, "smile"),
        entry(CourseKind.EASED, "smile"),
        entry(CourseKind.LEFT, "smile"),
        entry(CourseKind.SWAPPED, "smile", "pucker"),
        entry(CourseKind.HURT, "pucker"),
        entry(CourseKind.LEFT, "pucker"),
        entry(CourseKind.POSTPONED, "snarl", "frown"),
        entry(CourseKind.LEFT, "frown"),
    ]
    assert course_lines(course, TITLES) == [
        "Closed smile: made easier, because it was too hard.",
        "Closed smile: Soft pucker came in its place.",
        "Soft pucker: left out, because it hurt.",
        "snarl: put off to the end.",
        "frown: left before its end.",
    ]
