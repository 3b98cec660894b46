"""Left against right: two bars from the middle outwards, like the corners of a mouth."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.coach_state import CoachState, SideReading
from coach.domain.exercise import Phase
from coach.domain.language import tr
from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.widgets.overlay import paint_side_mark
from coach.ui.widgets.wanted_size import track_mm, wanted_shares
from coach.ui.wording import ENOUGH, SIDE_NAME, number_text, reason_text

#: Numbers change this seldom, so that they can be read; the bars follow every picture.
TEXT_EVERY_S: Final = 0.25
#: Told apart without colour.
PATTERN: Final = {
    Side.LEFT: Qt.BrushStyle.BDiagPattern,
    Side.RIGHT: Qt.BrushStyle.Dense6Pattern,
}
_SILENT: Final = SideReading(None, None)


class BalanceBars(QWidget):
    """Shows `CoachState.left` and `.right`; on screen they lie as in the mirror. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("balanceBars")
        self.setAccessibleName(tr("Left and right"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = Style()
        self._mirrored = True
        self._state: CoachState | None = None
        self._texts = dict.fromkeys(Side, "")
        self._why = ""
        self._text_s = 0.0

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        self._mirrored = mirrored
        self.update()

    def show_state(self, state: CoachState | None) -> None:
        """Show the sides' movement now; None empties the bars."""
        old = self._state
        self._state = state
        # By the session's time, not the computer's: a held moment shows its own numbers.
        late = state is None or abs(state.t_s - self._text_s) >= TEXT_EVERY_S
        if late or _differs(old, state):
            self._text_s = 0.0 if state is None else state.t_s
            self._refresh_texts()
        self.update()

    def text_of(self, side: Side) -> str:
        """The number that stands on a side now."""
        return self._texts[side]

    @property
    def why_not(self) -> str:
        """Why nothing is scored now; empty where something is."""
        return self._why

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._style.font(18))
        return QSize(self._style.px(320), round(words.height() * 1.25) + self._style.px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._style.px(200), self.sizeHint().height())

    def _reading(self, side: Side) -> SideReading:
        if self._state is None:
            return _SILENT
        return self._state.left if side is Side.LEFT else self._state.right

    def _refresh_texts(self) -> None:
        state = self._state
        for side in Side:
            reading = self._reading(side)
            self._texts[side] = number_text(reading.excursion_mm, reading.uncertainty_mm)
        self._why = why_not(state)
        if self._why:
            self.setAccessibleDescription(tr("Not scored: {why}", why=self._why))
        else:
            parts = (f"{SIDE_NAME[s]} {self._texts[s]}" for s in Side)
            self.setAccessibleDescription(", ".join(parts))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words_height = QFontMetricsF(self._style.font(18)).height() * 1.25
        middle = self.width() / 2
        gap = self._style.px(3)
        track_top = words_height + self._style.px(2)
        track_height = self._style.px(26)
        for side in Side:
            at_left = (side is Side.LEFT) == self._mirrored
            x = 0.0 if at_left else middle + gap
            half = QRectF(x, track_top, middle - gap, track_height)
            self._paint_half(painter, side, half, outward=-1 if at_left else 1)
            self._paint_words(painter, side, QRectF(x, 0, middle - gap, words_height), at_left)
        painter.fillRect(
            QRectF(middle - 1, track_top - gap, 2, track_height + gap * 2),
            self._style.colour("ink"),
        )
        if self._why:
            self._paint_why(painter, QRectF(0, track_top, self.width(), track_height))
        painter.end()

    def _paint_half(self, painter: QPainter, side: Side, track: QRectF, outward: int) -> None:
        style = self._style
        radius = style.px(6)
        painter.setPen(QPen(style.colour("edge"), style.px(1)))
        painter.setBrush(style.colour("well"))
        painter.drawRoundedRect(track, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        state, reading = self._state, self._reading(side)
        full = track_mm(state)
        value = reading.excursion_mm
        scored = value is not None and not self._why
        if value is not None and scored:
            bar = _span(track, 0.0, value / full, outward)
            painter.setBrush(style.colour(side.value))
            painter.drawRoundedRect(bar, radius, radius)
            painter.setBrush(QBrush(style.colour("surface", 95), PATTERN[side]))
            painter.drawRoundedRect(bar, radius, radius)
        if state and state.exercise and is_asked_for(state):
            begins, ends = wanted_shares(state)
            zone = _span(track, begins, ends, outward)
            begins_mm = begins * full
            free = all(_reach_mm(self._reading(s)) < begins_mm for s in Side)
            self._paint_zone(painter, zone, named=free)
        if value is not None and scored:
            self._paint_uncertainty(painter, track, value / full, reading, full, outward)
            if value > full:
                self._paint_beyond(painter, track, outward)

    def _paint_zone(self, painter: QPainter, zone: QRectF, *, named: bool) -> None:
        """The wanted size as a frame; it has its name in it until the bar comes."""
        style = self._style
        grow = style.px(3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in cased(style):
            painter.setPen(pen)
            painter.drawRoundedRect(zone.adjusted(0, -grow, 0, grow), grow, grow)
        font = style.font(16)
        enough = tr(ENOUGH)
        if named and QFontMetricsF(font).horizontalAdvance(enough) + grow * 2 < zone.width():
            painter.setFont(font)
            painter.drawText(zone, Qt.AlignmentFlag.AlignCenter, enough)

    def _paint_uncertainty(
        self,
        painter: QPainter,
        track: QRectF,
        share: float,
        reading: SideReading,
        full: float,
        outward: int,
    ) -> None:
        if reading.uncertainty_mm is None or not 0 <= share <= 1:
            return
        half = reading.uncertainty_mm / full
        span = _span(track, share - half, share + half, outward)
        y, cap = track.center().y(), track.height() * 0.2
        lines = [QLineF(span.left(), y, span.right(), y)]
        lines += [QLineF(x, y - cap, x, y + cap) for x in (span.left(), span.right())]
        for pen in cased(self._style):
            painter.setPen(pen)
            painter.drawLines(lines)

    def _paint_beyond(self, painter: QPainter, track: QRectF, outward: int) -> None:
        size = track.height() * 0.3
        edge = track.left() if outward < 0 else track.right()
        tip = edge - outward * size * 0.4
        y = track.center().y()
        back = tip - outward * size
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colour("surface"))
        points = [QPointF(tip, y), QPointF(back, y - size), QPointF(back, y + size)]
        painter.drawPolygon(QPolygonF(points))

    def _paint_words(self, painter: QPainter, side: Side, row: QRectF, at_left: bool) -> None:
        style = self._style
        name_font = style.font(18, QFont.Weight.DemiBold)
        words = QFontMetricsF(name_font)
        mark = words.ascent() * 0.7
        name_width = words.horizontalAdvance(SIDE_NAME[side]) + mark * 1.6
        x = row.left() if at_left else row.right() - name_width
        box = QRectF(x, row.center().y() - mark / 2, mark, mark)
        paint_side_mark(painter, side, box, style.colour(side.value))
        painter.setFont(name_font)
        painter.setPen(style.colour("ink"))
        vertical = Qt.AlignmentFlag.AlignVCenter
        text = QRectF(x + mark * 1.6, row.top(), name_width, row.height())
        painter.drawText(text, vertical | Qt.AlignmentFlag.AlignLeft, SIDE_NAME[side])
        number = "" if self._why or _empty(self._reading(side)) else self._texts[side]
        number_font = style.font(18)
        room = row.width() - name_width - style.px(12)
        if QFontMetricsF(number_font).horizontalAdvance(number) > room:
            number = number_text(self._reading(side).excursion_mm, None)
        if QFontMetricsF(number_font).horizontalAdvance(number) > room:
            number = ""
        painter.setFont(number_font)
        towards_middle = Qt.AlignmentFlag.AlignRight if at_left else Qt.AlignmentFlag.AlignLeft
        pad = style.px(8)
        inner = row.adjusted(0, 0, -pad, 0) if at_left else row.adjusted(pad, 0, 0, 0)
        painter.drawText(inner, vertical | towards_middle, number)

    def _paint_why(self, painter: QPainter, track: QRectF) -> None:
        style = self._style
        font = style.font(16, QFont.Weight.DemiBold)
        text = tr("Not scored: {why}", why=self._why)
        width = QFontMetricsF(font).horizontalAdvance(text) + style.px(28)
        box = QRectF(0, 0, min(width, track.width()), track.height())
        box.moveCenter(track.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("caution"))
        painter.drawRoundedRect(box, style.px(6), style.px(6))
        painter.setPen(style.colour("on_caution"))
        painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


def _differs(old: CoachState | None, new: CoachState | None) -> bool:
    """True where the words cannot wait: another phase, a pause, a gate."""
    if old is None or new is None:
        return True
    return (old.phase, old.paused, old.quality) != (new.phase, new.paused, new.quality)


def why_not(state: CoachState | None) -> str:
    """Why an exercise is not scored now; before the first one the banner says what to do."""
    if state is None or state.exercise is None or state.quality is None or state.paused:
        return ""
    return reason_text(state.quality)


def is_asked_for(state: CoachState) -> bool:
    """Whether the wanted size is shown: never to someone who rests, nor where nothing is scored."""
    return state.target_mm > 0 and state.phase is not Phase.REST and not why_not(state)


def cased(style: Style, width: float = 2) -> tuple[QPen, QPen]:
    """Pens for a line that is seen on the bar and on the track: its casing, then itself.

    Args:
        style: the look.
        width: of the line, px at 100 %.
    """
    casing = QPen(style.colour("ground"), style.px(width + 3))
    return casing, QPen(style.colour("ink"), style.px(width))


def _empty(reading: SideReading) -> bool:
    return reading.excursion_mm is None


def _reach_mm(reading: SideReading) -> float:
    """How far out a bar and its uncertainty are drawn."""
    return (reading.excursion_mm or 0.0) + (reading.uncertainty_mm or 0.0)


def _span(track: QRectF, start: float, end: float, outward: int) -> QRectF:
    """The part of a track between two shares of its length, counted from the middle outwards."""
    a, b = (min(max(v, 0.0), 1.0) * track.width() for v in (start, end))
    x = track.right() - b if outward < 0 else track.left() + a
    return QRectF(x, track.top(), b - a, track.height())
