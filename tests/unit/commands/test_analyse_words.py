"""What `analyse` says of a repetition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.analysis.recording import Recording
from coach.commands.analyse import describe
from coach.domain.movements import Movement, closes_the_eye
from coach.domain.session import PerSide
from tests.fixtures.records import smile_session

VERDICTS = ("no clear difference", "moves less", "even")


@pytest.mark.parametrize("movement", [m for m in Movement if closes_the_eye(m)])
@pytest.mark.parametrize("closed", [PerSide(66.0, 100.0), PerSide(100.0, 100.0)])
def test_no_verdict_compares_two_eyes(movement: Movement, closed: PerSide) -> None:
    """The numbers of both eyes stand there; no word says that a weaker lid is as good."""
    session = smile_session()
    reps = tuple(
        replace(rep, movement=movement, closure_pct=closed, synkinesis=()) for rep in session.reps
    )
    record = replace(session, movement=movement, reps=reps)
    lines = describe(record, Recording(None, (), reps, record.quality))
    said = [line for line in lines if line.startswith("Repetition") and "not scored" not in line]
    assert said
    assert all(f"closed left {closed.left:.0f} %" in line for line in said)
    assert [(line, word) for line in said for word in VERDICTS if word in line.lower()] == []
