"""Many sessions: each movement with its error bands, the calendar, kept pictures, blinks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QVBoxLayout, QWidget

from coach.app.progress_presenter import Overview, ProgressPresenter
from coach.domain.language import tr
from coach.domain.movements import Movement
from coach.domain.trend import MovementTrend
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.progress_cards import CalendarCard, SectionCard, StillsCard, WelcomeCard
from coach.ui.pages.progress_model import sections
from coach.ui.pages.result_card import FactsCard
from coach.ui.pages.scroll_page import MAX_WIDTH, make_scroll, page_head
from coach.ui.pages.talking_model import BLINK_NOTE, blink_facts
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.drop_down import DropDown
from coach.ui.widgets.labels import ActionButton, label


class ProgressPage(Page):
    """Shows what the presenter reads in the background. GUI thread.

    Args:
        presenter: reads trends, days and pictures.
        titles: words for a movement, as the exercises have them.
        mirrored: whether pictures are shown as in a mirror.
        today: the local date.
    """

    page_id: ClassVar[PageId] = PageId.PROGRESS

    def __init__(
        self,
        presenter: ProgressPresenter,
        titles: Callable[[], Mapping[Movement, str]],
        mirrored: Callable[[], bool],
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("progressPage")
        self._presenter = presenter
        self._titles = titles
        self._mirrored = mirrored
        self._today = today
        self._style = Style()
        self._movement = ""
        self.title = label(tr("Progress"), "display", "progressTitle", wrap=True)
        self.about = label("", "lead", "progressAbout", wrap=True)
        self.loading = QProgressBar()
        self.loading.setObjectName("progressLoading")
        self.loading.setAccessibleName(tr("Reading your sessions"))
        self.loading.setTextVisible(False)
        self.movements = DropDown("movementChooser", tr("Movement"))
        self.welcome = WelcomeCard()
        self.calendar = CalendarCard()
        self.stills = StillsCard()
        self.home_button = ActionButton(tr("Home"), "", "progressHome", tr("Back to the home page"))
        self._figures = QVBoxLayout()
        self._figures.setSpacing(16)
        self._blinks = QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()

    def nav_text(self) -> str:
        return tr("Progress")

    def first_focus(self) -> QWidget:
        return self.home_button  # the topmost, there before the sessions are read

    def entered(self) -> None:
        self._on_advanced(0.0)
        self.loading.show()
        self._presenter.load()

    def set_style(self, style: Style) -> None:
        self._style = style
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        scroll, column = make_scroll("progressScroll")
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.welcome)
        left.addWidget(self.movements)
        left.addLayout(self._figures)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self.calendar)
        right.addLayout(self._blinks)
        right.addWidget(self.stills)
        right.addStretch(1)
        self._columns.setSpacing(18)
        self._columns.addLayout(left, 7)
        self._columns.addLayout(right, 5)
        column.addLayout(page_head(self.title, self.home_button))
        column.addWidget(self.about)
        column.addWidget(self.loading)
        column.addLayout(self._columns)
        column.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)
        self.welcome.hide()
        self.movements.hide()
        self.loading.hide()

    def _connect(self) -> None:
        for asked in (self.home_button.clicked, self.welcome.home_asked):
            asked.connect(lambda: self.go_asked.emit(PageId.HOME))
        self.movements.activated.connect(lambda _index: self._choose())
        self.calendar.told.connect(lambda text: self.said.emit(text, False))
        self.stills.wanted.connect(self._presenter.show_stills)
        self.stills.delete_asked.connect(self._presenter.delete_stills)
        presenter = self._presenter
        presenter.overview_ready.connect(self._on_overview)
        presenter.trend_ready.connect(self._on_trend)
        presenter.stills_ready.connect(self.stills.show_stills)
        presenter.advanced.connect(self._on_advanced)
        presenter.problem_raised.connect(self._on_problem)

    def _arrange(self) -> None:
        wide = min(self.width(), MAX_WIDTH) >= self._style.px(900)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)

    def _choose(self) -> None:
        self._movement = str(self.movements.currentData())
        self._presenter.choose(Movement(self._movement))

    def _on_advanced(self, share: float) -> None:
        self.loading.setValue(round(100 * share))

    def _on_problem(self, message: str, hint: str) -> None:
        self.loading.hide()
        self.message_asked.emit(message, hint)

    def _on_overview(self, overview: Overview) -> None:
        self.loading.hide()
        titles = self._titles()
        self.movements.show_choices(
            [(titles[m], m.value) for m, _ in overview.movements], self._movement
        )
        self.movements.setVisible(bool(overview.movements))
        self.welcome.setVisible(not overview.movements)
        self.about.setText(_about(overview))
        self.about.setVisible(bool(overview.movements))
        self.calendar.show_days(self._today(), overview.days)
        self.stills.mirrored = self._mirrored()
        self.stills.show_sessions(overview.stills)
        self._show_blinks(overview)
        if overview.movements:
            self._choose()
        else:
            _empty(self._figures)

    def _on_trend(self, trend: MovementTrend) -> None:
        _empty(self._figures)
        for section in sections(trend):
            card = SectionCard(section)
            card.told.connect(lambda text: self.said.emit(text, False))
            card.signs_asked.connect(lambda: self.care_asked.emit(""))
            self._figures.addWidget(card)
        apply_to_children(self, self._style)

    def _show_blinks(self, overview: Overview) -> None:
        _empty(self._blinks)
        if overview.blinks and (facts := blink_facts(overview.blinks[-1][1], None)):
            title, note = tr("Blinks the last time"), tr(BLINK_NOTE)
            self._blinks.addWidget(FactsCard("lastBlinks", title, facts, note=note))


def _about(overview: Overview) -> str:
    if overview.drawn:
        return tr("These are sessions of the drawn face, not of you.")
    return tr("Days differ. Look at the line over weeks and months.")


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
