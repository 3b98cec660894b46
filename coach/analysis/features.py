"""What is followed on the face, and where its patches lie."""

from __future__ import annotations

from typing import Final

from coach.analysis.patches import PatchSpec
from coach.domain.landmarks import SIDE_LANDMARKS
from coach.domain.sides import Side

COMMISSURE: Final = "commissure"
BROW: Final = "brow"
ALA: Final = "ala"
UPPER_LIP: Final = "upper_lip"
LOWER_LIP: Final = "lower_lip"
FEATURES: Final = (COMMISSURE, BROW, ALA, UPPER_LIP, LOWER_LIP)

LIPS: Final = (UPPER_LIP, LOWER_LIP)


#: A corner goes further than its patch, whose middle lies 3 mm outside it: skin that is pulled
#: stretches. Chosen on tuning faces (docs/decisions.md, 36): warped films of people ask for this,
#: photographic heads for 1.1 and more.
CORNER_GAIN: Final = 1.05


def feature_spec(feature: str, side: Side) -> PatchSpec:
    """Where a feature's patch lies. Sizes were chosen on the tuning cases (docs/accuracy.md)."""
    lm = SIDE_LANDMARKS[side]
    if feature == COMMISSURE:
        return PatchSpec((lm.commissure,), 5.0, 4.0, 11.0, (3.0 * side.sign, 0.0))
    if feature == BROW:
        return PatchSpec(lm.brow, 8.0, 6.0, 11.0)
    if feature == ALA:
        # The crease beside the nose wing and the wing's foot; the wing's body moves half as far.
        return PatchSpec((lm.ala[0],), 4.0, 4.0, 11.0, (-1.0 * side.sign, -0.5))
    landmark = lm.upper_lip if feature == UPPER_LIP else lm.lower_lip
    return PatchSpec((landmark,), 5.0, 5.0, 9.0)
