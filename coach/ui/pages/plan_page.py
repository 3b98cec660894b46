"""My programme: what fits, what is open, what is not yet and why; and the answers behind it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coach.app.home_presenter import HomePresenter
from coach.app.profile_presenter import ProfilePresenter
from coach.coaching.programme_choice import stage_is_known
from coach.domain.language import tr
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.person_card import PersonCard
from coach.ui.pages.programme_card import ProgrammeCard, spoken
from coach.ui.pages.scroll_page import MAX_WIDTH, make_scroll, page_head
from coach.ui.pages.stop_view import StopView
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.labels import ActionButton, card, label
from coach.ui.widgets.profile_questions import ProfileQuestions


class PlanPage(Page):
    """The programmes, the questions, and the screen for a warning sign. GUI thread.

    Args:
        person: the answers and what they open.
        home: today's practice, and its safety cards.
    """

    page_id: ClassVar[PageId] = PageId.PLAN

    def __init__(self, person: ProfilePresenter, home: HomePresenter) -> None:
        super().__init__()
        self.setObjectName("planPage")
        self._person = person
        self._home = home
        self._style = Style()
        self.views = QStackedWidget()
        self.views.setObjectName("planViews")
        self.questions = ProfileQuestions()
        self.done = ActionButton(tr("Done"), "", "answersDone", tr("Keep my answers"), "primary")
        self.stop = StopView()
        self.me = PersonCard()
        self.back = ActionButton(tr("Home"), "", "planHome", tr("Back to the home page"))
        self._programmes = QVBoxLayout()
        self._programmes.setSpacing(18)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(18)
        self._path = self._path_view()
        self._answers = self._answers_view()
        self._signs = self.stop
        for view in (self._path, self._answers, self._signs):
            self.views.addWidget(view)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.views)
        self._connect()
        self._show_programmes()

    def nav_text(self) -> str:
        return tr("My programme")

    def first_focus(self) -> QWidget:
        view = self.views.currentWidget()
        if view is self._answers:
            return self.questions.first
        if view is self._signs:
            return self.stop.first
        return self.back  # the topmost: what has the keyboard is seen at every text size

    def entered(self) -> None:
        """Another day, or practice since then, may have opened something."""
        self._person.refresh()
        if not self.isVisible():
            self._show_all()
        self._show(self._signs if self._person.profile.stop_sign else self._path)
        views = self._person.programmes()
        if views:
            self.said.emit(spoken(views[0], self._chosen()), False)

    def left(self) -> None:
        self._keep_answers()

    def escape(self) -> bool:
        if self.views.currentWidget() is self._path or self._person.profile.stop_sign:
            return False
        self._to_path()
        return True

    def set_style(self, style: Style) -> None:
        self._style = style
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_questions(self) -> None:
        """Show the answers, to be changed."""
        self.questions.set_profile(self._person.profile)
        self._show(self._answers)

    def show_signs(self) -> None:
        """Show the warning signs, and what to do."""
        self._refresh_signs()
        self._show(self._signs)

    def _connect(self) -> None:
        self._home.plans_changed.connect(self._on_changed)  # follows the answers as well
        self.back.clicked.connect(lambda: self.go_asked.emit(PageId.HOME))
        self.done.clicked.connect(self._to_path)
        self.me.answers_asked.connect(self.show_questions)
        self.me.stop_asked.connect(self.show_signs)
        self.me.presence_asked.connect(self._person.set_therapist_present)
        self.stop.reported.connect(self._on_reported)
        self.stop.cleared.connect(self._on_cleared)
        self.stop.back_asked.connect(self._on_back)

    def _path_view(self) -> QWidget:
        scroll, column = make_scroll("planScroll")
        title = label(tr("My programme"), "display", "planPageTitle", wrap=True)
        column.addLayout(page_head(title, self.back))
        self._columns.addLayout(self._programmes, 7)
        side = QVBoxLayout()
        side.addWidget(self.me)
        side.addStretch(1)
        self._columns.addLayout(side, 4)
        column.addLayout(self._columns)
        column.addStretch(1)
        return scroll

    def _answers_view(self) -> QWidget:
        scroll, column = make_scroll("answersScroll")
        column.addWidget(label(tr("My answers"), "display", "answersTitle", wrap=True))
        says = tr("They choose your programme. They stay on this computer; you can leave any out.")
        column.addWidget(label(says, "lead", "answersLead", wrap=True))
        column.addWidget(self.questions)
        column.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return scroll

    def _show(self, view: QWidget) -> None:
        if self.views.currentWidget() is not view:
            self.views.setCurrentWidget(view)
            scroll = self.stop.area if view is self.stop else view
            if isinstance(scroll, QScrollArea):
                scroll.verticalScrollBar().setValue(0)
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_path(self) -> None:
        self._keep_answers()
        self._show(self._path)

    def _keep_answers(self) -> None:
        if self.views.currentWidget() is self._answers:
            self._person.put(self.questions.profile())

    def _on_reported(self) -> None:
        self._person.report_stop_sign()
        self._refresh_signs()
        self.stop.area.verticalScrollBar().setValue(0)
        self.stop.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(f"{self.stop.title.text()}. {self.stop.lead.text()}", True)

    def _on_cleared(self) -> None:
        self._person.clear_stop_sign()
        self._show(self._path)

    def _on_back(self) -> None:
        if self._person.profile.stop_sign:
            self.go_asked.emit(PageId.HOME)
        else:
            self._show(self._path)

    def _refresh_signs(self) -> None:
        cards = self._home.care_cards(self._chosen())
        self.stop.show_state(self._person.profile.stop_sign, cards)
        apply_to_children(self.stop, self._style)

    def _on_changed(self) -> None:
        if self.isVisible():  # else it is made anew when it is shown
            self._show_all()

    def _show_all(self) -> None:
        self.me.show_present(present=self._person.therapist_present)
        self._refresh_signs()
        self._show_programmes()

    def _show_programmes(self) -> None:
        """Make the cards anew; what had the keyboard has it again where it is still there."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self._path.isAncestorOf(focused)
        name = focused.objectName() if inside and focused is not None else ""
        while (item := self._programmes.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        self._add_words()
        chosen = self._chosen()
        views = self._person.programmes()
        for i, view in enumerate((*views, *self._person.other_programmes())):
            known = stage_is_known(self._person.profile)
            shown = ProgrammeCard(
                view,
                chosen,
                recommended=known and i == 0,
                therapist=self._person.therapist_present,
            )
            shown.chosen.connect(self._home.choose_plan)
            shown.started.connect(self.start_asked)
            shown.released.connect(self._person.release)
            shown.withdrawn.connect(self._person.withdraw)
            shown.care_asked.connect(self.care_asked)
            shown.told.connect(lambda text: self.said.emit(text, False))
            self._programmes.addWidget(shown)
        self._programmes.addStretch(1)
        apply_to_children(self, self._style)
        if name:
            again = self.findChild(QWidget, name) or self._start_button() or self.me.answers
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> str:
        """Today's plan as the home page shows it; "" where nothing is open."""
        plans, wanted = [p.id for p in self._home.plans()], self._home.preferences().plan_id
        return wanted if wanted in plans else next(iter(plans), "")

    def _add_words(self) -> None:
        """What stands above the programmes: why nothing is open, or that answers are missing."""
        if advice := self._person.advice():
            notice, _ = card(label(advice, "strong", "planAdviceText", wrap=True))
            notice.setProperty("card", False)
            notice.setProperty("notice", True)
            notice.setObjectName("planAdvice")
            self._programmes.addWidget(notice)
        if not stage_is_known(self._person.profile):
            says = tr("A few questions choose the programme that fits you.")
            words = tr("Answer the questions")
            ask = ActionButton(words, "", "askQuestions", words, "primary")
            ask.clicked.connect(self.show_questions)
            asked, column = card(label(says, "lead", "askText", wrap=True), name="askCard")
            column.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
            self._programmes.addWidget(asked)

    def _start_button(self) -> QWidget | None:
        shown = self.findChildren(ActionButton)
        return next((b for b in shown if b.objectName().endswith("_start")), None)

    def _arrange(self) -> None:
        wide = min(self.width(), MAX_WIDTH) >= self._style.px(900)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
