"""A programme as it is shown: its phases, which are open, and why the others are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from coach.coaching.programme_rules import phase_statuses
from coach.coaching.programme_texts import OPENS, reason_text
from coach.domain.exercise import Exercise, Plan
from coach.domain.language import tr
from coach.domain.programme import PatientFacts, Programme, SafetyCard, UnlockKind, Unmet


@dataclass(frozen=True, slots=True)
class PhaseView:
    """One step of a programme.

    Attributes:
        plan: one practice of it.
        title: short name.
        purpose: one sentence.
        open: whether it may be practised today.
        reason: why not; "" where it is open.
        caution: what a therapist has set aside; "" for nothing.
        released: a therapist has opened it for good.
        may_release: it is open only while the therapist is beside, who may open it for good.
        advice: what else to do at this time.
        not_when: when its exercises are not for a person, each once.
    """

    plan: Plan
    title: str
    purpose: str
    open: bool
    reason: str
    caution: str
    released: bool
    may_release: bool
    advice: tuple[str, ...]
    not_when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme that fits, or that a therapist may open.

    Attributes:
        id: the programme's id.
        title: short name.
        purpose: one sentence.
        phases: in order.
        avoid: what must not be done.
        safety: its cards.
    """

    id: str
    title: str
    purpose: str
    phases: tuple[PhaseView, ...]
    avoid: tuple[str, ...]
    safety: tuple[SafetyCard, ...]


#: In this order it is said what keeps a phase closed.
_ORDER: Final = (
    UnlockKind.STOP_SIGN,
    UnlockKind.SURGEON_CLEARED,
    UnlockKind.THERAPIST_PRESENT,
    UnlockKind.WEEKS_SINCE_SURGERY,
    UnlockKind.WEEKS_SINCE_ONSET,
    UnlockKind.WEEKS_SINCE_BOTULINUM,
    UnlockKind.MOVEMENT_SEEN,
    UnlockKind.EARLIER_PHASE,
    UnlockKind.CLEAN_REPETITIONS,
    UnlockKind.THERAPIST_RELEASE,
)


def programme_view(
    programme: Programme,
    facts: PatientFacts,
    subjects: Mapping[str, str],
    *,
    only_open: bool = False,
) -> ProgrammeView:
    """What a person reads of a programme.

    Args:
        programme: which.
        facts: what opens phases.
        subjects: titles of exercises and phases, by id.
        only_open: leave closed phases out.
    """
    alone = phase_statuses(programme, replace(facts, therapist_present=False))
    phases = []
    for status, by_oneself in zip(phase_statuses(programme, facts), alone, strict=True):
        phase = status.phase
        if only_open and not status.open:
            continue
        phases.append(
            PhaseView(
                plan=programme.plan(phase),
                title=phase.title,
                purpose=phase.purpose,
                open=status.open,
                reason=_reason(status.reasons, subjects, facts, opens=True),
                caution=_reason(status.cautions, subjects, facts),
                released=status.plan_id in facts.released,
                may_release=status.open and not by_oneself.open,
                advice=phase.advice,
                not_when=not_when(phase.exercises),
            )
        )
    return ProgrammeView(
        programme.id,
        programme.title,
        programme.purpose,
        tuple(phases),
        programme.avoid,
        programme.safety,
    )


def not_when(exercises: Sequence[Exercise]) -> tuple[str, ...]:
    """Their contraindications, each once; with the exercises' names where it is not for all.

    Args:
        exercises: of one phase, in order.
    """
    titles: dict[str, list[str]] = {}
    for exercise in exercises:
        for line in exercise.contraindications:
            titles.setdefault(line, []).append(exercise.title)
    return tuple(
        line if len(named) == len(exercises) else f"{line} ({', '.join(named)})"
        for line, named in titles.items()
    )


def _reason(
    unmet: tuple[Unmet, ...],
    subjects: Mapping[str, str],
    facts: PatientFacts,
    *,
    opens: bool = False,
) -> str:
    """All that is missing, the heaviest first; "" where nothing is.

    Args:
        unmet: what is missing.
        subjects: titles of exercises and phases, by id.
        facts: what opens phases.
        opens: say of several conditions that each is needed.
    """
    by_weight = sorted(unmet, key=lambda u: (_ORDER.index(u.kind), -u.needed))
    known = facts.has_therapist
    said = [reason_text(u, subjects, has_therapist=known) for u in by_weight]
    if opens and sum(u.kind in OPENS for u in unmet) > 1:
        said.append(tr("All of this is needed."))
    return " ".join(said)
