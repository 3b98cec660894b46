from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.domain.errors import OutputError
from coach.export import plots
from coach.export.measures_csv import measures_csv
from coach.export.session_folder import write_session
from coach.export.session_reader import session_from_json
from tests.fixtures.records import smile_frames, smile_session

NAMES = [
    "measures.csv", "session.json", "plot_mouth.png", "plot_brow.png", "plot_eye.png",
    "plot_nose.png", "plot_synkinesis_1.png",
]  # fmt: skip


def test_a_session_becomes_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    written = write_session(folder, smile_session(), smile_frames())
    assert written == [folder / name for name in NAMES]
    assert sorted(folder.iterdir()) == sorted(written)
    assert session_from_json((folder / "session.json").read_bytes()) == smile_session()
    assert (folder / "measures.csv").read_bytes() == measures_csv(smile_frames())


def test_plots_can_be_left_out(tmp_path: Path) -> None:
    written = write_session(tmp_path / "x", smile_session(), smile_frames(1), plots=False)
    assert [p.name for p in written] == NAMES[:2]


def test_a_later_session_leaves_nothing_of_an_earlier_one(tmp_path: Path) -> None:
    (tmp_path / "plot_of_mine.png").write_bytes(b"mine")
    write_session(tmp_path, smile_session(), smile_frames(1))
    write_session(tmp_path, smile_session(0), [])  # nobody was seen: no plots
    assert {p.name for p in tmp_path.iterdir()} == {*NAMES[:2], "plot_of_mine.png"}
    assert (tmp_path / "measures.csv").read_bytes().count(b"\r\n") == 1


def test_a_session_that_cannot_be_drawn_still_writes_its_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> dict[str, bytes]:
        raise MemoryError

    monkeypatch.setattr(plots, "plot_session", fail)
    paths = write_session(tmp_path / "x", smile_session(), smile_frames(1))
    assert [p.name for p in paths] == NAMES[:2]
    assert (tmp_path / "x" / "measures.csv").stat().st_size > 1000


def test_neither_a_notebooks_back_end_nor_somebodys_matplotlibrc_stops_or_changes_the_pictures(
    tmp_path: Path,
) -> None:
    code = (
        "import sys; from pathlib import Path; "
        "from coach.export.session_folder import write_session; "
        "from tests.fixtures.records import smile_frames, smile_session; "
        "write_session(Path(sys.argv[1]), smile_session(), smile_frames(1))"
    )
    settings = tmp_path / "matplotlibrc"
    settings.write_text("text.usetex: True\naxes.facecolor: black\nsavefig.dpi: 10\n")
    theirs = {"MPLBACKEND": "module://not_there", "MATPLOTLIBRC": str(settings)}
    pictures = []
    for name, more in (("plain", {}), ("theirs", theirs)):
        command = [sys.executable, "-c", code, str(tmp_path / name)]
        subprocess.run(command, check=True, env={**os.environ, **more})
        pictures.append((tmp_path / name / "plot_mouth.png").read_bytes())
    assert pictures[0] == pictures[1]


def test_where_no_folder_can_be_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(OutputError):
        write_session(tmp_path / "file" / "x", smile_session(), [], plots=False)
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
