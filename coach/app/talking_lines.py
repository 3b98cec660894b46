"""A minute of talking in plain English sentences, for the command line."""

from __future__ import annotations

from coach.domain.blinks import MIN_BLINKS
from coach.domain.sides import Affected
from coach.domain.spontaneous import SpontaneousPair, SpontaneousSummary, Trigger


def talking_lines(check: SpontaneousSummary, affected: Affected | None) -> list[str]:
    """What was seen, a line each."""
    lines = [f"The mouth moved for {check.talking_s:.0f} of {check.observed_s:.0f} seconds."]
    if not check.enough:
        lines.append("That is too little talking to say anything about it.")
    elif check.affected_pct_of_healthy is not None and affected is not None:
        half = check.affected_pct_uncertainty
        about = "" if half is None else f" (± {half:.0f})"
        lines.append(
            f"The {affected.value} mouth corner goes {check.affected_pct_of_healthy:.0f} %"
            f"{about} as far as the other one."
        )
    blinks = check.blinks
    if blinks is not None:
        often = (
            f"{blinks.per_minute:.0f} a minute"
            if blinks.long_enough
            else f"in {blinks.observed_s:.0f} seconds (a rate is told from a minute on)"
        )
        lines.append(
            f"{blinks.count} blinks, {often};"
            f" {blinks.one_sided.left} of the left eye alone,"
            f" {blinks.one_sided.right} of the right."
        )
    lines += [
        _describe_pair(pair)
        for pair in check.pairs
        if (pair.watched >= MIN_BLINKS if pair.trigger is Trigger.BLINK else check.enough)
    ]
    return lines


def _describe_pair(pair: SpontaneousPair) -> str:
    what = f"the {pair.side.value} {pair.region.value}"
    if pair.trigger is Trigger.BLINK:
        return (
            f"With blinks {what} moved {pair.count} of {pair.watched:.0f} times"
            " (blinks during which it was at rest otherwise)."
        )
    if pair.count == 0:
        return f"With the mouth {what} stayed quiet."
    rate = "" if pair.per_minute is None else f", {pair.per_minute:.0f} times a minute"
    return f"With the mouth {what} moved along for {100 * pair.share:.0f} % of the talking{rate}."
