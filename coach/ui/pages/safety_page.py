"""The safety cards of a plan: before the first practice of a day, and whenever somebody looks."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coach.domain.language import tr
from coach.ui.contracts import HomePort
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.scroll_page import MAX_WIDTH, make_scroll
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.care_card import CareCard, spoken
from coach.ui.widgets.labels import ActionButton, label


class SafetyPage(Page):
    """The big button reads on: to the practice where one was about to begin, else back.

    Args:
        home: the plan's cards.
    """

    page_id: ClassVar[PageId] = PageId.SAFETY

    def __init__(self, home: HomePort) -> None:
        super().__init__()
        self.setObjectName("safetyPage")
        self._home = home
        self._plan_id = ""
        self._before = False
        self._back = PageId.HOME
        self._style = Style()
        self.read = ActionButton("", "", "cardsRead", "", "big")
        self.back = ActionButton(tr("Back"), "", "cardsBack", tr("Back, without starting"))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(18)
        self._scroll, column = make_scroll("safetyScroll")
        self._scroll.setAccessibleName(tr("Before you start"))
        column.addWidget(label(tr("Before you start"), "display", "safetyTitle", wrap=True))
        column.addLayout(self._columns)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.read)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)
        self.read.clicked.connect(self._on_read)
        self.back.clicked.connect(self.escape)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_length_known)

    def show_cards(
        self, plan_id: str, *, before_practice: bool, back: PageId = PageId.HOME
    ) -> None:
        """Show the cards of a plan.

        Args:
            plan_id: which plan.
            before_practice: the button begins the practice, and another goes back; else it does.
            back: where back is.
        """
        self._plan_id, self._before, self._back = plan_id, before_practice, back
        words = tr("I have read this. Start") if before_practice else tr("Back")
        self.read.set_words(words)
        self.read.setAccessibleName(words)
        self.back.setVisible(before_practice)
        while (item := self._columns.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for shown in self._home.care_cards(plan_id):
            self._columns.addWidget(CareCard(shown, large=True), 1)
        apply_to_children(self, self._style)

    def first_focus(self) -> QWidget:
        return self._scroll if self._scroll.verticalScrollBar().maximum() > 0 else self.read

    def escape(self) -> bool:
        """Go back; nothing counts as read."""
        self.go_asked.emit(self._back)
        return True

    def entered(self) -> None:
        cards = self._home.care_cards(self._plan_id)
        title = tr("Before you start")
        self.said.emit(f"{title}. {spoken(cards)}", False)
        self._scroll.verticalScrollBar().setValue(0)

    def set_style(self, style: Style) -> None:
        self._style = style
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _on_length_known(self, _least: int, most: int) -> None:
        """Where the button is below the lower edge, the keyboard scrolls: reading comes first."""
        policy = Qt.FocusPolicy.StrongFocus if most > 0 else Qt.FocusPolicy.NoFocus
        self._scroll.setFocusPolicy(policy)
        if most > 0 and self.read.hasFocus():
            self._scroll.verticalScrollBar().setValue(0)
            self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self) -> None:
        self._home.note_care_read(self._plan_id)
        if self._before:
            self.start_asked.emit()
        else:
            self.go_asked.emit(self._back)

    def _arrange(self) -> None:
        wide = min(self.width(), MAX_WIDTH) >= self._style.px(900)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._columns.setAlignment(Qt.AlignmentFlag.AlignTop)
