"""A month of practice; the arrow keys go from day to day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.app.home_presenter import first_weekday
from coach.domain.language import plural, tr
from coach.domain.practice_week import DayKind, DayMark, month_of
from coach.ui.dates import long_day, month_name, weekday_letters
from coach.ui.icons import paint_icon
from coach.ui.theme import Style
from coach.ui.widgets.day_mark import DAY_NAME, paint_day

_LETTERS: Final = 15
#: Days before it are nobody's practice.
_FIRST: Final = date(2000, 1, 1)


class CalendarGrid(QWidget):
    """Paints a month. GUI thread.

    Signals:
        told: the chosen day in words.
        month_shown: another month is shown, in words.
    """

    told = Signal(str)
    month_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calendarGrid")
        self.setAccessibleName(tr("Days of practice"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = Style()
        self._today = self._chosen = _FIRST
        self._shown = False
        self._sessions: Mapping[date, int] = {}

    @property
    def month(self) -> str:
        """The shown month in words."""
        return month_name(self._chosen)

    @property
    def text(self) -> str:
        """The chosen day in words."""
        return day_sentence(self._mark(self._chosen), self._today)

    @property
    def has_later(self) -> bool:
        """Whether a later month can be looked at: none after today's."""
        return self._chosen.replace(day=1) < self._today.replace(day=1)

    def show_days(self, today: date, sessions: Mapping[date, int]) -> None:
        """Show the month of `today`, or stay where the person looked."""
        if not self._shown:
            self._chosen = today
        self._shown = True
        self._today, self._sessions = today, sessions
        self._tell()

    def turn(self, months: int) -> None:
        """Show an earlier (-1) or later (+1) month."""
        first = self._chosen.replace(day=1)
        if months > 0 and not self.has_later:
            return
        turned = (first + timedelta(days=32)) if months > 0 else (first - timedelta(days=1))
        self._choose(turned.replace(day=1))

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(364), self._style.px(24 + 6 * 46))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._style.px(280), self._style.px(24 + 6 * 46))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._choose(self._chosen + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key is Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.told.emit(self.text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = int(event.position().x() // (self.width() / 7))
        row = int((event.position().y() - self._head()) // self._row())
        rows = self._rows()
        if 0 <= row < len(rows) and 0 <= column < 7:
            mark = rows[row][column]
            if mark is not None:
                self._choose(mark.day)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, step = self._style, self.width() / 7
        painter.setFont(style.font(_LETTERS))
        painter.setPen(style.colour("muted"))
        for i in range(7):
            head = QRectF(i * step, 0, step, self._head())
            letters = weekday_letters((first_weekday() + i) % 7)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, letters)
        for y, row in enumerate(self._rows()):
            for x, mark in enumerate(row):
                if mark is not None:
                    top = self._head() + y * self._row()
                    self._paint(painter, mark, QRectF(x * step, top, step, self._row()))
        painter.end()

    def _paint(self, painter: QPainter, mark: DayMark, cell: QRectF) -> None:
        style = self._style
        side = min(cell.height() - style.px(6), cell.width() - 2)
        box = QRectF(cell.center().x() - side / 2, cell.center().y() - side / 2, side, side)
        practised = mark.kind is DayKind.PRACTISED
        if mark.day == self._today:
            paint_day(painter, style, DayKind.TODAY, box)
        if practised:
            inset = side * 0.14 if mark.day == self._today else 0.0  # the ring stays around it
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent"))
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        bold = practised or mark.day == self._today
        painter.setFont(style.font(_LETTERS, QFont.Weight.Bold if bold else QFont.Weight.Normal))
        quiet = "muted" if mark.kind is DayKind.AHEAD else "ink"
        painter.setPen(style.colour("on_accent" if practised else quiet))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(mark.day.day))
        if practised:
            self._paint_tick(painter, QRectF(box.right() - side * 0.3, box.top(), side * 0.36, 0))
        if mark.day == self._chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.colour("focus"), style.px(3)))
            painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), 8, 8)

    def _paint_tick(self, painter: QPainter, at: QRectF) -> None:
        """A small tick on the circle's edge: practised, without looking at the colour."""
        style = self._style
        badge = QRectF(at.x(), at.y(), at.width(), at.width())
        painter.setPen(QPen(style.colour("accent"), style.px(2)))
        painter.setBrush(style.colour("surface"))
        painter.drawEllipse(badge)
        inset = badge.width() * 0.2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paint_icon(
            painter, "tick", badge.adjusted(inset, inset, -inset, -inset), style.colour("ink")
        )

    def _head(self) -> float:
        return float(self._style.px(24))

    def _row(self) -> float:
        return float(self._style.px(46))

    def _rows(self) -> tuple[tuple[DayMark | None, ...], ...]:
        return month_of(self._today, self._chosen, self._sessions, first_weekday())

    def _mark(self, day: date) -> DayMark:
        return next(
            mark for row in self._rows() for mark in row if mark is not None and mark.day == day
        )

    def _choose(self, day: date) -> None:
        self._chosen = min(max(day, _FIRST), _last_of_month(self._today))
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.text)
        self.told.emit(self.text)
        self.month_shown.emit(self.month)
        self.update()


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def day_sentence(mark: DayMark, today: date) -> str:
    """A day in words: "Thursday, 12 March: 2 sessions"."""
    if mark.kind is DayKind.PRACTISED:
        what = plural("{n} sessions", "{n} session", mark.sessions)
        if mark.day == today:
            what = f"{DAY_NAME[DayKind.TODAY]}, {what}"
    else:
        what = DAY_NAME[mark.kind]
    return tr("{day}: {what}", day=long_day(mark.day), what=what)
