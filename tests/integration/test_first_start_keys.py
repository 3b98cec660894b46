"""The first start on a real (virtual) screen, by keyboard alone, in under two minutes."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures.virtual_screen import virtual_screen
from tests.integration.test_session_keys import TITLE, Program

#: What a person presses, screen by screen; a pause where a picture must come first.
SCREENS = {
    "language": ["Return"],
    "look": ["Return"],
    "what": ["Return"],
    "consent": ["space", "Return"],
    "stop_signs": ["Right", "space", "Return"],
    "camera": ["Return"],
    "side": ["Left", "Return", "Return"],
    "stage": ["Down", "Down", "space", "Return"],
    "onset": ["Return"],
    "surgery": ["Right", "space", "Return"],
    "injection": ["Right", "space", "Return"],
    "eye_care": ["Return"],
}


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    with virtual_screen() as screen:
        running = Program(screen, tmp_path)
        yield running
        if running.process.poll() is None:
            running.process.kill()
            running.end()


@pytest.mark.slow
@pytest.mark.screen
def test_the_first_start_by_keyboard_alone(program: Program, tmp_path: Path) -> None:
    program.screen.focus(TITLE)
    began = time.monotonic()
    for keys in SCREENS.values():
        for key in keys:
            program.screen.press(key)
            time.sleep(0.25)
    program.wait_for("told page homePage")
    taken = time.monotonic() - began
    program.screen.press("ctrl+q")
    errors = program.end()
    assert program.process.returncode == 0
    assert "Traceback" not in errors
    settings = json.loads((tmp_path / "settings.json").read_text())
    assert (settings["welcomed"], settings["agreed"]) == (1, 1)
    assert settings["affected"] == "left"
    with sqlite3.connect(tmp_path / "practice.db") as log:
        rows = log.execute("select stage, stop_sign, procedure from profiles").fetchall()
    log.close()
    assert rows == [("synkinetic", 0, None)]
    # Reading the 12 screens takes what is left of two minutes: about 230 words at 150 a minute.
    assert sum(len(keys) for keys in SCREENS.values()) <= 25
    assert taken < 60
