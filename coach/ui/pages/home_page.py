"""Where a person starts: today's practice, what to mind, and what was before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coach.domain.exercise import Plan
from coach.domain.language import tr
from coach.domain.sides import Affected
from coach.ui.contracts import HomePort
from coach.ui.pages.home_cards import CareCard, ResumeCard, WeekCard
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.past_card import PastCard
from coach.ui.pages.practice_card import PracticeCard
from coach.ui.pages.scroll_page import MAX_WIDTH, make_scroll, scroll_to
from coach.ui.theme import Style
from coach.ui.widgets.flow import FlowRow
from coach.ui.widgets.labels import ActionButton, label
from coach.ui.wording import APP_TITLE, SMALL_PRINT

#: Beside the head: the column's margins, and the bar that scrolls; px.
_AROUND: Final = 56 + 28
#: Height from which there is room to say what each exercise is for, px at 100 %.
_TALL: Final = 900


class HomePage(Page):
    """The first page.

    Signals: `start_asked()`, `export_asked(session id)`, `past_asked(session id)`,
    `text_scaled(+1 or -1)`, `theme_asked()`, `voice_asked()`.
    """

    page_id: ClassVar[PageId] = PageId.HOME

    start_asked = Signal()
    export_asked = Signal(str)
    past_asked = Signal(str)
    text_scaled = Signal(int)
    theme_asked = Signal()
    voice_asked = Signal()

    def __init__(self, home: HomePort, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("homePage")
        self._home = home
        self._style = Style()
        self.practice = PracticeCard()
        self.resume = ResumeCard()
        self.week = WeekCard()
        self.care = CareCard()
        self.past = PastCard()
        self.smaller = _tool("smaller", "smallerText", tr("Smaller text"), "Ctrl+-")
        self.larger = _tool("larger", "largerText", tr("Larger text"), "Ctrl++")
        self.theme = _tool("theme", "themeButton", tr("Light or dark"), "Ctrl+T")
        self.voice = _tool("voice", "voiceButton", tr("Voice"), "V")
        self.voice.setCheckable(True)
        self._tools = (self.smaller, self.larger, self.theme, self.voice)
        self.nav = FlowRow()
        self.nav.setObjectName("navigation")
        self.nav.hide()
        self._nav_place = "above"
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()
        self.refresh()

    @property
    def plan(self) -> Plan | None:
        return self.practice.plan

    def refresh(self) -> None:
        """Read plans, sessions and preferences again."""
        wanted = self._home.preferences()
        self.practice.show_plans(self._home.plans(), wanted.plan_id)
        self.practice.show_advice(self._home.advice(), shut=self._home.shut)
        # A card with little to say ends after it.
        short = Qt.AlignmentFlag(0) if self.plan is not None else Qt.AlignmentFlag.AlignTop
        self._columns.setAlignment(self.practice, short)
        self.show_preferences()
        self.show_sessions()

    def show_sessions(self) -> None:
        """Read past sessions and the week again."""
        sessions = self._home.sessions()
        self.past.show_sessions(sessions)
        self._side.setStretch(self._side.indexOf(self.past), 1 if sessions else 0)
        self._side.setStretch(self._side.count() - 1, 0 if sessions else 1)
        self._show_week()

    def show_preferences(self) -> None:
        """Show what is chosen without reading anything else again."""
        wanted = self._home.preferences()
        self.practice.side.show_affected(wanted.affected, asked=wanted.side_asked)
        self.voice.setChecked(wanted.voice)
        self.voice.set_icon("voice" if wanted.voice else "voice_off")
        self._show_care()

    def entered(self) -> None:
        self._show_week()  # a day may have begun since

    def first_focus(self) -> QWidget:
        return self.practice.main_button if self.resume.isHidden() else self.resume.resume

    def show_navigation(self, pages: Sequence[tuple[PageId, str]]) -> None:
        """One button for each page that has a word in the navigation."""
        before: QWidget = self.voice
        for page_id, text in pages:
            button = ActionButton(text, "", f"nav_{page_id}", text)
            button.clicked.connect(lambda _=False, wanted=page_id: self.go_asked.emit(wanted))
            self.nav.addWidget(button)
            QWidget.setTabOrder(before, button)
            before = button
        self.nav.setVisible(bool(pages))
        self._arrange()

    def set_style(self, style: Style) -> None:
        self._style = style
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        scroll, self._column = make_scroll("homeScroll")
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._title = label(tr(APP_TITLE), "heading", "appTitle", wrap=True)
        self._head.addWidget(self._title, 1)
        self._head.addSpacing(12)
        for button in self._tools:
            self._head.addWidget(button)
        self._side = side = QVBoxLayout()
        side.setSpacing(18)
        for part in (self.week, self.care, self.past):
            side.addWidget(part)
        side.addStretch()
        self._columns.setSpacing(18)
        self._columns.addWidget(self.practice, 6)
        self._columns.addLayout(side, 5)
        self._column.addLayout(self._head)
        self._column.addWidget(self.nav)
        self._column.addWidget(self.resume)
        self._column.addLayout(self._columns, 1)
        self._column.addWidget(label(tr(SMALL_PRINT), "muted", "smallPrint", wrap=True))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def _connect(self) -> None:
        self.practice.start_asked.connect(self.start_asked)
        self.practice.plan_chosen.connect(self._on_plan_chosen)
        self.practice.programme_asked.connect(lambda: self.go_asked.emit(PageId.PLAN))
        self.resume.offered.connect(self._on_offered)
        self.resume.withdrawn.connect(lambda: self.practice.set_second(False))
        self.practice.affected_chosen.connect(self._on_affected)
        self.past.export_asked.connect(self.export_asked)
        self.past.open_asked.connect(self.past_asked)
        self.care.read_asked.connect(self._on_read_asked)
        self.smaller.clicked.connect(lambda: self.text_scaled.emit(-1))
        self.larger.clicked.connect(lambda: self.text_scaled.emit(1))
        self.theme.clicked.connect(self.theme_asked)
        self.voice.clicked.connect(self.voice_asked)

    def ask_side(self) -> None:
        """A practice was to begin, and nobody has said which side is weak."""
        self.practice.side.ask()
        self.said.emit(self.practice.side.needed.text(), True)

    def _on_affected(self, affected: Affected | None) -> None:
        asked = not self.practice.side.needed.isHidden()
        self._home.update(affected=affected, side_asked=True)
        self.show_preferences()
        if asked:
            self.practice.main_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_plan_chosen(self, plan_id: str) -> None:
        self._home.update(plan_id=plan_id)
        self._show_care()

    def _on_read_asked(self) -> None:
        self.care_asked.emit(self.plan.id if self.plan is not None else "")

    def _show_care(self) -> None:
        plan_id = self.plan.id if self.plan is not None else ""
        self.care.show_cards(self._home.care_cards(plan_id), shut=self._home.shut)

    def _show_week(self) -> None:
        self.week.show_week(self._home.week(), quiet=self._home.shut)

    def _on_offered(self) -> None:
        """The offer comes when the page may be shown already: the keyboard goes to it."""
        self.practice.set_second(True)
        if self.window().focusWidget() is self.practice.main_button:
            self.resume.resume.setFocus(Qt.FocusReason.OtherFocusReason)
            scroll_to(self.resume.resume)

    def _arrange(self) -> None:
        wide = min(self.width(), MAX_WIDTH) >= self._style.px(900)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self.practice.exercises.set_detailed(self.height() >= self._style.px(_TALL))
        self._place_navigation(wide)

    def _place_navigation(self, wide: bool) -> None:
        """In one row with the title where both fit, else below it.

        Large letters in a small window: what is done today comes before where else one may go.
        """
        parts = (self._title, self.nav, *self._tools)
        needed = sum(_one_line(part) + self._head.spacing() for part in parts)
        beside = wide and needed <= min(self.width(), MAX_WIDTH) - _AROUND
        place = "beside" if beside else "above" if wide else "below"
        if place == self._nav_place:
            return
        self._nav_place = place
        (self._head if self._head.indexOf(self.nav) >= 0 else self._column).removeWidget(self.nav)
        if beside:
            self._head.insertWidget(1, self.nav, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            below = self._column.indexOf(self._columns) + 1
            self._column.insertWidget(1 if wide else below, self.nav)


def _one_line(part: QWidget) -> int:
    """Width in px that a widget needs in one line."""
    if isinstance(part, QLabel):
        return part.fontMetrics().horizontalAdvance(part.text())
    return part.sizeHint().width()


def _tool(icon: str, name: str, says: str, key: str) -> ActionButton:
    return ActionButton("", icon, name, says, "icon", f"{says} ({key})")
