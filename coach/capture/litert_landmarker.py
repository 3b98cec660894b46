"""MediaPipe's face mesh without its framework, as a `Landmarker`: one face, followed."""

from __future__ import annotations

import importlib.metadata
import math
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final

from coach.capture.face_box import FaceBox
from coach.capture.face_count import FaceCount, count_faces
from coach.capture.face_detector import DetectedFace, FaceDetector
from coach.capture.face_mesh import FaceMesh
from coach.capture.image_stats import measure_stats
from coach.capture.models import RELEASE, load_models
from coach.domain.errors import EngineError
from coach.domain.frames import FloatArray, Frame, Image, ImageStats
from coach.domain.landmarks import FaceFrame
from coach.domain.language import mark, tr
from coach.domain.session import EngineInfo

ENGINE_NAME: Final = "mediapipe-facemesh-litert"
#: Presence of a face below which the box is looked for anew.
MIN_PRESENCE: Final = 0.5
_STOPPED: Final = (
    mark("The landmark engine stopped working."),
    mark("Please start the session again."),
)


class LiteRtLandmarker:
    """Follows one face through a video. Build, use and close it on one thread; one per recording.

    The person is chosen once: the largest face near the middle; who was lost is looked for where
    they were. Opens no network connection and reads no file but the models. Results are the same
    bit for bit for the same pictures from the start.

    Raises:
        EngineError: where the runtime or a model is missing.
    """

    def __init__(self) -> None:
        models = load_models()
        try:
            self._mesh = FaceMesh(models.mesh)
            self._detector = FaceDetector(models.detector)
        except ValueError as error:
            raise EngineError(*map(tr, _STOPPED)) from error
        runtime = importlib.metadata.version("ai-edge-litert")
        self._info = EngineInfo(ENGINE_NAME, f"{RELEASE} (LiteRT {runtime})", models.sha256)
        # A thread of its own: inference gives the interpreter away, and its caller measures
        # the picture before meanwhile.
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="landmarks-engine")
        self._count = FaceCount()
        self._box: FaceBox | None = None
        self._last: FaceBox | None = None
        self._size = (0, 0)
        self._frame: Frame | None = None
        self._work: Future[FloatArray | None] | None = None
        self._points: FloatArray | None = None
        self._stats: ImageStats | None = None

    @property
    def info(self) -> EngineInfo:
        return self._info

    def detect(self, frame: Frame) -> FaceFrame:
        """Landmarks, face count and statistics of one picture."""
        self.submit(frame)
        return self.collect()

    def submit(self, frame: Frame) -> None:
        """Starts work on a picture and returns at once; the picture may not change meanwhile."""
        self._frame = frame
        self._work = self._worker.submit(
            self._find, frame.image, self._count.due(frame.t_ns), frame.t_ns
        )
        # The face box is the previous picture's: at 30 pictures a second it has moved by a few
        # pixels, and waiting for this one's would cost the overlap.
        self._stats = measure_stats(frame.image, self._points)

    def collect(self) -> FaceFrame:
        """Waits for the submitted picture; the interpreter is free meanwhile."""
        frame, work, self._frame, self._work = self._frame, self._work, None, None
        if frame is None or work is None:
            raise RuntimeError("collect() needs a submitted picture")
        try:
            points = self._points = work.result()
        except (RuntimeError, ValueError) as error:
            raise EngineError(*map(tr, _STOPPED)) from error
        return FaceFrame(
            points=points,
            index=frame.index,
            t_ns=frame.t_ns,
            size=frame.size,
            faces=0 if points is None else self._count.faces,
            stats=self._stats,
        )

    def close(self) -> None:
        """Ends the worker. Idempotent."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _find(self, image: Image, counting: bool, t_ns: int) -> FloatArray | None:
        """(478, 3) landmarks in pixels; None where no face is. On the worker."""
        self._fit_to(image)
        faces: Sequence[DetectedFace] | None = None
        if counting or self._box is None:
            faces = self._detector.detect(image)
        if counting and faces is not None:
            self._count.observe(count_faces([float(f.size[0]) for f in faces]), t_ns)
        box = self._box
        if box is None:
            if not faces:
                return None
            box = FaceBox.around(choose(faces, self._size, self._last))
        points, presence = self._mesh.run(box.crop(image))
        if presence < MIN_PRESENCE:
            self._box = None
            return None
        found = box.to_picture(points)
        self._box = self._last = FaceBox.of(found)
        return found

    def _fit_to(self, image: Image) -> None:
        """A picture of another size shows the same scene: the boxes grow or shrink with it."""
        height, width = image.shape[:2]
        known, self._size = self._size, (width, height)
        if known in ((0, 0), self._size):
            return
        across, down = width / known[0], height / known[1]
        self._box = self._box.scaled(across, down) if self._box is not None else None
        self._last = self._last.scaled(across, down) if self._last is not None else None


def choose(
    faces: Sequence[DetectedFace], size: tuple[int, int], last: FaceBox | None
) -> DetectedFace:
    """The face to follow.

    Args:
        faces: at least one.
        size: (width, height) of the picture.
        last: where the followed face was seen last; None before the first.

    Returns:
        The one nearest to where the face was, as long as one is within its own box; else the one
        that is largest for how far it is from the middle.
    """
    if last is not None:
        near = min(faces, key=lambda f: math.dist(f.centre, (last.x, last.y)))
        if math.dist(near.centre, (last.x, last.y)) < 0.5 * last.side:
            return near
    middle, reach = (size[0] / 2, size[1] / 2), math.hypot(*size) / 2

    def prominence(face: DetectedFace) -> float:
        return float(face.size[0]) * (1.0 - 0.5 * math.dist(face.centre, middle) / reach)

    return max(faces, key=prominence)
