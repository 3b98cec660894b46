"""The curves that stand behind a flag, from the logged pictures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from coach.domain.flag_curves import MARGIN_S, flag_curves
from coach.domain.measures import SideMeasure
from coach.domain.movements import Movement, Region
from coach.domain.quality import QualityReason
from coach.domain.session import LoggedFrame, RepRecord, SynkinesisFlag, SynkinesisRule
from coach.domain.sides import Side
from tests.fixtures.movement_signals import clock, frames_of, series, trapezoid
from tests.fixtures.records import smile_rep

REP: RepRecord = replace(
    smile_rep(0), movement=Movement.SMILE_CLOSED, start_s=2.0, hold_start_s=3.0, hold_end_s=5.0,
    end_s=6.0,
)  # fmt: skip
FLAG = SynkinesisFlag(
    Region.EYE, Side.LEFT, 20.0, "pct", 2, 2.5, 5.5, 4.0, 10.0, SynkinesisRule.OTHER_SIDE
)


def _frames(time_offset_s: float = 0.0) -> list[LoggedFrame]:
    t = clock(12.0)
    up = trapezoid(t, 2.0)
    measured = series(
        t,
        {
            (SideMeasure.COMMISSURE_X, Side.RIGHT): -3.0 * up,
            (SideMeasure.COMMISSURE_Y, Side.RIGHT): 4.0 * up,
            (SideMeasure.COMMISSURE_Y, Side.LEFT): 2.0 * up,
            (SideMeasure.EYE_CLOSURE, Side.LEFT): 25.0 * up,
            (SideMeasure.EYE_CLOSURE, Side.RIGHT): 5.0 * up,
        },
    )
    return [
        LoggedFrame(m, now + time_offset_s, "move")
        for m, now in zip(frames_of(measured), t, strict=True)
    ]


def test_the_curves_are_the_measures_around_the_repetition() -> None:
    curves = flag_curves(REP, FLAG, _frames())
    assert curves is not None
    assert curves.time_s[0] == pytest.approx(REP.start_s - MARGIN_S, abs=0.04)
    assert curves.time_s[-1] == pytest.approx(REP.end_s + MARGIN_S, abs=0.04)
    assert np.nanmax(curves.movement_mm.right) == pytest.approx(5.0)
    assert np.nanmax(curves.movement_mm.left) == pytest.approx(2.0)
    assert np.nanmax(curves.co_movement.left) == pytest.approx(25.0)
    assert (curves.unit, curves.window, curves.side) == ("pct", (2.5, 5.5), Side.LEFT)


def _blinking(t: NDArray[np.float64]) -> NDArray[np.bool_]:
    return (t >= 1.0) & (t < 1.4)


def test_what_the_flag_was_not_judged_by_is_a_gap() -> None:
    curves = flag_curves(REP, FLAG, _frames(), lambda s: _blinking(s.time_s))
    assert curves is not None
    gap = _blinking(curves.time_s)
    assert gap.any()
    for side in Side:
        assert np.isnan(curves.co_movement.of(side)[gap]).all()
        assert np.isfinite(curves.co_movement.of(side)[~gap]).all()
        assert np.isfinite(curves.movement_mm.of(side)).all()  # the mouth goes on
    assert curves.limit_line is not None
    assert np.isnan(curves.limit_line[gap]).all()


def test_lids_that_are_meant_to_close_do_not_blink() -> None:
    closing = replace(REP, movement=Movement.EYE_CLOSURE)
    mouth = replace(FLAG, region=Region.MOUTH, unit="mm")
    curves = flag_curves(closing, mouth, _frames(), lambda s: _blinking(s.time_s))
    assert curves is not None
    assert np.isfinite(curves.co_movement.left).all()


def test_the_limit_stands_on_the_other_sides_curve() -> None:
    curves = flag_curves(REP, FLAG, _frames())
    assert curves is not None
    assert curves.limit_line is not None
    assert curves.limit_line == pytest.approx(curves.co_movement.right + 10.0)
    above = curves.co_movement.left >= curves.limit_line
    # 25 - 5 = 20 points at full movement pass 10 half way up the ramp of a second.
    assert curves.time_s[above][0] == pytest.approx(2.5, abs=0.04)


@pytest.mark.parametrize(
    "change", [{"rule": SynkinesisRule.BOTH_SIDES}, {"limit": None}], ids=["both", "old"]
)
def test_without_a_comparison_there_is_no_limit_line(change: dict[str, object]) -> None:
    curves = flag_curves(REP, replace(FLAG, **change), _frames())  # type: ignore[arg-type]
    assert curves is not None
    assert curves.limit_line is None


def test_pictures_that_were_not_scored_are_gaps() -> None:
    frames = _frames()
    frames[100] = replace(
        frames[100], measures=replace(frames[100].measures, reason=QualityReason.YAW)
    )
    curves = flag_curves(REP, FLAG, frames)
    assert curves is not None
    assert np.isnan(curves.co_movement.left).sum() == 1
    assert np.isnan(curves.movement_mm.right).sum() == 1


def test_there_is_nothing_where_nothing_was_measured() -> None:
    assert flag_curves(REP, replace(FLAG, region=Region.NECK), _frames()) is None
    assert flag_curves(REP, FLAG, []) is None
    assert flag_curves(REP, FLAG, _frames(time_offset_s=100.0)) is None


def test_a_lids_own_movement_is_what_is_missing_of_its_opening() -> None:
    """25 % of a fissure of 10 mm."""
    closing = replace(REP, movement=Movement.EYE_CLOSURE)
    curves = flag_curves(closing, replace(FLAG, region=Region.MOUTH, unit="mm"), _frames())
    assert curves is not None
    assert np.nanmax(curves.movement_mm.left) == pytest.approx(2.5)
    assert np.nanmax(curves.co_movement.right) == pytest.approx(5.0)
