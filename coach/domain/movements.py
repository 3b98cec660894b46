"""The movements that are practised and the regions of the face they move."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coach.domain.measures import SideMeasure


class Region(StrEnum):
    BROW = "brow"
    EYE = "eye"
    NOSE = "nose"
    MOUTH = "mouth"
    CHIN = "chin"
    NECK = "neck"


class Movement(StrEnum):
    """Movement ids of the contract (docs/measures.md)."""

    REST = "rest"
    BROW_RAISE = "brow_raise"
    FROWN = "frown"
    EYE_CLOSURE = "eye_closure"
    SLOW_BLINK = "slow_blink"
    SMILE_CLOSED = "smile_closed"
    SMILE_OPEN = "smile_open"
    PUCKER = "pucker"
    SNARL = "snarl"
    LOWER_LIP_DEPRESS = "lower_lip_depress"
    LIP_PRESS = "lip_press"
    CHEEK_PUFF = "cheek_puff"
    VOWEL_A = "vowel_a"
    VOWEL_E = "vowel_e"
    VOWEL_I = "vowel_i"
    VOWEL_O = "vowel_o"
    VOWEL_U = "vowel_u"
    BITE_SMILE = "bite_smile"


@dataclass(frozen=True, slots=True)
class MovementSpec:
    """How a movement's size is read.

    Attributes:
        region: the region that is meant to move; None for rest.
        axes: per-side measures whose displacement from rest, as a vector (mm), is the excursion.
        directions: for each axis the wanted direction in the side's own frame (x outward, y up):
            +1, -1, or 0 where either direction counts.
        self_report: True where the camera cannot measure the movement.
    """

    region: Region | None
    axes: tuple[SideMeasure, ...]
    directions: tuple[int, ...]
    self_report: bool = False


_MOUTH = (SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y)
_SMILE = MovementSpec(Region.MOUTH, _MOUTH, (1, 1))
_ROUND = MovementSpec(Region.MOUTH, _MOUTH, (-1, 0))
_ANY = MovementSpec(Region.MOUTH, _MOUTH, (0, 0))
_LID = MovementSpec(Region.EYE, (SideMeasure.PALPEBRAL_FISSURE,), (-1,))
_JAW = MovementSpec(Region.MOUTH, (SideMeasure.LOWER_LIP_Y,), (-1,))

MOVEMENT_SPECS: Final[dict[Movement, MovementSpec]] = {
    Movement.REST: MovementSpec(None, (), ()),
    Movement.BROW_RAISE: MovementSpec(Region.BROW, (SideMeasure.BROW_Y,), (1,)),
    Movement.FROWN: MovementSpec(Region.BROW, (SideMeasure.BROW_Y,), (-1,)),
    Movement.EYE_CLOSURE: _LID,
    Movement.SLOW_BLINK: _LID,
    Movement.SMILE_CLOSED: _SMILE,
    Movement.SMILE_OPEN: _SMILE,
    Movement.BITE_SMILE: _SMILE,
    Movement.PUCKER: _ROUND,
    Movement.SNARL: MovementSpec(Region.NOSE, (SideMeasure.ALA_Y,), (1,)),
    Movement.LOWER_LIP_DEPRESS: _JAW,
    Movement.LIP_PRESS: _ANY,
    Movement.CHEEK_PUFF: MovementSpec(Region.MOUTH, (), (), self_report=True),
    Movement.VOWEL_A: _JAW,
    Movement.VOWEL_E: _SMILE,
    Movement.VOWEL_I: _SMILE,
    Movement.VOWEL_O: _ROUND,
    Movement.VOWEL_U: _ROUND,
}


def closes_the_eye(movement: Movement) -> bool:
    """Whether a movement shuts the lids: the one that is never to be smaller on the good side.

    An eye that closes fully is protected. Asking it to wait for the other one would teach it not
    to (docs/hazards.md, 19).
    """
    return movement in (Movement.EYE_CLOSURE, Movement.SLOW_BLINK)


#: Measures that show a region's movement on one side. The chin's dimples are texture and the
#: neck's bands lie outside the face mesh: neither is here, both are a therapist's entry.
REGION_MEASURES: Final[dict[Region, tuple[SideMeasure, ...]]] = {
    Region.EYE: (SideMeasure.EYE_CLOSURE,),
    Region.MOUTH: _MOUTH,
    Region.BROW: (SideMeasure.BROW_Y,),
    Region.NOSE: (SideMeasure.ALA_Y,),
}
