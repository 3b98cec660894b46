"""After the session: three sentences, and the facts of each exercise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coach.domain.exercise import Exercise
from coach.domain.language import tr
from coach.domain.session import SessionRecord
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.scroll_page import centred, make_scroll
from coach.ui.pages.summary_model import ExerciseResult, SummaryView, summarise
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.labels import ActionButton, card, label
from coach.ui.widgets.rep_chart import RepChart


class SummaryPage(Page):
    """Signals: `export_asked(session id)`."""

    page_id: ClassVar[PageId] = PageId.SUMMARY

    export_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryPage")
        self._style = Style()
        self._session_id = ""
        self.view: SummaryView | None = None
        self.headline = label("", "display", "summaryHeadline", wrap=True)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(6)
        self._results = QVBoxLayout()
        self._results.setSpacing(16)
        self._facts: list[QBoxLayout] = []
        self.note = label("", "muted", "summaryNote", wrap=True)
        self.home_button = ActionButton(
            tr("Back to start"), "", "homeButton", tr("Back to start"), "big"
        )
        self.export_button = ActionButton(
            tr("Export…"), "", "exportButton", tr("Export this session to a folder")
        )
        self._scroll = self._build()
        self.home_button.clicked.connect(lambda: self.go_asked.emit(PageId.HOME))
        self.export_button.clicked.connect(lambda: self.export_asked.emit(self._session_id))

    def _build(self) -> QScrollArea:
        scroll, column = make_scroll("summaryScroll")
        column.addWidget(self.headline)
        column.addLayout(self._sentences)
        column.addLayout(self._results)
        column.addStretch(1)
        strip = QWidget()
        buttons = QHBoxLayout(strip)
        buttons.setContentsMargins(28, 12, 28, 20)
        buttons.setSpacing(14)
        buttons.addWidget(self.home_button)
        buttons.addWidget(self.export_button)
        buttons.addWidget(self.note, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll, 1)
        page.addWidget(centred(strip))
        return scroll

    def set_style(self, style: Style) -> None:
        self._style = style
        self._arrange()

    def first_focus(self) -> QWidget:
        return self.home_button

    def entered(self) -> None:
        if self.view is not None:
            self.said.emit(" ".join((self.view.headline + ".", *self.view.sentences)), False)

    def show_record(self, record: SessionRecord, exercises: Mapping[str, Exercise]) -> None:
        """Show a finished session."""
        self._session_id = record.id
        self.view = summarise(record, exercises)
        self.headline.setText(self.view.headline)
        self.note.setText("")
        self.export_button.setVisible(bool(record.reps))
        _empty(self._sentences)
        _empty(self._results)
        self._facts.clear()
        for i, sentence in enumerate(self.view.sentences):
            self._sentences.addWidget(label(sentence, "lead", f"sentence{i}", wrap=True))
        for result in self.view.results:
            self._results.addWidget(self._result_card(result))
        apply_to_children(self, self._style)
        self._arrange()
        self._scroll.verticalScrollBar().setValue(0)

    def say(self, text: str) -> None:
        """A short message beside the buttons: where the export is."""
        self.note.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self._style.px(820)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for box in self._facts:
            box.setDirection(direction)

    def _result_card(self, result: ExerciseResult) -> QFrame:
        frame, column = card(name="resultCard")
        column.addWidget(label(result.title, "title", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for row, (question, answer) in enumerate(result.facts):
            grid.addWidget(label(question, "muted", wrap=True), row, 0)
            grid.addWidget(label(answer, "strong", wrap=True), row, 1)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 5)
        grid.setRowStretch(len(result.facts), 1)
        box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        box.setSpacing(24)
        box.addLayout(grid, 3)
        if any(r.scored for r in result.reps):
            box.addWidget(RepChart(result.reps, result.target_mm), 2)
        column.addLayout(box)
        self._facts.append(box)
        return frame


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
