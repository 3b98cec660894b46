from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.storage import logs
from coach.storage.logs import LOG_NAME, make_private, start_logging


@pytest.fixture(autouse=True)
def root_logger() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in [h for h in root.handlers if h not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("opening /home/jane doe/Jane smiles.mp4", "opening <path>"),
        ("[Errno 2] No such file: '/home/jane/Jane D.mp4'", "[Errno 2] No such file: '<path>'"),
        (r"C:\Users\Jane\x.mp4: bad", "<path>: bad"),
        (r"open '\\clinic\share\Jane.mp4'", "open '<path>'"),
        ("~/jane.mp4 is empty", "<path>"),
        ("file:///home/jane/x.mp4", "<path>"),
        ("rtsp://jane:secret@10.0.0.7/cam gone", "<address> gone"),
        ('File "/srv/jane/coach/app/tasks.py", line 3', 'File "coach/app/tasks.py", line 3'),
        ("30 fps, 3/4 valid, and/or", "30 fps, 3/4 valid, and/or"),
    ],
)
def test_no_folders_names_or_addresses(text: str, private: str) -> None:
    assert make_private(text) == private


def test_tracebacks_name_the_programs_files_only(tmp_path: Path) -> None:
    path = start_logging(tmp_path)
    assert path is not None
    try:
        Path("/nowhere/Jane Doe.mp4").read_bytes()
    except OSError:
        logging.getLogger("coach.test").exception("could not open")
    text = path.read_text()
    assert "FileNotFoundError" in text
    assert "Jane" not in text
    assert str(tmp_path) not in text


def test_the_file_is_private_and_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MAX_BYTES", 2000)
    folder = tmp_path / "logs"
    assert start_logging(folder) == folder / LOG_NAME
    for number in range(300):
        logging.getLogger("coach.test").info("line %d", number)
    files = list(folder.iterdir())
    assert len(files) == logs.FILES_KEPT + 1
    assert {f.stat().st_mode & 0o777 for f in files} == {0o600}
    assert all(f.stat().st_size <= 2000 for f in files)
    assert "line 299" in (folder / LOG_NAME).read_text()


def test_starting_again_moves_the_log(tmp_path: Path) -> None:
    start_logging(tmp_path / "a")
    start_logging(tmp_path / "b")
    logging.getLogger("coach.test").warning("here")
    assert "here" not in (tmp_path / "a" / LOG_NAME).read_text()
    assert (tmp_path / "b" / LOG_NAME).read_text().count("here") == 1


def test_without_a_place_to_write_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert start_logging(tmp_path / "file") is None


def test_a_disk_that_fails_later_does_not_stop_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start_logging(tmp_path)
    (handler,) = [
        h for h in logging.getLogger().handlers if isinstance(h, logs._PrivateFileHandler)
    ]

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(handler, "format", full)
    logging.getLogger("coach.test").error("unheard")
    assert capsys.readouterr().err == ""
