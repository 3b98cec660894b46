"""Pictures that were not scored: with cause, or without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from coach.domain.quality import QualityReason

#: Say something about the face or the light that is not so where nothing is in front of the face
#: and the light is usable. Pose, distance and the picture's edge are true causes.
CAUSELESS: Final = frozenset(
    {
        QualityReason.OCCLUDED,
        QualityReason.IRIS_MISMATCH,
        QualityReason.BLURRED,
        QualityReason.UNSTEADY_REST,
    }
)


def is_causeless(reason: str) -> bool:
    """Of a picture of a bare face."""
    return reason in {r.value for r in CAUSELESS}


def causeless_share(reasons: Sequence[str]) -> float:
    """Share of pictures of a bare face refused for what is not there; "" is a valid picture."""
    return sum(map(is_causeless, reasons)) / max(len(reasons), 1)


def reason_shares(reasons: Sequence[str]) -> dict[str, float]:
    """Reason -> share of all pictures, the largest first; valid ones left out."""
    n = max(len(reasons), 1)
    counts = {r: sum(x == r for x in reasons) / n for r in set(reasons) if r}
    return dict(sorted(counts.items(), key=lambda item: -item[1]))
