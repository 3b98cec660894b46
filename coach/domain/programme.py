"""A programme as a therapist prescribes it: phases, what opens each, and what must not be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coach.domain.exercise import Exercise, Plan, Stage


class ProgrammeKind(StrEnum):
    """What a programme is arranged by."""

    QUICK = "quick"  # one short practice, the same for everybody
    STAGE = "stage"
    PROCEDURE = "procedure"
    GROUP = "group"  # for a group of people: children, both sides affected
    ASSESSMENT = "assessment"


class UnlockKind(StrEnum):
    """One condition of opening a phase."""

    WEEKS_SINCE_ONSET = "weeks_since_onset"
    WEEKS_SINCE_SURGERY = "weeks_since_surgery"
    WEEKS_SINCE_BOTULINUM = "weeks_since_botulinum"
    MOVEMENT_SEEN = "movement_seen"
    CLEAN_REPETITIONS = "clean_repetitions"
    SURGEON_CLEARED = "surgeon_cleared"
    THERAPIST_RELEASE = "therapist_release"
    EARLIER_PHASE = "earlier_phase"
    STOP_SIGN = "stop_sign"  # no warning sign is waiting to be looked at
    THERAPIST_PRESENT = "therapist_present"


@dataclass(frozen=True, slots=True)
class UnlockRule:
    """What must be so before a phase may be practised; all that is set must hold.

    Attributes:
        weeks_since_onset: at least so many weeks since the palsy began.
        weeks_since_surgery: at least so many weeks since the operation.
        weeks_since_botulinum: at least so many weeks since the last injection.
        movement_seen: movement of the affected side has been seen.
        clean_repetitions: for each exercise id, scored repetitions without a co-movement.
        surgeon_cleared: the surgeon allows movement; nobody else can.
        therapist_release: a therapist opens this phase; time alone does not.
    """

    weeks_since_onset: float | None = None
    weeks_since_surgery: float | None = None
    weeks_since_botulinum: float | None = None
    movement_seen: bool = False
    clean_repetitions: Mapping[str, int] = field(default_factory=dict)
    surgeon_cleared: bool = False
    therapist_release: bool = False


@dataclass(frozen=True, slots=True)
class ProgrammePhase:
    """One step of a programme; its exercises are the whole practice of that time.

    Attributes:
        id: unique in the programme.
        title: short name.
        purpose: one sentence.
        exercises: in the order they are practised, with this phase's doses.
        unlock: what opens it; None: open from the start.
        advice: what else to do at this time.
    """

    id: str
    title: str
    purpose: str
    exercises: tuple[Exercise, ...]
    unlock: UnlockRule = field(default_factory=UnlockRule)
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SafetyCard:
    """What to look out for, shown with every programme.

    Attributes:
        id: key in `safety.toml`.
        title: short name.
        lines: plain sentences.
        source: where the facts come from.
    """

    id: str
    title: str
    lines: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme, read from a file in `assets/exercises/programmes/`.

    Attributes:
        id: file name without ending.
        title: short name.
        purpose: one sentence.
        kind: what it is arranged by.
        self_guided: True where it may be used without a therapist.
        order: place in a list, small first.
        stages: the stages it is for; empty where stage does not matter.
        phases: in order; at least one.
        avoid: what must not be done, plain sentences.
        safety: the stop-sign and eye-care cards, and others that apply.
        source: where the facts come from.
    """

    id: str
    title: str
    purpose: str
    kind: ProgrammeKind
    self_guided: bool
    order: int
    stages: tuple[Stage, ...]
    phases: tuple[ProgrammePhase, ...]
    avoid: tuple[str, ...]
    safety: tuple[SafetyCard, ...]
    source: str

    def phase(self, phase_id: str) -> ProgrammePhase | None:
        """The phase of this id; None where there is none."""
        return next((p for p in self.phases if p.id == phase_id), None)

    def plan(self, phase: ProgrammePhase) -> Plan:
        """One session of a phase; its id is "programme" or "programme/phase"."""
        if len(self.phases) == 1:
            return Plan(self.id, self.title, phase.exercises)
        return Plan(f"{self.id}/{phase.id}", f"{self.title}: {phase.title}", phase.exercises)


@dataclass(frozen=True, slots=True)
class PatientFacts:
    """What is known of a person for opening phases; None or empty: not known.

    Attributes:
        weeks_since_onset: weeks since the palsy began.
        weeks_since_surgery: weeks since the operation that the programme is for.
        weeks_since_botulinum: weeks since the last injection; None also where there was none.
        movement_seen: whether the affected side moves.
        clean_repetitions: scored repetitions without a co-movement, by exercise id.
        surgeon_cleared: the surgeon has allowed movement.
        released: plan ids ("programme/phase") that the therapist has opened.
        therapist_present: a therapist sits beside.
        has_therapist: a therapist plans the practice; it opens nothing, only the words differ.
        stop_sign: a warning sign was reported and nobody has looked at it yet.
        operated: the face was operated on: nothing before the surgeon allows it.
        guided: a therapist must open movement also in a self-guided programme (a child, an
            operation for the smile, a stroke).
    """

    weeks_since_onset: float | None = None
    weeks_since_surgery: float | None = None
    weeks_since_botulinum: float | None = None
    movement_seen: bool | None = None
    clean_repetitions: Mapping[str, int] = field(default_factory=dict)
    surgeon_cleared: bool = False
    released: frozenset[str] = frozenset()
    therapist_present: bool = False
    has_therapist: bool = False
    stop_sign: bool = False
    operated: bool = False
    guided: bool = False


@dataclass(frozen=True, slots=True)
class Unmet:
    """One condition that does not hold.

    Attributes:
        kind: which.
        needed: weeks or repetitions; 0 where it is a yes or no.
        have: how many there are; None where not known.
        subject: the exercise or phase it is about; "" where none.
    """

    kind: UnlockKind
    needed: float = 0.0
    have: float | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class PhaseStatus:
    """Whether a phase may be practised.

    Attributes:
        phase: which.
        plan_id: id of its plan, as in `PatientFacts.released`.
        reasons: why not; empty: it may.
        cautions: conditions that do not hold but that the therapist's release has set aside.
    """

    phase: ProgrammePhase
    plan_id: str
    reasons: tuple[Unmet, ...]
    cautions: tuple[Unmet, ...]

    @property
    def open(self) -> bool:
        return not self.reasons
