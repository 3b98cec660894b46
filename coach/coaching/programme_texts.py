"""Why a phase is closed and what opens it, in plain sentences of the person's language."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from coach.domain.language import Sentences, mark, plural, tr
from coach.domain.programme import ProgrammePhase, UnlockKind, Unmet

_UNMET: Final = Sentences(
    {
        UnlockKind.WEEKS_SINCE_ONSET: mark("Opens {needed} weeks after the palsy began."),
        UnlockKind.WEEKS_SINCE_SURGERY: mark("Opens {needed} weeks after the operation."),
        UnlockKind.WEEKS_SINCE_BOTULINUM: mark("Opens {needed} weeks after the last injection."),
        UnlockKind.MOVEMENT_SEEN: mark("Opens when the affected side begins to move."),
        UnlockKind.CLEAN_REPETITIONS: mark("Opens after {needed} clean repetitions of {subject}."),
        UnlockKind.SURGEON_CLEARED: mark("Opens when your surgeon allows movement."),
        UnlockKind.THERAPIST_RELEASE: mark("Ask your therapist to open this."),
        UnlockKind.EARLIER_PHASE: mark("The step before comes first: {subject}."),
        UnlockKind.STOP_SIGN: mark("You reported a warning sign. Have it looked at first."),
        UnlockKind.THERAPIST_PRESENT: mark("Only with your therapist beside you."),
    }
)

#: For who has no therapist, in place of the sentences that say "your therapist".
_ALONE: Final = Sentences(
    {
        UnlockKind.THERAPIST_RELEASE: mark("This step needs a therapist."),
        UnlockKind.THERAPIST_PRESENT: mark("Only with a therapist beside you."),
    }
)

#: Their sentences each say that something opens the phase: of several, all are needed.
OPENS: Final = frozenset(
    {
        UnlockKind.WEEKS_SINCE_ONSET,
        UnlockKind.WEEKS_SINCE_SURGERY,
        UnlockKind.WEEKS_SINCE_BOTULINUM,
        UnlockKind.MOVEMENT_SEEN,
        UnlockKind.CLEAN_REPETITIONS,
        UnlockKind.SURGEON_CLEARED,
    }
)

ALWAYS: Final = mark("Open from the start.")


def needed_text(unmet: Unmet, subjects: Mapping[str, str] | None = None) -> str:
    """What opens a phase, whoever asks.

    Args:
        unmet: the condition.
        subjects: titles of exercises and phases, by id.
    """
    subject = (subjects or {}).get(unmet.subject, unmet.subject)
    return _UNMET[unmet.kind].format(needed=f"{unmet.needed:g}", subject=subject)


def reason_text(
    unmet: Unmet, subjects: Mapping[str, str] | None = None, *, has_therapist: bool = True
) -> str:
    """Why a phase is closed for this person: the condition, and what is missing of it.

    Args:
        unmet: the condition.
        subjects: titles of exercises and phases, by id.
        has_therapist: whether a therapist plans the person's practice.
    """
    if not has_therapist and unmet.kind in _ALONE:
        return _ALONE[unmet.kind]
    said, missing = needed_text(unmet, subjects), _missing(unmet)
    return f"{said} {missing}" if missing else said


def _missing(unmet: Unmet) -> str:
    if unmet.kind is UnlockKind.CLEAN_REPETITIONS:
        # The number never stands alone on a line.
        return tr("So far: {n}.", n=f"{unmet.have or 0:g}").replace(" ", "\N{NO-BREAK SPACE}")
    if not unmet.needed:
        return ""
    if unmet.have is None:
        return tr("Say when that was.")
    weeks = max(1, math.ceil(unmet.needed - unmet.have))
    return plural("That is in {n} weeks.", "That is in a week.", weeks)


def rule_texts(phase: ProgrammePhase, subjects: Mapping[str, str] | None = None) -> list[str]:
    """All that opens a phase, whoever asks."""
    rule = phase.unlock
    weeks = {
        UnlockKind.WEEKS_SINCE_ONSET: rule.weeks_since_onset,
        UnlockKind.WEEKS_SINCE_SURGERY: rule.weeks_since_surgery,
        UnlockKind.WEEKS_SINCE_BOTULINUM: rule.weeks_since_botulinum,
    }
    needs = [Unmet(kind, needed) for kind, needed in weeks.items() if needed is not None]
    needs += [
        Unmet(UnlockKind.CLEAN_REPETITIONS, count, subject=exercise_id)
        for exercise_id, count in rule.clean_repetitions.items()
    ]
    needs += [
        Unmet(kind)
        for kind, wanted in (
            (UnlockKind.MOVEMENT_SEEN, rule.movement_seen),
            (UnlockKind.SURGEON_CLEARED, rule.surgeon_cleared),
            (UnlockKind.THERAPIST_RELEASE, rule.therapist_release),
        )
        if wanted
    ]
    return [needed_text(need, subjects) for need in needs] or [tr(ALWAYS)]
