"""The mark: its words, its size and its box come from one place, and never rise after a flag."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from coach.domain.events import CueRaised, RepDone
from coach.domain.exercise import Phase
from coach.ui.widgets.wanted_size import track_mm, wanted_shares
from tests.fixtures.guided_practice import Practice
from tests.unit.coaching.test_clean_size_session import Careful, _exercise, _run


def _marks(practice: Practice) -> list[tuple[float, bool]]:
    """What each repetition asked for, mm, and whether something joined in."""
    reps = [e.rep for e in practice.events if isinstance(e, RepDone)]
    return [(r.asked.target_mm or 0.0, bool(r.synkinesis)) for r in reps if r.asked is not None]


@pytest.mark.parametrize("along", [0.1, 0.3, 0.6])
@pytest.mark.parametrize("learning", [0, 2])
def test_nothing_invites_more_after_something_joined_in(along: float, learning: int) -> None:
    practice = _run(Careful(along=along), _exercise(clean_reps=learning))
    marks = _marks(practice)
    assert marks
    for (before, flagged), (after, _) in pairwise(marks):
        if flagged:
            assert after <= before
    seen = False
    for event in practice.events:
        if isinstance(event, RepDone):
            seen = seen or bool(event.rep.synkinesis)
        elif isinstance(event, CueRaised) and seen:
            assert "further" not in event.text
            assert "up to" not in event.text


def test_a_nearer_mark_is_said_and_its_box_comes_nearer() -> None:
    practice = _run(Careful(along=0.6))
    said = [e.text for e in practice.events if isinstance(e, CueRaised)]
    assert any("The mark is nearer now. Less is right." in text for text in said)


def test_the_box_follows_the_mark_on_a_scale_that_stays() -> None:
    practice = _run(Careful())
    state = replace(practice.engine.state, exercise=_exercise(), phase=Phase.MOVE)
    own = _exercise().target_mm
    full, half = (replace(state, own_target_mm=own, target_mm=share * own) for share in (1.0, 0.5))
    assert track_mm(full) == track_mm(half)
    assert wanted_shares(half) == pytest.approx(tuple(0.5 * s for s in wanted_shares(full)))
