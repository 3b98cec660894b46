"""No picture, two tall bars: how far each side has moved, and the small size that is wanted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.coach_state import CoachState
from coach.domain.language import tr
from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.widgets.balance_bars import PATTERN, TRACK_MM, TRACK_OVER_TARGET, why_not
from coach.ui.widgets.overlay import paint_side_mark
from coach.ui.wording import ENOUGH, SIDE_NAME

_WIDEST: Final = 150


class SideGauges(QWidget):
    """Shows `CoachState.left` and `.right` from the bottom up; sides lie as in the mirror."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideGauges")
        self.setAccessibleName(tr("Left and right"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._style = Style()
        self._mirrored = True
        self._state: CoachState | None = None

    def set_style(self, style: Style) -> None:
        self._style = style
        self.setMinimumSize(style.px(150), style.px(96))
        self.update()

    def set_mirrored(self, mirrored: bool) -> None:
        self._mirrored = mirrored
        self.update()

    def show_state(self, state: CoachState) -> None:
        """Show the sides' movement now."""
        self._state = state
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._style
        painter.setPen(QPen(style.colour("line"), 1))
        painter.setBrush(style.colour("surface"))
        radius = style.px(18)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        names = QFontMetricsF(style.font(22, QFont.Weight.DemiBold)).height() + style.px(16)
        pad = style.px(16)
        width = min(style.px(_WIDEST), self.width() / 4)
        gap = width * 0.6
        for side in Side:
            at_left = (side is Side.LEFT) == self._mirrored
            middle = self.width() / 2
            x = middle - gap / 2 - width if at_left else middle + gap / 2
            track = QRectF(x, pad, width, self.height() - names - 2 * pad)
            self._paint_track(painter, side, track)
            below = QRectF(track.x() - gap / 2, track.bottom(), width + gap, names)
            self._paint_name(painter, side, below)
        painter.end()

    def _paint_track(self, painter: QPainter, side: Side, track: QRectF) -> None:
        style, state = self._style, self._state
        radius = style.px(12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("well"))
        painter.drawRoundedRect(track, radius, radius)
        if state is None:
            return
        reading = state.left if side is Side.LEFT else state.right
        full = state.target_mm * TRACK_OVER_TARGET if state.target_mm > 0 else TRACK_MM
        if reading.excursion_mm is not None and not why_not(state):
            bar = _rise(track, 0.0, reading.excursion_mm / full)
            painter.setBrush(style.colour(side.value))
            painter.drawRoundedRect(bar, radius, radius)
            painter.setBrush(QBrush(style.colour("surface", 95), PATTERN[side]))
            painter.drawRoundedRect(bar, radius, radius)
        if state.exercise is not None and state.target_mm > 0:
            tolerance = state.exercise.tolerance_pct / 100
            centre = 1 / TRACK_OVER_TARGET
            zone = _rise(track, centre * (1 - tolerance), centre * (1 + tolerance))
            self._paint_zone(painter, zone, named=(reading.excursion_mm or 0) < state.target_mm / 3)

    def _paint_zone(self, painter: QPainter, zone: QRectF, *, named: bool) -> None:
        style = self._style
        grow = style.px(5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.colour("ink"), style.px(3)))
        painter.drawRoundedRect(zone.adjusted(-grow, 0, grow, 0), grow, grow)
        font = style.font(16)
        words = tr(ENOUGH)
        if named and QFontMetricsF(font).horizontalAdvance(words) < zone.width():
            painter.setFont(font)
            painter.drawText(zone, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_name(self, painter: QPainter, side: Side, row: QRectF) -> None:
        style = self._style
        font = style.font(22, QFont.Weight.DemiBold)
        words = QFontMetricsF(font)
        mark = words.ascent() * 0.7
        name = SIDE_NAME[side]
        if words.horizontalAdvance(name) + mark * 1.6 > row.width():
            name = name[:1]
        width = words.horizontalAdvance(name) + mark * 1.6
        x = row.center().x() - width / 2
        box = QRectF(x, row.center().y() - mark / 2, mark, mark)
        paint_side_mark(painter, side, box, style.colour(side.value))
        painter.setFont(font)
        painter.setPen(style.colour("ink"))
        text = QRectF(x + mark * 1.6, row.y(), width, row.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)


def _rise(track: QRectF, start: float, end: float) -> QRectF:
    """The part of a track between two shares of its height, counted from the bottom."""
    a, b = (min(max(v, 0.0), 1.0) * track.height() for v in (start, end))
    return QRectF(track.x(), track.bottom() - b, track.width(), b - a)
