"""The path of a repetition: a soft hill to follow, and where left and right really went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.coach_state import CoachState
from coach.domain.exercise import Dose, Phase
from coach.domain.language import tr
from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.widgets.balance_bars import TRACK_MM, TRACK_OVER_TARGET
from coach.ui.widgets.overlay import paint_side_mark

_MOVING: Final = (Phase.MOVE, Phase.HOLD, Phase.RELEASE)


@dataclass(slots=True)
class _Rep:
    """Points of one repetition: x is the share of its time, y the movement in mm."""

    key: tuple[int, int, int]
    lines: dict[Side, QPolygonF] = field(default_factory=lambda: {s: QPolygonF() for s in Side})


class RepTrace(QWidget):
    """Draws this repetition and, faintly, the one before. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("repTrace")
        self.setAccessibleName(tr("Path of this repetition, left and right"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._style = Style()
        self._state: CoachState | None = None
        self._reps: list[_Rep] = []

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(240), self._style.px(110))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._style.px(160), self._style.px(80))

    def clear(self) -> None:
        """Forget every repetition."""
        self._reps.clear()
        self._state = None
        self.update()

    def show_state(self, state: CoachState) -> None:
        """Add the moment to the trace of its repetition."""
        old, self._state = self._state, state
        exercise = state.exercise
        if exercise is None or state.phase not in _MOVING:
            if old is None or old.phase is not state.phase:
                self.update()
            return
        key = (state.exercise_index, state.set_index, state.rep_index)
        restarted = old is not None and old.phase in (Phase.GET_READY, Phase.DEMONSTRATE)
        if not self._reps or self._reps[-1].key != key or restarted:
            self._reps = [r for r in self._reps[-1:] if r.key[0] == key[0]] + [_Rep(key)]
        x = _share(exercise.dose, state.phase, state.phase_elapsed_s)
        for side, reading in ((Side.LEFT, state.left), (Side.RIGHT, state.right)):
            if reading.excursion_mm is not None:
                self._reps[-1].lines[side].append(QPointF(x, reading.excursion_mm))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        state = self._state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._style
        mark = style.px(10)
        area = QRectF(self.rect()).adjusted(mark / 2, mark, -mark, -mark)
        full = TRACK_MM
        if state is not None and state.exercise is not None:
            if state.target_mm > 0:
                full = state.target_mm * TRACK_OVER_TARGET
            tolerance = state.exercise.tolerance_pct / 100
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("well"))
            hill = _hill(state.exercise.dose, state.target_mm / full, tolerance)
            painter.drawPolygon(_place(hill, area, 1.0))
        painter.setPen(style.colour("muted"))
        painter.setFont(style.font(14))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, tr("This repetition"))
        painter.setPen(QPen(style.colour("edge"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        for age, rep in enumerate(reversed(self._reps)):
            for side in Side:
                self._paint_line(painter, rep.lines[side], side, area, full, old=age > 0)
        painter.end()

    def _paint_line(
        self,
        painter: QPainter,
        line: QPolygonF,
        side: Side,
        area: QRectF,
        full: float,
        *,
        old: bool,
    ) -> None:
        if line.isEmpty():
            return
        style = self._style
        pen = QPen(style.colour(side.value, 80 if old else 255), style.px(3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if side is Side.RIGHT:
            pen.setDashPattern([3.0, 1.8])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        placed = _place(line, area, full)
        painter.drawPolyline(placed)
        if not old:
            size = style.px(11)
            box = QRectF(0, 0, size, size)
            box.moveCenter(placed.at(placed.size() - 1))
            paint_side_mark(painter, side, box, style.colour(side.value))


def _share(dose: Dose, phase: Phase, elapsed_s: float) -> float:
    before = {Phase.MOVE: 0.0, Phase.HOLD: dose.move_s, Phase.RELEASE: dose.move_s + dose.hold_s}
    length = {Phase.MOVE: dose.move_s, Phase.HOLD: dose.hold_s, Phase.RELEASE: dose.release_s}
    total = dose.move_s + dose.hold_s + dose.release_s
    return (before[phase] + min(elapsed_s, length[phase])) / max(total, 1e-6)


def _hill(dose: Dose, target: float, tolerance: float) -> QPolygonF:
    """The wanted path as a band, in shares of time and of the height."""
    top, low = target * (1 + tolerance), target * (1 - tolerance)
    up = _share(dose, Phase.HOLD, 0.0)
    down = _share(dose, Phase.RELEASE, 0.0)
    upper = [(0.0, top * 0.25), (up, top), (down, top), (1.0, top * 0.25)]
    lower = [(1.0, 0.0), (down, low), (up, low), (0.0, 0.0)]
    return QPolygonF([QPointF(x, y) for x, y in upper + lower])


def _place(line: QPolygonF, area: QRectF, full: float) -> QPolygonF:
    """From shares (x) and millimetres (y, `full` at the top) to widget pixels."""
    top, bottom = area.top(), area.bottom()
    points = []
    for i in range(line.size()):
        point = line.at(i)
        y = bottom - point.y() / full * area.height()
        x = area.left() + point.x() * area.width()
        points.append(QPointF(x, min(max(y, top), bottom)))
    return QPolygonF(points)
