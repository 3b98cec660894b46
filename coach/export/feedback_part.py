"""How a session felt, as it stands in `session.json`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AwareDatetime, Field

from coach.domain.feedback import NOTE_MAX, SCALE_MAX, SessionFeedback
from coach.export.schema_parts import Part

_Answer = Annotated[int, Field(ge=0, le=SCALE_MAX)] | None


class FeedbackPart(Part):
    """Answers from 0 to 4, each of which may be missing, and a note for the therapist."""

    answered: AwareDatetime
    effort: _Answer = None
    tightness: _Answer = None
    pain: _Answer = None
    mood: _Answer = None
    note: str = Field(default="", max_length=NOTE_MAX)


def feedback_to_dict(feedback: SessionFeedback) -> dict[str, Any]:
    """The object of the file."""
    return {
        "answered": feedback.answered.isoformat(),
        "effort": feedback.effort,
        "tightness": feedback.tightness,
        "pain": feedback.pain,
        "mood": feedback.mood,
        "note": feedback.note,
    }


def feedback_from_part(part: FeedbackPart, session_id: str) -> SessionFeedback:
    """The inverse of `feedback_to_dict`."""
    return SessionFeedback(session_id, **part.model_dump())
