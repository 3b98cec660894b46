"""The real program on a real (virtual) screen, driven by real key presses only."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fixtures.virtual_screen import VirtualScreen, virtual_screen

PATIENCE_S = 40.0
TITLE = "Facial Retraining Coach"
SHORT = "tests.fixtures.short_program"


class Program:
    """The running program and what it tells."""

    def __init__(self, screen: VirtualScreen, data: Path, module: str = SHORT) -> None:
        self.screen = screen
        self.lines: queue.Queue[str] = queue.Queue()
        self.process = subprocess.Popen(
            [
                sys.executable, "-m", module, *(["--tell"] if module == SHORT else []),
                "run", "--camera", "none",
            ],
            env={**screen.environment(), "COACH_DATA_DIR": str(data)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.strip())

    def wait_for(self, line: str, patience_s: float = PATIENCE_S) -> None:
        deadline = time.monotonic() + patience_s
        while True:
            try:
                heard = self.lines.get(timeout=max(0.01, deadline - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"the program did not tell {line!r}") from None
            if heard == line:
                return

    def end(self) -> str:
        """Make sure it is over; what it wrote to standard error."""
        try:
            self.process.wait(PATIENCE_S)
        finally:
            self.process.kill()
            self._reader.join()
            assert self.process.stderr is not None
            assert self.process.stdout is not None
            errors = self.process.stderr.read()
            self.process.stderr.close()
            self.process.stdout.close()
        return errors


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """The program as somebody finds it who has gone through the first start."""
    (tmp_path / "settings.json").write_text('{"welcomed": 1, "agreed": 1, "side_asked": true}')
    with virtual_screen() as screen:
        running = Program(screen, tmp_path)
        yield running
        if running.process.poll() is None:
            running.process.kill()
            running.end()


@pytest.mark.slow
@pytest.mark.screen
def test_a_session_by_keyboard_alone(program: Program, tmp_path: Path) -> None:
    press = program.screen.press
    program.screen.focus(TITLE)
    press("space")
    program.wait_for("told page practicePage")
    program.wait_for("The drawn face is the patient.")
    program.wait_for("told event BaselineMeasured")
    press("space")
    program.wait_for("told event Paused")
    press("space")
    program.wait_for("told event Resumed")
    press("m")
    program.wait_for("told mirrored False")
    press("m")
    program.wait_for("told mirrored True")
    program.wait_for("told event RepDone")
    press("Escape")
    program.wait_for("told event Paused")  # ten seconds to go on
    press("Escape")
    program.wait_for("told event SessionFinished")
    program.wait_for("told page summaryPage")
    program.wait_for("told finished 1")
    press("ctrl+q")
    errors = program.end()
    assert program.process.returncode == 0
    assert "Traceback" not in errors
    assert json.loads((tmp_path / "settings.json").read_text())["mirrored"] is True
