"""What is deleted is gone: from the log, its write-ahead log, its copies, and known exports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from coach.domain.feedback import SessionFeedback
from coach.domain.still import Pose, Still
from coach.storage.database import Database
from coach.storage.erasing import Eraser
from coach.storage.export_index import ExportIndex
from coach.storage.feedback import FeedbackRepository
from coach.storage.sessions import SessionRepository
from coach.storage.snapshots import SnapshotRepository
from coach.storage.upgrade import back_up
from tests.fixtures.records import BASELINE, smile_frames, smile_header, smile_rep

NOW = datetime(2026, 3, 14, 10, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "data" / "practice.db") as opened:
        yield opened


def marks(name: str) -> tuple[bytes, bytes, bytes]:
    """What stands in the file for one session: its header, its answers, its picture."""
    return f"mark-{name}-header".encode(), f"mark-{name}-note".encode(), f"PIC-{name}!".encode() * 9


def keep(database: Database, name: str) -> str:
    """A whole session with repetitions, frames, answers and a picture."""
    header, note, picture = marks(name)
    repository = SessionRepository(database)
    record = replace(smile_header(name), program_name=header.decode())
    repository.begin(record)
    repository.set_baseline(name, BASELINE)
    repository.add_rep(name, smile_rep(0), smile_frames(1))
    feedback = SessionFeedback(name, NOW)
    FeedbackRepository(database).save(replace(feedback, note=note.decode()))
    SnapshotRepository(database).keep([Still(name, Pose.REST, NOW, (4, 4), picture)])
    return name


def found(folder: Path, name: str) -> list[tuple[str, bytes]]:
    """Every file below a folder that holds a mark of a session."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [(f.name, m) for f in files for m in marks(name) if m in f.read_bytes()]


def test_no_byte_is_left_of_one_session_and_every_byte_of_the_others(
    database: Database, tmp_path: Path
) -> None:
    for name in ("first", "second", "third"):
        keep(database, name)
    back_up(database.path, "before-0099")
    assert len(found(tmp_path, "second")) >= 3  # the search would see it
    erased = Eraser(database, ExportIndex(None)).erase(["second"])
    assert erased.sessions == 1
    assert found(tmp_path, "second") == []
    for name in ("first", "third"):
        assert {mark for _, mark in found(tmp_path, name)} == set(marks(name))
        assert SnapshotRepository(database).of(name)
    assert database.check() == []
    with database.reading() as session:
        pages = session.execute(text("PRAGMA freelist_count")).scalar()
    assert pages == 0


def test_a_span_or_all_and_ids_that_are_not_there(database: Database, tmp_path: Path) -> None:
    names = [keep(database, f"s{i}") for i in range(5)]
    eraser = Eraser(database, ExportIndex(None))
    assert eraser.erase([*names[1:3], "nobody"]).sessions == 2
    assert eraser.erase(names).sessions == 3
    assert eraser.erase([]).sessions == 0
    for name in names:
        assert found(tmp_path, name) == []
    with database.reading() as session:
        for table in ("sessions", "reps", "frame_chunks", "snapshots", "session_feedback"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0


def test_known_exports_go_too_and_nothing_else(database: Database, tmp_path: Path) -> None:
    index = ExportIndex(tmp_path / "data" / "exports.json")
    folder, own = tmp_path / "practice-20260314-100000", tmp_path / "mine"
    for place in (folder, own):
        place.mkdir()
    files = [folder / "measures.csv", own / "practice-20260314-100000.zip"]
    letter = own / "letter.txt"
    for file in (*files, letter):
        file.write_bytes(marks("first")[0])
    keep(database, "first")
    keep(database, "second")
    index.add("first", files[:1])
    index.add("first", files)
    index.add("second", [letter])
    eraser = Eraser(database, ExportIndex(tmp_path / "data" / "exports.json"))
    assert eraser.known_files(["first"]) == 2
    files[1].unlink()  # the person moved it
    assert eraser.known_files(["first"]) == 1
    erased = eraser.erase(["first"])
    assert (erased.sessions, erased.files, erased.left) == (1, 1, ())
    assert not folder.exists()
    assert own.is_dir()
    assert letter.is_file()
    assert index.of(["first"]) == ()
    assert index.of(["second"]) == (letter,)


def test_an_export_that_cannot_be_deleted_is_named(database: Database, tmp_path: Path) -> None:
    keep(database, "first")
    index = ExportIndex(tmp_path / "exports.json")
    held = tmp_path / "practice-held"
    (held / "inside").mkdir(parents=True)
    index.add("first", [held])  # a folder has come in the file's place
    erased = Eraser(database, index).erase(["first"])
    assert erased.left == (held,)
    assert held.is_dir()
    assert index.of(["first"]) == (held,)


@pytest.mark.parametrize("rubbish", [b"", b"[1]", b'{"a": 3}', b"\xff\x00", b"[" * 9000])
def test_a_broken_index_knows_nothing_and_begins_anew(tmp_path: Path, rubbish: bytes) -> None:
    path = tmp_path / "exports.json"
    path.write_bytes(rubbish)
    index = ExportIndex(path)
    assert index.of(["a"]) == ()
    index.add("a", [tmp_path / "x"])
    assert index.of(["a"]) == (tmp_path / "x",)
    assert path.stat().st_mode & 0o077 == 0
