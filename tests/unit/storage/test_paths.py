from __future__ import annotations

from pathlib import Path

import pytest

from coach.storage import paths


def test_one_variable_moves_everything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, str(tmp_path / "mine"))
    places = (
        paths.data_dir(), paths.log_dir(), paths.database_path(), paths.settings_path(),
        paths.sessions_dir(),
    )  # fmt: skip
    assert all(place.is_relative_to(tmp_path / "mine") for place in places)
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("value", ["", "  "])
def test_without_it_the_systems_folders_are_used(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, value)
    assert paths.APP_NAME in paths.data_dir().parts
    assert paths.APP_NAME in paths.log_dir().parts
    assert paths.data_dir().is_absolute()


def test_a_relative_folder_does_not_follow_the_working_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, "here")
    assert paths.data_dir() == tmp_path / "here"
