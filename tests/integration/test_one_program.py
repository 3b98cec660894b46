"""One program on a data folder, over real processes, one of them killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.one_program import OneProgram

_HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from coach.app.one_program import OneProgram
application = QCoreApplication([])
turn = OneProgram(Path(sys.argv[1]))
how = sys.argv[2]
assert turn.stay() if how == "makes_way" else turn.open()
turn.asked.connect({"answers": turn.answer, "makes_way": application.quit}.get(how, print))
print("ready", flush=True)
QTimer.singleShot(60_000, application.quit)
application.exec()
turn.release()
"""


@contextmanager
def holder(folder: Path, how: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder), how], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        yield process
    finally:
        process.kill()
        process.wait(10)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture
def turn(qtbot: QtBot, tmp_path: Path) -> Iterator[OneProgram]:
    made = OneProgram(tmp_path / "turn")
    yield made
    made.release()


def test_the_first_has_the_turn_and_leaves_nothing_in_the_way(turn: OneProgram) -> None:
    assert turn.open()
    assert turn.held
    turn.release()
    assert turn.open()


def test_a_window_that_is_open_comes_forward(turn: OneProgram, tmp_path: Path) -> None:
    with holder(tmp_path / "turn", "answers"):
        assert not turn.open(patience_s=20)
        assert not turn.stay()
    assert not turn.held


def test_a_program_without_a_window_makes_way(turn: OneProgram, tmp_path: Path) -> None:
    with holder(tmp_path / "turn", "makes_way") as process:
        assert turn.open(patience_s=20)
        assert turn.held
        assert process.wait(10) == 0
    assert not turn.is_asked


def test_after_a_power_cut_nothing_is_in_the_way(turn: OneProgram, tmp_path: Path) -> None:
    with holder(tmp_path / "turn", "answers") as process:
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        assert turn.stay()
        assert turn.held


def test_nobody_is_locked_out_by_a_program_that_hangs(turn: OneProgram, tmp_path: Path) -> None:
    with holder(tmp_path / "turn", "hangs"):
        assert turn.open(patience_s=0.2)
        assert not turn.held


def test_another_folder_is_another_turn(turn: OneProgram, tmp_path: Path) -> None:
    with holder(tmp_path / "other", "answers"):
        assert turn.open(patience_s=0.2)
        assert turn.held


def test_a_request_that_nobody_waits_for_any_more_is_passed_over(
    turn: OneProgram, tmp_path: Path
) -> None:
    request = tmp_path / "turn" / "asked"
    request.parent.mkdir()
    request.touch()
    assert not turn.stay()  # somebody opens the window just now
    turn.release()
    os.utime(request, (0, 0))
    assert turn.stay()


def test_where_nothing_can_be_written_the_program_opens(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    turn = OneProgram(tmp_path / "file" / "turn")
    assert turn.open()
    assert not turn.stay()
    turn.release()


def test_a_window_hears_of_a_second_start(qtbot: QtBot, turn: OneProgram, tmp_path: Path) -> None:
    assert turn.open()
    turn.asked.connect(turn.answer)
    other = OneProgram(tmp_path / "turn")
    came: list[bool] = []
    starter = threading.Thread(target=lambda: came.append(other.open(patience_s=20)))
    with qtbot.waitSignal(turn.asked, timeout=20_000):
        starter.start()
    qtbot.waitUntil(lambda: came == [False], timeout=20_000)
    starter.join()
    other.release()
