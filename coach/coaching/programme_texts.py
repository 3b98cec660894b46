"""Why a phase is closed, in plain sentences; a language is one `ProgrammeTexts`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from coach.domain.programme import ProgrammePhase, UnlockKind, Unmet

_UNMET: Final[Mapping[UnlockKind, str]] = {
    UnlockKind.WEEKS_SINCE_ONSET: "Opens {needed} weeks after the palsy began.",
    UnlockKind.WEEKS_SINCE_SURGERY: "Opens {needed} weeks after the operation.",
    UnlockKind.WEEKS_SINCE_BOTULINUM: "Opens {needed} weeks after the last injection.",
    UnlockKind.MOVEMENT_SEEN: "Opens when the affected side begins to move.",
    UnlockKind.CLEAN_REPETITIONS: "Opens after {needed} clean repetitions of {subject}.",
    UnlockKind.SURGEON_CLEARED: "Opens when your surgeon allows movement.",
    UnlockKind.THERAPIST_RELEASE: "Your therapist opens this.",
    UnlockKind.EARLIER_PHASE: "The step before comes first: {subject}.",
    UnlockKind.STOP_SIGN: "You told of a warning sign. Have it looked at first.",
    UnlockKind.THERAPIST_PRESENT: "Only with your therapist beside you.",
}


@dataclass(frozen=True, slots=True)
class ProgrammeTexts:
    """The sentences of one language; the defaults are English.

    Attributes:
        unmet: by condition, with {needed} weeks or repetitions and {subject}.
        always: a phase that is open from the start.
    """

    unmet: Mapping[UnlockKind, str] = field(default_factory=lambda: _UNMET)
    always: str = "Open from the start."

    def reason(self, unmet: Unmet, subjects: Mapping[str, str] | None = None) -> str:
        """One condition that does not hold.

        Args:
            unmet: the condition.
            subjects: titles of exercises and phases, by id.
        """
        subject = (subjects or {}).get(unmet.subject, unmet.subject)
        return self.unmet[unmet.kind].format(needed=f"{unmet.needed:g}", subject=subject)

    def rule(self, phase: ProgrammePhase, subjects: Mapping[str, str] | None = None) -> list[str]:
        """What opens a phase, whoever asks."""
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
        return [self.reason(need, subjects) for need in needs] or [self.always]


ENGLISH_PROGRAMMES: Final = ProgrammeTexts()
