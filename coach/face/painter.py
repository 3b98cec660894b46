"""Paints a face: for the demonstration on the screen and for the simulated camera.

QtGui only. Works on any thread that owns its painter, on QImage, with or without a screen.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from coach.domain.sides import Side
from coach.face.canvas import Canvas
from coach.face.curves import CurveLayout
from coach.face.expression import Expression
from coach.face.geometry import FaceModel, face_model
from coach.face.look import DEFAULT_LOOK, FaceLook
from coach.face.paint_backdrop import paint_body, paint_wall
from coach.face.paint_eyes import paint_brow, paint_eye
from coach.face.paint_hair import paint_hair_back, paint_hair_front
from coach.face.paint_mouth import paint_mouth
from coach.face.paint_nose import paint_nose
from coach.face.paint_skin import paint_ears, paint_folds, paint_head
from coach.face.projection import Framing, HeadPlacement
from coach.face.shape import FaceShape

_STRAIGHT = HeadPlacement()


class FacePainter:
    """Paints one person. Keeps the still parts of its last size: use one for each thread.

    Args:
        look: colours and hair.
        shape: proportions; the average face where None.
    """

    def __init__(self, look: FaceLook = DEFAULT_LOOK, shape: FaceShape | None = None) -> None:
        self.look = look
        self.model: FaceModel = face_model(shape or FaceShape(), look.hair_style)
        self._layout = CurveLayout(self.model.anatomy)
        self._still_key: tuple[int, int, float, bool] | None = None
        self._wall = QImage()
        self._body = QImage()

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        expression: Expression,
        placement: HeadPlacement = _STRAIGHT,
        *,
        backdrop: bool = True,
    ) -> None:
        """Head and shoulders in a rectangle, unmirrored: the patient's left is on the right.

        Args:
            painter: any active painter.
            rect: where, in the painter's coordinates.
            expression: what the face does.
            placement: where the head is.
            backdrop: False leaves the area around the person as it is.
        """
        framing = Framing.portrait(rect.x(), rect.y(), rect.width(), rect.height())
        self._keep_still_parts(painter, rect, backdrop)
        painter.save()
        if not rect.contains(QRectF(painter.viewport())):
            # Not where it clips nothing: clipping costs a tenth of the time.
            painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if backdrop:
            painter.drawImage(rect.topLeft(), self._wall)
        canvas = Canvas(
            painter, self.model.pose(expression), self._layout, placement, framing, self.look
        )
        paint_hair_back(canvas)
        painter.drawImage(self._body_rect(rect).topLeft(), self._body)
        paint_ears(canvas)
        paint_head(canvas)
        paint_folds(canvas)
        paint_nose(canvas)
        for side in (Side.LEFT, Side.RIGHT):
            paint_eye(canvas, side)
            paint_brow(canvas, side)
        paint_mouth(canvas)
        paint_hair_front(canvas)
        painter.restore()

    def paint_image(
        self, image: QImage, expression: Expression, placement: HeadPlacement = _STRAIGHT
    ) -> None:
        """Fill a whole picture."""
        painter = QPainter(image)
        try:
            self.paint(painter, QRectF(image.rect()), expression, placement)
        finally:
            painter.end()

    @staticmethod
    def _body_rect(rect: QRectF) -> QRectF:
        top = rect.y() + 0.5 * rect.height()
        return QRectF(rect.x(), top, rect.width(), rect.bottom() - top)

    def _keep_still_parts(self, painter: QPainter, rect: QRectF, backdrop: bool) -> None:
        ratio = painter.device().devicePixelRatio()
        key = (round(rect.width()), round(rect.height()), ratio, backdrop)
        if key == self._still_key:
            return
        self._still_key = key
        framing = Framing.portrait(rect.x(), rect.y(), rect.width(), rect.height())
        if backdrop:
            self._wall = _blank(rect, ratio, QImage.Format.Format_RGB32)
            with_painter = _begin(self._wall, rect)
            paint_wall(with_painter, rect, self.look)
            with_painter.end()
        lower = self._body_rect(rect)
        self._body = _blank(lower, ratio, QImage.Format.Format_ARGB32_Premultiplied)
        with_painter = _begin(self._body, lower)
        paint_body(with_painter, framing, self.look)
        with_painter.end()


def _blank(rect: QRectF, ratio: float, kind: QImage.Format) -> QImage:
    size = QSize(max(1, round(rect.width() * ratio)), max(1, round(rect.height() * ratio)))
    image = QImage(size, kind)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    return image


def _begin(image: QImage, rect: QRectF) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-rect.topLeft())
    return painter


_painters: dict[tuple[FaceLook, FaceShape | None], FacePainter] = {}


def paint_face(
    painter: QPainter,
    rect: QRectF,
    expression: Expression,
    look: FaceLook = DEFAULT_LOOK,
    shape: FaceShape | None = None,
    placement: HeadPlacement = _STRAIGHT,
    *,
    backdrop: bool = True,
) -> None:
    """Paint a face anywhere, at any size. GUI thread only; elsewhere use a `FacePainter`."""
    key = (look, shape)
    if key not in _painters:
        _painters[key] = FacePainter(look, shape)
    _painters[key].paint(painter, rect, expression, placement, backdrop=backdrop)


def render_face(
    expression: Expression,
    size: tuple[int, int] = (640, 480),
    look: FaceLook = DEFAULT_LOOK,
    shape: FaceShape | None = None,
    placement: HeadPlacement = _STRAIGHT,
) -> QImage:
    """A picture of a face, Format_RGB32, unmirrored. Any thread."""
    image = QImage(size[0], size[1], QImage.Format.Format_RGB32)
    FacePainter(look, shape).paint_image(image, expression, placement)
    return image
