"""Why nothing of a session could be measured, and the one thing that helps next time."""

from __future__ import annotations

from collections import Counter
from typing import Final

from coach.domain.language import Sentences, mark, tr
from coach.domain.quality import QUALITY_ADVICE, QualityReason, RepReason
from coach.domain.session import SessionRecord
from coach.ui.wording import reason_text

_WHY: Final = Sentences(
    {
        RepReason.NO_MOVEMENT: mark("The movement was too small for the camera. That is fine."),
        RepReason.NO_BASELINE: mark("Your resting face was not known yet."),
        RepReason.INTERRUPTED: mark("It was interrupted."),
        RepReason.SELF_REPORT: mark("The camera cannot see this movement. You judge it."),
        RepReason.HURT: mark("You stopped because it hurt. That was right."),
    }
)
_GATES: Final = frozenset(str(r) for r in QualityReason if r is not QualityReason.NO_BASELINE)


def why_unmeasured(record: SessionRecord) -> str:
    """The most frequent reason of repetitions of which none was measured; "" where unknown.

    Where too few pictures were good, what was wrong with most pictures and what to do about it.
    Pictures from before the resting face was known say nothing about repetitions.
    """
    reasons = Counter(r.reason for r in record.reps if r.reason is not None)
    most = next((reason for reason, _ in reasons.most_common(1)), None)
    if most is not RepReason.TOO_FEW_FRAMES:
        return _WHY.get(most, "") if most is not None else ""
    gates = {
        QualityReason(name): count
        for name, count in record.quality.reasons.items()
        if name in _GATES
    }
    if not gates:
        return ""
    gate = max(gates, key=lambda reason: gates[reason])
    # What is said in the moment tells the trouble first, and what to do in its last sentence.
    remedy = QUALITY_ADVICE[gate].rpartition(". ")[2]
    return " ".join((tr("Most often: {why}.", why=reason_text(gate)), remedy))
