"""Which phases of a programme may be practised, and why the others may not. Pure.

The gate is the therapist's: a release opens a phase also where time or repetitions are missing
(they are shown as cautions), but neither a reported warning sign nor a missing clearance by the
surgeon can be set aside (clinical notes 3.2 "Unlock rule", 3.3 "Stop / refer"; all [proposal]).
"""

from __future__ import annotations

from typing import Final

from coach.domain.exercise import ExerciseKind, Plan
from coach.domain.programme import (
    PatientFacts,
    PhaseStatus,
    Programme,
    ProgrammeKind,
    ProgrammePhase,
    UnlockKind,
    Unmet,
)

#: Self-guided movement begins three months after onset at the earliest (S31). Raising it keeps
#: people at massage and rest for longer.
ACTIVE_WEEKS_SINCE_ONSET: Final = 13.0
#: After an injection a therapist looks first (clinical notes 3.3, stop and refer).
BOTULINUM_WEEKS: Final = 2.0
#: Of these programmes a step without movement (breathing, massage, rest) is open to anybody who
#: they are for, unless it asks for a release; else all that is left for a child, or for a face
#: with two weak sides, is what was made for others [proposal].
CALM_FIRST: Final = frozenset({"children", "moebius_bilateral"})


def phase_statuses(programme: Programme, facts: PatientFacts) -> tuple[PhaseStatus, ...]:
    """Every phase with what keeps it closed, in the programme's order."""
    statuses: list[PhaseStatus] = []
    for phase in programme.phases:
        closed_before = next((s.phase.id for s in statuses if not s.open), None)
        statuses.append(_status(programme, phase, facts, closed_before))
    return tuple(statuses)


def open_plans(programme: Programme, facts: PatientFacts) -> tuple[Plan, ...]:
    """The plans of the phases that may be practised, in the programme's order."""
    return tuple(programme.plan(s.phase) for s in phase_statuses(programme, facts) if s.open)


def current_plan(programme: Programme, facts: PatientFacts) -> Plan | None:
    """The plan of the furthest phase that may be practised; None where none may."""
    plans = open_plans(programme, facts)
    return plans[-1] if plans else None


def _status(
    programme: Programme, phase: ProgrammePhase, facts: PatientFacts, closed_before: str | None
) -> PhaseStatus:
    plan_id = programme.plan(phase).id
    firm = _firm(programme, phase, facts)
    soft = _soft(programme, phase, facts)
    released = facts.therapist_present or plan_id in facts.released
    if released:
        return PhaseStatus(phase, plan_id, tuple(firm), tuple(soft))
    if closed_before is not None:
        soft.insert(0, Unmet(UnlockKind.EARLIER_PHASE, subject=closed_before))
    if _needs_release(programme, phase, facts):
        soft.append(Unmet(UnlockKind.THERAPIST_RELEASE))
    return PhaseStatus(phase, plan_id, (*firm, *soft), ())


def _needs_release(programme: Programme, phase: ProgrammePhase, facts: PatientFacts) -> bool:
    guided = facts.guided and _is_active(phase)
    return guided or phase.unlock.therapist_release or not _is_for_oneself(programme, phase)


def _is_for_oneself(programme: Programme, phase: ProgrammePhase) -> bool:
    calm = programme.id in CALM_FIRST and not _is_active(phase)
    return programme.self_guided or calm


def _is_active(phase: ProgrammePhase) -> bool:
    return any(e.kind is ExerciseKind.MOVEMENT for e in phase.exercises)


def _firm(programme: Programme, phase: ProgrammePhase, facts: PatientFacts) -> list[Unmet]:
    """What no therapist's release sets aside."""
    unmet = []
    if facts.stop_sign:
        unmet.append(Unmet(UnlockKind.STOP_SIGN))
    if (phase.unlock.surgeon_cleared or facts.operated) and not facts.surgeon_cleared:
        unmet.append(Unmet(UnlockKind.SURGEON_CLEARED))
    assessed = programme.kind is ProgrammeKind.ASSESSMENT or any(
        e.kind is ExerciseKind.ASSESSMENT for e in phase.exercises
    )
    if assessed and not facts.therapist_present:
        unmet.append(Unmet(UnlockKind.THERAPIST_PRESENT))
    return unmet


def _soft(programme: Programme, phase: ProgrammePhase, facts: PatientFacts) -> list[Unmet]:
    """What a therapist may set aside."""
    rule = phase.unlock
    unmet = [
        Unmet(kind, needed, have)
        for kind, needed, have in (
            (UnlockKind.WEEKS_SINCE_ONSET, rule.weeks_since_onset, facts.weeks_since_onset),
            (UnlockKind.WEEKS_SINCE_SURGERY, rule.weeks_since_surgery, facts.weeks_since_surgery),
            (
                UnlockKind.WEEKS_SINCE_BOTULINUM,
                rule.weeks_since_botulinum,
                facts.weeks_since_botulinum,
            ),
        )
        if needed is not None and (have is None or have < needed)
    ]
    if rule.movement_seen and not facts.movement_seen:
        unmet.append(Unmet(UnlockKind.MOVEMENT_SEEN))
    for exercise_id, needed_reps in rule.clean_repetitions.items():
        have_reps = facts.clean_repetitions.get(exercise_id, 0)
        if have_reps < needed_reps:
            kind = UnlockKind.CLEAN_REPETITIONS
            unmet.append(Unmet(kind, needed_reps, have_reps, exercise_id))
    if _is_for_oneself(programme, phase):
        known = {u.kind for u in unmet}
        unmet += [u for u in _self_guided(phase, facts) if u.kind not in known]
    return unmet


def _self_guided(phase: ProgrammePhase, facts: PatientFacts) -> list[Unmet]:
    """What is known to speak against practising alone; nothing is held against the unknown."""
    unmet = []
    injected = facts.weeks_since_botulinum
    if injected is not None and injected < BOTULINUM_WEEKS:
        unmet.append(Unmet(UnlockKind.WEEKS_SINCE_BOTULINUM, BOTULINUM_WEEKS, injected))
    if _is_active(phase):
        onset = facts.weeks_since_onset
        if onset is not None and onset < ACTIVE_WEEKS_SINCE_ONSET:
            unmet.append(Unmet(UnlockKind.WEEKS_SINCE_ONSET, ACTIVE_WEEKS_SINCE_ONSET, onset))
        if facts.movement_seen is False:
            unmet.append(Unmet(UnlockKind.MOVEMENT_SEEN))
    return unmet
