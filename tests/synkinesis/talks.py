"""Simulated minutes of talking, summed up: what healthy and synkinetic talkers show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.analysis.spontaneous import summarise_talking
from coach.domain.movements import Region
from coach.domain.spontaneous import Trigger
from tests.synkinesis.talking import QUIET, talk

#: Seeds of the reported minutes; limits were looked at with seeds from 10,000 on only.
TALKS: Final = tuple(range(100))
#: A mouth that moves 2 to 4 mm then closes the eye by 12 to 24 %.
COUPLED: Final = 6.0


@dataclass(frozen=True)
class OneTalk:
    """One seed, without and with a coupling.

    Attributes:
        clean_flags: stretches that are flagged in the minute without a coupling.
        talking_s: of that minute.
        found: whether the coupled eye is flagged more than five times.
        mouth_error: of the affected corner's share, points.
    """

    clean_flags: int
    talking_s: float
    found: bool
    mouth_error: float


@dataclass(frozen=True)
class Talks:
    """Many of them."""

    minutes: int
    flags_in_30_min: float
    found: float
    mouth_error: float

    @classmethod
    def of(cls, each: list[OneTalk]) -> Talks:
        """The sum."""
        talked_s = sum(t.talking_s for t in each)
        return cls(
            len(each),
            1800.0 * sum(t.clean_flags for t in each) / talked_s,
            float(np.mean([t.found for t in each])),
            float(np.mean([t.mouth_error for t in each])),
        )


def one_talk(seed: int) -> OneTalk:
    """A minute of the same person without and with a coupling of the eye."""
    clean, coupled = talk(seed), talk(seed, eye_points_per_mm=COUPLED)
    plain = summarise_talking(clean.series, QUIET, clean.affected, clean.baseline)
    along = summarise_talking(coupled.series, QUIET, coupled.affected, coupled.baseline)
    assert plain is not None
    assert along is not None
    eye = next(p for p in along.pairs if (p.trigger, p.region) == (Trigger.MOUTH, Region.EYE))
    share = plain.affected_pct_of_healthy
    return OneTalk(
        sum(p.count for p in plain.pairs if p.trigger is Trigger.MOUTH),
        plain.talking_s,
        eye.count > 5,
        abs((share if share is not None else 0.0) - 100.0 * clean.weak),
    )
