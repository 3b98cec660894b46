"""Closed in mid-session, the program reminds from the tray: a real screen, bus and process."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from tests.fixtures.desktop_tray import DesktopTray, desktop_tray
from tests.fixtures.virtual_screen import VirtualScreen, virtual_screen
from tests.integration.test_session_keys import TITLE

PATIENCE_S = 60
WISHES = {
    "welcomed": 1, "agreed": 1, "voice": False, "sounds": False,
    "reminders_on": True, "reminders": ["10:00"], "keep_reminding": True,
}  # fmt: skip


class Desktop:
    """A screen with a tray, and programs on it that end with the test."""

    def __init__(self, screen: VirtualScreen, tray: DesktopTray, data: Path) -> None:
        self.screen, self.tray, self.data = screen, tray, data
        self.started: list[subprocess.Popen[bytes]] = []
        (data / "settings.json").write_text(json.dumps(WISHES))

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        environment = {**self.screen.environment(), "COACH_DATA_DIR": str(self.data)}
        program = subprocess.Popen(
            [
                sys.executable, "-m", "tests.fixtures.closing_program", "--tell", "run",
                "--camera", "none", *arguments,
            ],
            env=self.tray.environment(environment),
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        self.started.append(program)
        return program

    def programs(self) -> list[psutil.Process]:
        """Every program on this data folder, whoever started it."""
        found = []
        for process in psutil.process_iter():
            try:
                mine = process.environ().get("COACH_DATA_DIR") == str(self.data)
                if mine and "tests.fixtures.closing_program" in process.cmdline():
                    found.append(process)
            except psutil.Error:
                continue
        return found

    def close(self) -> None:
        for process in self.programs():
            process.kill()
        for program in self.started:
            program.wait(PATIENCE_S)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    with virtual_screen() as screen, desktop_tray() as tray:
        made = Desktop(screen, tray, tmp_path)
        yield made
        made.close()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


@pytest.mark.slow
@pytest.mark.screen
@pytest.mark.long  # a whole session; the shorter ways to the tray run always
@pytest.mark.timeout(400)
def test_closed_in_mid_session_opened_from_the_tray_and_quit(desktop: Desktop) -> None:
    program = desktop.start()
    desktop.screen.focus(TITLE)
    desktop.screen.press("space")
    item = desktop.tray.wait_for("item")
    assert program.wait(PATIENCE_S) == 0
    assert desktop.tray.wait_for("note") == "I am still here, to remind you"

    with closing(sqlite3.connect(desktop.data / "practice.db")) as log:
        assert log.execute("select count(*) from reps").fetchone()[0] >= 2
        assert log.execute("select closed, finished from sessions").fetchall() == [(1, 0)]

    keeper = psutil.Process(desktop.tray.process_of(item))
    assert "--hidden" in keeper.cmdline()
    assert not [f for f in keeper.open_files() if "video" in f.path or "practice.db" in f.path]
    assert [p.pid for p in desktop.programs()] == [keeper.pid]  # no voice, no tones, no window
    assert list(desktop.tray.menu(item)) == ["Open", "No more reminders today", "Quit"]

    desktop.tray.click(item)
    assert desktop.tray.wait_for("gone") == item
    desktop.screen.focus(TITLE)
    wait_until(lambda: len(desktop.programs()) == 1)
    opened = desktop.programs()[0]
    assert "--hidden" not in opened.cmdline()
    desktop.screen.press("ctrl+q")
    opened.wait(PATIENCE_S)
    assert desktop.programs() == []


@pytest.mark.slow
@pytest.mark.screen
@pytest.mark.timeout(400)
def test_started_at_log_in_a_second_start_takes_over_and_a_kill_leaves_nothing(
    desktop: Desktop,
) -> None:
    keeper = desktop.start("--hidden")
    item = desktop.tray.wait_for("item")
    desktop.tray.choose(item, "No more reminders today")
    wait_until(lambda: "23:59:59" in (desktop.data / "reminders.json").read_text())
    assert desktop.start("--hidden").wait(PATIENCE_S) == 0  # there is one already
    keeper.send_signal(signal.SIGKILL)
    keeper.wait(PATIENCE_S)

    keeper = desktop.start("--hidden")
    item = desktop.tray.wait_for("item")
    window = desktop.start()
    assert keeper.wait(PATIENCE_S) == 0
    desktop.screen.focus(TITLE)
    second = desktop.start()  # comes forward instead
    assert second.wait(PATIENCE_S) == 0
    assert [p.pid for p in desktop.programs()] == [window.pid]
    desktop.screen.press("ctrl+q")
    assert window.wait(PATIENCE_S) == 0
    assert desktop.programs() == []


@pytest.mark.slow
@pytest.mark.screen
@pytest.mark.timeout(300)
def test_quit_in_the_menu_ends_it_and_without_wishes_nothing_stays(desktop: Desktop) -> None:
    keeper = desktop.start("--hidden")
    item = desktop.tray.wait_for("item")
    desktop.tray.choose(item, "Quit")
    assert keeper.wait(PATIENCE_S) == 0
    (desktop.data / "settings.json").write_text(json.dumps({**WISHES, "reminders": []}))
    assert desktop.start("--hidden").wait(PATIENCE_S) == 0
    assert desktop.programs() == []
