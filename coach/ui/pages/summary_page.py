"""After the session: three sentences and one picture, then the facts, and how it felt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coach.app.afterwards_presenter import FlagCase
from coach.app.flag_points import curve_points
from coach.domain.exercise import Exercise
from coach.domain.language import tr
from coach.domain.session import SessionRecord
from coach.ui.contracts import AfterwardsPort
from coach.ui.dates import moment_text
from coach.ui.pages.feedback_card import FeedbackCard
from coach.ui.pages.flags_card import FlagsCard
from coach.ui.pages.flags_model import case_sentence, flag_words, rep_name
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.result_card import FactsCard, ResultCard
from coach.ui.pages.scroll_page import MAX_WIDTH, centred, make_scroll
from coach.ui.pages.session_picture_model import picture_rows
from coach.ui.pages.share_card import ShareCard, StillsCard
from coach.ui.pages.summary_link import SummaryLink
from coach.ui.pages.summary_model import SummaryView, summarise
from coach.ui.pages.talking_model import BLINK_NOTE, blink_facts, talking_facts
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.flag_dialog import FlagDialog
from coach.ui.widgets.icon_line import IconLine
from coach.ui.widgets.labels import ActionButton, card, label
from coach.ui.widgets.session_picture import SessionPicture
from coach.ui.wording import PLACE_NAME

Exercises = Mapping[str, Exercise]


class SummaryPage(Page):
    """Shows a finished session, or an earlier one. Signals: `export_asked(session id)`."""

    page_id: ClassVar[PageId] = PageId.SUMMARY

    export_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryPage")
        self._style = Style()
        self._record: SessionRecord | None = None
        self._exercises: Exercises = {}
        self._all_exercises: Callable[[], Exercises] = dict
        self._afterwards: AfterwardsPort | None = None
        self._link: SummaryLink | None = None
        self.view: SummaryView | None = None
        self.headline = label("", "display", "summaryHeadline", wrap=True)
        says = tr("You looked around. Nothing of this was kept.")
        self.unkept = label(says, "strong", "summaryUnkept", wrap=True)
        self.unkept.hide()
        self.whose = label("", "strong", "summaryWhose", wrap=True)
        self.picture = SessionPicture()
        self.feedback = FeedbackCard()
        self.flags = FlagsCard()
        self.stills = StillsCard()
        self.share = ShareCard()
        self.home_button = ActionButton(
            tr("Done", "leave the summary"), "", "homeButton", tr("Done: back to the start"), "big"
        )
        self.done = label("", "lead", "summaryDone", wrap=True)
        self._findings_card, self._findings = card(name="findingsCard")
        self._results = QVBoxLayout()
        self._results.setSpacing(16)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._facts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._facts.setSpacing(18)
        self._bottom = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards: list[ResultCard] = []
        self._scroll = self._build()
        self._connect()

    @property
    def export_button(self) -> ActionButton:
        """Writes the session as single files."""
        return self.share.export

    def use(
        self,
        afterwards: AfterwardsPort,
        exercises: Callable[[], Exercises],
        choose_folder: Callable[[QWidget], Path | None],
    ) -> None:
        """Take over what keeps answers and entries; without it there are only the facts.

        Args:
            afterwards: the presenter.
            exercises: titles and tolerances by id.
            choose_folder: asks where a file goes; None where the person changes their mind.
        """
        self._afterwards = afterwards
        self._all_exercises = exercises
        cards = (self.feedback, self.flags, self.stills, self.share)
        self._link = SummaryLink(self, cards, afterwards, choose_folder)
        afterwards.record_loaded.connect(self._on_record_loaded)
        afterwards.record_changed.connect(self._on_record_changed)
        afterwards.curves_ready.connect(self._on_curves_ready)

    def set_style(self, style: Style) -> None:
        self._style = style
        self._arrange()

    def first_focus(self) -> QWidget:
        return self.home_button

    def entered(self) -> None:
        if self.view is not None:
            said = [self.headline.text() + ".", *self.view.sentences]
            if not self.unkept.isHidden():
                said.append(self.unkept.text())
            self.said.emit(" ".join(said), False)

    def left(self) -> None:
        if self._afterwards is not None:
            self._afterwards.drop_stills()

    def show_record(
        self, record: SessionRecord, exercises: Exercises, *, fresh: bool = True
    ) -> None:
        """Show a session; `fresh` where it has just ended."""
        self._record, self._exercises = record, exercises
        after = self._afterwards
        if after is not None:
            after.show(record, fresh=fresh)
        earlier = after.earlier() if after is not None else {}
        held = after is None or after.shareable
        self.view = summarise(record, exercises, earlier, kept=held)
        self.headline.setText(self.view.headline if fresh else moment_text(record.created))
        self.picture.show_rows(picture_rows(self.view.results, earlier))
        self.share.say("")
        self.share.setVisible(held and bool(record.reps))
        self.unkept.setVisible(not held)
        self.share.show_sharing(after is not None)
        self._show_additions(record)
        self._show_results(record)
        apply_to_children(self, self._style)
        self._arrange()
        self._scroll.verticalScrollBar().setValue(0)

    def say(self, text: str) -> None:
        """A short message beside the buttons: where the export is."""
        self.share.say(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> QScrollArea:
        scroll, column = make_scroll("summaryScroll")
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (self.headline, self.whose, self.done, self.unkept):
            words.addWidget(part)
        self._picture_card, _ = card(self.picture, name="pictureCard")
        self._top.setSpacing(18)
        self._top.addWidget(self._findings_card, 5)
        self._top.addWidget(self._picture_card, 4)
        self._bottom.setSpacing(18)
        self._bottom.addWidget(self.flags, 5)
        self._bottom.addWidget(self.share, 4)
        column.addLayout(words)
        column.addLayout(self._top)
        column.addWidget(self.stills)
        column.addWidget(self.feedback)
        column.addLayout(self._results)
        column.addLayout(self._facts)
        column.addLayout(self._bottom)
        column.addStretch(1)
        strip = QWidget()
        buttons = QHBoxLayout(strip)
        buttons.setContentsMargins(28, 12, 28, 20)
        buttons.addWidget(self.home_button)
        buttons.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll, 1)
        page.addWidget(centred(strip))
        return scroll

    def _connect(self) -> None:
        self.home_button.clicked.connect(lambda: self.go_asked.emit(PageId.HOME))
        self.share.export_asked.connect(self._on_export_asked)

    def _show_additions(self, record: SessionRecord) -> None:
        after = self._afterwards
        linked = after is not None and after.kept
        self.feedback.setVisible(linked)
        self.feedback.ask_pain_only(not record.reps)  # who stops before the first may be in pain
        self.flags.setVisible(linked and bool(record.reps))
        self.stills.hide()
        self.flags.show_record(record, self._exercises)
        if self._link is not None:
            self._link.show_additions()

    def _show_results(self, record: SessionRecord) -> None:
        assert self.view is not None
        _empty(self._findings)
        _empty(self._results)
        self.done.setText(self.view.done)
        self.whose.setText(self.view.whose)
        self.whose.setVisible(bool(self.view.whose))
        for i, finding in enumerate(self.view.findings):
            self._findings.addWidget(IconLine(finding.sign, finding.text, "lead", f"finding{i}"))
        for i, line in enumerate(self.view.course):
            self._findings.addWidget(label(line, "muted", f"course{i}", wrap=True))
        self._findings.addStretch(1)
        self._findings_card.setVisible(bool(self.view.findings or self.view.course))
        self._cards = [ResultCard(result) for result in self.view.results]
        for made in self._cards:
            self._results.addWidget(made)
        facts = [
            FactsCard(
                "talkingCard",
                tr("A minute of talking"),
                talking_facts(c, record.affected),
                note=tr(BLINK_NOTE) if c.enough and c.blinks is not None else "",
            )
            for c in record.spontaneous
        ]
        if record.blinks is not None and (blinks := blink_facts(record.blinks, record.affected)):
            title, note = tr("Blinks in this session"), tr(BLINK_NOTE)
            facts.append(FactsCard("blinkCard", title, blinks, note=note))
        _empty(self._facts)
        for shown in facts:
            self._facts.addWidget(shown, 1)

    def _arrange(self) -> None:
        wide = min(self.width(), MAX_WIDTH) >= self._style.px(900)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for box in (self._top, self._facts, self._bottom, *(made.box for made in self._cards)):
            box.setDirection(direction)
        self._picture_card.setVisible(not self.picture.isHidden())

    def _on_export_asked(self) -> None:
        if self._record is not None:
            self.export_asked.emit(self._record.id)

    def _on_record_loaded(self, record: SessionRecord) -> None:
        self.show_record(record, self._all_exercises(), fresh=False)
        self.go_asked.emit(PageId.SUMMARY)

    def _on_record_changed(self, record: SessionRecord) -> None:
        self._record = record
        self.flags.show_record(record, self._exercises)
        self.flags.set_style(self._style)

    def _on_curves_ready(self, case: FlagCase) -> None:
        place = PLACE_NAME[case.flag.region, case.flag.side]
        title = f"{rep_name(case.rep, self._exercises)}: {flag_words(case.flag)}"
        points = None if case.curves is None else curve_points(case.curves, _capital(place))
        sentence = case_sentence(case.rep, case.flag)
        dialog = FlagDialog(self, title, sentence, points)
        dialog.told.connect(lambda text: self.said.emit(text, False))
        dialog.open_over(self._style, 820, 720)
        self.said.emit(f"{title}. {sentence}", False)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _empty(layout: QBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
