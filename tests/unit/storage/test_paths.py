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


def test_folders_that_are_made_are_private_and_others_stay(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    paths.make_private_folder(tmp_path / "a" / "b")
    paths.make_private_folder(tmp_path / "a" / "b")
    modes = [p.stat().st_mode & 0o777 for p in (tmp_path, tmp_path / "a", tmp_path / "a" / "b")]
    assert modes == [0o755, 0o700, 0o700]
    (tmp_path / "file").write_text("x")
    for place in ("file", "file/below"):
        with pytest.raises(OSError, match=r"exists|directory"):
            paths.make_private_folder(tmp_path / place)


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
