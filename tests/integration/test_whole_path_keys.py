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
from tests.integration.test_session_keys import TITLE, Program

#: The clinic's own files take the place of the program's: a real session that takes seconds.
EXERCISE = """schema_version = 1
movement = "smile_closed"
title = "Closed smile"
purpose = "Moves both mouth corners together."
instruction = ["Let both corners drift out."]
mistake = "The strong side pulls over."
effort_ceiling = 3
target_mm = 4.0
tolerance_pct = 25
source = "A test's own."

[cues]
move = "Let both corners drift out."
hold = "Stay small."
release = "Let go."
rest = "Rest."

[dose]
move_s = 1
hold_s = 1
release_s = 1
rest_s = 2
reps = 2
sets = 1

[demonstration]
smile = 0.5
"""
PROGRAMME = """schema_version = 1
title = "First session"
purpose = "Get to know the coach."
self_guided = true
order = 1
source = "A test's own."

[[exercises]]
id = "smile_closed"
"""
#: Every screen of the first start; where nothing is pressed but Return, the question stays open.
WELCOME = [
    "Return", "Return", "Return",  # language, text size, what this is
    "space", "Return",  # consent: yes
    "space", "Return",  # warning signs: none
    "Return",  # the camera that works
    "Left", "Return", "Return",  # the left half, and yes
    "Return", "Return", "Return", "Return", "Return",  # stage, dates, eye care
]  # fmt: skip


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    own = tmp_path / "exercises"
    (own / "programmes").mkdir(parents=True)
    (own / "smile_closed.toml").write_text(EXERCISE)
    (own / "programmes" / "first_session.toml").write_text(PROGRAMME)
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
    program.wait_for("told page homePage")
    press(program, "space")
    program.wait_for("told page safetyPage")
    press(program, "space")
    program.wait_for("told page practicePage")
    program.wait_for("told event BaselineMeasured")
    press(program, "f")
    program.wait_for("told event RepDone")
    # Where pictures come slowly, beside other work, the coach waits for them.
    program.wait_for("told event SessionFinished", patience_s=120)
    program.wait_for("told page summaryPage")
    press(program, "Tab", "space")  # how much effort: none
    press(program, "Escape")
    program.wait_for("told page homePage")
    press(program, *["shift+Tab"] * 4, "space")
    program.wait_for("told page progressPage")
    press(program, "Escape")
    program.wait_for("told page homePage")
    press(program, *["shift+Tab"] * 3, "space")
    program.wait_for("told page settingsPage")
    press(program, "Right", "space")  # text size: the next one
    press(program, "Escape")
    program.wait_for("told page homePage")
    press(program, "ctrl+q")
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
