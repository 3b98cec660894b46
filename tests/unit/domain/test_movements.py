"""Every movement of the contract says what moves, and which way."""

from __future__ import annotations

import pytest

from coach.domain.measures import SideMeasure
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region

CONTRACT = {
    "brow": "brow_raise frown",
    "eye": "eye_closure slow_blink",
    "nose": "snarl",
    "mouth": "smile_closed smile_open pucker lower_lip_depress lip_press cheek_puff "
    "vowel_a vowel_e vowel_i vowel_o vowel_u bite_smile",
}


def test_ids_and_regions_are_the_contracts() -> None:
    regions = {name: region for region, names in CONTRACT.items() for name in names.split()}
    assert {str(m) for m in Movement} == {"rest", *regions}
    for name, region in regions.items():
        assert MOVEMENT_SPECS[Movement(name)].region is Region(region)
    assert MOVEMENT_SPECS[Movement.REST].region is None


@pytest.mark.parametrize("movement", Movement)
def test_every_axis_has_a_direction(movement: Movement) -> None:
    spec = MOVEMENT_SPECS[movement]
    assert len(spec.axes) == len(spec.directions)
    assert set(spec.directions) <= {-1, 0, 1}


def test_only_rest_and_self_reported_movements_have_no_axes() -> None:
    without = {m for m, spec in MOVEMENT_SPECS.items() if not spec.axes}
    assert without == {Movement.REST, Movement.CHEEK_PUFF}
    assert MOVEMENT_SPECS[Movement.CHEEK_PUFF].self_report


def test_a_smile_is_outward_and_up_a_pucker_inward() -> None:
    corners = (SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y)
    assert MOVEMENT_SPECS[Movement.SMILE_CLOSED].axes == corners
    assert MOVEMENT_SPECS[Movement.SMILE_CLOSED].directions == (1, 1)
    assert MOVEMENT_SPECS[Movement.PUCKER].directions == (-1, 0)
