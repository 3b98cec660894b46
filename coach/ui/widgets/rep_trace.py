"""The path of a repetition: a soft hill to follow, and where left and right really went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.coach_state import CoachState
from coach.domain.exercise import Dose, Phase
from coach.domain.language import tr
from coach.domain.sides import Side
from coach.ui.theme import Style
from coach.ui.widgets.overlay import paint_side_mark
from coach.ui.widgets.wanted_path import outline
from coach.ui.widgets.wanted_size import TRACK_MM, track_mm

#: How strongly a repetition is drawn, newest first.
_ALPHA: Final = (255, 110, 70, 50)
_MOVING: Final = (Phase.MOVE, Phase.HOLD, Phase.RELEASE)


@dataclass(slots=True)
class _Rep:
    """Points of one repetition: x is the share of its time, y the movement in mm."""

    key: tuple[int, int, int]
    lines: dict[Side, QPolygonF] = field(default_factory=lambda: {s: QPolygonF() for s in Side})


class RepTrace(QWidget):
    """Draws this repetition and, the fainter the older, those before. GUI thread.

    Args:
        parent: the widget around it.
        keep: how many repetitions are shown.
    """

    def __init__(self, parent: QWidget | None = None, *, keep: int = 2) -> None:
        super().__init__(parent)
        self._keep = keep
        self._title = tr("This repetition") if keep == 2 else tr("The last repetitions")
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
            same = [r for r in self._reps if r.key[0] == key[0] and r.key != key]
            self._reps = [*same[1 - self._keep :], _Rep(key)]
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
        large = self._keep > 2
        if large:
            painter.setPen(QPen(style.colour("line"), 1))
            painter.setBrush(style.colour("surface"))
            card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(card, style.px(18), style.px(18))
            mark = style.px(22)
        area = QRectF(self.rect()).adjusted(mark / 2, mark / 2, -mark, -mark)
        painter.setPen(style.colour("muted"))
        painter.setFont(style.font(18 if large else 16))
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(area, flags, self._title)
        area.setTop(painter.boundingRect(area, flags, self._title).bottom())
        full = TRACK_MM
        if state is not None and state.exercise is not None and state.target_mm > 0:
            full = max(track_mm(state), self._largest_mm())
            tolerance = state.exercise.tolerance_pct / 100
            painter.setPen(QPen(style.colour("edge"), style.px(1)))
            painter.setBrush(style.colour("well"))
            path = outline(state.exercise.dose, state.target_mm, tolerance)
            painter.drawPolygon(_placing(area, full).map(path))
        painter.setPen(QPen(style.colour("edge"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setClipRect(area.adjusted(-mark, 0, mark, mark))
        to_widget = _placing(area, full)
        for age, rep in reversed(list(enumerate(reversed(self._reps)))):
            for side in Side:
                self._paint_line(painter, to_widget.map(rep.lines[side]), side, age)
        painter.end()

    def _largest_mm(self) -> float:
        """The largest movement that is drawn, with room above: the target may have become low."""
        shown = [line for rep in self._reps for line in rep.lines.values() if not line.isEmpty()]
        return 1.08 * max((line.boundingRect().bottom() for line in shown), default=0.0)

    def _paint_line(self, painter: QPainter, line: QPolygonF, side: Side, age: int) -> None:
        """One side's path in widget px; `age` 0 is the newest repetition."""
        if line.isEmpty():
            return
        style = self._style
        pen = QPen(style.colour(side.value, _ALPHA[min(age, len(_ALPHA) - 1)]), style.px(3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if side is Side.RIGHT:
            pen.setDashPattern([3.0, 1.8])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)
        if age == 0:
            size = style.px(11)
            box = QRectF(0, 0, size, size)
            box.moveCenter(line.at(line.size() - 1))
            paint_side_mark(painter, side, box, style.colour(side.value))


def _share(dose: Dose, phase: Phase, elapsed_s: float) -> float:
    before = {Phase.MOVE: 0.0, Phase.HOLD: dose.move_s, Phase.RELEASE: dose.move_s + dose.hold_s}
    length = {Phase.MOVE: dose.move_s, Phase.HOLD: dose.hold_s, Phase.RELEASE: dose.release_s}
    total = dose.move_s + dose.hold_s + dose.release_s
    return (before[phase] + min(elapsed_s, length[phase])) / max(total, 1e-6)


def _placing(area: QRectF, full: float) -> QTransform:
    """From shares (x) and millimetres (y, `full` at the top) to widget pixels."""
    return QTransform(area.width(), 0.0, 0.0, -area.height() / full, area.left(), area.bottom())
