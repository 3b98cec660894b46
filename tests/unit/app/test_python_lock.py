"""Threads take short turns, and never longer ones than somebody else has asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from coach.app.python_lock import TURN_S, take_short_turns


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize("before_s", [0.005, TURN_S / 2])
def test_turns_become_short(before_s: float) -> None:
    sys.setswitchinterval(before_s)
    take_short_turns()
    assert sys.getswitchinterval() == pytest.approx(min(before_s, TURN_S))
