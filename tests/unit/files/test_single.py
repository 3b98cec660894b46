from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.domain.errors import OutputError
from coach.files.disk import ORDINARY, output_error
from coach.files.single import replace_file, whole_file

ROOT = Path(__file__).resolve().parents[3]
#: Every call to the operating system on the way of one file, in order of their first use.
STEPS = ("open", "fsync", "link", "replace")


def failing(name: str, at: int) -> Callable[..., object]:
    """The real call, which fails for want of room when it is called for the `at`-th time."""
    really, calls = getattr(os, name), iter(range(1000))

    def call(*args: object, **named: object) -> object:
        if next(calls) == at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return really(*args, **named)

    return call


def test_a_new_file_is_for_this_person_only(tmp_path: Path) -> None:
    replace_file(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_file_to_give_away_follows_the_mask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace_file(tmp_path / "a", b"new", ORDINARY)
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_readable_file_becomes_private_with_its_successor(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o644)
    replace_file(tmp_path / "a", b"new")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("old", [None, b"old"])
@pytest.mark.parametrize(("step", "at"), [(s, n) for s in STEPS for n in (0, 1)])
def test_failing_at_any_step_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, at: int, old: bytes | None
) -> None:
    path = tmp_path / "a"
    if old is not None:
        path.write_bytes(old)
    failed = False
    with monkeypatch.context() as patch:
        patch.setattr(os, step, failing(step, at))
        try:
            replace_file(path, b"new")
        except OSError:
            failed = True
    expected = old if failed else b"new"
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == (
        {} if expected is None else {"a": expected}
    )


@pytest.mark.parametrize("old", [None, b"old"])
def test_a_failed_last_push_takes_the_new_file_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: bytes | None
) -> None:
    path = tmp_path / "a"
    if old is not None:
        path.write_bytes(old)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing("fsync", 1))  # the file's is the first
        with pytest.raises(OSError, match="space"):
            replace_file(path, b"new")
    assert [p.read_bytes() for p in tmp_path.iterdir()] == ([] if old is None else [old])


def test_a_disk_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", failing("link", 0))
        replace_file(tmp_path / "a", b"new")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"new"}


def test_content_that_another_writes_appears_whole_or_not(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with whole_file(path) as temporary:
        temporary.write_bytes(b"half")
        assert not path.exists()
        temporary.write_bytes(b"whole")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"whole"}

    def broken() -> None:
        with whole_file(path) as temporary:
            temporary.write_bytes(b"half")
            raise ValueError("no")

    with pytest.raises(ValueError):
        broken()
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"whole"}


def test_a_folder_in_the_way_stays(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError):
        replace_file(tmp_path / "a", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_full_disk_has_a_hint_of_its_own() -> None:
    full = output_error(OSError(errno.ENOSPC, "x"), "It could not be saved.", "Look there.")
    other = output_error(OSError(errno.EACCES, "x"), "It could not be saved.", "Look there.")
    assert isinstance(full, OutputError)
    assert str(full) == (
        "It could not be saved. The disk is full: free some space, then try again."
    )
    assert str(other) == "It could not be saved. Look there."


WRITER = """
import sys
from pathlib import Path
from coach.files.single import replace_file
print("go", flush=True)
for number in range(100_000):
    replace_file(Path(sys.argv[1]), (f"{number} " * 20_000).encode())
"""


@pytest.mark.parametrize("delay_s", [0.02, 0.11])
def test_killed_at_any_moment_the_file_is_whole(tmp_path: Path, delay_s: float) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"0 " * 20_000)
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert writer.stdout is not None
    with writer:
        writer.stdout.readline()
        time.sleep(delay_s)
        writer.kill()
    words = path.read_bytes().split()
    assert len(words) == 20_000
    assert len(set(words)) == 1
