"""How far along a row of screens a person is: dots, and the same in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coach.domain.language import tr
from coach.ui.theme import Style
from coach.ui.widgets.labels import label


class ProgressDots(QWidget):
    """Dots with "3 of 9" beside them; the words alone say it all."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progressDots")
        self.words = label("", "muted", "progressWords")
        self.dots = _Dots()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.dots)
        row.addWidget(self.words)
        row.addStretch(1)

    def show_position(self, number: int, count: int) -> None:
        """The `number`th of `count`, from 1."""
        self.words.setText(tr("{number} of {count}", number=number, count=count))
        self.dots.show_position(number, count)


class _Dots(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dots")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._style = Style()
        self._number, self._count = 1, 1

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def show_position(self, number: int, count: int) -> None:
        self._number, self._count = number, count
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        step = self._style.px(18)
        return QSize(step * self._count, step)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step, radius = self._style.px(18), self._style.px(5)
        for i in range(self._count):
            middle = QPointF((i + 0.5) * step, self.height() / 2)
            now, done = i + 1 == self._number, i + 1 < self._number
            painter.setPen(QPen(self._style.colour("accent" if now or done else "edge"), 2))
            filled = self._style.colour("accent") if now or done else Qt.BrushStyle.NoBrush
            painter.setBrush(filled)
            size = radius * (1.5 if now else 1.0)
            painter.drawEllipse(middle, size, size)
        painter.end()
