"""Which camera: by its name, with its live picture, as cameras come and go."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.app.camera_presenter import CameraPresenter
from coach.domain.frames import Image
from coach.domain.language import tr
from coach.ui.theme import Style, apply_to_children
from coach.ui.widgets.answers import Answers
from coach.ui.widgets.labels import label
from coach.ui.widgets.mirror_view import to_rgb32

_RADIUS: Final = 18
#: From this width on, px at 100 %, the cameras stand beside the picture.
_BESIDE: Final = 440


class CameraPicker(QWidget):
    """Shows cameras and a picture while their owner watches them. GUI thread.

    Args:
        cameras: which there are, and the picture; whoever shows this widget calls `watch` and
            `rest`.
    """

    def __init__(self, cameras: CameraPresenter) -> None:
        super().__init__()
        self.setObjectName("cameraPicker")
        self._cameras = cameras
        self._style = Style()
        self._listed: tuple[tuple[str, str], ...] | None = None
        self.picture = LivePicture()
        self.state = label("", "", "cameraState", wrap=True)
        self.answers: Answers | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._large = False
        self._list.addStretch(1)
        self._list.addWidget(self.state)
        self._list.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(18)
        self._row.addWidget(self.picture, 1)
        self._row.addLayout(self._list, 1)
        cameras.cameras_changed.connect(self._show_cameras)
        cameras.picture_ready.connect(self._show_picture)
        cameras.problem_raised.connect(self._on_problem)
        self._show_cameras()

    @property
    def first(self) -> QWidget | None:
        """What takes the keyboard; None while there is nothing to choose."""
        return self.answers.first if self.answers is not None else None

    def set_style(self, style: Style) -> None:
        self._style = style
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self._style.px(_BESIDE)
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def set_large(self, large: bool) -> None:
        """Large letters, where the cameras have a screen to themselves."""
        self._large = large
        if self.answers is not None:
            self.answers.set_large(large)

    def _show_cameras(self) -> None:
        found = tuple((camera.id, camera.label) for camera in self._cameras.cameras)
        if found != self._listed:
            self._listed = found
            self._rebuild(found)
        shown = self._cameras.shown
        if self.answers is not None:
            self.answers.choose(shown.id if shown else None)
        self.state.setText(self._state_words())

    def _rebuild(self, found: tuple[tuple[str, str], ...]) -> None:
        if self.answers is not None:
            self.answers.hide()
            self.answers.setParent(None)
            self.answers.deleteLater()
            self.answers = None
        if found:
            self.answers = Answers("cameras", tr("Which camera?"), found)
            self.answers.set_large(self._large)
            self.answers.chosen.connect(self._cameras.choose)
            self._list.insertWidget(2, self.answers)
            apply_to_children(self, self._style)

    def _state_words(self) -> str:
        if not self._cameras.looked:
            return tr("Looking for cameras")
        if not self._cameras.cameras:
            return tr(
                "No camera found: a drawn face stands in. Plug a camera in; it appears by itself."
            )
        return ""

    def _show_picture(self) -> None:
        if not self.isVisible():
            return
        seen = self._cameras.take()
        if seen is not None:
            self.picture.show_image(seen.frame.image)

    def _on_problem(self, message: str, hint: str) -> None:
        if message:
            self.picture.clear()
            self.state.setText(f"{message} {hint}".strip())
        else:
            self.state.setText(self._state_words())


class LivePicture(QWidget):
    """A camera's picture as a mirror shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("livePicture")
        self.setAccessibleName(tr("Live picture"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._style = Style()
        self._image = QImage()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.setMinimumSize(style.px(200), style.px(120))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._style.px(320), self._style.px(240))

    def clear(self) -> None:
        self._image = QImage()
        self.update()

    def show_image(self, image: Image) -> None:
        """Show an unmirrored BGR picture, mirrored."""
        self._image = to_rgb32(image)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(rect, self._style.px(_RADIUS), self._style.px(_RADIUS))
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), self._style.colour("stage"))
        if self._image.isNull():
            painter.setPen(self._style.colour("on_stage"))
            painter.setFont(self._style.font(18))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("No picture"))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
            painter.drawImage(_covering(self._image, rect), self._image)
        painter.end()


def _covering(image: QImage, rect: QRectF) -> QRectF:
    """Where the whole picture goes so that it fills the place, its middle in the middle."""
    scale = max(rect.width() / image.width(), rect.height() / image.height())
    place = QRectF(0, 0, image.width() * scale, image.height() * scale)
    place.moveCenter(rect.center())
    return place
