"""Settings and plan files on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.cli import main
from coach.storage.paths import settings_path
from coach.storage.settings import Settings

PLAN = """\
schema_version = 1
title = "Plan of March"
exercises = ["smile_closed"]
days_a_week = 3
"""


def test_every_setting_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "list"]) == 0
    listed = capsys.readouterr().out
    for name in Settings.model_fields:
        assert f"  {name} = " in listed
    assert not settings_path().exists()


def test_a_setting_is_changed_and_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "set", "weekly_days", "4"]) == 0
    assert main(["settings", "set", "reminders", "08:00,18:30"]) == 0
    assert "reminders = 08:00,18:30" in capsys.readouterr().out
    kept = json.loads(settings_path().read_text())
    assert (kept["weekly_days"], kept["reminders"]) == (4, ["08:00", "18:30"])


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("weekly_days", "9", "Give 1 to 7."),
        ("reminders", "25:00", "Give times such as"),
        ("colour", "red", "Choose from: "),
        ("agreed", "1", "Open the program."),
        ("theme", "pink", "Give system, light, dark, contrast."),
    ],
)
def test_what_is_not_allowed_is_refused(
    capsys: pytest.CaptureFixture[str], name: str, value: str, said: str
) -> None:
    assert main(["settings", "set", name, value]) == 2
    assert said in capsys.readouterr().err
    assert not settings_path().exists()


def test_a_plan_is_checked_imported_written_and_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "march.toml", tmp_path / "out.toml"
    file.write_text(PLAN, encoding="utf-8")
    assert main(["plan", "check", str(file)]) == 0
    assert "march.toml: ok (Plan of March)" in capsys.readouterr().out
    assert main(["plan", "import", str(file)]) == 0
    assert "Your week has 3 days of practice." in capsys.readouterr().out
    assert main(["plan", "export", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == PLAN
    assert main(["plan", "remove"]) == 0
    assert main(["plan", "export", str(out)]) == 0
    assert 'title = "My practice"' in out.read_text(encoding="utf-8")


def test_a_broken_plan_names_its_line_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "march.toml"
    file.write_text(PLAN.replace("= 3", "= 30"), encoding="utf-8")
    assert main(["plan", "check", str(file)]) == 2
    assert "march.toml, line 4: days_a_week must be at most 7" in capsys.readouterr().err
    assert main(["plan", "import", str(file)]) == 2
    assert main(["plan", "check", str(tmp_path / "none.toml")]) == 2
