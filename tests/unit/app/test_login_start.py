"""The log-in entry follows the person's choice."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coach.app.login_start import LoginStart, login_start_is_offered
from coach.app.program_command import program_command
from coach.storage.settings import Settings

WISHES = Settings(reminders_on=True, reminders=("10:00",), keep_reminding=True, start_at_login=True)


class Desk:
    def __init__(self, folder: Path) -> None:
        self.settings = WISHES
        self.path = folder / "autostart" / "coach.desktop"
        self.login = LoginStart(lambda: self.settings, self.path)

    def there(self, **changes: object) -> bool:
        self.settings = self.settings.changed(**changes)
        self.login.refresh()
        return self.path.exists()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("coach.app.login_start.login_start_is_offered", lambda: True)
    return Desk(tmp_path)


def test_it_is_there_while_everything_that_it_needs_is_on(desk: Desk) -> None:
    assert desk.there()
    assert not desk.there(start_at_login=False)
    assert desk.there(start_at_login=True)
    assert not desk.there(keep_reminding=False)
    assert desk.there(keep_reminding=True)
    assert not desk.there(reminders_on=False)
    assert desk.there(reminders_on=True)
    assert not desk.there(reminders=())


def test_an_entry_of_another_is_left_alone(desk: Desk) -> None:
    desk.path.parent.mkdir()
    desk.path.write_text("another folder's")
    assert desk.there(start_at_login=False)
    assert desk.path.read_text() == "another folder's"


def test_it_starts_this_program_on_this_folder_without_a_window(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACH_DATA_DIR", "/srv/my data")
    desk.there()
    lines = desk.path.read_text().splitlines()
    command = next(line for line in lines if line.startswith("Exec="))
    assert command.startswith('Exec=/usr/bin/env "COACH_DATA_DIR=/srv/my data" ')
    assert command.endswith(" --hidden")
    assert "Name=Facial Retraining Coach" in lines


def test_only_where_the_desktop_has_such_entries() -> None:
    offered = {s: login_start_is_offered(s) for s in ("linux", "freebsd14", "win32", "darwin")}
    assert offered == {"linux": True, "freebsd14": True, "win32": False, "darwin": False}


@pytest.mark.parametrize(
    ("original", "arguments", "expected"),
    [
        (["python3", "/a b/main.py", "run"], ["/a b/main.py", "run"], ["/a b/main.py"]),
        (
            ["python3", "-m", "pack.age", "--tell", "x"],
            ["/p.py", "--tell", "x"],
            ["-m", "pack.age"],
        ),
        (["python3", "-X", "dev", "/m.py"], ["/m.py"], ["-X", "dev", "/m.py"]),
    ],
)
def test_the_program_is_started_as_it_was(
    original: list[str], arguments: list[str], expected: list[str]
) -> None:
    assert program_command(original, arguments) == [sys.executable, *expected]


def test_a_script_is_found_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = program_command(["python", "main.py", "-x"], ["main.py", "-x"])
    assert found == [sys.executable, str(tmp_path / "main.py")]
