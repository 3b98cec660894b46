"""Stopping a practice so that no stray touch ends it: it waits, and offers to go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from coach.domain.exercise import Phase
from coach.ui.contracts import SessionPort
from coach.ui.pages.practice_page import PracticePage
from coach.ui.widgets.stop_card import StopCard

#: How long the way back is offered, s: time to see it, read it, and reach a key with a slow hand.
OFFER_S: Final = 10


class Stopping(QObject):
    """Holds the session while the offer stands, then ends it. GUI thread.

    After pain nothing is offered: nothing urges on from there.

    Signals:
        said: words for a screen reader.

    Args:
        parent: the window.
        page: the practice page.
        session: the running session.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget, page: PracticePage, session: SessionPort) -> None:
        super().__init__(parent)
        self._page, self._session = page, session
        self.card = StopCard()
        self._end: Callable[[], object] = session.stop
        self._held = self._passed = False
        self._left_s = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_second)
        column = page.layout()
        assert isinstance(column, QBoxLayout)
        column.addWidget(self.card)
        self.card.go_on_asked.connect(self.go_on)
        self.card.end_asked.connect(self.end)
        session.session_finished.connect(lambda _record: self.withdraw())

    @property
    def offered(self) -> bool:
        """Whether the way back is offered now."""
        return not self.card.isHidden()

    def stop(self) -> None:
        """Stop: offered to go on at first; asked for again meanwhile, it ends at once."""
        self._begin(self._session.stop, closing=False)

    def close(self, close: Callable[[], object]) -> bool:
        """The window is to be closed in mid-session.

        Args:
            close: closes it, once the offer has passed.

        Returns:
            False where it may be closed at once.
        """
        if self._passed or self._ends_at_once():
            return False
        if self.offered:
            self.withdraw()
            return False
        self._begin(close, closing=True)
        return True

    def go_on(self) -> None:
        """The session goes on unless it waited before."""
        held = self._held
        self.withdraw()
        if held:
            self._session.resume()

    def end(self) -> None:
        """End now."""
        end = self._end
        self.withdraw()
        self._passed = True
        end()

    def withdraw(self) -> None:
        """Offer nothing any more."""
        self._timer.stop()
        self._held = False
        if self.offered:
            self.card.hide()
            self._page.actions_row.show()
            self._page.first_focus().setFocus()

    def _begin(self, end: Callable[[], object], *, closing: bool) -> None:
        if self.offered or self._ends_at_once():
            self._end = end
            self.end()
            return
        state = self._page.state
        self._end, self._passed = end, False
        self._page.close_change()
        self._held = state is None or not state.paused
        if self._held:
            self._session.pause()
        self._left_s = OFFER_S
        self._page.actions_row.hide()
        self.card.offer(closing=closing)
        self.card.count(self._left_s)
        self._timer.start()
        self.said.emit(self.card.words.text())

    def _ends_at_once(self) -> bool:
        state = self._page.state
        if not self._session.running or not self._page.isVisible():
            return True
        return state is not None and (state.hurt or state.phase is Phase.FINISHED)

    def _on_second(self) -> None:
        self._left_s -= 1
        if self._left_s > 0:
            self.card.count(self._left_s)
        else:
            self.end()
