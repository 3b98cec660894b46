"""The model files come out of one wheel, whole and the right ones, or not at all."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from coach.capture.models import DETECTOR, FOLDER, MESH, load_models
from scripts.fetch_models import IN_WHEEL, present, take_out


def _wheel(folder: Path, changed: str = "") -> Path:
    path = folder / "some.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, inside in IN_WHEEL.items():
            data = (FOLDER / name).read_bytes()
            archive.writestr(inside, data + b"!" if name == changed else data)
    return path


def test_both_files_are_taken_out(tmp_path: Path) -> None:
    folder = tmp_path / "models"
    assert not present(folder)
    take_out(_wheel(tmp_path), folder)
    assert present(folder)
    assert load_models(folder) == load_models()
    assert sorted(p.name for p in folder.iterdir()) == sorted([MESH, DETECTOR])


@pytest.mark.parametrize("name", [MESH, DETECTOR])
def test_an_altered_file_is_refused_and_leaves_nothing_half_written(
    tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "models"
    with pytest.raises(ValueError, match="not the file that was tested"):
        take_out(_wheel(tmp_path, changed=name), folder)
    assert not (folder / name).exists()
    assert not list(folder.glob("*.part"))
    assert not present(folder)
