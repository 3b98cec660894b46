"""What is kept of a session."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from coach.domain.movements import Region
from coach.domain.session import PerSide, SynkinesisFlag
from coach.domain.sides import Side


def test_per_side_reads_its_own_side() -> None:
    value = PerSide(left=1.0, right=None)
    assert value.of(Side.LEFT) == 1.0
    assert value.of(Side.RIGHT) is None


def test_a_flag_moves_to_another_clock_as_a_whole() -> None:
    flag = SynkinesisFlag(Region.EYE, Side.LEFT, 22.0, "pct", 2, 3.0, 4.5)
    moved = flag.shifted(-2.5)
    assert (moved.start_s, moved.end_s) == (0.5, 2.0)
    assert moved.shifted(2.5) == flag


def test_records_cannot_be_changed() -> None:
    flag = SynkinesisFlag(Region.EYE, Side.LEFT, 22.0, "pct", 2, 3.0, 4.5)
    with pytest.raises(FrozenInstanceError):
        flag.magnitude = 1.0  # type: ignore[misc]
