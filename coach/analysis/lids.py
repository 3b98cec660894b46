"""Eye opening from the colours between the lids.

Landmarks see a half-closed eye on one side as barely closed. The colours do not lie: at rest, the
pixels between the lid margins (sclera, iris, pupil) and the skin around them are learnt; later, the
stretch of each eye's mid columns that looks like eye rather than skin is the opening.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.analysis.alignment import Reference, Similarity
from coach.analysis.camera import Camera
from coach.domain.frames import FloatArray, Image
from coach.domain.pixels import PixelTools
from coach.domain.sides import Side

UPPER_LID: Final = {
    Side.RIGHT: (33, 246, 161, 160, 159, 158, 157, 173, 133),
    Side.LEFT: (263, 466, 388, 387, 386, 385, 384, 398, 362),
}
LOWER_LID: Final = {
    Side.RIGHT: (33, 7, 163, 144, 145, 153, 154, 155, 133),
    Side.LEFT: (263, 249, 390, 373, 374, 380, 381, 382, 362),
}
#: The looked-at columns, as shares of the eye's width: the canthi are left out.
_COLUMNS: Final = np.linspace(0.2, 0.8, 14)
#: The looked-at rows, in rest openings from the lower lid margin (0) to the upper (1), from above.
_ROWS: Final = np.linspace(1.6, -0.5, 48)
_ROW_STEP: Final = float(_ROWS[0] - _ROWS[1])
#: Rest rows that are surely eye, and surely skin (lashes lie in between).
_EYE_ROWS: Final = (0.12, 0.88)
_SKIN_ROWS: Final = (-0.2, 1.2)
_IS_SKIN: Final = (_SKIN_ROWS[0] > _ROWS) | (_SKIN_ROWS[1] < _ROWS)
#: Places on a cheek whose skin tells gain and tint of the light: a lid that comes down is new skin,
#: and lashes darken what lies below the eye.
_CHEEK: Final = {Side.RIGHT: (205, 50, 36, 101, 118), Side.LEFT: (425, 280, 266, 330, 347)}
#: Pixels looked at around each, in a square: sensor noise and JPEG blocks average out.
_CROSS_Y, _CROSS_X = (v.ravel() for v in np.mgrid[-4:5:2, -4:5:2])
#: From which closure on an eye counts as nearly shut, and from which surely: by its landmarks, by
#: its colours. Rendered heads and photographic ones whose eye is half shut read 15 to 35 by their
#: landmarks; real people's shut eyes 78 to 100, and 50 to 76 by their colours.
_SHUT_LANDMARKS_PCT: Final = (60.0, 78.0)
_SHUT_COLOUR_PCT: Final = (38.0, 50.0)
#: Landmarks of real people's shut eyes stop at 90 %.
_LANDMARKS_GAIN: Final = 1.1
#: Bounds of the gain that takes a change of the light out again.
_GAIN: Final = (0.4, 2.5)
_BINS: Final = 16
_BIN_WIDTH: Final = 256 // _BINS
#: Steps in the flat table from one bin of blue, green and red to the next.
_PLACE_OF_BIN: Final = np.array([_BINS * _BINS, _BINS, 1], dtype=np.intp)
_SMOOTH_BINS: Final = 1.2
_MOST: Final = 3.0  # bound of the log likelihood ratio of one pixel
#: Share of the rest opening that is lid margin and lashes, which a closed eye still shows: fitted
#: on the tuning cases (docs/accuracy.md).
MARGIN_SHARE: Final = 0.10
#: Mean separation of the two colour models (log likelihood ratio) below which they are useless.
MIN_SEPARATION: Final = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class LidModel:
    """What one eye looks like open.

    Attributes:
        grid: (rows, columns, 3) sampled places, reference pixels; `middle` is their mean.
        table: (BINS, BINS, BINS) log likelihood ratio eye : skin by colour (BGR).
        cheek: (n, 3) places on the cheek below, reference pixels.
        level: (3,) grey level there at rest, BGR.
        rest_opening: opening found at rest, in rest openings of the landmarks (about 1).
        separation: how well the colours tell eye from skin at rest.
    """

    grid: FloatArray
    middle: FloatArray
    table: FloatArray
    cheek: FloatArray
    level: FloatArray
    rest_opening: float
    separation: float


def learn_lids(
    side: Side,
    reference: Reference,
    images: Sequence[Image],
    fits: Sequence[Similarity],
    camera: Camera,
    pixels: PixelTools,
) -> LidModel | None:
    """Colours of one eye from rest pictures; None where eye and skin look alike."""
    grid = _grid(reference, side)
    cheek = reference.points[list(_CHEEK[side])]
    levels = [_level(image, fit, camera, cheek) for image, fit in zip(images, fits, strict=True)]
    level = np.median(levels, axis=0)
    samples = np.stack(
        [
            _lit_alike(_sample(image, fit, camera, grid, pixels), level, own)
            for image, fit, own in zip(images, fits, levels, strict=True)
        ]
    )
    rest = np.median(samples, axis=0).astype(np.uint8)
    eye = (_EYE_ROWS[0] < _ROWS) & (_EYE_ROWS[1] > _ROWS)
    table = _ratio_table(rest[eye].reshape(-1, 3), rest[_IS_SKIN].reshape(-1, 3))
    ratio = _look_up(table, rest)
    separation = float(ratio[eye].mean() - ratio[_IS_SKIN].mean())
    opening = float(np.median([_opening(_look_up(table, s).mean(axis=1)) for s in samples]))
    if separation < MIN_SEPARATION or not 0.5 < opening < 1.6:
        return None
    return LidModel(grid, grid.mean(axis=(0, 1)), table, cheek, level, opening, separation)


def closure_pct(
    model: LidModel,
    image: Image,
    fit: Similarity,
    camera: Camera,
    shift_px: FloatArray,
    pixels: PixelTools,
) -> float:
    """Closure of the eye: 0 at rest, 100 with no opening left; negative where it opens wider.

    Args:
        model: the eye at rest.
        image: (h, w, 3) picture, BGR.
        fit: its head pose.
        camera: of the picture.
        shift_px: (2,) correction of the pose at the eye, reference pixels (x left, y up).
        pixels: picture operations.
    """
    moved = model.grid + np.array([shift_px[0], shift_px[1], 0.0])
    level = _level(image, fit, camera, model.cheek)
    seen = _lit_alike(_sample(image, fit, camera, moved, pixels), model.level, level)
    opening = _opening(_look_up(model.table, seen).mean(axis=1))
    margin = MARGIN_SHARE * model.rest_opening
    closed = (model.rest_opening - opening) / (model.rest_opening - margin)
    return 100.0 * min(closed, 1.0)


def with_landmarks(by_colour_pct: float, by_landmarks_pct: float) -> float:
    """Closure of an eye from what its colours and its landmarks say, per cent.

    Colours know how far a lid has come down; once it is down they take the dark line of its lashes
    for an eye still a little open (real people: 53 and 73 % for eyes that are shut). Landmarks
    hardly see a lid that is half down, and see one that is shut (90 % there). So they add to the
    colours where both say that the eye is nearly shut, and never otherwise.
    """
    shut = _ramp(by_landmarks_pct, *_SHUT_LANDMARKS_PCT) * _ramp(by_colour_pct, *_SHUT_COLOUR_PCT)
    more = min(by_landmarks_pct * _LANDMARKS_GAIN, 100.0) - by_colour_pct
    return by_colour_pct + shut * max(more, 0.0)


def _ramp(value: float, low: float, high: float) -> float:
    return min(max((value - low) / (high - low), 0.0), 1.0)


def _grid(reference: Reference, side: Side) -> FloatArray:
    """(rows, columns, 3) places between and around the lids at rest, reference pixels."""
    upper = reference.points[list(UPPER_LID[side])]
    lower = reference.points[list(LOWER_LID[side])]
    outer, inner = upper[0], upper[-1]
    x = outer[0] + (inner[0] - outer[0]) * _COLUMNS
    top = _along(upper, x)
    bottom = _along(lower, x)
    depth = 0.5 * (outer[2] + inner[2])
    bulge = 0.7 * (upper[4, 2] - depth)  # the globe stands in front of the line of the canthi
    rows = bottom + (top - bottom) * _ROWS[:, None]
    return np.stack(np.broadcast_arrays(x[None, :], rows, np.array(depth + bulge)), axis=-1)


def _along(curve: FloatArray, x: FloatArray) -> FloatArray:
    order = np.argsort(curve[:, 0])
    return np.asarray(np.interp(x, curve[order, 0], curve[order, 1]))


def _sample(
    image: Image, fit: Similarity, camera: Camera, grid: FloatArray, pixels: PixelTools
) -> Image:
    return pixels.sample(image, *camera.to_picture(fit.undo(grid)))


def _level(image: Image, fit: Similarity, camera: Camera, places: FloatArray) -> FloatArray:
    """(3,) grey level of the skin at (n, 3) reference places, BGR; outside counts as the edge."""
    x, y = camera.to_picture(fit.undo(places))
    rows = np.clip(np.rint(y)[:, None] + _CROSS_Y, 0, image.shape[0] - 1).astype(np.intp)
    columns = np.clip(np.rint(x)[:, None] + _CROSS_X, 0, image.shape[1] - 1).astype(np.intp)
    return np.asarray(np.median(image[rows, columns].mean(axis=1), axis=0)) + 1.0


def _lit_alike(samples: Image, level: FloatArray, own: FloatArray) -> Image:
    """Samples as they would be in the light that gives the cheek this level, not its own."""
    return np.minimum(samples * np.clip(level / own, *_GAIN), 255.0).astype(np.uint8)


def _ratio_table(eye: Image, skin: Image) -> FloatArray:
    """(n, 3), (m, 3) BGR samples -> log likelihood ratio by colour bin, bounded."""
    e, s = _histogram(eye), _histogram(skin)
    floor = 1e-5
    return np.asarray(np.clip(np.log((e + floor) / (s + floor)), -_MOST, _MOST))


def _histogram(samples: Image) -> FloatArray:
    bins = np.zeros((_BINS, _BINS, _BINS))
    b, g, r = (samples // _BIN_WIDTH).astype(np.intp).T
    np.add.at(bins, (b, g, r), 1.0)
    kernel = np.exp(-0.5 * (np.arange(-3, 4) / _SMOOTH_BINS) ** 2)
    kernel /= kernel.sum()
    for axis in range(3):
        bins = np.apply_along_axis(lambda v: np.convolve(v, kernel, "same"), axis, bins)
    return np.asarray(bins / bins.sum())


def _look_up(table: FloatArray, samples: Image) -> FloatArray:
    bins = (samples // _BIN_WIDTH).astype(np.intp) @ _PLACE_OF_BIN
    return np.asarray(table.ravel().take(bins))


def _opening(profile: FloatArray) -> float:
    """(rows,) mean log likelihood ratio from above -> opening, in rest openings of the landmarks.

    The stretch of rows whose sum is largest (maximum sub-array): one opening between two margins,
    whatever single rows say. Its ends are interpolated to where the ratio crosses zero.
    """
    total = np.concatenate(([0.0], np.cumsum(profile)))
    lowest = np.minimum.accumulate(total[:-1])
    gain = total[1:] - lowest
    end = int(np.argmax(gain))
    if gain[end] <= 0:
        return 0.0
    start = int(np.argmin(total[: end + 1]))
    above = _share(profile, start - 1, start) if start > 0 else 0.0
    below = _share(profile, end + 1, end) if end + 1 < len(profile) else 0.0
    return (end - start + above + below) * _ROW_STEP


def _share(profile: FloatArray, outside: int, inside: int) -> float:
    """How much of the step from `inside` to `outside` still belongs to the stretch, 0 to 1."""
    a, b = float(profile[inside]), float(profile[outside])
    return min(max(a / (a - b), 0.0), 1.0) if a > b else 0.5
