"""What the pixels say that the landmarks do not: pose, displacements and lid openings.

Order in one picture: landmarks give a first pose; bone-fixed patches correct it
(`steadying`); patches at brows, nose wings, mouth corners and lips are followed (`patches`); the
colours between the lids give the openings (`lids`). Whatever cannot be seen clearly is left to the
landmarks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from coach.analysis.alignment import Reference, Similarity
from coach.analysis.camera import Camera
from coach.analysis.corner_depth import corner_shift_mm, lean_of
from coach.analysis.features import (
    COMMISSURE,
    CORNER_GAIN,
    FEATURES,
    feature_spec,
)
from coach.analysis.lids import LidModel, closure_pct, learn_lids
from coach.analysis.patches import (
    Patch,
    PatchSet,
    PatchSpec,
    Sightings,
    find_patches,
    make_patch,
)
from coach.analysis.steadying import (
    NO_CORRECTION,
    RIGID_PATCHES,
    PoseCorrection,
    correct_pose,
    trust_in,
)
from coach.domain.frames import FloatArray, Image
from coach.domain.pixels import PixelTools
from coach.domain.sides import Side

#: Below this correlation a feature is lost and the landmarks speak for it.
MIN_FEATURE_QUALITY: Final = 0.6
#: How far a feature may move between two pictures; beyond it the wide search finds it again.
NEAR_MM: Final = 2.5
#: A wide search replaces the near one only where it is clearly better, and sure: a small patch
#: finds something like itself by chance on any skin (0.67 in the middle, 0.84 at most on unrelated
#: texture of 2 mm grain).
WIDE_GAIN: Final = 0.08
MIN_WIDE_QUALITY: Final = 0.75
#: Pictures between two wide searches for features that are not lost.
WIDE_EVERY: Final = 3
#: Picture kept around the outermost places: the widest search and half a patch.
FACE_MARGIN_MM: Final = 22.0


@dataclass(frozen=True, slots=True, eq=False)
class Refinement:
    """One picture's pixel measurements; mm in the head frame.

    Attributes:
        correction: what the landmarks' pose missed.
        shift_mm: (feature, side) -> (2,) displacement from rest, pose corrected; missing where the
            patch was lost.
        closure_pct: side -> eye closure; missing where the colours cannot tell.
        quality: (feature, side) -> correlation of its patch, 0 where it was not found.
        clarity: median correlation of the bone-fixed patches, 0 to 1: how clearly the picture shows
            what no expression changes.
    """

    correction: PoseCorrection
    shift_mm: dict[tuple[str, Side], FloatArray]
    closure_pct: dict[Side, float]
    quality: dict[tuple[str, Side], float]
    clarity: float


@dataclass(frozen=True, slots=True, eq=False)
class RestPixels:
    """Everything learnt from the rest pictures.

    Attributes:
        mm_per_px: scale of the reference.
        lean: how far a step forward seems to go (to the left, up) on the rest face.
        rigid: the bone-fixed patches, where they lie (`rigid_mm`, (n, 3) mm) and their votes
            (`trust`, (n,)).
        keys: which feature on which side each row of `features` is.
        features: the features' patches, and where they lie (`features_mm`, (m, 3) mm).
        lids: colours of each eye that can be told from its skin.
    """

    mm_per_px: float
    lean: tuple[float, float]
    rigid: PatchSet
    rigid_mm: FloatArray
    trust: FloatArray
    keys: tuple[tuple[str, Side], ...]
    features: PatchSet
    features_mm: FloatArray
    lids: dict[Side, LidModel]


def learn_rest(
    reference: Reference,
    mm_per_px: float,
    images: Sequence[Image],
    fits: Sequence[Similarity],
    camera: Camera,
    pixels: PixelTools,
) -> RestPixels:
    """Templates and colours from a few rest pictures with their poses."""
    greys = [pixels.grey(image) for image in images]

    def patch(spec: PatchSpec) -> Patch | None:
        return make_patch(spec, reference, mm_per_px, greys, fits, camera, pixels)

    bone = [(spec, p) for spec in RIGID_PATCHES if (p := patch(spec)) is not None]
    rigid = PatchSet.of([p for _, p in bone])
    features = {
        (feature, side): p
        for feature in FEATURES
        for side in Side
        if (p := patch(feature_spec(feature, side))) is not None
    }
    lids = {
        side: model
        for side in Side
        if (model := learn_lids(side, reference, images, fits, camera, pixels)) is not None
    }
    followed = PatchSet.of(list(features.values()))
    return RestPixels(
        mm_per_px=mm_per_px,
        lean=lean_of(reference.axes),
        rigid=rigid,
        rigid_mm=rigid.centres * mm_per_px,
        trust=np.array([trust_in(spec.landmarks[0]) for spec, _ in bone]),
        keys=tuple(features),
        features=followed,
        features_mm=followed.centres * mm_per_px,
        lids=lids,
    )


@dataclass(slots=True)
class Refiner:
    """Follows the rest face's pixels through the pictures. One thread, pictures in order."""

    rest: RestPixels
    camera: Camera
    pixels: PixelTools
    _last: PoseCorrection = NO_CORRECTION
    _followed: FloatArray = field(init=False)
    _quality: FloatArray = field(init=False)
    _turn: int = 0
    _clarity: float = 0.0

    def __post_init__(self) -> None:
        self._forget()

    def reset(self) -> None:
        """Forget where things were; the rest face stays."""
        self._last = NO_CORRECTION
        self._forget()

    def _forget(self) -> None:
        self._followed = np.zeros((len(self.rest.keys), 2))
        self._quality = np.ones(len(self.rest.keys))

    def step(self, image: Image, fit: Similarity) -> Refinement:
        """Measure one picture whose landmarks were aligned by `fit`."""
        grey, camera = self._face_part(image, fit)
        correction = self._steady(grey, camera, fit)
        closures = {
            side: closure_pct(
                model, image, fit, self.camera, self._at_eye(model, correction), self.pixels
            )
            for side, model in self.rest.lids.items()
        }
        if correction.patches == 0 and len(self.rest.rigid):
            # Not even the nose looks as it did: what looks like a corner may be anything.
            self._forget()
            return Refinement(correction, {}, {}, {}, self._clarity)
        shifts = self._follow(grey, camera, fit, correction)
        quality = dict(zip(self.rest.keys, self._quality.tolist(), strict=True))
        return Refinement(correction, shifts, closures, quality, self._clarity)

    def _face_part(self, image: Image, fit: Similarity) -> tuple[Image, Camera]:
        """The grey picture around everything that is looked for, and the camera of that part."""
        places = np.concatenate([self.rest.rigid.centres, self.rest.features.centres])
        if len(places) == 0:
            return self.pixels.grey(image), self.camera
        x, y = self.camera.to_picture(fit.undo(places))
        margin = FACE_MARGIN_MM / (self.rest.mm_per_px * fit.scale)
        left, top = max(int(x.min() - margin), 0), max(int(y.min() - margin), 0)
        part = image[top : int(y.max() + margin), left : int(x.max() + margin)]
        if part.size == 0:  # the face has left the picture
            return self.pixels.grey(image), self.camera
        return self.pixels.grey(part), self.camera.cropped(left, top)

    def _steady(self, grey: Image, camera: Camera, fit: Similarity) -> PoseCorrection:
        rest = self.rest
        starts = self._last.shift_mm(rest.rigid_mm)
        seen = self._find(rest.rigid, grey, camera, fit, starts, NEAR_MM)
        self._clarity = float(np.median(seen.quality)) if len(rest.rigid) else 0.0
        self._last = correct_pose(rest.rigid_mm, seen, rest.trust)
        return self._last

    def _follow(
        self, grey: Image, camera: Camera, fit: Similarity, correction: PoseCorrection
    ) -> dict[tuple[str, Side], FloatArray]:
        """Look near where each feature was; now and then, or when it is lost, everywhere."""
        rest = self.rest
        if not rest.keys:
            return {}
        base = correction.shift_mm(rest.features_mm)
        seen = self._find(rest.features, grey, camera, fit, base + self._followed, NEAR_MM)
        moved, quality = seen.shift_mm - base, seen.quality
        self._turn = (self._turn + 1) % (WIDE_EVERY * len(rest.keys))
        for i in self._to_search_widely(quality):
            wide = self._find(rest.features.only(i), grey, camera, fit, base[i : i + 1], None)
            if wide.quality[0] > max(quality[i] + WIDE_GAIN, MIN_WIDE_QUALITY):
                moved[i], quality[i] = wide.shift_mm[0] - base[i], wide.quality[0]
        clear = quality >= MIN_FEATURE_QUALITY
        self._followed = np.where(clear[:, None], moved, 0.0)
        self._quality = quality
        for i, (feature, side) in enumerate(rest.keys):
            if feature == COMMISSURE:
                place = rest.features.centres[i]
                moved[i] = corner_shift_mm(
                    CORNER_GAIN * moved[i], side, place, fit, camera, rest.lean
                )
        return {key: moved[i] for i, key in enumerate(rest.keys) if clear[i]}

    def _to_search_widely(self, quality: FloatArray) -> list[int]:
        """One that is lost, else now and then the one whose turn it is.

        A wide search costs as much as ten near ones.
        """
        turn, rest = divmod(self._turn, WIDE_EVERY)
        lost = np.flatnonzero(quality < MIN_FEATURE_QUALITY).tolist()
        if lost:
            return [next((i for i in lost if i >= turn), lost[0])]
        return [turn] if rest == 0 else []

    def _find(
        self,
        patches: PatchSet,
        grey: Image,
        camera: Camera,
        fit: Similarity,
        starts_mm: FloatArray,
        search_mm: float | None,
    ) -> Sightings:
        scale = self.rest.mm_per_px
        return find_patches(patches, grey, fit, camera, scale, self.pixels, starts_mm, search_mm)

    def _at_eye(self, model: LidModel, correction: PoseCorrection) -> FloatArray:
        scale = self.rest.mm_per_px
        return correction.shift_mm(model.middle * scale) / scale
