"""What the progress page says: a change only where it is real, and never a grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.change import ChangeKind
from coach.domain.comovement import CouplingSummary
from coach.domain.course import Asked
from coach.domain.exercise import Exercise
from coach.domain.movements import Movement, Region
from coach.domain.session import Coupling, PerSide, RepRecord, ScaleSource
from coach.domain.sides import Affected, Side
from coach.domain.trend import MovementTrend, compare_couplings, session_point
from coach.ui.pages.progress_model import Section, movement_titles, sections
from tests.fixtures.many_sessions import START
from tests.fixtures.records import BASELINE, smile_rep
from tests.ui.fake_presenters import EYES, SMILE

REST = replace(BASELINE, refined=True)


def reps(share: float, count: int = 5, slope: float = 3.0) -> list[RepRecord]:
    """Repetitions that differ a little, as real ones do."""
    return [
        replace(
            smile_rep(i),
            excursion_mm=PerSide(6.0 * (share + wobble) / 100, 6.0),
            affected_pct_of_healthy=share + wobble,
            affected_pct_uncertainty=6.0,
            synkinesis=(),
            couplings=(Coupling(Region.EYE, Side.LEFT, slope + wobble / 10, "pct"),),
        )
        for i, wobble in enumerate(np.linspace(-1, 1, count))
    ]


def trend(
    sessions: Sequence[list[RepRecord]], affected: Affected | None = Affected.LEFT
) -> MovementTrend:
    """One session every other day."""
    return MovementTrend(
        Movement.SMILE_CLOSED,
        tuple(
            session_point(
                f"s{i}",
                START + timedelta(days=2 * i),
                affected,
                REST,
                Movement.SMILE_CLOSED,
                session,
            )
            for i, session in enumerate(sessions)
        ),
    )


def section(found: list[Section], key: str) -> Section:
    return next(s for s in found if s.key == key)


def test_nothing_scored_nothing_shown() -> None:
    assert sections(trend([])) == []
    unscored = [replace(r, scored=False, couplings=()) for r in reps(50.0)]
    assert sections(trend([unscored])) == []


def eased(session: list[RepRecord]) -> list[RepRecord]:
    easier = Asked(3.0, 4.0, 3.0, 4.0, eased=True)
    return [replace(r, asked=easier) for r in session]


def test_sessions_made_easier_are_shown_but_not_compared() -> None:
    found = sections(trend([reps(50.0), reps(51.0), eased(reps(95.0, slope=0.1))]))
    symmetry, coupling = section(found, "symmetry"), section(found, "coupling_eye_left")
    assert len(symmetry.plot.lines[0].points) == 3
    assert symmetry.verdict.startswith("No real change yet: 50")
    assert coupling.verdict == "No real change yet."
    assert "made easier" in found[0].note
    assert not any("made easier" in s.note for s in found[1:])
    always = sections(trend([eased(reps(50.0)), eased(reps(95.0))]))
    assert section(always, "symmetry").verdict.startswith("95")
    assert "can be compared" in section(always, "symmetry").verdict
    assert "nothing is compared" in section(always, "coupling_eye_left").verdict


def test_a_larger_clean_size_may_be_an_easier_ones() -> None:
    flagged = [replace(r, synkinesis=smile_rep(0).synkinesis) for r in reps(50.0)]
    clean = eased([replace(reps(50.0)[0], excursion_mm=PerSide(1.5, 3.0))])
    assert section(sections(trend([flagged + clean])), "clean").verdict.startswith("3.0")


def test_one_session_is_no_change() -> None:
    shown = section(sections(trend([reps(50.0)])), "symmetry")
    assert shown.verdict.startswith("50")
    assert "can be compared" in shown.verdict
    assert shown.plot.band is None


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (51.0, "No real change yet"),
        (75.0, "The two sides are closer"),
        (30.0, "Left goes less far"),
        (130.0, "Left goes further"),
    ],
)
def test_a_change_is_said_only_where_it_is_real(now: float, words: str) -> None:
    shown = section(sections(trend([reps(50.0), reps(now)])), "symmetry")
    assert shown.verdict.startswith(words)


def test_what_is_compared_are_sessions_and_says_so() -> None:
    shown = section(sections(trend([reps(50.0), reps(75.0)])), "symmetry")
    last = (START + timedelta(days=2)).day
    assert f"in the last session ({last}\u00a0" in shown.verdict
    assert "now" not in shown.verdict.split()


def test_an_interval_wider_than_a_change_is_explained() -> None:
    """Beside \u00b1 16 % a change of seven points looks like none."""
    rough = [[replace(r, affected_pct_uncertainty=16.0) for r in reps(s)] for s in (50.0, 51.0)]
    shown = section(sections(trend(rough)), "symmetry")
    assert "mostly off alike" in shown.note
    assert shown.plot.band_says


@given(st.floats(20.0, 120.0), st.floats(20.0, 120.0))
def test_the_band_and_the_words_agree(before: float, now: float) -> None:
    shown = section(sections(trend([reps(before), reps(now)])), "symmetry")
    assert shown.plot.band is not None
    low, high = shown.plot.band
    inside = low <= shown.plot.lines[0].points[-1].value <= high
    assert inside is shown.verdict.startswith("No real change yet")


def test_a_first_session_with_one_repetition_is_not_compared_with() -> None:
    shown = section(sections(trend([reps(90.0, 1), reps(50.0), reps(50.5)])), "symmetry")
    assert "50" in shown.verdict
    assert "90" not in shown.verdict


@pytest.mark.parametrize("affected", [Affected.BOTH, Affected.NONE, None])
def test_both_sides_where_there_is_not_one_affected_side(affected: Affected | None) -> None:
    sided = [replace(r, affected_pct_of_healthy=None) for r in reps(50.0)]
    shown = section(sections(trend([sided, sided], affected)), "sides")
    assert [line.side for line in shown.plot.lines] == [Side.LEFT, Side.RIGHT]
    assert all(len(line.points) == 2 for line in shown.plot.lines)


def test_couplings_have_a_plot_each_with_intervals() -> None:
    shown = section(
        sections(trend([reps(50, slope=5.0), reps(50, slope=2.0)])), "coupling_eye_left"
    )
    assert shown.verdict == "It joins in less than at the start."
    assert all(p.half_width for p in shown.plot.lines[0].points)
    assert "±" in shown.plot.lines[0].points[0].says


def test_a_side_that_overshot_and_comes_back_is_closer() -> None:
    shown = section(sections(trend([reps(150.0), reps(110.0)])), "symmetry")
    assert shown.verdict.startswith("The two sides are closer")
    assert "therapist" not in shown.verdict
    less = section(sections(trend([reps(90.0), reps(50.0)])), "symmetry")
    assert "goes less far" in less.verdict


def test_a_real_fall_points_to_the_warning_signs() -> None:
    fell = section(sections(trend([reps(70.0), reps(41.0)])), "symmetry")
    assert fell.alarm
    assert fell.verdict.endswith(
        "A face that gets weaker is a warning sign: ask a doctor the same day."
    )
    for before, now in ((50.0, 51.0), (50.0, 75.0), (150.0, 110.0)):
        assert not section(sections(trend([reps(before), reps(now)])), "symmetry").alarm


def test_a_lid_that_closes_less_has_not_come_closer() -> None:
    """Beyond the other eye or not: no eye closes better for closing less."""
    less = replace(trend([reps(150.0), reps(110.0)]), movement=Movement.EYE_CLOSURE)
    shown = section(sections(less), "symmetry")
    assert shown.alarm
    assert "closer" not in shown.verdict


@pytest.mark.parametrize("both_sides", [True, False])
def test_a_coupling_measured_in_another_way_is_not_compared(both_sides: bool) -> None:
    """With both sides affected nothing is taken off; landmarks alone show less of it."""
    before, now = trend([reps(50, slope=5.0), reps(50, slope=2.0)]).points
    left = before.left
    assert left is not None
    if both_sides:
        before = replace(before, affected=Affected.BOTH)
    else:
        before = replace(before, left=replace(left, refined=False))
    points = (before, now)
    shown = section(sections(MovementTrend(Movement.SMILE_CLOSED, points)), "coupling_eye_left")
    assert shown.verdict.startswith("One session so far.")


def test_a_first_session_of_one_repetition_does_not_forbid_comparing_couplings() -> None:
    sessions = [reps(50, count=1, slope=5.0), reps(50, slope=5.0), reps(50, slope=2.0)]
    shown = section(sections(trend(sessions)), "coupling_eye_left")
    assert shown.verdict == "It joins in less than at the start."


def test_the_largest_clean_movement_is_the_size_to_train() -> None:
    shown = section(sections(trend([reps(50.0)])), "clean")
    assert shown.verdict.startswith("6.0")


def _coupling(slope: float, half: float | None) -> CouplingSummary:
    return CouplingSummary(Movement.PUCKER, Region.EYE, Side.LEFT, slope, half, 5, "pct")


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        ((5.0, 0.5), (3.0, 0.5), ChangeKind.SMALLER),
        ((3.0, 0.5), (5.0, 0.5), ChangeKind.LARGER),
        ((3.0, 0.5), (3.5, 0.5), ChangeKind.NONE),
        ((3.0, None), (9.0, 0.5), ChangeKind.UNKNOWN),
        ((-4.0, 0.5), (-1.0, 0.5), ChangeKind.NONE),  # below zero nothing joins in
    ],
)
def test_a_coupling_changes_beyond_both_intervals(
    before: tuple[float, float | None], now: tuple[float, float | None], kind: ChangeKind
) -> None:
    assert compare_couplings(_coupling(*before), _coupling(*now)) is kind


@pytest.mark.parametrize(
    ("unit", "scales", "kind"),
    [
        ("pct", (None, None), ChangeKind.LARGER),
        ("pct", (ScaleSource.IRIS, ScaleSource.IRIS), ChangeKind.LARGER),
        ("pct", (ScaleSource.IRIS, ScaleSource.CALIPER), ChangeKind.NONE),
        ("mm", (ScaleSource.IRIS, ScaleSource.CALIPER), ChangeKind.LARGER),  # mm for each mm
    ],
)
def test_another_scale_is_no_tighter_coupling(
    unit: str, scales: tuple[ScaleSource | None, ScaleSource | None], kind: ChangeKind
) -> None:
    before, now = (replace(_coupling(slope, 0.1), unit=unit) for slope in (5.0, 5.3))
    assert compare_couplings(before, now, scales) is kind


def test_a_movement_has_the_title_of_the_exercise_named_after_it() -> None:
    mirror: Exercise = replace(SMILE, id="a_mirror_smile", title="Mirror smile")
    titles = movement_titles([mirror, SMILE, EYES])
    assert titles[Movement.SMILE_CLOSED] == "Closed smile"
    assert movement_titles([mirror])[Movement.SMILE_CLOSED] == "Mirror smile"
    assert titles[Movement.SNARL] == "Snarl"
