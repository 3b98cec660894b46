"""Like with like: repetitions of the whole exercise, never against those of an easier form.

"Too hard" makes target and hold a quarter smaller, as often as it is pressed, so eased repetitions
are smaller because less was asked for. That is no change of the face, and neither are the figures
that seem to be free of size:

* The share of the healthy side: a weak side often has an end of its own. With 3 mm at most it makes
  30 % of a healthy 10 mm and 60 % of a healthy 5 mm, so an easier form reads as a gain.
* The coupling, per mm: what joins in often does so from some size on. Below it the slope is less
  steep, so an easier form reads as a looser coupling.

Eased ones are not compared with each other either: two sessions seldom were eased as often, from
the same target. A target that was lowered after a co-movement is left in: it follows from how the
face moved, and without such repetitions a face that has co-movements would never be compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coach.domain.change import MIN_REPS, NoComparison
from coach.domain.session import RepRecord

Reps = tuple[RepRecord, ...]


@dataclass(frozen=True, slots=True)
class SameForm:
    """The repetitions of two sessions that can be compared.

    Attributes:
        before: of the earlier one; empty where there is a `reason`.
        now: of the later one; all of its repetitions where there is a `reason`.
        reason: why they cannot be compared, else None.
        left_out: whether eased ones are missing here.
    """

    before: Reps
    now: Reps
    reason: NoComparison | None = None
    left_out: bool = False


def is_eased(rep: RepRecord) -> bool:
    """Whether it was done in an easier form; older records do not tell and count as not eased."""
    return rep.asked is not None and rep.asked.eased


def whole_form(reps: Iterable[RepRecord]) -> Reps:
    """The repetitions that were not eased."""
    return tuple(rep for rep in reps if not is_eased(rep))


def same_form(before: Iterable[RepRecord], now: Iterable[RepRecord]) -> SameForm:
    """Of one exercise in two sessions, what can be compared."""
    earlier, later = tuple(before), tuple(now)
    if _too_eased(later):
        return SameForm((), later, NoComparison.EASED_NOW)
    if _too_eased(earlier):
        return SameForm((), later, NoComparison.EASED_BEFORE)
    whole = whole_form(earlier), whole_form(later)
    return SameForm(*whole, left_out=whole != (earlier, later))


def _too_eased(reps: Reps) -> bool:
    """Whether it is for the eased ones that too few are left."""
    scored = [rep for rep in reps if rep.scored]
    return len(whole_form(scored)) < min(len(scored), MIN_REPS)
