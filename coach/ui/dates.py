"""Days in the person's language."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from coach.domain.language import tr


def short_day(day: date) -> str:
    """12 Mar."""
    return QLocale().toString(_qdate(day), tr("d MMM", "how Qt writes a short date"))


def long_day(day: date) -> str:
    """Thursday, 12 March: it begins a sentence."""
    return _capital(QLocale().toString(_qdate(day), tr("dddd, d MMMM", "how Qt writes a day")))


def month_name(day: date) -> str:
    """March 2026."""
    return _capital(QLocale().toString(_qdate(day), tr("MMMM yyyy", "how Qt writes a month")))


def short_month(day: date, *, year: bool) -> str:
    """Mar, or Mar 2026."""
    form = tr("MMM yyyy", "how Qt writes a short month with its year") if year else "MMM"
    return QLocale().toString(_qdate(day), form)


def moment_text(moment: datetime) -> str:
    """12 March 2026, 09:30: as the clock showed it; the time never stands alone in a line."""
    stamp = QDateTime(_qdate(moment), QTime(moment.hour, moment.minute))
    text = QLocale().toString(stamp, tr("d MMMM yyyy, HH:mm", "how Qt writes a date"))
    return text.replace(", ", ",\u00a0")


def weekday_letters(weekday: int) -> str:
    """Mon; `weekday` is 0 for Monday."""
    return QLocale().standaloneDayName(weekday + 1, QLocale.FormatType.ShortFormat).rstrip(".")


def no_break(text: str) -> str:
    """Words that stay in one line where there is room for them: each part up to a comma."""
    return text.replace(" ", "\u00a0").replace(",\u00a0", ", ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
