"""Going on where a session broke off, from the home page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from coach.ui.contracts import ResumePort
from coach.ui.main_window import MainWindow


class ResumeFlow(QObject):
    """Shows the offer, and does what the person chooses. GUI thread.

    Args:
        window: its home page has the card.
        resume: knows whether there is something to go on with.
    """

    def __init__(self, window: MainWindow, resume: ResumePort) -> None:
        super().__init__(window)
        self._window, self._resume = window, resume
        self._card = window.home_page.resume
        self._card.resume_asked.connect(self._go_on)
        self._card.put_aside.connect(resume.put_aside)
        resume.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        offer = self._resume.offer
        if offer is None:
            self._card.withdraw()
        else:
            self._card.show_offer(offer.plan.title, offer.exercise, offer.number, offer.count)

    def _go_on(self) -> None:
        offer = self._resume.offer
        if offer is not None:
            self._window.flow.begin(offer.plan, offer.affected, offer)
