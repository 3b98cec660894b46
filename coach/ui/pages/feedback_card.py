"""After the session: how it felt, in four taps, each of which may be left out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from coach.domain.feedback import NOTE_MAX, SessionFeedback
from coach.domain.language import mark, tr
from coach.ui.theme import Style
from coach.ui.widgets.answer_row import AnswerRow
from coach.ui.widgets.labels import ActionButton, label

_AMOUNT: Final = (
    mark("None", "how much"),
    mark("A little", "how much"),
    mark("Some", "how much"),
    mark("Much", "how much"),
    mark("Very much", "how much"),
)
_MOOD: Final = (
    mark("Very low", "mood"),
    mark("Low", "mood"),
    mark("So-so", "mood"),
    mark("Good", "mood"),
    mark("Very good", "mood"),
)
_QUESTIONS: Final = {
    "effort": (mark("How much effort was it?"), _AMOUNT, "how much"),
    "tightness": (mark("How tight does your face feel?"), _AMOUNT, "how much"),
    "pain": (mark("Does anything hurt?"), _AMOUNT, "how much"),
    "mood": (mark("How do you feel?"), _MOOD, "mood"),
}
PAIN_ADVICE: Final = mark(
    "Stop for today. Practice should never hurt. If the pain stays, or an eye is red or sore, ask "
    "a doctor."
)


class _Note(QPlainTextEdit):
    """A few lines; Tab goes on to the next control."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("feedbackNote")
        self.setAccessibleName(tr("A note for your therapist"))
        self.setPlaceholderText(tr("A note for your therapist, if you like"))
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class FeedbackCard(QFrame):
    """Questions with their answers.

    Signals:
        answered: the name of the question and the answer, 0 to 4.
        note_written: the note, when it is left.
        stop_sign_asked: the person says that the pain is a warning sign.
    """

    answered = Signal(str, int)
    note_written = Signal(str)
    stop_sign_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("feedbackCard")
        self.rows = {
            name: AnswerRow(name, tr(question), [tr(w, note) for w in words])
            for name, (question, words, note) in _QUESTIONS.items()
        }
        self.note = _Note()
        self.advice = QFrame()
        self.advice.setProperty("notice", True)
        self.advice.setObjectName("painAdvice")
        self.warning = ActionButton(
            tr("This is a warning sign"),
            "",
            "painWarning",
            tr("This is a warning sign: hold my practice until it has been looked at"),
        )
        self._build()
        for name, row in self.rows.items():
            row.answered.connect(lambda answer, n=name: self.answered.emit(n, answer))
        self.note.left.connect(self._on_note_left)
        self.warning.clicked.connect(self.stop_sign_asked)

    def _build(self) -> None:
        inner = QVBoxLayout(self.advice)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.setSpacing(10)
        inner.addWidget(label(tr(PAIN_ADVICE), "", "painWords", wrap=True))
        inner.addWidget(self.warning, 0, Qt.AlignmentFlag.AlignLeft)
        self.advice.hide()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(14)
        column.addWidget(label(tr("How was it?"), "title", wrap=True))
        column.addWidget(label(tr("One tap each. Leave out what you like."), "muted", wrap=True))
        for name, row in self.rows.items():
            column.addWidget(row)
            if name == "pain":
                column.addWidget(self.advice)
        column.addWidget(self.note)

    def set_style(self, style: Style) -> None:
        self.note.setFixedHeight(style.px(96))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """All questions beside their answers, or all above them."""
        margins = self.contentsMargins() + self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        beside = all(row.fits_beside(room) for row in self.rows.values())
        for row in self.rows.values():
            row.set_beside(beside)

    def show_feedback(self, feedback: SessionFeedback | None) -> None:
        """Show earlier answers, or none."""
        for name, row in self.rows.items():
            row.show_answer(getattr(feedback, name) if feedback is not None else None)
        self.note.setPlainText(feedback.note if feedback is not None else "")

    def ask_pain_only(self, only: bool) -> None:
        """Ask whether anything hurts, and for a note; nothing of what takes some practice."""
        for name, row in self.rows.items():
            row.setVisible(name == "pain" or not only)

    def show_pain_advice(self, shown: bool) -> None:
        """Say what to do about strong pain."""
        self.advice.setVisible(shown)

    def _on_note_left(self) -> None:
        text = self.note.toPlainText()
        self.note_written.emit(text[:NOTE_MAX])
