"""Which programmes fit a person, the recommended one first, and what of them may be practised.

The stage or the operation chooses the programme (clinical notes 3.2, 3.4); whether a phase of it is
open is asked of `programme_rules`. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from coach.coaching.library import ExerciseLibrary
from coach.coaching.programme_rules import open_plans
from coach.coaching.programme_schema import NEEDED_CARDS
from coach.domain.exercise import Plan, Stage
from coach.domain.language import mark, tr
from coach.domain.prescription import Prescription
from coach.domain.profile import Procedure, Profile
from coach.domain.programme import PatientFacts, Programme, ProgrammeKind, ProgrammePhase
from coach.domain.sides import Affected

#: Botulinum toxin wears off after three to four months; after half a year the programme that
#: follows an injection has nothing to do with it any more [proposal].
BOTULINUM_FITS_WEEKS: Final = 26.0

#: The programme for a group of people bears this id.
CHILDREN: Final = "children"
BOTH_SIDES: Final = "moebius_bilateral"
AFTER_BOTULINUM: Final = "after_botulinum"
MIRROR_THERAPY: Final = "mirror_therapy"

#: Exercises for the strong side.
_ONE_SIDED: Final = frozenset({"stretch_strong_side"})

#: Id of the programme that a plan file's own list of exercises makes.
PRESCRIPTION: Final = "prescription"
_PURPOSE: Final = mark("What your therapist has planned for you.")

#: Programmes that fit only who the rules below say; every other one of their kind is a clinic's.
_NAMED: Final = frozenset(
    {CHILDREN, BOTH_SIDES, AFTER_BOTULINUM, MIRROR_THERAPY, *(p.value for p in Procedure)}
)

_PRESCRIBED, _PROCEDURE, _GROUP, _INJECTION, _STAGE, _QUICK, _ANY_STAGE, _OTHER = range(8)


def fitting(
    programmes: Iterable[Programme],
    profile: Profile,
    affected: Affected | None,
    facts: PatientFacts,
    prescribed: str = "",
) -> tuple[Programme, ...]:
    """The programmes for this person, the recommended one first.

    Args:
        programmes: all there are.
        profile: the person's answers.
        affected: the affected side.
        facts: what opens phases.
        prescribed: plan id of a therapist's plan file; "" for none.
    """
    ranked = [
        (rank, programme.order, programme.id, _for_sides(programme, affected))
        for programme in programmes
        if (rank := _rank(programme, profile, affected, facts, prescribed)) is not None
    ]
    return tuple(programme for *_, programme in sorted(ranked, key=lambda entry: entry[:3]))


def plans_for(
    programmes: Iterable[Programme],
    profile: Profile,
    affected: Affected | None,
    facts: PatientFacts,
    prescribed: str = "",
) -> tuple[Plan, ...]:
    """What the person may practise today, the recommended plan first.

    Of each programme the furthest phase that is open without a therapist beside comes first, and
    what their presence opens last.
    """
    alone = replace(facts, therapist_present=False)
    plans: list[Plan] = []
    for programme in fitting(programmes, profile, affected, facts, prescribed):
        by_oneself = open_plans(programme, alone)
        plans += reversed(by_oneself)
        plans += (p for p in open_plans(programme, facts) if p not in by_oneself)
    named = [p for p in plans if p.id == prescribed]
    return (*named, *(p for p in plans if p.id != prescribed))


def stage_is_known(profile: Profile) -> bool:
    """Whether the answers choose a programme."""
    return profile.stage is not None or profile.procedure is not None


def _rank(
    programme: Programme,
    profile: Profile,
    affected: Affected | None,
    facts: PatientFacts,
    prescribed: str,
) -> int | None:
    ids = {programme.plan(phase).id for phase in programme.phases}
    if prescribed in ids or prescribed == programme.id:
        return _PRESCRIBED
    by_rule = _rank_by_kind(programme, profile, affected, facts)
    if by_rule is None and ids & facts.released:
        return _OTHER
    return by_rule


def _rank_by_kind(
    programme: Programme, profile: Profile, affected: Affected | None, facts: PatientFacts
) -> int | None:
    if profile.child and programme.kind in (ProgrammeKind.QUICK, ProgrammeKind.STAGE):
        return None  # their doses are an adult's
    if programme.kind is ProgrammeKind.QUICK:
        return _QUICK if open_plans(programme, facts) else None
    if programme.kind is ProgrammeKind.STAGE:
        both = affected is Affected.BOTH  # they compare a weak side with a strong one
        return None if both else _rank_of_stage(programme, profile)
    if programme.kind is ProgrammeKind.ASSESSMENT:
        return _OTHER if facts.therapist_present else None
    weeks = facts.weeks_since_botulinum
    fits: Mapping[str, tuple[bool, int]] = {
        CHILDREN: (profile.child, _GROUP),
        BOTH_SIDES: (affected is Affected.BOTH, _GROUP),
        AFTER_BOTULINUM: (weeks is not None and weeks <= BOTULINUM_FITS_WEEKS, _INJECTION),
    }
    if programme.id in fits:
        fit, rank = fits[programme.id]
        return rank if fit else None
    if programme.id in _NAMED:
        return _PROCEDURE if profile.procedure == programme.id else None
    return _OTHER if programme.self_guided and not profile.child else None


def _for_sides(programme: Programme, affected: Affected | None) -> Programme:
    """Without what needs a strong side, where there is none."""
    if affected is not Affected.BOTH:
        return programme
    phases = [
        replace(phase, exercises=tuple(e for e in phase.exercises if e.id not in _ONE_SIDED))
        for phase in programme.phases
    ]
    return replace(programme, phases=tuple(phase for phase in phases if phase.exercises))


def _rank_of_stage(programme: Programme, profile: Profile) -> int | None:
    if profile.stage is Stage.REANIMATION:
        return None  # the operation's programme takes its place
    if profile.stage is None:
        return _ANY_STAGE if programme.self_guided else None
    return _STAGE if profile.stage in programme.stages else None


def prescribed_programme(prescription: Prescription, library: ExerciseLibrary) -> Programme | None:
    """The programme of a plan file that lists exercises itself; None where it names a programme.

    Exercises that there are none of any more are left out.
    """
    found = tuple(library.exercises[i] for i in prescription.exercises if i in library.exercises)
    if not found:
        return None
    phase = ProgrammePhase("all", prescription.title, tr(_PURPOSE), found)
    cards = [library.cards[name] for name in NEEDED_CARDS if name in library.cards]
    return Programme(
        id=PRESCRIPTION,
        title=prescription.title,
        purpose=tr(_PURPOSE),
        kind=ProgrammeKind.GROUP,
        self_guided=False,
        order=1,
        stages=(),
        phases=(phase,),
        avoid=(),
        safety=tuple(cards),
        source="",
    )
