"""Reminders at the times a person chose, through the system's notifications.

Only while the program runs, only while the person wants them, never on a day that has its practice,
and never twice for one time of one day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer

from coach.domain.language import tr
from coach.storage.settings import Settings

#: How often the clock is looked at. Coarse timers let the processor sleep.
CHECK_EVERY_MS: Final = 30_000
#: After sleep a reminder is still given when it is at most this late; later it would only nag.
LATEST: Final = timedelta(minutes=45)


class Notifier(Protocol):
    """Shows one notification of the system; silent where there is none."""

    def notify(self, title: str, text: str) -> None: ...


class ReminderClock:
    """Which reminder is due. Pure: the time is an argument."""

    def __init__(self) -> None:
        self._last: datetime | None = None
        self._told: set[tuple[date, time]] = set()

    def due(self, now: datetime, times: Sequence[time]) -> time | None:
        """The newest chosen time that has come since the last call; None where there is none.

        Times that had passed when the program started are not made up for. A clock that is set
        back or an hour that comes twice does not repeat a reminder.

        Args:
            now: local wall time, naive.
            times: the chosen times.
        """
        last, self._last = self._last, now
        self._told = {entry for entry in self._told if entry[0] >= now.date()}
        if last is None or now <= last:
            return None
        come = [
            moment
            for moment in times
            if max(last, now - LATEST) < datetime.combine(now.date(), moment) <= now
            and (now.date(), moment) not in self._told
        ]
        self._told.update((now.date(), moment) for moment in come)
        return max(come, default=None)


class Reminders(QObject):
    """Looks at the clock while reminders are on. GUI thread.

    Args:
        settings: the person's choices, read anew at every look.
        practised_today: whether there was practice today.
        busy: whether a session runs; then nothing is said.
        notifier: shows the notification.
        now: local wall time.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        practised_today: Callable[[], bool],
        busy: Callable[[], bool],
        notifier: Notifier,
        *,
        now: Callable[[], datetime] = datetime.now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._practised_today = practised_today
        self._busy = busy
        self._notifier = notifier
        self._now = now
        self._clock = ReminderClock()
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def running(self) -> bool:
        """Whether the clock is looked at."""
        return self._timer.isActive()

    def refresh(self) -> None:
        """Start or stop, as the settings ask for: after every change of them."""
        settings = self._settings()
        if not (settings.reminders_on and settings.reminders):
            self.stop()
        elif not self.running:
            self._clock = ReminderClock()
            self.look()
            self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """See whether a reminder is due, and give it."""
        times = [time.fromisoformat(text) for text in self._settings().reminders]
        due = self._clock.due(self._now(), times)
        if due is not None and not self._busy() and not self._practised_today():
            self._notifier.notify(
                tr("A good moment for your practice?"),
                tr("Small, slow and even. A rest day is fine too."),
            )
