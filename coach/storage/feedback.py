"""How sessions felt, in the practice log."""

from __future__ import annotations

from coach.domain.errors import InputError
from coach.domain.feedback import NOTE_MAX, SCALE_MAX, SessionFeedback
from coach.domain.language import tr
from coach.storage.database import Database
from coach.storage.feedback_row import feedback_record
from coach.storage.models import FeedbackRow, SessionRow


class FeedbackRepository:
    """Reads and writes answers after a session. Any thread; every method is one transaction.

    All methods raise DatabaseError where the log cannot be read or written.

    Args:
        database: the open log.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, feedback: SessionFeedback) -> None:
        """Keep answers; later ones of the same session replace earlier ones.

        Raises:
            InputError: there is no such session, or an answer is outside its scale.
        """
        answers = (feedback.effort, feedback.tightness, feedback.pain, feedback.mood)
        if any(a is not None and not 0 <= a <= SCALE_MAX for a in answers):
            raise InputError(tr("An answer is outside its scale."))
        with self._database.writing() as session:
            if session.get(SessionRow, feedback.session_id) is None:
                raise InputError(tr("There is no such session in the practice log."))
            session.merge(
                FeedbackRow(
                    session_id=feedback.session_id,
                    answered_utc=feedback.answered,
                    effort=feedback.effort,
                    tightness=feedback.tightness,
                    pain=feedback.pain,
                    mood=feedback.mood,
                    note=feedback.note[:NOTE_MAX],
                )
            )

    def of(self, session_id: str) -> SessionFeedback | None:
        """The answers of a session; None where there are none."""
        with self._database.reading() as session:
            row = session.get(FeedbackRow, session_id)
            return None if row is None else feedback_record(row)
