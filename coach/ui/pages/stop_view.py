"""What to do about a warning sign; and practice shut until somebody has looked at it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.domain.language import tr
from coach.domain.programme import SafetyCard
from coach.ui.pages.scroll_page import centred, make_scroll, page_head
from coach.ui.theme import Style
from coach.ui.widgets.care_card import STOP_SIGNS, CareCard
from coach.ui.widgets.confirm import Confirm
from coach.ui.widgets.flow import FlowRow
from coach.ui.widgets.labels import ActionButton, label

#: Around the answers below what scrolls, px.
_FOOT: Final = (28, 10, 28, 16)


class StopView(QWidget):
    """Signals: `reported()`, `cleared()`, `back_asked()`.

    Before it is reported it asks whether one of the signs is there; afterwards it says that
    practice is shut, and is told when a doctor or a therapist has looked. The answers stand below
    the page that scrolls, so that they are seen at every text size.
    """

    reported = Signal()
    cleared = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stopView")
        self.title = label("", "display", "stopTitle", wrap=True)
        self.lead = label("", "lead", "stopLead", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(14)
        yes, none = tr("Yes, one of these"), tr("No, none of these")
        looked = tr("A doctor or my therapist has looked at it")
        self.report = ActionButton(yes, "", "stopReport", yes)
        self.none = ActionButton(none, "", "stopNone", none)
        self.looked = ActionButton(looked, "", "stopLooked", looked)
        self.back = ActionButton(tr("Back"), "", "stopBack", tr("Back"))
        self.confirm = Confirm(
            "stopConfirm",
            tr("Has a doctor or your therapist looked at it, and said that you may practise?"),
            tr("Yes, I may practise"),
            tr("Not yet"),
        )
        self.sure = Confirm(
            "stopSure",
            tr("This shuts practice until a doctor or your therapist has looked at it. Is it so?"),
            tr("Yes, it is so"),
            tr("No, a slip"),
        )
        slip = tr("That was a slip: I have none of these")
        self.slip = ActionButton(slip, "", "stopSlip", slip)
        self.taken_back = Confirm(
            "stopTakenBack",
            tr("Was none of these signs ever there? If one was, have it looked at first."),
            tr("None was there"),
            tr("Leave it shut"),
        )
        self._build()
        self.report.clicked.connect(lambda: self._ask(self.sure))
        self.slip.clicked.connect(lambda: self._ask(self.taken_back))
        self.sure.agreed.connect(self.reported)
        self.sure.declined.connect(lambda: self._on_declined(self.none))
        self.taken_back.agreed.connect(self.cleared)
        self.taken_back.declined.connect(lambda: self._on_declined(self.slip))
        self.looked.clicked.connect(lambda: self._ask(self.confirm))
        self.confirm.agreed.connect(self.cleared)
        self.confirm.declined.connect(lambda: self._on_declined(self.looked))
        for button in (self.none, self.back):
            button.clicked.connect(self.back_asked)

    @property
    def first(self) -> QWidget:
        """What takes the keyboard: nothing that reports or clears by mistake."""
        return self.area if self.area.verticalScrollBar().maximum() > 0 else self.back

    def show_state(self, shut: bool, cards: Sequence[SafetyCard]) -> None:
        """Show the signs; `shut`: one of them was reported.

        While it is asked only the signs are shown: "Yes" means these and nothing else.
        """
        self.title.setText(tr("Practice is shut") if shut else tr("Do you have one of these now?"))
        self.lead.setText(
            tr(
                "You reported a warning sign. Practice opens again when a doctor or your "
                "therapist has looked at it."
            )
        )
        self.lead.setVisible(shut)
        while (item := self._cards.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        for shown in cards:
            if shut or shown.id == STOP_SIGNS:
                self._cards.addWidget(CareCard(shown, large=True))
        for button in (self.report, self.none):
            button.setHidden(shut)
        for button in (self.looked, self.slip):
            button.setVisible(shut)
        self._answers.show()
        for confirm in (self.confirm, self.sure, self.taken_back):
            confirm.hide()
        self._fit_soon()

    def set_style(self, style: Style) -> None:
        """Other letters need another height."""
        self._fit_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit_soon(self) -> None:
        QTimer.singleShot(0, self, self._fit)  # once the layout knows the new words

    def _fit(self) -> None:
        """No more height than the words need: the answers follow right below them."""
        words = self.area.widget()
        if words is not None:
            high = words.heightForWidth(self.width())  # -1 before there are words that wrap
            self.area.setMaximumHeight(high if high >= 0 else words.sizeHint().height())

    def _ask(self, confirm: Confirm) -> None:
        self._answers.hide()
        for other in (self.confirm, self.sure, self.taken_back):
            other.hide()
        confirm.ask()

    def _on_declined(self, back_to: ActionButton) -> None:
        self._answers.show()
        back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_length_known(self, _least: int, most: int) -> None:
        """Where there is more than fits, keys scroll it."""
        policy = Qt.FocusPolicy.StrongFocus if most > 0 else Qt.FocusPolicy.NoFocus
        self.area.setFocusPolicy(policy)

    def _build(self) -> None:
        self.area, column = make_scroll("signsScroll")
        self.area.setAccessibleName(tr("Warning signs"))
        self.area.verticalScrollBar().rangeChanged.connect(self._on_length_known)
        column.addLayout(page_head(self.title, self.back))
        column.addWidget(self.lead)
        column.addLayout(self._cards)
        self._answers = FlowRow(gap=12)
        for button in (self.report, self.none, self.looked, self.slip):
            self._answers.addWidget(button)
        foot = QWidget()
        foot.setObjectName("stopFoot")
        below = QVBoxLayout(foot)
        below.setContentsMargins(*_FOOT)
        below.addWidget(self._answers)
        for confirm in (self.confirm, self.sure, self.taken_back):
            below.addWidget(confirm)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.area, 1000)
        page.addWidget(centred(foot))
        page.addStretch(1)
