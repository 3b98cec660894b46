"""What a person brought, quoted in a sentence: short, on one line, without hidden characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

QUOTED: Final = 40
LISTED: Final = 3


def quoted(value: object, most: int = QUOTED) -> str:
    """At most `most` characters of a value; what is not seen (control, direction) is escaped."""
    try:
        text = str(value)
    except ValueError:  # Python writes no whole number of more than 4,300 digits
        return "a number with too many digits"
    seen = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[: most + 1])
    return seen if len(seen) <= most else f"{seen[: most - 1]}…"


def listed(parts: Sequence[str], between: str = ", ") -> str:
    """At most three of them, "and N more"."""
    rest = len(parts) - LISTED
    return between.join(parts[:LISTED]) + (f" and {rest} more" if rest > 0 else "")
