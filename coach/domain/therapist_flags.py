"""What a therapist sees and the camera cannot: the chin's dimples, the neck's bands."""

from __future__ import annotations

import math
from typing import Final

from coach.domain.errors import InputError
from coach.domain.language import tr
from coach.domain.movements import Region
from coach.domain.session import RepRecord, SynkinesisFlag, SynkinesisRule
from coach.domain.sides import Side

#: Regions that no measure shows; every other one is flagged by the measures or not at all, so that
#: an entry and a measurement never stand for the same thing.
ENTERED_REGIONS: Final = (Region.CHIN, Region.NECK)
GRADES: Final = (1, 2, 3)


def therapist_flag(rep: RepRecord, region: Region, side: Side, grade: int) -> SynkinesisFlag:
    """An unwanted movement that a therapist enters for a repetition.

    It lasts as long as the repetition and has a grade but no magnitude (NaN): nothing was measured.

    Args:
        rep: the repetition in which it was seen.
        region: chin or neck.
        side: the patient's side.
        grade: 1 mild, 2 moderate, 3 severe.

    Raises:
        InputError: another region or grade.
    """
    if region not in ENTERED_REGIONS:
        raise InputError(
            tr("Only the chin and the neck can be entered by hand."),
            tr("The camera watches the other places."),
        )
    if grade not in GRADES:
        raise InputError(tr("The grade must be 1, 2 or 3."))
    return SynkinesisFlag(
        region=region,
        side=side,
        magnitude=math.nan,
        unit="mm",
        grade=grade,
        start_s=rep.start_s,
        end_s=rep.end_s,
        rule=SynkinesisRule.THERAPIST,
    )
