"""A drop-down whose arrow shows in every theme and at every text size."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QSizePolicy

from coach.domain.language import tr
from coach.ui.theme import Style


class PlanBox(QComboBox):
    """Choice of a programme, in the size of a title."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "title")
        self.setObjectName("planChooser")
        self.setAccessibleName(tr("Practice programme"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = Style()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._style.colour("ink"), self._style.px(3))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        half = self._style.px(6)
        x, y = self.width() - self._style.px(24), self.height() / 2
        arrow = [QPointF(x - half, y - half / 2), QPointF(x, y + half / 2)]
        arrow.append(QPointF(x + half, y - half / 2))
        painter.drawPolyline(QPolygonF(arrow))
        painter.end()
