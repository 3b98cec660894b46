"""What the bench counts: refusals, flags, and being worse than plain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from coach.domain.movements import Movement, Region
from coach.domain.quality import QualityReason, RepReason
from coach.domain.session import NO_SIDES, RepRecord, SynkinesisFlag
from coach.domain.sides import Side
from tests.accuracy.case import Case, Family, Split
from tests.accuracy.clips import clip_case
from tests.accuracy.paired import bootstrap
from tests.accuracy.refusals import causeless_share, reason_shares
from tests.accuracy.scoring import count_flags
from tests.accuracy.warped_film import truth_of

REP = RepRecord(
    index=0, exercise_id="", movement=Movement.SMILE_CLOSED, set_index=0, start_s=0.0,
    hold_start_s=1.0, hold_end_s=2.0, end_s=3.0, scored=True, reason=None, excursion_mm=NO_SIDES,
    uncertainty_mm=None, affected_pct_of_healthy=None, end_difference_mm=None, onset_lag_ms=None,
)  # fmt: skip
EYE = SynkinesisFlag(Region.EYE, Side.LEFT, 20.0, "pct", 1, 1.0, 2.0)
BROW = SynkinesisFlag(Region.BROW, Side.RIGHT, 2.0, "mm", 1, 1.0, 2.0)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    video = tmp_path / "film.mp4"
    video.write_bytes(b"pictures")
    found = clip_case(
        video, truth_of("even", "tune_a", 2.0), Split.TUNING, Family.HEADS, name="n", person="p"
    )
    return replace(found, synkinesis=(("eye", "left"),))


def test_only_what_is_not_there_is_without_cause() -> None:
    reasons = ["", "occluded", "iris_mismatch", "blurred", "unsteady_rest"]
    true = [r.value for r in QualityReason if r.value not in reasons]
    assert causeless_share([*reasons, *true]) == pytest.approx(4 / (5 + len(true)))
    assert causeless_share([]) == 0.0
    assert reason_shares(["", "yaw", "yaw", "occluded"]) == {"yaw": 0.5, "occluded": 0.25}


def test_flags_are_right_false_or_missed(case: Case) -> None:
    told = replace(REP, synkinesis=(EYE, BROW))
    unscored = replace(REP, scored=False, reason=RepReason.TOO_FEW_FRAMES)
    assert count_flags(case, [(0, told)]) == (1, 1, 0)
    assert count_flags(case, [(0, REP)]) == (0, 0, 1)
    assert count_flags(case, [(0, unscored)]) == (0, 0, 0)
    assert count_flags(replace(case, synkinesis=()), [(0, told)]) == (0, 2, 0)
    assert count_flags(replace(case, synkinesis=None), [(0, told)]) is None


def test_worse_is_said_beyond_the_interval_only() -> None:
    assert bootstrap([0.4, 0.5, 0.6, 0.5]).worse
    assert not bootstrap([-0.4, -0.5, -0.6]).worse
    assert not bootstrap([-1.0, 1.2, -1.1, 1.3]).worse
    assert not bootstrap([3.0, 3.0]).worse
    assert bootstrap([]).films == 0
