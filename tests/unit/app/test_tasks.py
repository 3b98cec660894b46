from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from coach.app.tasks import Progress, TaskStarter, plain_error, run_inline, run_task
from coach.domain.errors import CoachError, OutputError


def test_the_answer_comes_in_the_starting_thread(qtbot: QtBot) -> None:
    where: dict[str, threading.Thread] = {}
    shares: list[float] = []
    answers: list[int] = []

    def work(report: Progress) -> int:
        where["work"] = threading.current_thread()
        report(0.5)
        return 7

    def on_done(answer: int) -> None:
        where["done"] = threading.current_thread()
        answers.append(answer)

    run_task(work, on_done, lambda error: None, shares.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=3000)
    assert answers == [7]
    assert shares == [0.5]
    assert where["work"] is not threading.current_thread()
    assert where["done"] is threading.current_thread()


def test_an_error_comes_as_a_plain_sentence(qtbot: QtBot) -> None:
    errors: list[CoachError] = []

    def work(report: Progress) -> None:
        raise OutputError("The folder cannot be written.", "Choose another folder.")

    run_task(work, lambda result: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors), timeout=3000)
    assert errors[0].message == "The folder cannot be written."


@pytest.mark.parametrize("boom", [ValueError("inner detail"), ZeroDivisionError()])
def test_an_unforeseen_error_tells_no_internals(boom: Exception) -> None:
    error = plain_error(boom)
    assert "inner detail" not in str(error)
    assert error.hint


def test_inline_does_the_same_at_once() -> None:
    starter: TaskStarter = run_inline
    done: list[int] = []
    errors: list[CoachError] = []
    starter(lambda report: 3, done.append, errors.append)
    starter(lambda report: 1 // 0, done.append, errors.append)
    assert done == [3]
    assert len(errors) == 1
