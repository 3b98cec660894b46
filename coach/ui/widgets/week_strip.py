"""The week in one glance: seven days, and no row to be kept unbroken."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.language import plural, tr
from coach.domain.practice_week import DayKind, Week
from coach.ui.dates import long_day, weekday_letters
from coach.ui.theme import Style
from coach.ui.widgets.day_mark import DAY_NAME, paint_day

_LETTERS = 15


class WeekStrip(QWidget):
    """Paints a week; its text twin is its accessible description. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("weekStrip")
        self.setAccessibleName(tr("This week"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = Style()
        self._week: Week | None = None

    def show_week(self, week: Week) -> None:
        """Show another week."""
        self._week = week
        days = (tr("{day}: {what}", day=long_day(d.day), what=DAY_NAME[d.kind]) for d in week.days)
        self.setAccessibleDescription(". ".join(days))
        self.setToolTip(
            "\n".join(
                tr("{day}: {what}", day=long_day(d.day), what=DAY_NAME[d.kind]) for d in week.days
            )
        )
        self.update()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(320), self._style.px(70))

    def minimumSizeHint(self) -> QSize:
        words = QFontMetricsF(self._style.font(_LETTERS, QFont.Weight.Bold))
        widest = max(words.horizontalAdvance(weekday_letters(i)) for i in range(7))
        return QSize(round(widest + self._style.px(6)) * 7, self._style.px(70))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._week is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._style
        step = self.width() / 7
        mark = min(style.px(36), step * 0.8)
        for i, day in enumerate(self._week.days):
            left = i * step
            paint_day(
                painter, style, day.kind, QRectF(left + (step - mark) / 2, style.px(2), mark, mark)
            )
            now = day.kind is DayKind.TODAY
            weight = QFont.Weight.Bold if now else QFont.Weight.Normal
            painter.setFont(style.font(_LETTERS, weight))
            painter.setPen(style.colour("ink" if now else "muted"))
            row = QRectF(left, style.px(42), step, style.px(26))
            painter.drawText(row, Qt.AlignmentFlag.AlignHCenter, weekday_letters(day.day.weekday()))
        painter.end()


def week_sentence(week: Week) -> str:
    """The week in one sentence; none is called too short, and more than planned is not praised."""
    if not week.practised:
        return plural(
            "A fresh week. {n} days of practice are enough.",
            "A fresh week. {n} day of practice is enough.",
            week.goal,
        )
    if week.practised > week.goal:
        done = plural(
            "{n} days of practice this week.", "{n} day of practice this week.", week.practised
        )
        planned = plural("You planned {n}.", "You planned one.", week.goal)
        return " ".join((done, planned, tr("Rest days are part of it.")))
    done = tr("{done} of {goal} days this week.", done=week.practised, goal=week.goal)
    if week.reached:
        return " ".join((done, tr("That is your goal. Rest days are part of it.")))
    ahead = sum(d.kind in (DayKind.TODAY, DayKind.AHEAD) for d in week.days)
    spare = ahead - (week.goal - week.practised)
    if spare > 0:
        room = plural("There is room for {n} rest days.", "There is room for a rest day.", spare)
        return " ".join((done, room))
    return " ".join((done, tr("You practised today."))) if week.today_done else done
