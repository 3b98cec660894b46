"""One off-screen session of the real process, watched: its files, its words, its system calls."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from coach.cli import main

PATIENCE_S = 100
#: Families that reach beyond this machine (man 2 socket). AF_UNIX does not.
_REACHES_OUT = re.compile(r"\b(?:socket\(|sa_family=)(AF_INET6?|AF_PACKET|AF_BLUETOOTH)\b")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("watched_session")]


@dataclass(frozen=True, slots=True)
class Watched:
    """A session that has ended. `trace` is None where this system lets nobody watch."""

    done: subprocess.CompletedProcess[str]
    out: Path
    data: Path
    trace: Path | None


def tracer(trace: Path) -> list[str]:
    """A command that notes the socket calls of every thread and child of what follows it."""
    return [
        "strace", "-f", "--seccomp-bpf", "-qq", "-o", str(trace),
        "-e", "trace=socket,connect,sendto,sendmsg",
    ]  # fmt: skip


def can_trace() -> bool:
    """Whether strace is there and allowed."""
    if shutil.which("strace") is None:
        return False
    return (
        subprocess.run(["strace", "-qq", "true"], capture_output=True, check=False).returncode == 0
    )


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    folder = tmp_path_factory.mktemp("watched")
    out, data = folder / "out", folder / "data"
    trace = folder / "trace" if can_trace() else None
    done = subprocess.run(
        [
            *(tracer(trace) if trace else []),
            *(sys.executable, "-m", "tests.fixtures.short_program"),
            *("demo", "--headless", "--synkinesis", "0.6", "--out", str(out)),
        ],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env={**os.environ, "COACH_HEADLESS": "1", "COACH_DATA_DIR": str(data)},
        check=False,
    )
    return Watched(done, out, data, trace)


def test_it_ends_well_writes_everything_and_says_where(watched: Watched) -> None:
    done = watched.done
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    names = {path.name for path in watched.out.iterdir()}
    regions = {f"plot_{region}.png" for region in ("mouth", "eye", "brow", "nose")}
    curves = {"plot_synkinesis_1.png"}  # one figure for the eye that was flagged
    files = {"measures.csv", "session.json", "practice.png", "summary.png"}
    assert files | regions | curves == names
    for path in watched.out.iterdir():
        assert str(path) in done.stdout
    assert str(watched.data / "practice.db") in done.stdout
    assert "1 of 1 repetitions scored" in done.stdout
    assert "the left eye moved along" in done.stdout


def test_the_log_gives_the_same_files_again(
    watched: Watched,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COACH_DATA_DIR", str(watched.data))
    assert main(["sessions"]) == 0
    assert "1 of 1 repetitions scored" in capsys.readouterr().out
    assert main(["export", "--session", "latest", "--out", str(tmp_path)]) == 0
    for name in ("measures.csv", "session.json"):
        assert (tmp_path / name).read_bytes() == (watched.out / name).read_bytes()


def test_the_program_log_names_no_person_and_no_path(watched: Watched) -> None:
    text = (watched.data / "logs" / "coach.log").read_text()
    assert text
    assert str(watched.data) not in text
    assert str(Path.home()) not in text


def test_it_opens_no_internet_socket(watched: Watched) -> None:
    if watched.trace is None:
        pytest.skip("strace is not installed or not allowed: system calls cannot be watched")
    assert (watched.out / "session.json").is_file()  # it was a whole session
    assert _REACHES_OUT.findall(watched.trace.read_text()) == []


def test_the_watcher_would_see_a_connection(tmp_path: Path) -> None:
    """The test above means something only if it would notice."""
    if not can_trace():
        pytest.skip("strace is not installed or not allowed: system calls cannot be watched")
    trace = tmp_path / "trace"
    code = (
        "import socket; s = socket.socket(); s.settimeout(1); s.connect_ex(('127.0.0.1', 9)); "
        "s.close()"
    )
    subprocess.run([*tracer(trace), sys.executable, "-c", code], check=True, timeout=PATIENCE_S)
    assert "AF_INET" in _REACHES_OUT.findall(trace.read_text())
