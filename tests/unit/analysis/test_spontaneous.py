"""A minute of talking, summed up: blinks, co-movement, evenness; healthy people show nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from coach.analysis.spontaneous import MIN_MOUTH_MM, summarise_talking
from coach.analysis.talking import mouth_moving
from coach.domain.measures import MeasureSeries, SideMeasure
from coach.domain.movements import Region
from coach.domain.sides import Affected, PerSide, Side
from coach.domain.spontaneous import SpontaneousPair, SpontaneousSummary, Trigger
from coach.domain.spontaneous_record import spontaneous_from_dict, spontaneous_to_dict
from tests.fixtures.movement_signals import clock, rest_record, series
from tests.synkinesis.talking import QUIET, Talk, talk


def _summary(t: Talk, affected: Affected | None = None) -> SpontaneousSummary:
    found = summarise_talking(t.series, QUIET, affected or t.affected, t.baseline, "talk_freely")
    assert found is not None
    return found


def _pair(
    found: SpontaneousSummary, region: Region, trigger: Trigger = Trigger.MOUTH
) -> SpontaneousPair:
    return next(p for p in found.pairs if (p.region, p.trigger) == (region, trigger))


@pytest.mark.parametrize("seed", range(6))
def test_a_healthy_talker_shows_nothing(seed: int) -> None:
    """Both eyes narrow with a laugh and look down; brows rise; a weak corner moves less."""
    found = _summary(talk(seed))
    assert found.enough
    assert [p.count for p in found.pairs] == [0] * len(found.pairs)
    assert found.exercise_id == "talk_freely"


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("known", [True, False])
def test_an_eye_that_narrows_with_the_mouth_is_found(seed: int, known: bool) -> None:
    said = talk(seed, eye_points_per_mm=6.0)
    side = said.affected.side
    found = _summary(said, said.affected if known else Affected.NONE)
    eyes = {p.side: p for p in found.pairs if p.region is Region.EYE}
    assert set(eyes) == ({side} if known else set(Side))
    assert side is not None
    assert eyes[side].count >= 5
    assert 0.2 <= eyes[side].share <= 1.0
    assert eyes[side].per_minute == pytest.approx(60 * eyes[side].count / found.talking_s)
    assert (eyes[side].strongest or 0) > 2 * eyes[side].limit
    for other, pair in eyes.items():
        assert other is side or pair.count == 0


def test_the_slope_grows_with_the_coupling() -> None:
    slopes = []
    for strength in (0.0, 2.0, 5.0, 9.0):
        eye = _pair(_summary(talk(3, eye_points_per_mm=strength)), Region.EYE)
        assert eye.slope is not None
        slopes.append(eye.slope)
    assert slopes == sorted(slopes)


def test_the_slopes_interval_is_as_wide_as_minutes_differ() -> None:
    """Of one person's minutes: 1.96 SD against the median half width, a factor of 2 either way."""
    minutes = [
        _pair(_summary(talk(s, eye_points_per_mm=4.0, weak=0.7, fps=24.0)), Region.EYE)
        for s in range(10)
    ]
    spread = 1.96 * float(np.std([m.slope for m in minutes if m.slope is not None], ddof=1))
    half = float(np.median([m.slope_half_width or 0.0 for m in minutes]))
    assert 0.5 < half / spread < 2.0


@pytest.mark.parametrize("weak", [0.4, 0.7, 1.0])
def test_how_even_the_mouth_is(weak: float) -> None:
    """Corners that rest within noise of 0.1 mm: 5 points of % on 2 mm and more."""
    found = _summary(talk(5, weak=weak))
    assert found.affected_pct_of_healthy == pytest.approx(100 * weak, abs=6)
    assert found.affected_pct_uncertainty is not None
    assert 1 < found.affected_pct_uncertainty < 15
    said = talk(5, weak=weak)
    side = said.affected.side
    assert side is not None
    own, other = found.mouth_mm.of(side), found.mouth_mm.of(side.other)
    assert own is not None
    assert other is not None
    assert own / other == pytest.approx(weak, abs=0.06)


def test_a_corner_that_moves_with_the_blinks_is_found_in_the_pauses() -> None:
    found = _summary(talk(2, corner_mm=4.0, silent=True, fps=30.0))
    corner = _pair(found, Region.MOUTH, Trigger.BLINK)
    assert corner.watched >= 5
    assert corner.share >= 0.6
    assert corner.per_minute is None
    brow = _pair(found, Region.BROW, Trigger.BLINK)
    assert brow.count == 0


def test_silence_says_nothing_about_the_mouth() -> None:
    found = _summary(talk(4, silent=True))
    assert not found.enough
    assert found.talking_s < 3
    assert found.mouth_mm == PerSide(None, None)
    assert found.affected_pct_of_healthy is None
    assert found.blinks is not None
    assert [p for p in found.pairs if p.trigger is Trigger.MOUTH and p.count] == []


def test_both_affected_watches_the_eyes_only_against_what_healthy_eyes_do() -> None:
    found = _summary(talk(6), Affected.BOTH)
    with_mouth = {(p.region, p.side) for p in found.pairs if p.trigger is Trigger.MOUTH}
    assert with_mouth == {(Region.EYE, Side.LEFT), (Region.EYE, Side.RIGHT)}
    assert all(p.count == 0 for p in found.pairs if p.trigger is Trigger.MOUTH)
    assert found.affected_pct_of_healthy is None


def test_a_still_mouth_is_not_compared() -> None:
    """A corner that goes less than a millimetre is nothing to divide by."""
    t = clock(60.0)
    lip = 2.0 * np.sin(2 * np.pi * 3 * t)  # the lower lip talks alone
    columns = {(SideMeasure.LOWER_LIP_Y, s): lip for s in Side}
    found = summarise_talking(series(t, columns, noise=0.05), QUIET, Affected.LEFT, rest_record())
    assert found is not None
    assert found.talking_s == pytest.approx(60, abs=1)
    assert found.affected_pct_of_healthy is None
    assert (found.mouth_mm.right or 0) < MIN_MOUTH_MM


def test_an_eye_that_comes_back_to_rest_with_the_mouth_is_not_flagged() -> None:
    """In the pauses the healthy lid follows a lowered glance, the weak one does not."""
    t = clock(60.0)
    speaks = np.sin(2 * np.pi * t / 6.0) > 0
    corner = np.where(speaks, 3.0 + 2.0 * np.sin(2 * np.pi * 3 * t), 0.0)
    columns = {(SideMeasure.COMMISSURE_Y, s): corner for s in Side}
    columns[SideMeasure.EYE_CLOSURE, Side.RIGHT] = np.where(speaks, 0.0, 40.0)
    found = summarise_talking(series(t, columns, noise=0.05), QUIET, Affected.LEFT, rest_record())
    assert found is not None
    assert _pair(found, Region.EYE).count == 0


def test_time_that_was_not_seen_is_no_time() -> None:
    said = talk(7, fps=30.0)
    valid = said.series.valid.copy()
    valid[600:1200] = False
    part = replace(said, series=MeasureSeries(said.series.time_s, said.series.values, valid))
    found, whole = _summary(part), _summary(said)
    assert found.observed_s == pytest.approx(40, abs=0.3)
    assert found.talking_s < whole.talking_s - 10
    nothing = MeasureSeries(said.series.time_s, said.series.values, np.zeros_like(valid))
    assert summarise_talking(nothing, QUIET, said.affected, said.baseline) is None


def test_times_are_on_the_sessions_clock() -> None:
    said = talk(8)
    late = MeasureSeries(said.series.time_s + 500.0, said.series.values, said.series.valid)
    found = summarise_talking(late, QUIET, said.affected, said.baseline, origin_s=400.0)
    assert found is not None
    assert found.start_s == pytest.approx(100.0)
    assert found.end_s == pytest.approx(160.0, abs=0.1)


def test_stretches_are_told_with_their_times() -> None:
    said = talk(1, eye_points_per_mm=6.0)
    late = MeasureSeries(said.series.time_s + 500.0, said.series.values, said.series.valid)
    found = summarise_talking(late, QUIET, said.affected, said.baseline, origin_s=400.0)
    assert found is not None
    eye = _pair(found, Region.EYE)
    assert len(eye.windows) == eye.count
    assert all(100 <= a < b <= 160 for a, b in eye.windows)
    assert sum(b - a for a, b in eye.windows) == pytest.approx(eye.share * eye.watched)


def test_rest_is_no_talking_also_where_the_camera_is_noisy() -> None:
    t = clock(20.0)
    still = series(t, {}, noise=0.25)
    assert not mouth_moving(still, still.valid, rest_record(0.25)).any()


def test_kept_and_read_again_it_is_the_same() -> None:
    found = _summary(talk(9, eye_points_per_mm=6.0))
    once = spontaneous_to_dict(found)
    assert spontaneous_to_dict(spontaneous_from_dict(once)) == once
