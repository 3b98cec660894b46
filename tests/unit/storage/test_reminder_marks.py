"""What reminders remember; whatever lies in the file, the program goes on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from coach.storage.reminder_marks import MarkFile, ReminderMarks

MOMENT = datetime.fromisoformat("2026-03-01T10:05")


def test_marks_are_kept_in_a_private_file(tmp_path: Path) -> None:
    path = tmp_path / "data" / "reminders.json"
    MarkFile(path).update(settled=MOMENT)
    MarkFile(path).update(introduced=True)
    assert MarkFile(path).marks == ReminderMarks(MOMENT, introduced=True)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"settled": 5, "introduced": true}', '{"settled": "soon"}', "[" * 900, "\0"],
)
def test_a_broken_file_is_no_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "reminders.json"
    path.write_text(content)
    assert MarkFile(path).marks == ReminderMarks()


def test_a_moment_with_a_zone_is_read_as_wall_time(tmp_path: Path) -> None:
    path = tmp_path / "reminders.json"
    path.write_text('{"settled": "2026-03-01T10:05:00+02:00", "introduced": false}')
    assert MarkFile(path).marks.settled == MOMENT


def test_where_nothing_can_be_written_the_marks_hold_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    marks = MarkFile(tmp_path / "file" / "reminders.json")
    marks.update(introduced=True)
    assert marks.marks.introduced
