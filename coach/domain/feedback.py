"""How a session felt, in the person's own words and taps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

#: Every scale runs from 0 to 4; five faces or words, one tap.
SCALE_MAX: Final = 4
#: A note stays short enough to be read beside the session.
NOTE_MAX: Final = 2000


@dataclass(frozen=True, slots=True)
class SessionFeedback:
    """Answers after a session; each may be skipped (None).

    Attributes:
        session_id: the session.
        answered: when, with an offset.
        effort: 0 none to 4 very much.
        tightness: 0 none to 4 very much.
        pain: 0 none to 4 very much.
        mood: 0 very low to 4 very good.
        note: for the therapist; "" for none.
    """

    session_id: str
    answered: datetime
    effort: int | None = None
    tightness: int | None = None
    pain: int | None = None
    mood: int | None = None
    note: str = ""
