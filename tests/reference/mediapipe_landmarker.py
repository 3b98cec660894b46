"""MediaPipe FaceMesh with refined lips, eyes and irises, as a `Landmarker`."""

from __future__ import annotations

import contextlib
from typing import Final

import numpy as np

from coach.capture._cv2 import cv2
from coach.capture.face_count import FaceCount, count_faces
from coach.capture.image_stats import measure_stats
from coach.capture.native_log import quiet_native_stderr
from coach.domain.errors import EngineError
from coach.domain.frames import FloatArray, Frame, Image, ImageStats
from coach.domain.landmarks import FaceFrame
from coach.domain.language import mark, tr
from coach.domain.session import EngineInfo
from tests.reference.mediapipe_engine import (
    DETECTOR_GRAPH,
    MESH_GRAPH,
    PictureGraph,
    load_mediapipe,
    model_sha256,
    package_root,
)
from tests.reference.mesh_points import mesh_points

ENGINE_NAME: Final = "mediapipe-facemesh"
_STOPPED: Final = (
    mark("The landmark engine stopped working."),
    mark("Please start the session again."),
)


class MediaPipeLandmarker:
    """Follows one face through a video. Build, use and close it on one thread; one per recording.

    Opens no network connection and reads no file but the models in the installed package. Results
    are the same bit for bit for the same pictures from the start.

    Raises:
        EngineError: where the package or a model is missing.
    """

    def __init__(self) -> None:
        mediapipe = load_mediapipe()
        folder = package_root()
        self._info = EngineInfo(ENGINE_NAME, str(mediapipe.__version__), model_sha256(folder))
        with quiet_native_stderr():
            self._mesh = PictureGraph(
                folder / MESH_GRAPH,
                "multi_face_landmarks",
                {"num_faces": 1, "with_attention": True, "use_prev_landmarks": True},
            )
            self._detector = PictureGraph(folder / DETECTOR_GRAPH, "detections", {})
        self._count = FaceCount()
        self._frame: Frame | None = None
        self._counting = False
        self._starting = True
        self._points: FloatArray | None = None
        self._stats: ImageStats | None = None
        self._rgb: Image = np.empty((0, 0, 3), dtype=np.uint8)
        self._rgb_view: Image = self._rgb

    @property
    def info(self) -> EngineInfo:
        return self._info

    def detect(self, frame: Frame) -> FaceFrame:
        """Landmarks, face count and statistics of one picture."""
        self.submit(frame)
        return self.collect()

    def submit(self, frame: Frame) -> None:
        """Converts the picture (0.1 ms at 720p) and starts the native work on it."""
        self._convert(frame.image)
        self._frame = frame
        self._counting = self._count.due(frame.t_ns)
        # The engine's chatter ends with the first face: until then it is held back.
        quiet = quiet_native_stderr() if self._starting else contextlib.nullcontext()
        try:
            with quiet:
                self._mesh.submit(self._rgb_view)
                if self._counting:
                    self._detector.submit(self._rgb_view)
                if self._starting:
                    self._mesh.wait()
                    self._detector.wait()
        except (RuntimeError, ValueError) as error:
            raise EngineError(*map(tr, _STOPPED)) from error
        # While the native threads work. The face box is the previous picture's: at 30 pictures a
        # second it has moved by a few pixels, and waiting for this one's would cost the overlap.
        self._stats = measure_stats(frame.image, self._points)

    def collect(self) -> FaceFrame:
        """Waits for the submitted picture; the interpreter is free meanwhile."""
        frame, self._frame = self._frame, None
        if frame is None:
            raise RuntimeError("collect() needs a submitted picture")
        try:
            meshes = self._mesh.collect()
            if self._counting:
                boxes = [d.location_data.relative_bounding_box for d in self._detector.collect()]
                self._count.observe(count_faces([b.width for b in boxes]), frame.t_ns)
        except (RuntimeError, ValueError) as error:
            raise EngineError(*map(tr, _STOPPED)) from error
        points = self._points = mesh_points(meshes[0], frame.size) if meshes else None
        self._starting = self._starting and points is None
        return FaceFrame(
            points=points,
            index=frame.index,
            t_ns=frame.t_ns,
            size=frame.size,
            faces=0 if points is None else self._count.faces,
            stats=self._stats,
        )

    def close(self) -> None:
        """Ends both graphs. Idempotent."""
        with contextlib.suppress(RuntimeError):
            self._mesh.close()
        with contextlib.suppress(RuntimeError):
            self._detector.close()

    def _convert(self, image: Image) -> None:
        """BGR to RGB into one buffer that the graphs read by reference."""
        if self._rgb.shape != image.shape:
            self._rgb = np.empty(image.shape, dtype=np.uint8)
            self._rgb_view = self._rgb.view()
            self._rgb_view.flags.writeable = False
        cv2.cvtColor(image, cv2.COLOR_BGR2RGB, dst=self._rgb)
