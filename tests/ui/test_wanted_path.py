"""The path to follow, the tall bars and the row of buttons: what they tell, and when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt

from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.exercise import Dose
from coach.ui.widgets.demo_timing import looped_amount
from coach.ui.widgets.wanted_path import LATE_S, outline, room_at

_SECONDS = st.floats(1.0, 20.0)
DOSES = st.builds(
    Dose, _SECONDS, st.floats(0.0, 20.0), _SECONDS, st.just(5.0), st.just(1), st.just(1)
)
SHARES = st.floats(0.0, 1.0)
TOLERANCES = st.floats(0.1, 0.5)


def whole_s(dose: Dose) -> float:
    return dose.move_s + dose.hold_s + dose.release_s


@given(DOSES, SHARES, TOLERANCES)
def test_the_demonstration_s_own_course_is_inside(dose: Dose, share: float, tol: float) -> None:
    low, high = room_at(dose, share, tol)
    assert low <= looped_amount(share * whole_s(dose), dose) <= high


@given(DOSES, SHARES, TOLERANCES, st.floats(0.8, 1.2), st.floats(-1.0, 1.0))
def test_a_little_late_or_smaller_is_inside(
    dose: Dose, share: float, tol: float, late: float, size: float
) -> None:
    """Up to the time and the size that the path allows, both at once."""
    late_s = size * min(LATE_S, 0.25 * min(dose.move_s, dose.release_s))
    t = min(max(share * whole_s(dose) - late_s, 0.0), whole_s(dose))
    amount = looped_amount(t, dose)
    sized = amount + min(max(late - 1.0, -tol), tol) * amount
    low, high = room_at(dose, share, tol)
    assert low - 1e-9 <= sized <= high + 1e-9


def test_who_hurries_leaves_it() -> None:
    dose = Dose(4.0, 4.0, 4.0, 5.0, 5, 1)
    _, high = room_at(dose, 1.0 / 12.0, 0.25)  # after one second
    assert high < 0.6
    low, high = room_at(dose, 0.5, 0.25)
    assert (low, high) == (0.75, 1.25)  # in the hold exactly the frame of the bars


def test_the_painted_path_holds_every_exercise_s_course() -> None:
    """As it is drawn: the outline's corners cut off less than the tolerance leaves free."""
    known = [e for e in load_exercises(exercises_dir()).exercises.values() if e.target_mm > 0]
    assert len(known) > 10
    for exercise in known:
        dose, target = exercise.dose, exercise.target_mm
        path = outline(dose, target, exercise.tolerance_pct / 100)
        for step in range(1, 200):
            share = step / 200
            amount = max(looped_amount(share * whole_s(dose), dose), 1e-3)  # above the lower edge
            at = QPointF(share, amount * target)
            assert path.containsPoint(at, Qt.FillRule.OddEvenFill), (exercise.id, share)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_it_begins_and_ends_at_rest(share: float) -> None:
    low, high = room_at(Dose(4.0, 4.0, 4.0, 5.0, 5, 1), share, 0.25)
    assert low == 0.0
    assert 0.25 <= high < 0.5
