"""What colours and landmarks say together about an eye."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.lids import with_landmarks

percents = st.floats(-60.0, 100.0)


@pytest.mark.parametrize(
    ("by_colour", "by_landmarks"), [(53.0, 92.0), (73.0, 90.0), (52.0, 94.0), (69.0, 82.0)]
)
def test_a_shut_eye_with_dark_lashes_is_shut(by_colour: float, by_landmarks: float) -> None:
    """Readings of a real person's shut eyes: the line of lashes looks like an open eye."""
    assert with_landmarks(by_colour, by_landmarks) >= 90.0


@pytest.mark.parametrize(
    ("by_colour", "by_landmarks"), [(39.0, 24.0), (53.0, 28.0), (48.0, 30.0), (36.0, 18.0)]
)
def test_a_half_shut_eye_is_left_to_its_colours(by_colour: float, by_landmarks: float) -> None:
    """Readings of rendered and photographic heads, true to 5 points by colour alone."""
    assert with_landmarks(by_colour, by_landmarks) == by_colour


@given(percents, percents)
def test_landmarks_only_ever_add_to_what_is_nearly_shut(
    by_colour: float, by_landmarks: float
) -> None:
    together = with_landmarks(by_colour, by_landmarks)
    assert by_colour <= together <= max(by_colour, 100.0)
    if by_colour < 38.0 or by_landmarks < 60.0:
        assert together == by_colour


@given(percents, percents, st.floats(0.0, 20.0))
def test_an_eye_that_shuts_further_never_reads_less(
    by_colour: float, by_landmarks: float, more: float
) -> None:
    before = with_landmarks(by_colour, by_landmarks)
    assert with_landmarks(by_colour, min(by_landmarks + more, 100.0)) >= before - 1e-9
    assert with_landmarks(min(by_colour + more, 100.0), by_landmarks) >= before - 1e-9
