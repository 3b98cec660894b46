"""The session: the stage, one line of words, what to do now, left against right."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coach.app.snapshot import Snapshot
from coach.domain.coach_state import CoachState
from coach.domain.language import tr
from coach.domain.sides import Affected
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.practice_actions import PracticeActions
from coach.ui.pages.practice_parts import PracticeParts
from coach.ui.pages.practice_side import PracticeSide
from coach.ui.pages.practice_stage import PracticeStage
from coach.ui.pages.practice_tools import PracticeTools
from coach.ui.pages.practice_view import PracticeView, offers_of, shape_of
from coach.ui.theme import Style
from coach.ui.widgets.balance_bars import BalanceBars
from coach.ui.widgets.banner import Banner, BannerKind, BannerMessage, message_for
from coach.ui.widgets.change_panel import ChangePanel
from coach.ui.widgets.labels import label
from coach.ui.wording import headline, place_text

_MARGINS: Final = (20, 12, 20, 14)
_COMPACT_MARGINS: Final = (14, 6, 14, 8)
_GAP: Final = 14
_NOTHING: Final = BannerMessage(BannerKind.CUE, "")


class PracticePage(Page):
    """Shows snapshots and forwards clicks; its parts are `stage`, `side`, `tools`, `actions_row`.

    Signals:
        change_closed: the panel of changes was closed without a choice.

    Attributes:
        state: the moment that is shown; None before the first.
    """

    page_id: ClassVar[PageId] = PageId.PRACTICE
    shows_menu: ClassVar[bool] = False

    change_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practicePage")
        self._style = Style()
        self._view = PracticeView()
        self.state: CoachState | None = None
        self._headline = self._plan_title = ""
        self._problem: BannerMessage | None = None
        self._told = _NOTHING
        self.title = label("", "title", "exerciseTitle")
        self.place = label("", "muted", "exercisePlace")
        self.progress = QProgressBar()
        self.progress.setObjectName("sessionProgress")
        self.progress.setAccessibleName(tr("Share of the session done"))
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.banner = Banner()
        self.stage = PracticeStage()
        self.side = PracticeSide()
        self.bars = BalanceBars()
        self.tools = PracticeTools()
        self.actions_row = PracticeActions()
        self.change = ChangePanel()
        self._middle = QStackedWidget()
        self._head = QHBoxLayout()
        self._body = QGridLayout()
        self._placed, self._keeps_room = (False, False), False
        self._build()

    def first_focus(self) -> QWidget:
        return self.actions_row.pause

    def escape(self) -> bool:
        """Esc closes the panel of changes first."""
        if not self.changing:
            return False
        self.close_change()
        self.change_closed.emit()
        return True

    def left(self) -> None:
        self.close_change()

    @property
    def changing(self) -> bool:
        """Whether the person is choosing a change; the session waits meanwhile."""
        return self._middle.currentWidget() is self.change

    @property
    def asking(self) -> bool:
        """Whether a choice stands in the place of the row, or pain: Space presses the focus."""
        return self.actions_row.isHidden() or (self.state is not None and self.state.hurt)

    @property
    def problem(self) -> str:
        """What went wrong in this session."""
        return self._problem.text if self._problem else ""

    def open_change(self) -> None:
        """Show the panel of changes in place of the exercise."""
        self._middle.setCurrentWidget(self.change)
        self.actions_row.hide()
        if self.state is not None:
            self._show_words(self.state)
        self.change.ease.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_change(self) -> None:
        """Back to the exercise."""
        if self.changing:
            self._middle.setCurrentIndex(0)
            self.actions_row.show()
            if self.state is not None:
                self._show_words(self.state)
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, title: str, affected: Affected | None = None) -> None:
        """A session of the plan `title` starts: nothing of the last one is left on the screen."""
        self.close_change()
        self._plan_title = title
        self.state = self._problem = None
        self._headline = ""
        self.stage.mirror.set_caption("")
        self.stage.begin(affected)
        self.side.begin(affected)
        self.bars.show_state(None)
        self.banner.show_message(_NOTHING)
        self._told = _NOTHING
        self.title.setText(title)
        self.place.setText("")
        self.progress.setValue(0)
        self.actions_row.show_state(None)
        self._arrange()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment."""
        state, old = snapshot.state, self.state
        self.state = state
        self.stage.show_snapshot(snapshot)
        if old is None or shape_of(old) != shape_of(state):
            self._arrange()  # before the parts are fed: only those that are seen get the moment
        self.side.show_state(state)
        if self.bars.isVisible():
            self.bars.show_state(state)
        self._show_words(state)
        if old is None or offers_of(old) != offers_of(state):
            self.actions_row.show_state(state)
            if state.hurt and not (old is not None and old.hurt):
                self.actions_row.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.progress.setValue(round(state.progress * 1000))

    def show_source(self, text: str) -> None:
        """Say where the pictures come from, as long as they do."""
        self.stage.mirror.set_caption(text)
        self.said.emit(text, False)

    def show_problem(self, message: str, hint: str) -> None:
        """Keep a problem in the banner until the session ends."""
        self._problem = BannerMessage(BannerKind.CAUTION, f"{message} {hint}".strip())
        if self.banner.show_message(self._problem):
            self._show_banner()
            self._told = self._problem
            self.said.emit(self._problem.text, True)

    def set_view(self, view: PracticeView) -> None:
        """Take over the person's choices."""
        self._view = view
        self.stage.set_view(view)
        self.bars.set_mirrored(view.mirrored)
        self.side.demo.set_mirrored(view.mirrored)
        self.tools.show_view(view)
        if self.state is not None:
            self._show_words(self.state)
        self._arrange()

    def set_style(self, style: Style) -> None:
        self._style = style
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._head.setSpacing(10)
        self._head.addWidget(self.title)
        self._head.addWidget(self.place)
        self._head.addStretch(1)
        self._head.addWidget(self.progress)
        self._head.addWidget(self.tools)
        exercise = QWidget()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(_GAP)
        self._body.addWidget(self.stage, 0, 0)
        self._body.addWidget(self.side, 0, 1, 2, 1)
        self._body.addWidget(self.bars, 1, 0)
        self._body.setRowStretch(0, 1)
        exercise.setLayout(self._body)
        self._middle.addWidget(exercise)
        self._middle.addWidget(self.change)
        page = QVBoxLayout(self)
        page.setContentsMargins(*_MARGINS)
        page.setSpacing(8)
        page.addLayout(self._head)
        page.addWidget(self.banner)
        page.addWidget(self._middle, 1)
        page.addWidget(self.actions_row)
        order = (*self.actions_row.buttons, *self.tools.buttons)
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        self.change.closed.connect(self.escape)

    def _show_words(self, state: CoachState) -> None:
        self.title.setText(state.exercise.title if state.exercise else self._plan_title)
        self.place.setText(place_text(state))
        now = headline(state)
        if now != self._headline:
            self._headline = now
            self.said.emit(now, state.source_lost)
        message = message_for(state)
        if self._problem is not None and message.kind is BannerKind.CUE:
            message = self._problem
        wanted = self._view.captions or message.kind is BannerKind.CAUTION
        # While a change is chosen the session waits, and Space presses what has the focus.
        waits = self.changing and message.kind is BannerKind.CUE
        shown = wanted and not waits and not self.stage.tells(message.text)
        self.banner.show_message(message if shown else _NOTHING)
        self._show_banner()
        if message != self._told:
            self._told = message
            if message.text:
                self.said.emit(message.text, message.kind is BannerKind.CAUTION)

    def _show_banner(self) -> None:
        """With its room where words come and go in a movement, else only with words."""
        kept = self._keeps_room and not self.changing
        self.banner.setVisible(kept or bool(self.banner.message.text))

    def _arrange(self) -> None:
        """Give the room to what matters now."""
        style = self._style
        small = self.height() < style.px(560)
        self.stage.set_small(small)
        self.side.panel.set_small(self.height() < style.px(380))
        parts = PracticeParts.of(
            self.state, self._view, small=small,
            tall=self.height() >= style.px(700), reading=self.stage.reading,
        )  # fmt: skip
        self._place(compact=small, by_ear=parts.by_ear)
        self.title.setVisible(not small)
        for widget in (self.place, self.progress):
            widget.setVisible(not small and self.width() >= style.px(900))
        self.side.setVisible(not parts.by_ear)
        self.side.show_parts(parts, compact=small)
        self.bars.setVisible(parts.bars)
        self._keeps_room = parts.banner
        self._show_banner()
        self._body.setHorizontalSpacing(0 if parts.by_ear else _GAP)
        self._body.setColumnStretch(0, 1 if parts.large_demo else 2)
        self._body.setColumnStretch(1, 0 if parts.by_ear else 1)

    def _place(self, *, compact: bool, by_ear: bool) -> None:
        """In a small window the tools move below the phase, and the bars take the whole width."""
        if (compact, by_ear) == self._placed:
            return
        self._placed = compact, by_ear
        page = self.layout()
        if page is not None:
            page.setContentsMargins(*(_COMPACT_MARGINS if compact else _MARGINS))
        self.side.give_back(self.tools)
        self._head.removeWidget(self.tools)
        for part in (self.bars, self.side, self.tools):
            self._body.removeWidget(part)
        if compact:
            if by_ear:  # the word takes the whole width
                self._body.addWidget(self.tools, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
            else:
                self.side.take(self.tools)
            self._body.addWidget(self.side, 0, 1)
            self._body.addWidget(self.bars, 1, 0, 1, 2)
        else:
            self._head.addWidget(self.tools)
            self._body.addWidget(self.side, 0, 1, 2, 1)
            self._body.addWidget(self.bars, 1, 0)
