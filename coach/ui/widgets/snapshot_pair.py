"""Two kept pictures of one pose beside each other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.domain.language import tr
from coach.domain.still import Still
from coach.ui.dates import long_day
from coach.ui.theme import Style

_LETTERS = 15
_GAP = 16


class SnapshotPair(QWidget):
    """Paints the earlier picture left and the later one right, as in a mirror. GUI thread."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = Style()
        self._pictures: list[tuple[str, QImage]] = []
        self._pose = ""

    def show_stills(self, pose: str, stills: list[Still], *, mirrored: bool) -> None:
        """Show up to two pictures, earlier first; `pose` says what they show."""
        self._pose = pose
        self._pictures = []
        for still in stills:
            image = QImage.fromData(still.png)
            if mirrored:
                image = image.transformed(QTransform().scale(-1, 1))
            self._pictures.append((long_day(still.taken.astimezone()), image))
        when = ", ".join(day for day, _ in self._pictures)
        self.setAccessibleName(tr("{pose}: {days}", pose=pose, days=when))
        self.setVisible(bool(stills))
        self.update()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(420), self._style.px(270))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._style.px(240), self._style.px(270))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        style = self._style
        painter.setFont(style.font(_LETTERS))
        words = QFontMetricsF(style.font(_LETTERS))
        room = (self.width() - _GAP) / 2
        side = min(room, self.height() - words.height() * 2.6)
        for i, (day, image) in enumerate(self._pictures):
            left = i * (side + _GAP)
            box = QRectF(left, 0, side, side)
            path = QPainterPath()
            path.addRoundedRect(box, 12, 12)
            painter.save()
            painter.setClipPath(path)
            painter.drawImage(box, image)
            painter.restore()
            painter.setPen(style.colour("muted"))
            text = QRectF(left, side + 4, side, words.height() * 2.4)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(text, flags, f"{self._pose}\n{day}")
        painter.end()
