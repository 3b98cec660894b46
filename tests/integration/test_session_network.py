"""No network in a session: the system calls of the real process, native code included."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PATIENCE_S = 100
#: Families that reach beyond this machine (man 2 socket). AF_UNIX does not.
_REACHES_OUT = re.compile(r"\b(?:socket\(|sa_family=)(AF_INET6?|AF_PACKET|AF_BLUETOOTH)\b")


def traced(arguments: list[str], trace: Path) -> subprocess.CompletedProcess[str]:
    """Run a program and write its socket calls, of every thread and child, to `trace`."""
    return subprocess.run(
        [
            "strace", "-f", "--seccomp-bpf", "-qq", "-o", str(trace),
            "-e", "trace=socket,connect,sendto,sendmsg", sys.executable, *arguments,
        ],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        env={**os.environ, "COACH_HEADLESS": "1"},
        check=False,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def strace() -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed: the system calls cannot be watched")
    if subprocess.run(["strace", "-qq", "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this system does not allow a program to be traced")


@pytest.mark.slow
def test_a_session_opens_no_internet_socket(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    out = tmp_path / "out"
    done = traced(
        ["-m", "tests.fixtures.short_program", "demo", "--headless", "--out", str(out)], trace
    )
    assert done.returncode == 0, done.stderr
    assert (out / "session.json").is_file()  # it was a whole session
    assert _REACHES_OUT.findall(trace.read_text()) == []


def test_the_watcher_sees_a_connection(tmp_path: Path) -> None:
    """The test above means something only if it would notice."""
    trace = tmp_path / "trace"
    code = (
        "import socket; s = socket.socket(); s.settimeout(1); s.connect_ex(('127.0.0.1', 9)); "
        "s.close()"
    )
    assert traced(["-c", code], trace).returncode == 0
    assert "AF_INET" in _REACHES_OUT.findall(trace.read_text())
