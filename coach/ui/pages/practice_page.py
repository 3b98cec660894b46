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
from coach.domain.exercise import Phase
from coach.domain.feedback_mode import FeedbackMode
from coach.domain.language import tr
from coach.domain.sides import Affected
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.practice_actions import PracticeActions
from coach.ui.pages.practice_stage import PracticeStage
from coach.ui.pages.practice_tools import PracticeTools
from coach.ui.pages.practice_view import PracticeView, is_quiet, offers_of, shape_of
from coach.ui.theme import Style
from coach.ui.widgets.balance_bars import BalanceBars
from coach.ui.widgets.banner import Banner, BannerKind, BannerMessage, message_for
from coach.ui.widgets.change_panel import ChangePanel
from coach.ui.widgets.face_demo import FaceDemo
from coach.ui.widgets.labels import label
from coach.ui.widgets.phase_panel import PhasePanel
from coach.ui.widgets.rep_trace import RepTrace
from coach.ui.wording import headline, place_text

_MARGINS: Final = (20, 12, 20, 14)
_COMPACT_MARGINS: Final = (14, 6, 14, 8)
#: Place of the free room in the side column.
_SIDE_SPACE: Final = 3
_NOTHING: Final = BannerMessage(BannerKind.CUE, "")


class PracticePage(Page):
    """Shows snapshots and forwards clicks; its parts are `stage`, `tools`, `actions_row`, `panel`.

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
        self.panel = PhasePanel()
        self.demo = FaceDemo()
        self.trace = RepTrace()
        self.bars = BalanceBars()
        self.tools = PracticeTools()
        self.actions_row = PracticeActions()
        self.change = ChangePanel()
        self._middle = QStackedWidget()
        self._head = QHBoxLayout()
        self._body = QGridLayout()
        self._side = QVBoxLayout()
        self._compact = False
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
    def problem(self) -> str:
        """What went wrong in this session."""
        return self._problem.text if self._problem else ""

    def open_change(self) -> None:
        """Show the panel of changes in place of the exercise."""
        self._middle.setCurrentWidget(self.change)
        self.actions_row.hide()
        self.change.ease.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_change(self) -> None:
        """Back to the exercise."""
        if self.changing:
            self._middle.setCurrentIndex(0)
            self.actions_row.show()
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, title: str, affected: Affected | None = None) -> None:
        """A session of the plan `title` starts: nothing of the last one is left on the screen."""
        self.close_change()
        self.demo.set_affected(affected)
        self._plan_title = title
        self.state = self._problem = None
        self._headline = ""
        self.stage.mirror.set_caption("")
        self.stage.begin(affected)
        self.trace.clear()
        self.bars.show_state(None)
        self.banner.show_message(_NOTHING)
        self._told = _NOTHING
        self.title.setText(title)
        self.place.setText("")
        self.panel.clear()
        self.progress.setValue(0)
        self.actions_row.show_state(None)
        self._arrange()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show one moment."""
        state, old = snapshot.state, self.state
        self.state = state
        self.stage.show_snapshot(snapshot)
        if self.panel.isVisible():
            self.panel.show_state(state, with_title=self._compact, quiet=is_quiet(state))
        if self.bars.isVisible():
            self.bars.show_state(state)
        for follower in (self.demo, self.trace):
            if follower.isVisible():
                follower.show_state(state)
        self._show_words(state)
        if old is None or offers_of(old) != offers_of(state):
            self.actions_row.show_state(state)
        self.progress.setValue(round(state.progress * 1000))
        if old is None or shape_of(old) != shape_of(state):
            self._arrange()

    def show_source(self, text: str) -> None:
        """Say where the pictures come from, as long as they do."""
        self.stage.mirror.set_caption(text)
        self.said.emit(text, False)

    def show_problem(self, message: str, hint: str) -> None:
        """Keep a problem in the banner until the session ends."""
        self._problem = BannerMessage(BannerKind.CAUTION, f"{message} {hint}".strip())
        if self.banner.show_message(self._problem):
            self._told = self._problem
            self.said.emit(self._problem.text, True)

    def set_view(self, view: PracticeView) -> None:
        """Take over the person's choices."""
        self._view = view
        self.stage.set_view(view)
        self.bars.set_mirrored(view.mirrored)
        self.demo.set_mirrored(view.mirrored)
        self.tools.show_view(view)
        if self.state is not None:
            self._show_words(self.state)
        self._arrange()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.panel.setMaximumWidth(style.px(420))
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
        self._side.setSpacing(12)
        self._side.addWidget(self.panel)
        self._side.addWidget(self.demo, 3)
        self._side.addWidget(self.trace, 2)
        self._side.addStretch()
        exercise = QWidget()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(14)
        self._body.addWidget(self.stage, 0, 0)
        self._body.addLayout(self._side, 0, 1, 2, 1)
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
        shown = wanted and not self.stage.tells(message.text)
        self.banner.show_message(message if shown else _NOTHING)
        if message != self._told:
            self._told = message
            if message.text:
                self.said.emit(message.text, message.kind is BannerKind.CAUTION)

    def _arrange(self) -> None:
        """Give the room to what matters now."""
        style, state, view = self._style, self.state, self._view
        small = self.height() < style.px(560)
        self._set_compact(small)
        self.stage.set_small(small)
        self.panel.set_small(self.height() < style.px(380))
        quiet = state is not None and is_quiet(state)
        by_ear = view.mode is FeedbackMode.VOICE or (state is not None and state.hurt)
        phase = Phase.FINISHED if state is None else state.phase
        showing, setting_up = phase is Phase.DEMONSTRATE, phase is Phase.SETUP
        self.title.setVisible(not small)
        for widget in (self.place, self.progress):
            widget.setVisible(not small and self.width() >= style.px(900))
        self.panel.setVisible(not by_ear)
        calm = by_ear or quiet or setting_up or self.stage.reading
        self.demo.setVisible(not small and view.picture and not calm)
        traced = state is not None and state.target_mm > 0 and not (showing or calm)
        roomy = self.height() >= style.px(700) or not (small or view.picture)
        self.trace.setVisible(traced and roomy)
        alone = self.demo.isHidden() and self.trace.isHidden() and not small
        self._side.setStretch(_SIDE_SPACE, 1 if alone else 0)  # the phase stays at the top
        self.bars.setVisible(not calm and view.mode is not FeedbackMode.BARS)
        self._body.setColumnStretch(0, 1 if showing and not small and view.picture else 2)
        self._body.setColumnStretch(1, 0 if by_ear else 1)

    def _set_compact(self, compact: bool) -> None:
        """In a small window the tools move below the phase, and the bars take the whole width."""
        if compact == self._compact:
            return
        self._compact = compact
        page = self.layout()
        if page is not None:
            page.setContentsMargins(*(_COMPACT_MARGINS if compact else _MARGINS))
        self._side.setSpacing(6 if compact else 12)
        self._body.removeWidget(self.bars)
        self._body.removeItem(self._side)
        if compact:
            self._head.removeWidget(self.tools)
            self._side.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignLeft)
            self._body.addLayout(self._side, 0, 1)
            self._body.addWidget(self.bars, 1, 0, 1, 2)
        else:
            self._side.removeWidget(self.tools)
            self._head.addWidget(self.tools)
            self._body.addLayout(self._side, 0, 1, 2, 1)
            self._body.addWidget(self.bars, 1, 0)
