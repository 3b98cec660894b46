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
    assert facts["Blinks"] == "15 a minute"
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
    slow = dict(blink_facts(replace(BLINKS, fast_enough=False)))
    assert "too slow" in slow["Blinks that looked complete"]
    assert blink_facts(replace(BLINKS, observed_s=0.0)) == ()
