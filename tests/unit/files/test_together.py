from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.errors import OutputError
from coach.files import together
from coach.files.together import write_together

ROOT = Path(__file__).resolve().parents[3]
OLD = {"a.csv": b"old a", "b.json": b"old b"}
NEW = {"a.csv": b"new a", "b.json": b"new b", "c.png": b"new c"}


def content(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def fill(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_new_folder_appears_with_everything(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    assert write_together(folder, NEW) == [folder / name for name in NEW]
    assert content(folder) == NEW
    assert [p.name for p in folder.parent.iterdir()] == ["er"]


def test_results_replace_results_and_leave_the_rest(tmp_path: Path) -> None:
    fill(tmp_path, {**OLD, "my notes.txt": b"mine", "d.png": b"old d", "e.png": b"old e"})
    write_together(tmp_path, NEW, stale=("c.png", "d.png", "nothing.png"))
    assert content(tmp_path) == {**NEW, "my notes.txt": b"mine", "e.png": b"old e"}


@given(
    st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=20)),
    st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=20)),
    st.sets(st.sampled_from("abcd")),
    st.integers(0, 12),
)
def test_failing_at_any_step_leaves_all_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    old: dict[str, bytes],
    new: dict[str, bytes],
    stale: set[str],
    step: int,
) -> None:
    folder = tmp_path_factory.mktemp("results")
    fill(folder, old)
    expected = {name: data for name, data in old.items() if name not in stale} | new
    steps = iter(range(1000))
    really = {"fsync": os.fsync, "link": os.link, "replace": os.replace, "unlink": os.unlink}

    def failing(name: str) -> object:
        def call(*args: object, **named: object) -> object:
            if next(steps) == step:
                full()
            return really[name](*args, **named)  # type: ignore[operator]

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in really:
            patch.setattr(os, name, failing(name))
        try:
            write_together(folder, new, stale)
        except OutputError:
            expected = old
    found = {n: d for n, d in content_of_files(folder).items() if not n.startswith(".coach")}
    assert found == expected


def content_of_files(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def test_a_full_disk_leaves_no_new_folder_and_no_parents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="disk is full"):
            write_together(tmp_path / "deep" / "er", NEW)
    assert list(tmp_path.iterdir()) == []


def test_failing_after_the_new_folder_appeared_takes_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(
            together, "push_folder", lambda folder: full() if folder == tmp_path else None
        )
        with pytest.raises(OutputError, match="disk is full"):
            write_together(tmp_path / "new", NEW)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of one megabyte."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("mounting a small disk needs root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True, capture_output=True)


def test_a_really_full_disk(tiny_disk: Path) -> None:
    fill(tiny_disk, OLD)
    with pytest.raises(OutputError, match="disk is full"):
        write_together(tiny_disk, {"a.csv": bytes(600_000), "b.json": bytes(600_000)})
    assert content(tiny_disk) == OLD
    with pytest.raises(OutputError, match="disk is full"):
        write_together(tiny_disk / "new", {"a.csv": bytes(2_000_000)})
    assert content(tiny_disk) == OLD


def test_a_limit_on_the_size_of_files(tmp_path: Path) -> None:
    fill(tmp_path, OLD)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        with pytest.raises(OutputError, match="disk is full"):
            write_together(tmp_path, {"a.csv": bytes(50_000)})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert content(tmp_path) == OLD


@pytest.mark.parametrize("place", ["a_file", "under_a_file", "proc"])
def test_where_no_folder_can_be_it_says_so(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    folder = {
        "a_file": tmp_path / "file",
        "under_a_file": tmp_path / "file" / "deep" / "er",
        "proc": Path("/proc/coach"),
    }[place]
    with pytest.raises(OutputError) as caught:
        write_together(folder, NEW)
    assert caught.value.hint
    assert content(tmp_path) == {"file": b"mine"}


def test_a_folder_where_a_result_should_go(tmp_path: Path) -> None:
    fill(tmp_path, {"a.csv": b"old a"})
    (tmp_path / "b.json").mkdir()
    with pytest.raises(OutputError):
        write_together(tmp_path, NEW)
    assert (tmp_path / "a.csv").read_bytes() == b"old a"
    assert {p.name for p in tmp_path.iterdir()} == {"a.csv", "b.json"}


WRITER = """
import sys
from pathlib import Path
from coach.files.together import write_together
folder = Path(sys.argv[1])
print("go", flush=True)
for number in range(100_000):
    write_together(folder, {name: (f"{number} " * 20_000).encode() for name in "abc"})
"""


@pytest.mark.parametrize("delay_s", [0.02, 0.11])
def test_killed_at_any_moment_each_file_is_whole(tmp_path: Path, delay_s: float) -> None:
    folder = tmp_path / "out"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert writer.stdout is not None
    with writer:
        writer.stdout.readline()
        time.sleep(delay_s)
        writer.kill()
    if folder.exists():
        files = content_of_files(folder)
        assert set(files) == set("abc")
        for data in files.values():
            words = data.split()
            assert len(words) == 20_000
            assert len(set(words)) == 1
