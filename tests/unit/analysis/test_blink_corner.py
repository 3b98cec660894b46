"""A corner that twitches with the blinks is counted; one that talks or smiles is not."""

from __future__ import annotations

import numpy as np
import pytest

from coach.analysis.blink_corner import LIMIT_MM, corner_with_blinks
from coach.analysis.blink_summary import summarise_blinks
from coach.analysis.blinks import find_blinks
from coach.domain.blinks import CornerWithBlinks
from coach.domain.frames import FloatArray
from coach.domain.measures import MeasureSeries, SideMeasure
from coach.domain.sides import Affected, Side
from tests.fixtures.movement_signals import blink, clock, series, trapezoid

AT = (3.0, 7.0, 11.0, 15.0, 19.0)


def _face(
    t: FloatArray, left_mm: float = 0.0, right_mm: float = 0.0, mouth: FloatArray | float = 0.0
) -> MeasureSeries:
    """Five blinks; the corners come along by so much, on top of what the mouth does."""
    lids = np.maximum.reduce([blink(t, at) for at in AT])
    return series(
        t,
        {
            (SideMeasure.EYE_CLOSURE, Side.LEFT): 90 * lids,
            (SideMeasure.EYE_CLOSURE, Side.RIGHT): 90 * lids,
            (SideMeasure.COMMISSURE_X, Side.LEFT): left_mm * lids + mouth,
            (SideMeasure.COMMISSURE_Y, Side.RIGHT): right_mm * lids + mouth,
        },
        noise=0.08,  # rendered heads at rest: 0.02 to 0.1 mm
    )


def _found(measures: MeasureSeries, affected: Affected | None = None) -> CornerWithBlinks | None:
    return corner_with_blinks(measures, find_blinks(measures), affected)


@pytest.mark.parametrize("fps", [15.0, 24.0, 30.0, 60.0])
def test_a_corner_that_comes_along_is_counted_on_its_side(fps: float) -> None:
    found = _found(_face(clock(22.0, fps), left_mm=2.0))
    assert found is not None
    assert found.judged == len(AT)
    assert (found.left_count, found.right_count) == (len(AT), 0)
    assert found.largest_mm.left == pytest.approx(2.0, abs=0.4)
    assert found.limit_mm == LIMIT_MM


@pytest.mark.parametrize("fps", [15.0, 30.0])
def test_still_corners_count_as_still(fps: float) -> None:
    found = _found(_face(clock(22.0, fps), left_mm=0.4, right_mm=0.3))
    assert found is not None
    assert (found.left_count, found.right_count) == (0, 0)


def test_what_both_corners_do_is_taken_off_unless_both_are_affected() -> None:
    measures = _face(clock(22.0), left_mm=2.0, right_mm=2.0)
    one, both = _found(measures), _found(measures, Affected.BOTH)
    assert one is not None
    assert both is not None
    assert (one.left_count, one.right_count) == (0, 0)
    assert (both.left_count, both.right_count) == (len(AT), len(AT))


def test_while_the_mouth_moves_nothing_is_judged() -> None:
    """Talking: corners go up and down by 2 mm, four times a second."""
    t = clock(22.0)
    assert _found(_face(t, mouth=2.0 * np.sin(8 * np.pi * t))) is None


def test_a_blink_in_a_held_smile_is_judged_from_there() -> None:
    """All but the last, which comes while the smile is let go."""
    t = clock(22.0)
    found = _found(_face(t, left_mm=2.0, mouth=5.0 * trapezoid(t, 5.5, hold_s=12.0)))
    assert found is not None
    assert found.judged == len(AT) - 1
    assert found.left_count == len(AT) - 1


def test_no_blinks_and_no_pictures_say_nothing() -> None:
    assert _found(series(clock(5.0), {}, noise=0.05)) is None
    t = np.arange(0.0, 22.0, 0.5)  # two pictures a second: nothing around a blink
    assert _found(_face(t, left_mm=2.0)) is None


def test_the_summary_has_it_and_the_one_sided_blinks() -> None:
    t = clock(22.0)
    measures = _face(t, right_mm=2.0)
    summary = summarise_blinks(measures)
    assert summary is not None
    assert summary.corner == _found(measures)
    assert (summary.one_sided.left, summary.one_sided.right) == (0, 0)
    lids = series(t, {(SideMeasure.EYE_CLOSURE, Side.LEFT): 90 * blink(t, 4.0)}, noise=0.05)
    alone = summarise_blinks(lids)
    assert alone is not None
    assert (alone.one_sided.left, alone.one_sided.right) == (1, 0)
