"""What a room and a camera do to a picture, put on any film whose truth is known.

Each is a function of a picture, its number and its face's box; none moves a point of the face
within itself, so the truth stays (at half the rate it is the truth of the picture shown). They
are approximations in the picture: light does not follow the face's relief, hair and spectacles
are painted where the face is on the mean and do not turn with it. What each is stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from coach.capture._cv2 import cv2
from coach.domain.frames import Image
from tests.accuracy.painted import FaceBox, hair, spectacles, turn

Layer = NDArray[np.float32]


class Condition(StrEnum):
    """What is put on a film; the value is the name for `--condition`."""

    CLEAN = "clean"
    DIM = "dim"
    SIDE = "side"
    BACK = "back"
    EXPOSURE = "exposure"
    WHITE = "white-balance"
    FLICKER = "flicker"
    JPEG = "jpeg"
    FPS15 = "fps15"
    BLUR = "motion-blur"
    FAR = "far"
    PORTRAIT = "portrait"
    HAIR = "hair"
    SPECTACLES = "spectacles"
    TURN = "slow-turn"
    KITCHEN = "kitchen"


#: In words, for the document.
SAID: Final[Mapping[Condition, str]] = {
    Condition.CLEAN: "as filmed",
    Condition.DIM: "0.3 of the light, with the noise of a webcam that amplifies it (SD 4.5)",
    Condition.SIDE: "light from one side: linear light 0.35 to 1.5 across the face",
    Condition.BACK: "a window behind: face at 0.45 of the light, the surroundings near white, veil",
    Condition.EXPOSURE: "the camera's exposure swings by 35 % every 7 s",
    Condition.WHITE: "red and blue drift apart by 20 % every 9 s",
    Condition.FLICKER: "mains light: bands of 12 %, rolling at 2.3 Hz",
    Condition.JPEG: "JPEG at quality 30",
    Condition.FPS15: "15 pictures a second, each up to 33 ms off its time",
    Condition.BLUR: "a smear of 5 px whose direction turns slowly",
    Condition.FAR: "shrunk to 1.12 mm a pixel (beyond 1.2 nothing is scored), same picture size",
    Condition.PORTRAIT: "a phone held upright: the middle, 3 wide to 4 high",
    Condition.HAIR: "a strand of dark hair over the patient's left brow",
    Condition.SPECTACLES: "thin frames with a moving glint on each glass",
    Condition.TURN: "a keystone as of a flat face that turns by 10 degrees in 14 s: no parallax",
    Condition.KITCHEN: "evening: 0.2 to 0.5 of the light, warm, noisy, far, 15 fps, JPEG at 45",
}


#: Mean distance of adults' pupils.
PUPILS_MM: Final = 62.0
FAR_MM_PER_PX: Final = 1.12

Effect = Callable[[Image, int, FaceBox], Image]


#: Conditions that show every second picture.
HALF_RATE: Final = frozenset({Condition.FPS15, Condition.KITCHEN})


def degraded(
    condition: Condition, pictures: Iterator[Image], box: FaceBox, fps: float = 30.0
) -> Iterator[Image]:
    """The film under a condition; in `HALF_RATE` the pictures of `shown_index` only."""
    shown = _thinned(pictures) if condition in HALF_RATE else pictures
    effect = _effect(condition, fps)
    for i, image in enumerate(shown):
        yield effect(image, i, box)


def _effect(condition: Condition, fps: float) -> Effect:
    table: dict[Condition, Effect] = {
        Condition.CLEAN: lambda p, i, b: p,
        Condition.FPS15: lambda p, i, b: p,
        Condition.KITCHEN: lambda p, i, b: _jpeg(_dim_warm(_farther(p, b), i), 45),
        Condition.DIM: lambda p, i, b: _dim(p, i, (0.3, 0.3, 0.3)),
        Condition.SIDE: lambda p, i, b: _side(p, b),
        Condition.BACK: lambda p, i, b: _back(p, b),
        Condition.EXPOSURE: lambda p, i, b: _gain(p, _swing(i / fps, 7.0, 0.35)),
        Condition.WHITE: lambda p, i, b: _white(p, _swing(i / fps, 9.0, 0.20)),
        Condition.FLICKER: lambda p, i, b: _flicker(p, i / fps),
        Condition.JPEG: lambda p, i, b: _jpeg(p, 30),
        Condition.BLUR: lambda p, i, b: _smear(p, i / fps),
        Condition.FAR: lambda p, i, b: _farther(p, b),
        Condition.PORTRAIT: lambda p, i, b: _portrait(p, b),
        Condition.HAIR: lambda p, i, b: hair(p, b),
        Condition.SPECTACLES: lambda p, i, b: spectacles(p, b, i / fps),
        Condition.TURN: lambda p, i, b: turn(p, b, i / fps),
    }
    return table[condition]


_GAMMA: Final = 2.2
_TO_LIGHT: Final = ((np.arange(256) / 255.0) ** _GAMMA).astype(np.float32)
_STEPS: Final = 1 << 14
_TO_GREY: Final = np.rint(255.0 * (np.arange(_STEPS + 1) / _STEPS) ** (1 / _GAMMA)).astype(np.uint8)


def _linear(image: Image) -> Layer:
    """Grey levels to light, 0 to 1."""
    return np.asarray(_TO_LIGHT[image])


def _grey(light: Layer) -> Image:
    steps = np.clip(light * np.float32(_STEPS), 0, _STEPS).astype(np.uint16)
    return np.asarray(_TO_GREY[steps])


@cache
def _noise(shape: tuple[int, ...]) -> Layer:
    return np.random.default_rng(17).normal(0.0, 4.5, shape).astype(np.float32)


def _dim(image: Image, index: int, gains: tuple[float, float, float]) -> Image:
    """Less light, and noise that grows as the camera amplifies: shot and read noise."""
    light = _linear(image) * np.array(gains, dtype=np.float32)
    grey = _grey(light).astype(np.float32)
    grey += np.roll(_noise(image.shape), (index * 37 % 97, index * 61 % 89), (0, 1))
    return np.asarray(np.clip(np.rint(grey), 0, 255), dtype=np.uint8)


def _dim_warm(image: Image, index: int) -> Image:
    return _dim(image, index, (0.20, 0.32, 0.48))


def _side(image: Image, box: FaceBox) -> Image:
    """A smooth step of light across the face, brighter on the patient's right."""
    x = (np.arange(image.shape[1], dtype=np.float32) - np.float32(box.middle[0])) / box.span
    gain = 0.35 + 1.15 / (1.0 + np.exp(2.5 * x))
    return _grey(_linear(image) * gain[None, :, None].astype(np.float32))


def _back(image: Image, box: FaceBox) -> Image:
    h, w = image.shape[:2]
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    cx, cy = box.middle + np.array([0.0, 0.5 * box.span])
    inside = np.exp(
        -0.5 * (((x - cx) / (1.5 * box.span)) ** 6 + ((y - cy) / (2.2 * box.span)) ** 6)
    )
    gain = (0.45 * inside + 2.5 * (1.0 - inside))[..., None]
    veil = (0.03 * inside + 0.35 * (1.0 - inside))[..., None]
    return _grey(_linear(image) * gain.astype(np.float32) + veil.astype(np.float32))


def _swing(t_s: float, period_s: float, share: float) -> float:
    return float(share * np.sin(2.0 * np.pi * t_s / period_s))


def _gain(image: Image, change: float) -> Image:
    return _grey(_linear(image) * np.float32(1.0 + change))


def _white(image: Image, change: float) -> Image:
    gains = np.array([1.0 - change, 1.0, 1.0 + change], dtype=np.float32)
    return _grey(_linear(image) * gains)


def _flicker(image: Image, t_s: float) -> Image:
    y = np.arange(image.shape[0], dtype=np.float32) / image.shape[0]
    band = 1.0 + 0.12 * np.sin(2.0 * np.pi * (1.5 * y + 2.3 * t_s))
    return _grey(_linear(image) * band[:, None, None].astype(np.float32))


def _jpeg(image: Image, quality: int) -> Image:
    done, code = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    assert done
    return np.asarray(cv2.imdecode(code, cv2.IMREAD_COLOR), dtype=np.uint8)


def shown_index(n: int) -> NDArray[np.intp]:
    """Which of n pictures a camera of half the rate shows, each up to one picture off its time."""
    rng = np.random.default_rng(29)
    k = np.arange((n + 1) // 2)
    return np.asarray(np.clip(2 * k + rng.integers(-1, 2, len(k)), 0, n - 1), dtype=np.intp)


def _thinned(pictures: Iterator[Image]) -> Iterator[Image]:
    images = list(pictures)
    for k in shown_index(len(images)):
        yield images[k]


def _smear(image: Image, t_s: float) -> Image:
    size = 5
    kernel = np.zeros((size, size), dtype=np.float32)
    angle = 0.9 * t_s
    for step in np.linspace(-2.0, 2.0, 17):
        column, row = 2.0 + step * np.cos(angle), 2.0 + step * np.sin(angle)
        kernel[round(row), round(column)] += 1.0
    return np.asarray(cv2.filter2D(image, -1, kernel / kernel.sum()), dtype=np.uint8)


def _smaller(image: Image, size: float, box: FaceBox) -> Image:
    """Around the face, edges carried on: a face farther away."""
    h, w = image.shape[:2]
    cx, cy = (float(v) for v in box.middle)
    shift = np.array([[size, 0.0, cx * (1 - size)], [0.0, size, cy * (1 - size)]])
    small = cv2.GaussianBlur(image, (0, 0), 0.5 * (1 / size - 0.9)) if size < 1 else image
    return np.asarray(
        cv2.warpAffine(small, shift, (w, h), borderMode=cv2.BORDER_REPLICATE), dtype=np.uint8
    )


def _farther(image: Image, box: FaceBox) -> Image:
    """As far as is just scored, or a little farther where the film is there already."""
    size = float(np.clip(PUPILS_MM / FAR_MM_PER_PX / box.span, 0.5, 0.97))
    return _smaller(image, size, box)


def _portrait(image: Image, box: FaceBox) -> Image:
    h, w = image.shape[:2]
    wide = min(w, round(0.75 * h) // 2 * 2)
    x = int(np.clip(round(float(box.middle[0])) - wide // 2, 0, w - wide))
    return np.ascontiguousarray(image[:, x : x + wide])
