"""Holds two pictures of the running session in memory, in case the person wants to keep them.

Nothing is written here. Only while the person has asked to be asked (`offer_snapshots`) is a
picture held at all, and it is let go of when the next session starts or the answer is no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from coach.app.snapshot import Snapshot
from coach.domain.errors import OutputError
from coach.domain.exercise import Phase
from coach.domain.frames import Frame
from coach.domain.landmarks import FaceFrame
from coach.domain.language import tr
from coach.domain.still import Pose, Still

#: A kept picture's side, pixels: enough to see a face on half a page.
SIDE_PX: Final = 512
#: The face's height in a kept picture: equal in all, so that two of them can be compared.
_FACE_SHARE: Final = 0.66


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A picture with its own landmarks."""

    frame: Frame
    face: FaceFrame


class StillKeeper:
    """Looks at what the screen shows anyway. GUI thread."""

    def __init__(self) -> None:
        self.wanted = False
        self._held: dict[Pose, Held] = {}
        self._largest_mm = 0.0

    @property
    def complete(self) -> bool:
        """Whether there is a picture of each kind."""
        return len(self._held) == len(Pose)

    def clear(self) -> None:
        """Let go of the pictures."""
        self._held.clear()
        self._largest_mm = 0.0

    def see(self, snapshot: Snapshot | None) -> None:
        """Hold this moment where it is at rest, or further than any hold before."""
        if not self.wanted or snapshot is None or snapshot.face.points is None:
            return
        if snapshot.state.phase is Phase.SETUP:  # another session
            self.clear()
        state, held = snapshot.state, Held(snapshot.frame, snapshot.face)
        if state.phase is Phase.BASELINE:
            self._held[Pose.REST] = held
        elif state.phase is Phase.HOLD and state.quality is None and not state.paused:
            sizes = [s.excursion_mm or 0.0 for s in (state.left, state.right)]
            if max(sizes) > self._largest_mm:
                self._largest_mm = max(sizes)
                self._held[Pose.LARGEST] = held

    def held(self) -> dict[Pose, Held]:
        """The pictures as they are now, for `stills`."""
        return dict(self._held)


def stills(held: Mapping[Pose, Held], session_id: str, taken: datetime) -> list[Still]:
    """Held pictures as PNG, cut around the face, unmirrored. Any thread."""
    return [
        Still(session_id, pose, taken, (SIDE_PX, SIDE_PX), _png(picture))
        for pose, picture in held.items()
    ]


def _png(held: Held) -> bytes:
    image = held.frame.image
    height, width = image.shape[:2]
    whole = QImage(image.data, width, height, image.strides[0], QImage.Format.Format_BGR888)
    picture = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(picture.rect(), whole, _face_square(held.face))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(picture):
        raise OutputError(tr("The picture could not be made."))
    return bytes(buffer.data().data())


def _face_square(face: FaceFrame) -> QRect:
    """The square in which the face has its share of the height."""
    assert face.points is not None
    xs, ys = face.points[:, 0], face.points[:, 1]
    left, right = float(xs.min()), float(xs.max())
    top, bottom = float(ys.min()), float(ys.max())
    side = round(max(bottom - top, 1.0) / _FACE_SHARE)
    x = round((left + right) / 2 - side / 2)
    y = round((top + bottom) / 2 - side * 0.52)  # a little more room for the hair
    return QRect(x, y, side, side)
