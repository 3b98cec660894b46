"""The command line as a person types it: exit codes, one plain sentence, nothing half-written."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coach.bootstrap import open_services
from coach.cli import main
from coach.commands.selection import select
from coach.domain.errors import InputError, NewerDatabaseError
from coach.storage.database import Database
from coach.storage.paths import database_path
from coach.storage.sessions import SessionRepository
from tests.fixtures.short_practice import short_library

PATIENCE_S = 90


def one_sentence(stderr: str) -> str:
    """What went to standard error, checked to be short and without a traceback."""
    assert "Traceback" not in stderr
    assert len(stderr.strip().splitlines()) == 1, stderr
    return stderr.strip()


def test_help_loads_neither_qt_nor_opencv_nor_the_engine() -> None:
    code = (
        "import sys; from coach.cli import main; code = main(['--help']); "
        "heavy = {'PySide6', 'cv2', 'ai_edge_litert', 'sqlalchemy', 'matplotlib'};"
        "heavy &= set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for command in ("run", "demo", "analyse", "export", "sessions", "doctor", "exercises"):
        assert command in done.stdout


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["fly"], "fly"),
        (["--nonsense"], "--nonsense"),
        (["demo", "--weakness", "3"], "--weakness"),
        (["demo", "--weakness", "much"], "--weakness"),
        (["demo", "--affected", "up"], "up"),
        (["demo", "--exercise", "pucker", "--programme", "smile"], "not both"),
        (["run", "--camera", "front"], "front"),
        (["run", "--video", "missing.mp4"], "missing.mp4"),
        (["run", "--stream", "nowhere"], "nowhere"),
        (["analyse"], "video"),
        (["analyse", "missing.mp4", "--movement", "juggle"], "juggle"),
        (["analyse", "missing.mp4", "--movement", "pucker"], "missing.mp4"),
        (["export", "--out", "x"], "Nothing has been practised"),
        (["exercises", "check", "missing.toml"], "missing.toml"),
    ],
    ids=lambda value: "_".join(value) if isinstance(value, list) else "",
)
def test_wrong_arguments_get_one_plain_sentence_and_exit_code_2(
    arguments: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert part in one_sentence(capsys.readouterr().err)


def test_a_folder_that_cannot_be_written_is_said_before_the_session(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert main(["demo", "--headless", "--out", str(blocked / "out")]) == 2
    assert "--out" in one_sentence(capsys.readouterr().err)
    assert not database_path().exists()


def test_a_log_of_a_newer_version_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Database.open(database_path()).close()
    with sqlite3.connect(database_path()) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = database_path().read_bytes()
    with pytest.raises(NewerDatabaseError):  # what every session begins with
        open_services()
    for arguments in (["sessions"], ["export", "--out", "x"]):
        assert main(arguments) == 2
        assert "newer" in one_sentence(capsys.readouterr().err)
    assert database_path().read_bytes() == before


@pytest.mark.parametrize("chosen", [{"exercise": "nope"}, {"programme": "nope"}])
def test_what_is_not_in_the_library_is_named(chosen: dict[str, str]) -> None:
    wanted = {"exercise": None, "programme": None, **chosen}
    with pytest.raises(InputError, match="nope"):
        select(short_library(), **wanted)


def test_an_empty_log_has_no_sessions(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sessions"]) == 0
    assert "Nothing" in capsys.readouterr().out


def test_the_exercises_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exercises", "list"]) == 0
    assert "smile_closed" in capsys.readouterr().out


def test_the_doctor_has_a_line_for_every_part() -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "doctor"],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert [line[:3] in ("ok ", "not") for line in lines] == [True] * 7
    for part in ("display", "cameras", "landmark model", "practice log", "speech", "disk"):
        assert any(part in line for line in lines)
    assert "SHA-256" in done.stdout


@pytest.mark.slow
def test_ctrl_c_saves_and_ends_cleanly() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.fixtures.short_program", "demo", "--headless"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if "is the patient" in line:
            break
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 130
    assert errors == ""
    assert "practice log" in output
    with Database.open(database_path()) as database:
        (summary,) = SessionRepository(database).list()
        assert database.check() == []
    assert not summary.interrupted
