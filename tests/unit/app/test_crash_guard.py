from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest

from coach.app.crash_guard import UNFORESEEN, CrashGuard
from coach.domain.errors import OutputError


@pytest.fixture
def guard() -> Iterator[CrashGuard]:
    hooks = sys.excepthook, threading.excepthook
    made = CrashGuard()
    made.install()
    yield made
    sys.excepthook, threading.excepthook = hooks


def test_a_thread_that_fails_is_told_in_a_plain_sentence(guard: CrashGuard) -> None:
    told: list[str] = []
    guard.on_problem = lambda message, hint: told.append(message)

    def fail() -> None:
        raise ValueError("inner detail")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert told == [UNFORESEEN]


def test_an_error_for_people_keeps_its_sentence(guard: CrashGuard) -> None:
    told: list[tuple[str, str]] = []
    guard.on_problem = lambda message, hint: told.append((message, hint))
    error = OutputError("The disk is full.", "Make room.")
    sys.excepthook(type(error), error, None)
    assert told == [("The disk is full.", "Make room.")]


def test_before_there_is_a_window_it_goes_to_stderr(
    guard: CrashGuard, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(ValueError, ValueError("inner detail"), None)
    said = capsys.readouterr().err
    assert UNFORESEEN in said
    assert "inner detail" not in said


def test_ctrl_c_is_no_crash(guard: CrashGuard) -> None:
    told: list[str] = []
    guard.on_problem = lambda message, hint: told.append(message)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


def test_a_window_that_is_gone_does_no_further_harm(guard: CrashGuard) -> None:
    def broken(message: str, hint: str) -> None:
        raise RuntimeError("Internal C++ object already deleted")

    guard.on_problem = broken
    sys.excepthook(ValueError, ValueError(), None)
