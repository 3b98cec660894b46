"""From the very first start to the last key, by keyboard alone, on a real (virtual) screen."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.fixtures.virtual_screen import virtual_screen
from tests.fixtures.whole_path import PATH, WELCOME, write_exercises
from tests.integration.test_session_keys import TITLE, Program

#: Where pictures come slowly, beside other work, the coach waits for them.
PATIENCE_S = 120


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    write_exercises(tmp_path / "exercises")
    with virtual_screen() as screen:
        running = Program(screen, tmp_path, "tests.fixtures.told_program")
        yield running
        if running.process.poll() is None:
            running.process.kill()
            running.end()


def press(program: Program, *keys: str) -> None:
    for key in keys:
        program.screen.press(key)
        time.sleep(0.2)  # as fast as a hurried person


@pytest.mark.slow
@pytest.mark.screen
@pytest.mark.timeout(300)
def test_from_the_first_start_to_the_last_key(program: Program, tmp_path: Path) -> None:
    program.screen.focus(TITLE)
    press(program, *WELCOME)
    for line, keys in PATH:
        program.wait_for(f"told {line}", PATIENCE_S)
        press(program, *keys)
    errors = program.end()
    assert program.process.returncode == 0
    assert "Traceback" not in errors
    settings = json.loads((tmp_path / "settings.json").read_text())
    assert (settings["welcomed"], settings["agreed"]) == (1, 1)
    assert (settings["affected"], settings["feedback"]) == ("left", "bars")
    assert settings["text_scale_pct"] == 125
    assert settings["cards_read"]
    closed, finished, reps, effort = kept(tmp_path / "practice.db")
    assert (closed, finished, effort) == (1, 1, 0)
    assert reps >= 2  # one that could not be seen is done again


def kept(log: Path) -> tuple[int, ...]:
    """Sessions that were closed, and gone through to the end; repetitions; the answer."""
    with closing(sqlite3.connect(log)) as database:
        closed, finished = database.execute(
            "select sum(closed), sum(finished) from sessions"
        ).fetchone()
        (reps,) = database.execute("select count(*) from reps").fetchone()
        (effort,) = database.execute("select effort from session_feedback").fetchone()
    return closed, finished, reps, effort
