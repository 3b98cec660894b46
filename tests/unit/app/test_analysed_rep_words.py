"""A repetition of an analysed video in words: every figure with its interval."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.analysis.recording import Recording
from coach.commands.analyse import describe
from coach.domain.movements import Movement
from coach.domain.session import PerSide, RepRecord
from tests.fixtures.records import smile_rep, smile_session


def words(rep: RepRecord) -> str:
    record = replace(smile_session(), reps=(rep,))
    recording = Recording(None, (), (rep,), record.quality)
    return next(line for line in describe(record, recording) if line.startswith("Repetition 1"))


def rep(left: float, right: float, each: float = 0.6) -> RepRecord:
    return replace(
        smile_rep(0),
        excursion_mm=PerSide(left, right),
        end_difference_mm=left - right,
        uncertainty_mm=each,
        affected_pct_of_healthy=None,
        affected_pct_uncertainty=None,
        synkinesis=(),
    )


@pytest.mark.parametrize(
    ("left", "said"),
    [(5.3, "no clear difference"), (5.0, "left moves less"), (7.0, "right moves less")],
)
def test_a_side_moves_less_only_beyond_what_a_difference_of_two_is_known_to(
    left: float, said: str
) -> None:
    """0.7 mm apart is within 0.6 * sqrt(2) = 0.85 mm, 1 mm is not."""
    assert said in words(rep(left, 6.0))


def test_an_eyes_closure_has_its_interval() -> None:
    closed = replace(
        rep(4.0, 8.0),
        movement=Movement.EYE_CLOSURE,
        closure_pct=PerSide(50.0, 98.0),
        closure_uncertainty_pct=4.2,
    )
    assert "closed left 50 %, right 98 % (each ± 4)" in words(closed)
