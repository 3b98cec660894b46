"""One sentence after a repetition: about evenness, never about effort."""

from __future__ import annotations

from collections import Counter
from typing import Final

from coach.coaching.texts import CoachTexts, FormFault
from coach.domain.events import CueKind
from coach.domain.exercise import Exercise
from coach.domain.movements import closes_the_eye
from coach.domain.quality import RepReason
from coach.domain.session import RepRecord
from coach.domain.sides import Side

#: Holds for every repetition of the exercise or session: said once, before, is enough.
_KNOWN: Final = frozenset({RepReason.NO_BASELINE, RepReason.SELF_REPORT})


class RepFeedback:
    """Chooses the sentence; says the same thing in turning words."""

    def __init__(self, texts: CoachTexts) -> None:
        self._texts = texts
        self._used: Counter[str] = Counter()

    def after(
        self,
        rep: RepRecord,
        exercise: Exercise,
        *,
        too_big: bool,
        faulted: bool,
        found_size: bool = False,
    ) -> tuple[CueKind, str] | None:
        """The sentence for a repetition that has just ended; None where silence is better.

        Args:
            rep: as measured.
            exercise: its tolerance counts.
            too_big: whether the larger side went clearly beyond the target.
            faulted: whether live advice was given meanwhile: no praise against it.
            found_size: whether this is the clean one that a smaller target was to find.
        """
        texts = self._texts
        if not rep.scored:
            reason = rep.reason or RepReason.TOO_FEW_FRAMES
            if reason in _KNOWN:
                return None
            return CueKind.FORM, texts.not_scored[reason]
        if rep.synkinesis:
            worst = max(rep.synkinesis, key=lambda flag: (flag.grade, flag.magnitude))
            said = texts.joined_in(exercise.movement, worst.region, worst.side)
            return CueKind.SYNKINESIS, said
        if closes_the_eye(exercise.movement):
            # Neither its size nor its evenness is spoken of: the good eye is to close fully.
            return None if faulted else (CueKind.PRAISE, self._turn("lids", texts.lids))
        if too_big:
            return CueKind.FORM, texts.form[FormFault.TOO_BIG]
        further = further_side(rep, exercise.tolerance_pct)
        if further is not None:
            return CueKind.FORM, self._turn(further.value, texts.uneven[further])
        if faulted:
            return None
        if found_size:
            return CueKind.PRAISE, texts.clean_size
        return CueKind.PRAISE, self._turn("even", texts.even)

    def _turn(self, key: str, variants: tuple[str, ...]) -> str:
        self._used[key] += 1
        return variants[(self._used[key] - 1) % len(variants)]


def further_side(rep: RepRecord, tolerance_pct: float) -> Side | None:
    """The side that went further, by more than the tolerance and the measurement's uncertainty.

    The tolerance is a share of the larger excursion. None where the sides count as even.
    """
    left, right = rep.excursion_mm.left, rep.excursion_mm.right
    if left is None or right is None:
        return None
    allowed = max(tolerance_pct / 100 * max(left, right), rep.uncertainty_mm or 0.0)
    if abs(left - right) <= allowed:
        return None
    return Side.LEFT if left > right else Side.RIGHT
