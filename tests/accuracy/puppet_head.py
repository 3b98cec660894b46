"""A photograph lifted to three dimensions with its own landmarks.

The photograph is of Eileen Collins (NASA, public domain); it lies inside scikit-image's wheel, so
nothing is downloaded, and it is no part of this repository. What lies around the face (hair, neck,
suit) hangs on the nearest point of the face's outline and comes to rest towards the picture's rim.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, files
from typing import Final

import numpy as np
from matplotlib.image import imread
from matplotlib.tri import LinearTriInterpolator, Triangulation

from coach.analysis.alignment import head_axes, pose_from_axes
from coach.analysis.measures import IRIS_DIAMETER_MM, iris_diameters_px
from coach.capture._cv2 import cv2
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.domain.frames import FloatArray, Frame, Image
from coach.domain.landmarks import FACE_OVAL
from tests.accuracy.case import SIZE

PHOTO: Final = "skimage/data/astronaut.png"
#: Part of the 512 x 512 photograph (x, y, width, height) that is enlarged to SIZE.
CROP: Final = (110, 28, 240, 180)
#: Distance between the vertices that carry the deformation, picture pixels.
STEP: Final = 4
_MESH: Final = 468  # landmarks without the irises
_SETTLE: Final = 12  # pictures until the engine's own smoothing has settled


@dataclass(frozen=True, slots=True)
class Print:
    """How the photograph is printed: another print is as near to another person as one gets.

    Attributes:
        mirrored: left for right.
        wide: width factor.
        gamma: above 1 is darker.
    """

    mirrored: bool = False
    wide: float = 1.0
    gamma: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class PuppetHead:
    """Texture and geometry at rest; x right, y down in the picture, mm in the head frame.

    Attributes:
        texture: (480, 640, 3) BGR.
        landmarks: (478, 2) picture pixels.
        vertices: (m, 3) camera axes: x right, y up, z forward; pixels from the middle.
        places_mm: (m, 2) the vertices' x and y in the head frame.
        landmarks_mm: (478, 2) the landmarks' x and y in the head frame.
        axes: (3, 3) rows x, y, z of the head.
        mm_per_px: from the irises, which are 11.7 mm across by definition here.
        tilt_deg: pitch and roll that the photograph itself shows.
        follow: (m,) 1 where a vertex moves with the head, 0 where it belongs to the room.
    """

    texture: Image
    landmarks: FloatArray
    vertices: FloatArray
    places_mm: FloatArray
    landmarks_mm: FloatArray
    axes: FloatArray
    mm_per_px: float
    tilt_deg: tuple[float, float]
    follow: FloatArray


def photograph() -> Image:
    """(512, 512, 3) BGR.

    Raises:
        FileNotFoundError: scikit-image is not installed (it is a package of the tests).
    """
    try:
        found = [f for f in files("scikit-image") or [] if f.as_posix() == PHOTO]
    except PackageNotFoundError as error:
        raise FileNotFoundError("scikit-image, which carries the photograph") from error
    if not found:
        raise FileNotFoundError(PHOTO)
    rgb = imread(str(found[0].locate()))[..., :3]  # 0 to 1
    return np.asarray(np.rint(255.0 * rgb[..., ::-1]), dtype=np.uint8)


@lru_cache(maxsize=4)
def puppet_head(how: Print) -> PuppetHead:
    """The head of one print. Takes about a second."""
    texture = _print(how)
    points = _landmarks(texture)
    width, height = SIZE
    centred = np.stack(
        [points[:, 0] - 0.5 * width, 0.5 * height - points[:, 1], -points[:, 2]], axis=1
    )
    axes = head_axes(centred)
    held = pose_from_axes(axes)
    scale = IRIS_DIAMETER_MM / (0.5 * sum(iris_diameters_px(centred)))
    gx, gy = np.meshgrid(np.arange(0.0, width + 1, STEP), np.arange(0.0, height + 1, STEP))
    depth, outside = _depth(points, gx.ravel(), gy.ravel(), gx.shape)
    vertices = np.stack([gx.ravel() - 0.5 * width, 0.5 * height - gy.ravel(), depth], axis=1)
    return PuppetHead(
        texture=texture,
        landmarks=np.asarray(points[:, :2]),
        vertices=vertices,
        places_mm=(vertices @ axes.T)[:, :2] * scale,
        landmarks_mm=(centred @ axes.T)[:, :2] * scale,
        axes=axes,
        mm_per_px=float(scale),
        tilt_deg=(held.pitch, held.roll),
        follow=_follow(outside),
    )


def _follow(outside: FloatArray) -> FloatArray:
    """(m,) pixels outside the face -> 1 up to 45 of them, smoothly 0 from 120."""
    share = np.clip((120.0 - outside) / 75.0, 0.0, 1.0)
    return np.asarray(share * share * (3.0 - 2.0 * share))


def _print(how: Print) -> Image:
    x, y, w, h = CROP
    part = photograph()[y : y + h, x : x + w]
    if how.mirrored:
        part = np.ascontiguousarray(part[:, ::-1])
    big = cv2.resize(part, SIZE, interpolation=cv2.INTER_CUBIC)
    middle = 0.5 * SIZE[0]
    stretch = np.array([[how.wide, 0.0, middle * (1.0 - how.wide)], [0.0, 1.0, 0.0]])
    big = cv2.warpAffine(big, stretch, SIZE, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    table = np.rint(255.0 * (np.arange(256) / 255.0) ** how.gamma).astype(np.uint8)
    return np.asarray(table[big])


def _landmarks(texture: Image) -> FloatArray:
    landmarker = LiteRtLandmarker()
    try:
        for i in range(_SETTLE):
            face = landmarker.detect(Frame(texture, i, i * 33_333_333))
    finally:
        landmarker.close()
    if face.points is None:
        raise RuntimeError("no face found in the photograph")
    return face.points


def _depth(
    points: FloatArray, x: FloatArray, y: FloatArray, shape: tuple[int, ...]
) -> tuple[FloatArray, FloatArray]:
    """(m,) depth toward the camera, and (m,) pixels outside the face's outline."""
    mesh = Triangulation(points[:_MESH, 0], points[:_MESH, 1])
    inside = LinearTriInterpolator(mesh, -points[:_MESH, 2])(x, y)
    oval = points[list(FACE_OVAL)]
    away = np.hypot(x[:, None] - oval[:, 0], y[:, None] - oval[:, 1])
    near = np.exp(-((away - away.min(axis=1, keepdims=True)) / 12.0))
    rim = (near * -oval[:, 2]).sum(axis=1) / near.sum(axis=1)
    gone = np.where(np.ma.getmaskarray(inside), away.min(axis=1), 0.0)
    depth = np.where(gone > 0, rim - 0.4 * np.minimum(gone, 60.0), np.ma.filled(inside, 0.0))
    smooth = cv2.GaussianBlur(depth.reshape(shape), (0, 0), 1.5)
    return np.asarray(smooth, dtype=np.float64).ravel(), gone
