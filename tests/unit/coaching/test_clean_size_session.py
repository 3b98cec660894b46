"""Whole sessions: the first repetitions teach what is clean, the target finds the clean size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import pytest

from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.comovement import clean_amplitudes
from coach.domain.events import CueKind, CueRaised, RepDone, SynkinesisStarted
from coach.domain.exercise import Exercise, Phase, Plan
from coach.domain.movements import Movement, Region
from coach.domain.session import RepRecord
from coach.domain.sides import Affected, Side
from tests.fixtures.guided_practice import HEALTHY, Person, Practice
from tests.fixtures.synthetic_face import FaceShape, SideShape

SMILE = load_exercises(exercises_dir()).exercises["smile_closed"]
FULL_MM = HEALTHY[Movement.SMILE_CLOSED].corner_out


def _exercise(**changes: object) -> Exercise:
    dose = replace(SMILE.dose, move_s=1.5, hold_s=1.5, release_s=1.0, rest_s=2.0, reps=7)
    short = replace(SMILE, dose=dose, instruction=("Smile.",), stop_signs=())
    return replace(short, **changes)  # type: ignore[arg-type]


@dataclass
class Careful(Person):
    """Smiles as far as the screen asks; the left eye comes along by so much at the full target.

    Attributes:
        along: share of the left lid's way at the exercise's own target.
        both: share that both lids come along, as in any healthy smile.
    """

    along: float = 0.0
    both: float = 0.1
    wanted: float = 1.0

    def shape(
        self, phase: Phase, elapsed_s: float, dt_s: float, exercise: Exercise | None
    ) -> FaceShape:
        whole = super().shape(phase, elapsed_s, dt_s, exercise)
        left = whole.left.plus(SideShape(closure=(self.along + self.both) * self._amount))
        right = whole.right.plus(SideShape(closure=self.both * self._amount))
        return FaceShape(left.scaled(self.wanted), right.scaled(self.wanted))


def _run(person: Careful, *exercises: Exercise, affected: Affected = Affected.LEFT) -> Practice:
    practice = Practice(Plan("p", "P", exercises or (_exercise(),)), affected, person)

    def obeyed() -> bool:
        person.wanted = practice.engine.state.target_mm / SMILE.target_mm
        return practice.engine.finished

    practice.run_until(obeyed)
    return practice


def _reps(practice: Practice) -> list[RepRecord]:
    return [e.rep for e in practice.events if isinstance(e, RepDone)]


def _said(practice: Practice) -> list[str]:
    return [e.text for e in practice.events if isinstance(e, CueRaised)]


def test_it_asks_for_two_very_small_ones_and_says_what_for() -> None:
    practice = _run(Careful())
    sizes = [rep.excursion_mm.right or 0.0 for rep in _reps(practice)]
    assert max(sizes[:2]) < 0.65 * min(sizes[2:])
    said = " ".join(_said(practice))
    for words in (
        "Very small at first, so that I learn",
        "Very small once more",
        "The mark is a little",
    ):
        assert said.count(words) == 1
    assert all(not rep.synkinesis for rep in _reps(practice))


def test_the_same_movement_again_is_not_asked_for_twice() -> None:
    again = _exercise(id="again", title="Again")
    practice = _run(Careful(), _exercise(), again)
    assert " ".join(_said(practice)).count("Very small at first") == 1
    sizes = [rep.excursion_mm.right or 0.0 for rep in _reps(practice) if rep.exercise_id == "again"]
    assert min(sizes) > 3.0


def test_none_is_asked_for_where_the_exercise_or_a_short_dose_asks_for_none() -> None:
    for exercise in (
        _exercise(clean_reps=0),
        _exercise(dose=replace(_exercise().dose, reps=3)),
    ):
        assert "Very small" not in " ".join(_said(_run(Careful(), exercise)))


@pytest.mark.parametrize("along", [0.30, 0.20, 0.14])
def test_a_co_movement_while_it_learns_is_not_learnt(along: float) -> None:
    """At half the size 15, 10 and 7 points beyond the other eye: flagged, on the edge, unflagged.

    At full size all of them are beyond the limit of 10 points and must be flagged there.
    """
    taught, plain = _run(Careful(along=along)), _run(Careful(along=along), _exercise(clean_reps=0))
    flags = [{(f.region, f.side) for f in rep.synkinesis} for rep in _reps(taught)]
    full = [flags[i] for i, rep in enumerate(_reps(taught)) if (rep.excursion_mm.right or 0) > 3]
    if along < 0.15:  # else the target never rises to the full size again
        assert full
    assert all((Region.EYE, Side.LEFT) in flag for flag in full)
    first = next(rep for rep in _reps(plain) if rep.synkinesis)
    limits = {f.limit for rep in _reps(taught) for f in rep.synkinesis if f.region is Region.EYE}
    assert limits == {first.synkinesis[0].limit}  # no allowance was made of it


def test_the_target_falls_until_it_is_clean_and_that_size_is_kept() -> None:
    """16 points at 3.4 mm: clean below about 2 mm."""
    practice = _run(Careful(along=0.16), _exercise(clean_reps=0))
    reps = _reps(practice)
    assert reps[0].synkinesis
    assert not reps[-1].synkinesis
    sizes = [rep.excursion_mm.right or 0.0 for rep in reps]
    assert all(b <= a + 0.15 for a, b in pairwise(sizes))
    (amplitude,) = clean_amplitudes(reps)
    clean = [s for s, rep in zip(sizes, reps, strict=True) if not rep.synkinesis]
    assert amplitude.largest_clean_mm == pytest.approx(max(clean), abs=0.2)
    assert amplitude.largest_clean_mm is not None
    assert amplitude.smallest_flagged_mm is not None
    assert amplitude.smallest_flagged_mm > amplitude.largest_clean_mm
    assert "Clean. This is the size to practise." in " ".join(_said(practice))


def test_the_live_cue_says_what_to_do_and_never_two_banners() -> None:
    person = Careful(along=0.3)
    practice = Practice(Plan("p", "P", (_exercise(clean_reps=0),)), Affected.LEFT, person)
    shown = set()
    while not practice.engine.finished:
        practice.frame()
        banner = practice.engine.state.synkinesis
        if banner is not None:
            shown.add((banner.region, banner.side, banner.advice))
    assert shown == {(Region.EYE, Side.LEFT, "Smaller and slower: keep the left eye open.")}
    started = [e for e in practice.events if isinstance(e, SynkinesisStarted)]
    assert started
    cues = [e for e in practice.events
            if isinstance(e, CueRaised) and e.kind is CueKind.SYNKINESIS]  # fmt: skip
    assert any("keep the left eye open" in cue.text for cue in cues)


def test_with_both_sides_affected_nobody_is_asked_to_teach() -> None:
    practice = _run(Careful(), affected=Affected.BOTH)
    assert "Very small" not in " ".join(_said(practice))
