"""Where the landmark engine saw the face, and which landmark is what.

Indices are MediaPipe FaceMesh's (478 points with irises). LEFT and RIGHT are the patient's: on an
unmirrored picture the patient's right is on the image's left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.domain.frames import FloatArray, ImageStats
from coach.domain.sides import Side

N_LANDMARKS: Final = 478


@dataclass(frozen=True, slots=True, eq=False)
class FaceFrame:
    """Landmarks of one picture.

    Attributes:
        points: (478, 3) float64 in pixels of the unmirrored picture: x right, y down, z away from
            the camera in the same scale as x; None where no face was found.
        index: the picture's index.
        t_ns: the picture's time stamp.
        size: (width, height) of the picture in pixels.
        faces: how many faces were counted (the count is refreshed about once a second).
        stats: light and sharpness; None where they were not measured.
    """

    points: FloatArray | None
    index: int
    t_ns: int
    size: tuple[int, int]
    faces: int
    stats: ImageStats | None = None

    @property
    def time_s(self) -> float:
        return self.t_ns * 1e-9


@dataclass(frozen=True, slots=True)
class SideLandmarks:
    """Landmark indices of one side of the face."""

    outer_canthus: int
    inner_canthus: int
    upper_lid: tuple[int, ...]
    lower_lid: tuple[int, ...]
    iris_centre: int
    iris_horizontal: tuple[int, int]
    brow: tuple[int, ...]
    commissure: int
    upper_lip: int
    lower_lip: int
    ala: tuple[int, ...]
    eye_ring: tuple[int, ...]


#: Confirmed against rendered heads with known sides (tests/unit/domain/test_landmarks.py).
SIDE_LANDMARKS: Final[dict[Side, SideLandmarks]] = {
    Side.RIGHT: SideLandmarks(
        outer_canthus=33,
        inner_canthus=133,
        upper_lid=(159, 158, 160),
        lower_lid=(145, 144, 153),
        iris_centre=468,
        iris_horizontal=(469, 471),
        brow=(70, 63, 105, 66, 107, 46, 53, 52, 65, 55),
        commissure=61,
        upper_lip=37,
        lower_lip=84,
        ala=(129, 48, 49, 64),
        eye_ring=(33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
    ),
    Side.LEFT: SideLandmarks(
        outer_canthus=263,
        inner_canthus=362,
        upper_lid=(386, 385, 387),
        lower_lid=(374, 380, 373),
        iris_centre=473,
        iris_horizontal=(474, 476),
        brow=(300, 293, 334, 296, 336, 276, 283, 282, 295, 285),
        commissure=291,
        upper_lip=267,
        lower_lip=314,
        ala=(358, 278, 279, 294),
        eye_ring=(
            263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249,
        ),
    ),
}  # fmt: skip

PHILTRUM: Final = 164
NOSE_TIP: Final = 1
CHIN: Final = 152
FOREHEAD: Final = 10
NASION: Final = 168

OUTER_LIPS: Final = (
    61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146,
)  # fmt: skip
INNER_LIPS: Final = (
    78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95,
)  # fmt: skip
FACE_OVAL: Final = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
    148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
NOSE_OUTLINE: Final[dict[Side, tuple[int, ...]]] = {
    Side.RIGHT: (168, 193, 245, 188, 174, 217, 126, 129, 64, 98, 97, 2),
    Side.LEFT: (168, 417, 465, 412, 399, 437, 355, 358, 294, 327, 326, 2),
}
