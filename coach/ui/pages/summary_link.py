"""Between the summary's cards and what keeps answers, entries and pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coach.domain.language import tr
from coach.ui.contracts import AfterwardsPort
from coach.ui.pages.feedback_card import PAIN_ADVICE, FeedbackCard
from coach.ui.pages.flags_card import FlagsCard
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.share_card import ShareCard, StillsCard


class SummaryLink(QObject):
    """Forwards what the person does, and says what came of it. GUI thread.

    Args:
        page: the summary.
        cards: feedback, flags, stills, sharing.
        afterwards: the presenter.
        choose_folder: asks where a file goes; None where the person changes their mind.
    """

    def __init__(
        self,
        page: Page,
        cards: tuple[FeedbackCard, FlagsCard, StillsCard, ShareCard],
        afterwards: AfterwardsPort,
        choose_folder: Callable[[QWidget], Path | None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._afterwards = afterwards
        self._choose_folder = choose_folder
        self._feedback, self._flags, self._stills, self._share = cards
        self._feedback.answered.connect(self._on_answered)
        self._feedback.note_written.connect(self._on_note_written)
        self._feedback.stop_sign_asked.connect(self._on_stop_sign_asked)
        self._flags.flag_opened.connect(afterwards.open_flag)
        self._flags.entered.connect(afterwards.enter_flag)
        self._flags.taken_back.connect(
            lambda rep, flag: afterwards.take_back_flag(rep, flag.region, flag.side)
        )
        self._stills.kept.connect(afterwards.keep_stills)
        self._stills.dropped.connect(afterwards.drop_stills)
        self._share.package_asked.connect(lambda: self._share_with(afterwards.share_package))
        self._share.report_asked.connect(lambda: self._share_with(afterwards.share_report))
        afterwards.shared.connect(self._on_shared)
        afterwards.problem_raised.connect(page.message_asked)

    def show_additions(self) -> None:
        """Show earlier answers, and ask about pictures where there are any."""
        after = self._afterwards
        self._feedback.show_feedback(after.feedback)
        self._feedback.show_pain_advice(after.pain_is_strong)
        if after.offers_stills:
            self._stills.ask()
        else:
            self._stills.hide()

    def _on_answered(self, name: str, answer: int) -> None:
        self._afterwards.answer(**{name: answer})
        if name == "pain":
            strong = self._afterwards.pain_is_strong
            self._feedback.show_pain_advice(strong)
            if strong:
                self._page.said.emit(tr(PAIN_ADVICE), True)

    def _on_note_written(self, text: str) -> None:
        kept = self._afterwards.feedback
        if text != (kept.note if kept is not None else ""):
            self._afterwards.answer(note=text)

    def _on_stop_sign_asked(self) -> None:
        self._afterwards.report_stop_sign()
        self._page.go_asked.emit(PageId.PLAN)

    def _share_with(self, share: Callable[[Path], None]) -> None:
        folder = self._choose_folder(self._page)
        if folder is not None:
            share(folder)

    def _on_shared(self, file: Path) -> None:
        text = tr("Saved as {file}", file=file)
        self._share.say(text)
        self._page.said.emit(text, False)
