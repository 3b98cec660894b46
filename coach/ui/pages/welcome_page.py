"""The first start: one question a screen, big type, and a keyboard is enough."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from coach.app.consent import is_welcomed
from coach.app.welcome_presenter import WelcomePresenter, WelcomeStep
from coach.domain.language import tr
from coach.ui.pages.page import Page, PageId
from coach.ui.pages.scroll_page import centred, make_scroll
from coach.ui.pages.welcome_keys import is_at_once_seen, order_turns
from coach.ui.pages.welcome_screens import MAKE
from coach.ui.pages.welcome_step import Room, Step
from coach.ui.theme import TARGET_PX, Style, apply_to_children
from coach.ui.widgets.labels import ActionButton, label
from coach.ui.widgets.progress_dots import ProgressDots

#: Width of a screen, px at 100 %.
_WIDTH: Final = 980
#: Around a screen, px: beside it, above and below it.
_BESIDE: Final = 28
_MARGIN, _MARGIN_TIGHT = 20, 8
#: Below this height, px at 100 %, titles and the picture make room for the question.
_TIGHT: Final = 560


class WelcomePage(Page):
    """Shown once, and again when there is something new to ask.

    Args:
        start: which question comes next, and where its answer goes.
    """

    page_id: ClassVar[PageId] = PageId.WELCOME
    shows_menu: ClassVar[bool] = False

    def __init__(self, start: WelcomePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self._start = start
        self._style = Style()
        self._shown = False
        self.step_widget: Step | None = None
        self._given: QWidget | None = None  # has the keyboard, and not by the person's doing
        self.dots = ProgressDots()
        self.back = ActionButton(tr("Back"), "", "welcomeBack", tr("Back to the question before"))
        self.skip = ActionButton(tr("Skip"), "", "welcomeSkip", tr("Leave this question open"))
        self.next = ActionButton("", "", "welcomeNext", tr("On to the next question"), "big")
        self.why = label("", "muted", "welcomeWhy", wrap=True)
        self._build()
        start.step_changed.connect(self._on_step_changed)
        start.finished.connect(self._on_finished)

    def first_focus(self) -> QWidget:
        """What is answered; where that lies below the edge, the page: reading comes first."""
        wanted = self.step_widget.first if self.step_widget is not None else None
        enough = 2 * self._style.px(TARGET_PX)
        long = self._scroll.verticalScrollBar().maximum() > 0
        if wanted is not None and self.step_widget is not None and self.step_widget.urgent:
            return wanted
        if long and (wanted is None or not is_at_once_seen(self._scroll, wanted, enough)):
            return self._scroll
        return wanted if wanted is not None else self.next

    def entered(self) -> None:
        self._shown = True
        self._start.start(self._start.step)

    def left(self) -> None:
        self._shown = False
        self._start.cameras.rest()

    def escape(self) -> bool:
        return self._go_back() or not is_welcomed(self._start.settings)

    def set_style(self, style: Style) -> None:
        """Lines stay short: the page is no wider than one reads well."""
        self._style = style
        for part in self._parts:
            part.setMaximumWidth(style.px(_WIDTH))
        self._fit()
        QTimer.singleShot(0, self, self._fit)  # what is inside is told of the style after this

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, wherever the keyboard is (what it can choose takes it for itself)."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002
        """From the buttons below the page into it: what has the keyboard then is seen."""
        moved = super().focusNextPrevChild(next)
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self._scroll:
            self._bring_into_view(focused)
        return moved

    def _bring_into_view(self, widget: QWidget) -> None:
        if self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget)

    def _build(self) -> None:
        self._scroll, self._body = make_scroll("welcomeScroll")
        foot = QWidget()
        foot.setObjectName("welcomeFoot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(28, 10, 28, 18)
        row.setSpacing(12)
        for button in (self.back, self.skip):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.why.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.why, 1)
        row.addWidget(self.next)
        head = QWidget()
        head_row = QHBoxLayout(head)
        head_row.setContentsMargins(28, 16, 28, 0)
        head_row.addWidget(self.dots)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner = self._body.parentWidget()
        self._parts = [head, foot, *([inner] if inner is not None else [])]
        column.addWidget(centred(head))
        column.addWidget(self._scroll, 1)
        column.addWidget(centred(foot))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_length_known)
        queued = Qt.ConnectionType.QueuedConnection  # after the list of cameras is made anew
        self._start.cameras.cameras_changed.connect(self._order_turns, queued)
        self.back.clicked.connect(self._go_back)
        self.skip.clicked.connect(self._start.next)
        self.next.clicked.connect(self._on_next)

    def _fit(self) -> None:
        """Large letters where the whole screen fits, else smaller ones; then it scrolls."""
        tight = self.height() < self._style.px(_TIGHT)
        role = "primary" if tight else "big"
        if self.next.property("role") != role:
            self.next.setProperty("role", role)
            self.next.style().unpolish(self.next)
            self.next.style().polish(self.next)
        above = _MARGIN_TIGHT if tight else _MARGIN
        self._body.setContentsMargins(_BESIDE, above, _BESIDE, above)
        layout = self.layout()
        if self.step_widget is None or layout is None:
            return
        layout.activate()
        height = self._scroll.viewport().height() - 2 * above
        for large in (False,) if tight else (True, False):
            self.step_widget.fit(Room(tight=tight, large=large, height=height))
            if self._needed(self.step_widget) <= height:
                break

    def _needed(self, step: Step) -> int:
        """How high a screen is, px."""
        layout = step.layout()
        if layout is None:
            return 0
        layout.invalidate()
        width = min(self.width(), self._style.px(_WIDTH)) - 2 * _BESIDE
        high = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else -1
        return max(high, layout.totalMinimumSize().height())

    def _on_length_known(self, _least: int, most: int) -> None:
        """What is longer than its window can be scrolled by key, and is begun at its beginning."""
        self._scroll.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if most > 0 else Qt.FocusPolicy.NoFocus
        )
        self._give_again()

    def _give_again(self) -> None:
        """The layout knows more now; what the person has moved since stays."""
        if self._given is not None and QApplication.focusWidget() is self._given:
            self._give_focus()

    def _give_focus(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self._given = self.first_focus()
        self._given.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_urgent()

    def _on_next(self) -> None:
        if self.next.isEnabled():
            self._start.next()

    def _on_enter(self) -> None:
        """On to the next question; where this one is open still, to its answers."""
        step = self.step_widget
        missing = step.missing if step is not None else ""
        if not missing or self.next.hasFocus():
            self._on_next()
            return
        self._given = None
        self._say_why(missing)
        self.said.emit(missing, True)
        wanted = step.urgent or step.first if step is not None else None
        if wanted is not None and not wanted.hasFocus():
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
            self._bring_into_view(wanted)

    def _say_why(self, why: str) -> None:
        """Beside the button that waits."""
        self.why.setText(why)
        self.next.setAccessibleDescription(why)

    def _go_back(self) -> bool:
        step = self.step_widget
        return (step is not None and step.went_back()) or self._start.back()

    def _on_step_changed(self) -> None:
        if not self._shown:
            return
        step = self._start.step
        if self.step_widget is None or self.step_widget.property("step") != step.value:
            self._show_step(step)
        self._show_buttons()

    def _show_step(self, step: WelcomeStep) -> None:
        old, self.step_widget = self.step_widget, MAKE[step](self._start)
        shown = self.step_widget
        shown.setProperty("step", step.value)
        shown.answered.connect(self._on_answered)
        shown.restyle_asked.connect(lambda: self.preferences_changed.emit(True))
        shown.reopen_asked.connect(self.reopen_asked)
        if old is not None:
            old.hide()
            self._body.removeWidget(old)
            old.deleteLater()
        self._body.addWidget(shown, 1)
        self._scroll.setAccessibleName(shown.title)
        shown.show()
        apply_to_children(self, self._style)
        self._order_turns()
        self._fit()
        number, count = self._start.position
        place = tr("{number} of {count}", number=number, count=count)
        self.said.emit(f"{place}. {shown.title}", False)
        self._show_buttons()
        self._give_focus()
        QTimer.singleShot(0, shown, self._give_again)

    def _order_turns(self) -> None:
        order_turns(self._scroll, (self.back, self.skip, self.next))

    def _on_answered(self) -> None:
        self._given = None  # from now on the person moves the page
        self._show_buttons()
        QTimer.singleShot(0, self, self._show_urgent)  # once the layout knows where it stands

    def _show_urgent(self) -> None:
        """What must be seen now, and the answer that it follows from."""
        step = self.step_widget
        if step is None or step.urgent is None:
            return
        self._bring_into_view(step.urgent)
        if step.first is not None:
            self._bring_into_view(step.first)

    def _show_buttons(self) -> None:
        number, count = self._start.position
        self.dots.show_position(number, count)
        step = self.step_widget
        settled = step is None or step.settled
        waits = not (self._start.answered and settled)
        self._say_why(step.missing if waits and step is not None else "")
        self.back.setEnabled(number > 1)
        self.skip.setVisible(self._start.can_be_skipped and 1 < number < count)
        self.next.setEnabled(not waits)
        words = tr("Next") if number < count else tr("Done")
        if self.next.text().strip() != words:
            self.next.set_words(words)

    def _on_finished(self, reopen: bool) -> None:
        if reopen:
            self.reopen_asked.emit()
        else:
            self.go_asked.emit(PageId.HOME)
