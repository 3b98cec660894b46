"""No picture, two tall bars: how far each side has moved, and the small size that is wanted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.coaching.settings import EngineSettings
from coach.domain.coach_state import CoachState, SideReading
from coach.domain.language import mark, tr
from coach.domain.movements import closes_the_eye
from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.widgets.balance_bars import (
    PATTERN,
    cased,
    is_asked_for,
    why_not,
)
from coach.ui.widgets.overlay import paint_side_mark
from coach.ui.widgets.wanted_size import track_mm, wanted_shares
from coach.ui.wording import ENOUGH, SIDE_NAME

_WIDEST: Final = 150
#: Letters of "enough" and "too far", px at 100 %.
_LETTERS: Final = 18
_NAMES: Final = 22
TOO_FAR: Final = mark("too far")
#: Times the target from which a side has gone too far: as the coach says it (`FormWatch`).
_OVERSHOOT: Final = EngineSettings().overshoot


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
        self._too_far = dict.fromkeys(Side, False)

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
        for side in Side:
            self._too_far[side] = self._is_too_far(side, state)
        told = [f"{SIDE_NAME[side]}: {tr(TOO_FAR)}" for side in Side if self._too_far[side]]
        if self.accessibleDescription() != ", ".join(told):
            self.setAccessibleDescription(", ".join(told))
        self.update()

    def too_far(self, side: Side) -> bool:
        """Whether it is said of a side that it has gone too far."""
        return self._too_far[side]

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
        names = QFontMetricsF(style.font(_NAMES, QFont.Weight.DemiBold)).height() + style.px(16)
        letters = QFontMetricsF(style.font(_LETTERS))
        pad, above = style.px(12), letters.height() + style.px(12)
        # The two frames share the one word between them.
        gap = letters.horizontalAdvance(tr(ENOUGH)) + style.px(28)
        width = min(style.px(_WIDEST), (self.width() - gap) / 2 - pad, self.width() / 4)
        middle = self.width() / 2
        for side in Side:
            at_left = (side is Side.LEFT) == self._mirrored
            x = middle - gap / 2 - width if at_left else middle + gap / 2
            track = QRectF(x, above, width, self.height() - above - names - pad / 2)
            self._paint_track(painter, side, track)
            # Words stand in the middle of their track, as far as their half has room.
            half = QRectF(pad if at_left else middle, 0.0, middle - pad, self.height())
            if self._too_far[side]:
                word = letters.horizontalAdvance(tr(TOO_FAR))
                start = _placed(track.center().x(), word, half)
                row = QRectF(start, style.px(4), word, above - style.px(4))
                self._paint_word(painter, tr(TOO_FAR), row)
            below = QRectF(half.x(), track.bottom(), half.width(), names)
            self._paint_name(painter, side, below, track.center().x())
        if (zone := self._zone(track)) is not None:
            between = QRectF(middle - gap / 2, zone.y(), gap, zone.height())
            self._paint_word(painter, tr(ENOUGH), between)
        painter.end()

    def _is_too_far(self, side: Side, state: CoachState) -> bool:
        """Once said it stays until the side is back by its uncertainty: the word never flickers."""
        reading = _reading(side, state)
        if reading.excursion_mm is None or state.target_mm <= 0 or not is_asked_for(state):
            return False
        if state.exercise is not None and closes_the_eye(state.exercise.movement):
            return False  # no eye closes too far
        back_mm = (reading.uncertainty_mm or 0.0) if self._too_far[side] else 0.0
        return reading.excursion_mm > _OVERSHOOT * state.target_mm - back_mm

    def _zone(self, track: QRectF) -> QRectF | None:
        """The wanted size's part of a track; None where no movement is asked for."""
        state = self._state
        if state is None or state.exercise is None or not is_asked_for(state):
            return None
        return _rise(track, *wanted_shares(state))

    def _paint_track(self, painter: QPainter, side: Side, track: QRectF) -> None:
        style, state = self._style, self._state
        radius = style.px(12)
        painter.setPen(QPen(style.colour("edge"), style.px(1)))
        painter.setBrush(style.colour("well"))
        painter.drawRoundedRect(track, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        if state is None:
            return
        value = _reading(side, state).excursion_mm
        full = track_mm(state)
        if value is not None and not why_not(state):
            bar = _rise(track, 0.0, value / full)
            painter.setBrush(style.colour(side.value))
            painter.drawRoundedRect(bar, radius, radius)
            painter.setBrush(QBrush(style.colour("surface", 95), PATTERN[side]))
            painter.drawRoundedRect(bar, radius, radius)
            if value > full:
                self._paint_beyond(painter, track)
        if (zone := self._zone(track)) is not None:
            grow = style.px(5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for pen in cased(style, 3):
                painter.setPen(pen)
                painter.drawRoundedRect(zone.adjusted(-grow, 0, grow, 0), grow, grow)

    def _paint_beyond(self, painter: QPainter, track: QRectF) -> None:
        """An arrow at the top: further than the track is long."""
        size = self._style.px(14)
        x, tip = track.center().x(), track.top() + size * 0.7
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colour("surface"))
        foot = tip + size
        points = [QPointF(x, tip), QPointF(x - size, foot), QPointF(x + size, foot)]
        painter.drawPolygon(QPolygonF(points))

    def _paint_word(self, painter: QPainter, word: str, row: QRectF) -> None:
        painter.setFont(self._style.font(_LETTERS))
        painter.setPen(self._style.colour("ink"))
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, word)

    def _paint_name(self, painter: QPainter, side: Side, row: QRectF, middle: float) -> None:
        """A side's mark and name about `middle`, inside `row`; both names are short or neither."""
        style = self._style
        font = style.font(_NAMES, QFont.Weight.DemiBold)
        words = QFontMetricsF(font)
        mark = words.ascent() * 0.7
        widest = max(words.horizontalAdvance(SIDE_NAME[s]) for s in Side) + mark * 1.6
        name = SIDE_NAME[side] if widest <= row.width() else SIDE_NAME[side][:1]
        width = words.horizontalAdvance(name) + mark * 1.6
        x = _placed(middle, width, row)
        box = QRectF(x, row.center().y() - mark / 2, mark, mark)
        paint_side_mark(painter, side, box, style.colour(side.value))
        painter.setFont(font)
        painter.setPen(style.colour("ink"))
        text = QRectF(x + mark * 1.6, row.y(), width, row.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)


def _placed(middle: float, width: float, row: QRectF) -> float:
    """Where something of a width begins: about `middle`, but inside `row`."""
    return min(max(middle - width / 2, row.left()), row.right() - width)


def _reading(side: Side, state: CoachState) -> SideReading:
    return state.left if side is Side.LEFT else state.right


def _rise(track: QRectF, start: float, end: float) -> QRectF:
    """The part of a track between two shares of its height, counted from the bottom."""
    a, b = (min(max(v, 0.0), 1.0) * track.height() for v in (start, end))
    return QRectF(track.x(), track.bottom() - b, track.width(), b - a)
