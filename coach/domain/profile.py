"""What a person told the program about themselves, and what follows from it. No names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from coach.domain.exercise import Stage
from coach.domain.programme import PatientFacts

_DAYS_A_WEEK: Final = 7.0


class Cause(StrEnum):
    """Why the face is weak, as the person knows it."""

    BELLS_PALSY = "bells_palsy"
    INFECTION = "infection"  # shingles of the ear, Lyme disease, and others
    TUMOUR = "tumour"  # of the nerve or the gland, and its removal
    INJURY = "injury"
    STROKE = "stroke"
    FROM_BIRTH = "from_birth"  # Moebius syndrome and others
    OTHER = "other"
    UNKNOWN = "unknown"


class Procedure(StrEnum):
    """Face surgery, as the programmes are arranged by it; a value is a programme's id."""

    NERVE_REPAIR = "nerve_repair"
    NERVE_TRANSFER = "nerve_transfer"
    CROSS_FACE_GRAFT = "cross_face_graft"
    GRACILIS_MASSETER = "gracilis_masseter"
    GRACILIS_CROSS_FACE = "gracilis_cross_face"
    GRACILIS_DUAL = "gracilis_dual"
    TEMPORALIS = "temporalis"
    DIGASTRIC = "digastric"
    SELECTIVE_DENERVATION = "selective_denervation"
    EYELID_AND_STATIC = "eyelid_and_static"
    UNKNOWN = "unknown"  # an operation, but not which: no programme bears this id


#: Operations that give a new way to smile: where recovery is, is told by them, not by a stage.
REANIMATIONS: Final = frozenset(
    {
        Procedure.NERVE_REPAIR,
        Procedure.NERVE_TRANSFER,
        Procedure.CROSS_FACE_GRAFT,
        Procedure.GRACILIS_MASSETER,
        Procedure.GRACILIS_CROSS_FACE,
        Procedure.GRACILIS_DUAL,
        Procedure.TEMPORALIS,
        Procedure.DIGASTRIC,
    }
)


@dataclass(frozen=True, slots=True)
class Profile:
    """The person's own answers; all may be missing, nothing identifies anybody.

    The affected side is a setting (`Settings.affected`), for every page needs it.

    Attributes:
        cause: why the face is weak; None: not asked or skipped.
        stage: where recovery is, from plain questions or the therapist's plan; None: not known.
        onset: when the palsy began.
        procedure: the operation that the programme is for; None: none, or not known.
        surgery: when it was.
        operated: whether there was an operation at all; None: not told.
        botulinum: the last injection of botulinum toxin; None: none, or not known.
        injected: whether there was one in the last half year; None: not told.
        movement_seen: whether the affected side moves; None: not known.
        surgeon_cleared: the surgeon has allowed movement.
        has_therapist: whether a therapist plans the practice.
        child: whether the programme for children fits.
        released: plan ids ("programme/phase") that the therapist has opened.
        stop_sign: a warning sign was reported and nobody has looked at it yet.
    """

    cause: Cause | None = None
    stage: Stage | None = None
    onset: date | None = None
    procedure: Procedure | None = None
    surgery: date | None = None
    operated: bool | None = None
    botulinum: date | None = None
    injected: bool | None = None
    movement_seen: bool | None = None
    surgeon_cleared: bool = False
    has_therapist: bool = False
    child: bool = False
    released: frozenset[str] = field(default_factory=frozenset)
    stop_sign: bool = False

    @property
    def had_operation(self) -> bool | None:
        """Whether the face was operated on, however that was told; None: not told."""
        known = self.procedure is not None or self.surgery is not None
        return True if known else self.operated

    @property
    def had_injection(self) -> bool | None:
        """Whether the face was injected, however that was told; None: not told."""
        return True if self.botulinum is not None else self.injected


def patient_facts(
    profile: Profile,
    today: date,
    clean_repetitions: Mapping[str, int],
    *,
    therapist_present: bool = False,
) -> PatientFacts:
    """What opens phases, on a day. A date that lies ahead counts as not known.

    Args:
        profile: the person's answers.
        today: the local date.
        clean_repetitions: scored repetitions without a co-movement, by exercise id.
        therapist_present: a therapist sits beside at this moment.
    """
    return PatientFacts(
        weeks_since_onset=_weeks(profile.onset, today),
        weeks_since_surgery=_weeks(profile.surgery, today),
        weeks_since_botulinum=_weeks(profile.botulinum, today),
        movement_seen=profile.movement_seen,
        clean_repetitions=dict(clean_repetitions),
        surgeon_cleared=profile.surgeon_cleared,
        released=profile.released,
        therapist_present=therapist_present,
        has_therapist=profile.has_therapist,
        stop_sign=profile.stop_sign,
        operated=profile.had_operation is True,
        guided=_guided(profile),
    )


def _guided(profile: Profile) -> bool:
    """Whether movement needs a therapist, whatever the programme (clinical notes 3.3, 3.4)."""
    smile_surgery = profile.procedure not in (None, Procedure.EYELID_AND_STATIC)
    return profile.child or smile_surgery or profile.cause is Cause.STROKE


def _weeks(then: date | None, today: date) -> float | None:
    if then is None or then > today:
        return None
    return (today - then).days / _DAYS_A_WEEK
