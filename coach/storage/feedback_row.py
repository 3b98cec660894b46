"""Answers after a session from their row."""

from __future__ import annotations

from coach.domain.feedback import SessionFeedback
from coach.storage.models import FeedbackRow


def feedback_record(row: FeedbackRow) -> SessionFeedback:
    """The answers of a row."""
    return SessionFeedback(
        session_id=row.session_id,
        answered=row.answered_utc,
        effort=row.effort,
        tightness=row.tightness,
        pain=row.pain,
        mood=row.mood,
        note=row.note,
    )
