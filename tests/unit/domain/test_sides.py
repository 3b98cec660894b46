"""Sides are the patient's own."""

from __future__ import annotations

import pytest

from coach.domain.sides import Affected, Side


def test_each_side_is_the_others_other() -> None:
    assert Side.LEFT.other is Side.RIGHT
    assert Side.RIGHT.other is Side.LEFT


def test_outward_is_plus_x_on_the_left_and_minus_x_on_the_right() -> None:
    assert Side.LEFT.sign == 1
    assert Side.RIGHT.sign == -1


@pytest.mark.parametrize(
    ("affected", "side"),
    [
        (Affected.LEFT, Side.LEFT),
        (Affected.RIGHT, Side.RIGHT),
        (Affected.BOTH, None),
        (Affected.NONE, None),
    ],
)
def test_one_affected_side_or_none(affected: Affected, side: Side | None) -> None:
    assert affected.side is side


def test_ids_are_the_contracts() -> None:
    assert [str(side) for side in Side] == ["left", "right"]
    assert [str(a) for a in Affected] == ["left", "right", "both", "none"]
