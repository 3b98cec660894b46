from __future__ import annotations

import pytest

from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.reflection import reflectable
from coach.domain.sides import Affected

LIBRARY = load_exercises(exercises_dir())
MIRROR = LIBRARY.programme("mirror_therapy/follow")


@pytest.mark.parametrize("affected", [Affected.LEFT, Affected.RIGHT])
def test_with_one_affected_side_nothing_changes(affected: Affected) -> None:
    assert reflectable(MIRROR, affected) is MIRROR


@pytest.mark.parametrize("affected", [Affected.BOTH, Affected.NONE, None])
def test_without_a_healthy_half_the_plain_mirror_and_a_sentence(
    affected: Affected | None,
) -> None:
    plain = reflectable(MIRROR, affected)
    assert [e.id for e in plain.exercises] == [e.id for e in MIRROR.exercises]
    assert not any(e.reflect_healthy_half for e in plain.exercises)
    for before, now in zip(MIRROR.exercises, plain.exercises, strict=True):
        if before.reflect_healthy_half:
            assert now.instruction[0].startswith("Mirror therapy needs one healthy half.")
            assert now.instruction[1:] == before.instruction[1:]
        else:
            assert now == before
