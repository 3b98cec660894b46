"""A minute of talking in words: nothing said where too little was seen, and no judgement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.blinks import BlinkSummary
from coach.domain.movements import Region
from coach.domain.sides import Affected, PerSide, Side
from coach.domain.spontaneous import SpontaneousPair, SpontaneousSummary, Trigger
from coach.ui.pages.talking_model import blink_facts, talking_facts

BLINKS = BlinkSummary(60.0, 15, 14, 15, PerSide(60.0, 95.0), PerSide(0.4, 1.0), True)
EYE = SpontaneousPair(Trigger.MOUTH, Region.EYE, Side.LEFT, "pct", 10.0, 40.0, 6, 0.3, 25.0)
CORNER = SpontaneousPair(Trigger.BLINK, Region.MOUTH, Side.LEFT, "mm", 0.8, 14.0, 7, 0.5, 1.4)
QUIET = replace(EYE, side=Side.RIGHT, count=0, share=0.0)
CHECK = SpontaneousSummary(
    "talk_freely", 10.0, 70.0, 58.0, 40.0, PerSide(2.0, 4.0), 50.0, 12.0, BLINKS,
    (EYE, CORNER, QUIET),
)  # fmt: skip


def test_what_joined_in_and_the_blinks() -> None:
    facts = dict(talking_facts(CHECK, Affected.LEFT))
    assert facts["Talking"] == "40 seconds"
    assert facts["Left compared with right"] == "50 ± 12 %"
    assert facts["Joined in"].splitlines() == [
        "Left eye, 30 % of the talking",
        "Left corner of the mouth, with 50 % of the blinks",
    ]
    assert facts["Blinks"] == "15 a minute (15 seen)"
    assert facts["Blinks that looked complete"].splitlines() == [
        "Left: 40\u00a0%",
        "Right: 100\u00a0%",
    ]


@pytest.mark.parametrize("affected", [Affected.BOTH, Affected.NONE, None])
def test_no_side_is_compared_where_there_is_not_one(affected: Affected | None) -> None:
    assert not [q for q, _ in talking_facts(CHECK, affected) if "compared" in q]


def test_too_little_talking_is_not_scored_and_says_why() -> None:
    facts = dict(talking_facts(replace(CHECK, talking_s=4.0), Affected.LEFT))
    assert facts["Talking"] == "4 seconds"
    assert "too little talking" in facts["Not measured"]
    assert "Joined in" not in facts


def test_nothing_joined_in() -> None:
    assert dict(talking_facts(replace(CHECK, pairs=(QUIET,)), None))["Joined in"] == "Nothing"


def test_blinks_of_a_slow_camera_and_of_no_time_at_all() -> None:
    slow = dict(blink_facts(replace(BLINKS, fast_enough=False), Affected.LEFT))
    assert "too slow" in slow["Blinks that looked complete"]
    assert blink_facts(replace(BLINKS, observed_s=0.0), None) == ()


@pytest.mark.parametrize(("seconds", "count"), [(59.0, 15), (600.0, 9), (10.0, 0)])
def test_no_share_below_ten_blinks_and_a_minute(seconds: float, count: int) -> None:
    few = dict(blink_facts(replace(BLINKS, observed_s=seconds, count=count), Affected.LEFT))
    assert few["Blinks that looked complete"] == "Said from ten blinks and a minute on."
    assert "%" not in " ".join(few.values())
    if seconds < 60:  # no rate either: an eye may well be open for ten seconds
        assert few["Blinks"] == f"{count} seen in {seconds:.0f} seconds"


@pytest.mark.parametrize(
    ("affected", "healthy", "told"),
    [
        (Affected.LEFT, PerSide(1.0, 0.4), False),  # the healthy right eye fails it too
        (Affected.LEFT, PerSide(0.0, 0.9), True),
        (Affected.RIGHT, PerSide(0.4, 0.0), False),
        (Affected.BOTH, PerSide(0.2, 0.1), False),
        (None, PerSide(0.2, 0.9), True),
        (None, PerSide(None, None), False),
    ],
)
def test_no_verdict_where_the_healthy_eye_fails_it_too(
    affected: Affected | None, healthy: PerSide, told: bool
) -> None:
    facts = dict(blink_facts(replace(BLINKS, complete_share=healthy), affected))
    assert ("%" in facts["Blinks that looked complete"]) is told


def test_a_corner_that_came_with_few_blinks_is_counted_not_shared() -> None:
    pair = replace(CORNER, count=1, watched=1.0, share=1.0)
    facts = dict(talking_facts(replace(CHECK, pairs=(pair,)), Affected.LEFT))
    assert facts["Joined in"] == "Left corner of the mouth, with 1 of 1 blinks"
