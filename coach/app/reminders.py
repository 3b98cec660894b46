"""Reminders at the times a person chose, through the system's notifications.

Only while the program runs, with or without its window; only while the person wants them, never
into a session, on a day that has its practice, in a week that has its days or while practice is
shut, and never twice for one time of one day.
"""

from __future__ import annotations

import time as clock
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from typing import Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from coach.domain.language import tr
from coach.domain.practice_week import Week
from coach.storage.reminder_marks import MarkFile
from coach.storage.settings import Settings

#: How often the clock is looked at. Coarse timers let the processor sleep.
CHECK_EVERY_MS: Final = 30_000
#: How late a reminder may come after sleep, or at log-in. Somebody who turns the computer on at
#: eleven is still reminded of ten; in the evening the morning's would only nag.
LATEST: Final = timedelta(hours=4)


class Notifier(Protocol):
    """Shows one notification of the system; silent where there is none."""

    def notify(self, title: str, text: str) -> None: ...


def chosen_times(settings: Settings) -> tuple[str, ...]:
    """The times to remind at; none while reminders are off."""
    return settings.reminders if settings.reminders_on else ()


def reminds_without_window(settings: Settings) -> bool:
    """Whether reminders go on after the window is closed."""
    return settings.keep_reminding and bool(chosen_times(settings))


def asks_for_practice(week: Week, *, open_plans: bool, agreed: bool) -> bool:
    """Whether a reminder makes sense today: more days than the person aims for is no aim.

    Args:
        week: this week's days.
        open_plans: whether anything may be practised; not so after a warning sign.
        agreed: whether practice is measured and kept; else nobody knows whether there was any.
    """
    return agreed and open_plans and not week.today_done and not week.reached


def local_now() -> datetime:
    """The person's wall clock, naive, in the time zone that holds now.

    The C library reads the zone once; a program that stays open for weeks travels along.
    """
    if hasattr(clock, "tzset"):
        clock.tzset()
    return datetime.now().astimezone().replace(tzinfo=None)


class ReminderClock:
    """Which reminder is due. Pure: the time is an argument.

    Whatever sleep, summer time, a clock that is put right or a journey do to the wall clock: a
    time is due once, on its own date, and only the newest of several that have passed.

    Args:
        settled: up to here every time is dealt with; None: nothing is.
    """

    def __init__(self, settled: datetime | None = None) -> None:
        self.settled = settled

    def due(self, now: datetime, times: Sequence[time]) -> datetime | None:
        """The newest chosen time that has come and is not dealt with; it is from now on.

        Args:
            now: local wall time, naive.
            times: the chosen times.
        """
        since = now - LATEST
        # A mark of a later day was made by a wrong clock, or east of here; it holds no longer.
        if self.settled is not None and self.settled.date() <= now.date():
            since = max(since, self.settled)
        today = (datetime.combine(now.date(), moment) for moment in times)
        newest = max((moment for moment in today if since < moment <= now), default=None)
        if newest is not None:
            self.settled = newest
        return newest


class Reminders(QObject):
    """Looks at the clock while reminders are on. GUI thread.

    Args:
        settings: the person's choices, read anew at every look.
        wanted: whether practice makes sense now; asked only when a reminder is due.
        notifier: shows the notification.
        marks: what is remembered from one start to the next.
        present: somebody sits here, in front of the window: what has passed needs no reminder.
        now: local wall time.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        wanted: Callable[[], bool],
        notifier: Notifier,
        marks: MarkFile,
        *,
        present: bool,
        now: Callable[[], datetime] = local_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._wanted = settings, wanted
        self._notifier, self._marks = notifier, marks
        self._now = now
        self._times: tuple[str, ...] = () if present else chosen_times(settings())
        self._clock = ReminderClock(marks.marks.settled)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(CHECK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def running(self) -> bool:
        """Whether the clock is looked at."""
        return self._timer.isActive()

    @property
    def resting(self) -> bool:
        """Whether today's are over by the person's wish."""
        settled, now = self._clock.settled, self._now()
        return settled is not None and settled == _last_moment(now)

    def refresh(self) -> None:
        """Start or stop, as the settings ask for: after every change of them."""
        times = chosen_times(self._settings())
        changed, self._times = times != self._times, times
        if not times:
            self.stop()
            return
        if changed and not self.resting:
            self._settle(self._now())  # nobody wants to hear of a time that has passed already
        if not self.running:
            self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def rest_today(self) -> None:
        """No more reminders today."""
        self._settle(_last_moment(self._now()))

    def look(self) -> None:
        """See whether a reminder is due, and give it."""
        self.refresh()
        times = [time.fromisoformat(text) for text in self._times]
        due = self._clock.due(self._now(), times)
        if due is None:
            return
        self._marks.update(settled=due)
        if self._wanted():
            self._notifier.notify(
                tr("A good moment for your practice?"),
                tr("Small, slow and even. A rest day is fine too."),
            )

    def _settle(self, until: datetime) -> None:
        self._clock.settled = until
        self._marks.update(settled=until)


def _last_moment(day: datetime) -> datetime:
    return datetime.combine(day.date(), time.max)
