"""A drop-down whose words are seen whole, and whose arrow shows in every theme and text size."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
)

from coach.domain.language import tr
from coach.ui.theme import Style

#: Room around the words, px at 100 %: left, right (with the arrow), above and below.
_LEFT: Final = 16
_RIGHT: Final = 44
_ABOVE: Final = 8
_FLAGS: Final = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
)


class PlanBox(QComboBox):
    """Choice of a programme, in the size of a title; long titles take two lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "title")
        self.setObjectName("planChooser")
        self.setAccessibleName(tr("Practice programme"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        sizes = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizes.setHeightForWidth(True)
        self.setSizePolicy(sizes)
        # Qt's own for this list ignores the style sheet: rows as high as a finger, a frame.
        self.setItemDelegate(QStyledItemDelegate(self))
        self._style = Style()
        self.currentIndexChanged.connect(lambda _index: self.updateGeometry())

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._words(QRect(0, 0, width, 10_000))
        needed = self.fontMetrics().boundingRect(words, _FLAGS, self.currentText()).height()
        return max(super().sizeHint().height(), needed + 2 * self._style.px(_ABOVE))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(max(self.width(), hint.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def showPopup(self) -> None:  # noqa: N802
        """The list is as wide as its longest entry."""
        entries = self.view().sizeHintForColumn(0) + self._style.px(_RIGHT)
        self.view().setMinimumWidth(min(entries, self.window().width()))
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.setPen(self._style.colour("ink" if self.isEnabled() else "muted"))
        painter.drawText(self._words(self.rect()), _FLAGS, self.currentText())
        self._paint_arrow(painter)
        painter.end()

    def _words(self, rect: QRect) -> QRect:
        px = self._style.px
        return rect.adjusted(px(_LEFT), px(_ABOVE), -px(_RIGHT), -px(_ABOVE))

    def _paint_arrow(self, painter: QPainter) -> None:
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
