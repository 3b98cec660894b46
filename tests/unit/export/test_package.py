from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach.domain.errors import InputError, OutputError
from coach.domain.feedback import SessionFeedback
from coach.export.measures_csv import measures_csv
from coach.export.package import MANIFEST, NOTE, write_package
from coach.export.session_json import session_json
from coach.export.session_reader import session_from_dict
from tests.fixtures.records import smile_frames, smile_session

RECORD, FRAMES = smile_session(1), smile_frames(1)
FEEDBACK = SessionFeedback(
    RECORD.id, datetime(2026, 3, 14, tzinfo=UTC), effort=2, pain=0, note="Tight in the cold. Ñ"
)


def test_everything_is_in_it_and_listed_with_its_hash(tmp_path: Path) -> None:
    file = write_package(tmp_path / "new", "practice-1", RECORD, FRAMES, FEEDBACK)
    assert file == tmp_path / "new" / "practice-1.zip"
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        content = {name: archive.read(name) for name in archive.namelist()}
    listing = json.loads(content.pop(MANIFEST))
    assert {f["name"] for f in listing["files"]} == set(content)
    for entry in listing["files"]:
        assert hashlib.sha256(content[entry["name"]]).hexdigest() == entry["sha256"]
    assert content["measures.csv"] == measures_csv(FRAMES)
    assert content["session.json"] == session_json(RECORD)
    assert "plot_mouth.png" in content
    note = content[NOTE].decode()
    assert "Effort: 2 of 4" in note
    assert "Pain: 0 of 4" in note
    assert "Mood" not in note
    assert note.endswith("Tight in the cold. Ñ\n")


def test_the_answers_stand_in_the_session_file_and_are_read_back() -> None:
    record = replace(RECORD, feedback=FEEDBACK)
    data = json.loads(session_json(record))
    assert data["feedback"]["note"] == "Tight in the cold. Ñ"
    assert session_from_dict(data).feedback == FEEDBACK
    data["feedback"]["pain"] = 7
    with pytest.raises(InputError):
        session_from_dict(data)


def test_without_answers_and_plots(tmp_path: Path) -> None:
    file = write_package(tmp_path, "p", RECORD, FRAMES, None, plots=False)
    with zipfile.ZipFile(file) as archive:
        assert archive.namelist() == ["measures.csv", "session.json", MANIFEST]


def test_the_same_session_gives_the_same_bytes(tmp_path: Path) -> None:
    packages = [
        write_package(tmp_path / name, "p", RECORD, FRAMES, FEEDBACK, plots=False) for name in "ab"
    ]
    assert packages[0].read_bytes() == packages[1].read_bytes()


def test_nothing_is_left_where_it_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here already")
    with pytest.raises(OutputError):
        write_package(blocked, "p", RECORD, FRAMES, None, plots=False)
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
