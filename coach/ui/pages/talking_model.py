"""A minute of talking in words: what joined in by itself, and the blinks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale

from coach.domain.blinks import MIN_BLINKS, BlinkSummary
from coach.domain.language import mark, plural, tr
from coach.domain.sides import Affected, Side
from coach.domain.spontaneous import SpontaneousPair, SpontaneousSummary, Trigger
from coach.ui.wording import PLACE_NAME, SIDE_NAME

Facts = tuple[tuple[str, str], ...]

#: Below every count of covered eyes: the lids' gap is read from points a millimetre or so apart.
BLINK_NOTE: Final = mark("The camera may miss a gap. Protect your eye as you were told.")


def talking_facts(check: SpontaneousSummary, affected: Affected | None) -> Facts:
    """(question, answer) pairs of one minute of talking."""
    if not check.enough:
        talked = round(check.talking_s)
        return (
            (tr("Talking"), plural("{n} seconds", "{n} second", talked)),
            (tr("Not measured"), tr("There was too little talking to say anything about it.")),
        )
    facts = [(tr("Talking"), plural("{n} seconds", "{n} second", round(check.talking_s)))]
    side = affected.side if affected else None
    share = check.affected_pct_of_healthy
    if side is not None and share is not None:
        half = check.affected_pct_uncertainty
        text = f"{share:.0f} %" if half is None else f"{share:.0f} ± {half:.0f} %"
        compared = {
            Side.LEFT: tr("Left compared with right"),
            Side.RIGHT: tr("Right compared with left"),
        }
        facts.append((compared[side], text))
    joined = [text for pair in check.pairs if (text := _pair_text(pair))]
    facts.append((tr("Joined in"), "\n".join(joined) if joined else tr("Nothing")))
    if check.blinks is not None:
        facts += blink_facts(check.blinks, affected)
    return tuple(facts)


def blink_facts(blinks: BlinkSummary, affected: Affected | None) -> Facts:
    """(question, answer) pairs of blinks; no judgement. `BLINK_NOTE` belongs below them.

    Few blinks, or little time, are counted and nothing more is said of them; nor is anything said
    of how full they were where the healthy eye's did not look complete either.
    """
    if blinks.observed_s <= 0:
        return ()
    seen = plural("{n} seconds", "{n} second", round(blinks.observed_s))
    rate = QLocale().toString(blinks.per_minute, "f", 0)
    if blinks.long_enough:
        often = tr("{rate} a minute ({count} seen)", rate=rate, count=blinks.count)
    else:
        often = tr("{count} seen in {seconds}", count=blinks.count, seconds=seen)
    question = tr("Blinks that looked complete")
    facts = [(tr("Blinks"), often)]
    if not blinks.fast_enough:
        return (*facts, (question, tr("The camera is too slow to see that.")))
    if not blinks.enough:
        return (*facts, (question, tr("Said from ten blinks and a minute on.")))
    if not blinks.reading_holds(affected):
        return (*facts, (question, tr("Not sure enough to say, for either eye.")))
    shares = [(side, blinks.complete_share.of(side)) for side in Side]
    known = [
        f"{SIDE_NAME[side]}: {100 * share:.0f}\u00a0%"
        for side, share in shares
        if share is not None
    ]
    if known:
        facts.append((tr("Blinks that looked complete"), "\n".join(known)))
    return tuple(facts)


def _pair_text(pair: SpontaneousPair) -> str:
    """What one region did; "" where it stayed quiet."""
    if not pair.count:
        return ""
    place = PLACE_NAME[pair.region, pair.side]
    share = f"{100 * pair.share:.0f} %"
    if pair.trigger is Trigger.BLINK and pair.watched < MIN_BLINKS:
        of = {"count": pair.count, "watched": f"{pair.watched:.0f}"}
        text = tr("{place}, with {count} of {watched} blinks", place=place, **of)
    elif pair.trigger is Trigger.BLINK:
        text = tr("{place}, with {share} of the blinks", place=place, share=share)
    else:
        text = tr("{place}, {share} of the talking", place=place, share=share)
    return text[:1].upper() + text[1:]
