"""Is something in front of the face? Only evidence of it counts.

A patch that no longer looks as it did at rest is what movement looks like: teeth, creases, dark
gaps, wrinkles. Two things tell a hand or a mask from that. Skin that is lost though the landmarks
say that it has not moved has something before it. And lips keep their colour beside the cheeks'
whatever they do: where the landmarks put lips and there are none, something else is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from coach.analysis.features import ALA, BROW, COMMISSURE, LIPS, LOWER_LIP, UPPER_LIP
from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import INNER_LIPS, OUTER_LIPS, SIDE_LANDMARKS
from coach.domain.sides import Side

Key = tuple[str, Side]

#: Below this correlation a patch is lost (`coach.analysis.refinement.MIN_FEATURE_QUALITY`); a brow
#: or nose wing that creases still looks a little like itself, and what is covered does not: clips
#: and films of real people, frowning and snarling, read 0.45 to 0.6 there.
LOST_QUALITY: Final = 0.6
GONE_QUALITY: Final = 0.4
#: A place counts as lost once this share of the newest pictures, each weighing a fifth, has lost
#: it: three in a row, or half of many (skin finds something like itself by chance).
LOST_SHARE: Final = 0.4
_NEWEST: Final = 0.2
#: Landmarks that have moved this far, mm, explain a patch that is lost: films of real people lose
#: corners and lips in smiles, "ee" and "oo" at 2.5 to 15 mm, nose wings at 1.5 mm and more. Raising
#: these refuses more.
MOVED_MM: Final = {COMMISSURE: 2.0, BROW: 1.5, ALA: 1.2}
#: ... and so does a mouth that has opened or closed by this much, mm: lips, corners and wings move.
OPENED_MM: Final = 3.0
#: A lip that keeps no more than this share of its colour is not there, where both of a side's lips
#: say so. Films of real people and the photographic heads keep 0.1 (0.5th percentile, a grimace
#: with all teeth) to 3 of one of them; a hand leaves about 0.
MIN_LIP_COLOUR: Final = 0.15
#: Lips whose colour differs less from the cheeks' than this at rest (log ratio of channels) cannot
#: be told from skin: then only movement explains.
LIP_CONTRAST: Final = 0.10
#: An opening of this much more than at rest is no eye where its brow is lost too: a hand over it.
WIDEST_OPEN_PCT: Final = -60.0
#: Places on the cheeks whose colour the lips' is compared with: beside the nose and below the
#: cheekbones, where neither beard nor hair grows.
_CHEEKS: Final = (205, 425, 50, 280, 36, 266, 101, 330)
#: Added to grey levels before the logarithm: sensor noise in the dark has no colour.
_BLACK: Final = 8.0

_RING: Final = dict(zip(OUTER_LIPS, INNER_LIPS, strict=True))
#: Outer and inner edge of the red of each lip, each side's own half without corner and middle.
_LIP_EDGES: Final = {
    (lip, side): np.array([(o, _RING[o]) for o in outer])
    for lip, side, outer in (
        (UPPER_LIP, Side.RIGHT, (185, 40, 39, 37)),
        (LOWER_LIP, Side.RIGHT, (146, 91, 181, 84)),
        (UPPER_LIP, Side.LEFT, (409, 270, 269, 267)),
        (LOWER_LIP, Side.LEFT, (375, 321, 405, 314)),
    )
}


def lip_colour(image: Image, points: FloatArray) -> dict[Key, FloatArray]:
    """(lip, side) -> (3,) colour of that half lip over the cheeks', log, brightness removed.

    Gain and tint of the light are on both and cancel.

    Args:
        image: (h, w, 3) BGR.
        points: (478, 3) landmarks, px of that picture.
    """
    cheek = np.median(_log_colour(image, points[list(_CHEEKS), :2]), axis=0)
    out = {}
    for key, edges in _LIP_EDGES.items():
        lips = _log_colour(image, points[edges, :2].mean(axis=1))
        over = np.median(lips, axis=0) - cheek
        out[key] = over - over.mean()
    return out


def _log_colour(image: Image, places: FloatArray) -> FloatArray:
    """(n, 2) picture places -> (n, 3) log colour; places outside count as at the edge."""
    height, width = image.shape[:2]
    x = np.clip(np.rint(places[:, 0]), 0, width - 1).astype(np.intp)
    y = np.clip(np.rint(places[:, 1]), 0, height - 1).astype(np.intp)
    return np.asarray(np.log(image[y, x].astype(np.float64) + _BLACK))


def learn_lip_colour(
    images: Sequence[Image], points: Sequence[FloatArray]
) -> dict[Key, FloatArray]:
    """Lip colour of a few rest pictures; lips that cannot be told from skin are left out."""
    seen = [lip_colour(image, p) for image, p in zip(images, points, strict=True)]
    mean = {key: np.median([s[key] for s in seen], axis=0) for key in _LIP_EDGES}
    return {key: c for key, c in mean.items() if float(np.linalg.norm(c)) >= LIP_CONTRAST}


@dataclass(slots=True)
class OcclusionWatch:
    """Follows which places are lost, and what explains it. One thread, pictures in order.

    Args:
        reference: (478, 3) rest shape, reference pixels.
        mm_per_px: its scale.
        lips: `learn_lip_colour` of the rest pictures.
    """

    reference: FloatArray
    mm_per_px: float
    lips: Mapping[Key, FloatArray] = field(default_factory=dict)
    _lost: dict[Key, float] = field(default_factory=dict)
    _gone: dict[Key, float] = field(default_factory=dict)

    def step(
        self,
        image: Image,
        points: FloatArray,
        aligned: FloatArray,
        quality: Mapping[Key, float],
        closure_pct: Mapping[Side, float],
    ) -> bool:
        """Whether something is in front of the face in this picture.

        Args:
            image: the picture.
            points: (478, 3) its landmarks, px.
            aligned: (478, 3) the same on the rest shape, pose corrected, reference px.
            quality: (feature, side) -> correlation of its patch, 0 where it was not found.
            closure_pct: side -> eye closure.
        """
        for key, q in quality.items():
            self._follow(self._lost, key, q < LOST_QUALITY)
            self._follow(self._gone, key, q < GONE_QUALITY)
        moved = (aligned - self.reference)[:, :2] * self.mm_per_px
        opened = abs(self._gap_mm(aligned) - self._gap_mm(self.reference)) >= OPENED_MM
        colour: dict[Key, FloatArray] | None = None
        for side in Side:
            if self._mouth_lost(side, quality):
                colour = lip_colour(image, points) if colour is None else colour
                if self._lips_gone(side, colour):
                    return True
                if not (opened or self._has_moved(COMMISSURE, side, moved)):
                    return True
            for feature in (BROW, ALA):
                gone = self._stays(self._gone, (feature, side), quality, GONE_QUALITY)
                mouth_moves = opened or self._has_moved(COMMISSURE, side, moved)
                moves = self._has_moved(feature, side, moved) or (feature == ALA and mouth_moves)
                if gone and not moves:
                    return True
            wide = closure_pct.get(side, 0.0) < WIDEST_OPEN_PCT
            if wide and quality.get((BROW, side), 1.0) < LOST_QUALITY:
                return True
        return False

    @staticmethod
    def _follow(shares: dict[Key, float], key: Key, lost: bool) -> None:
        share = shares.get(key, 0.0)
        shares[key] = share + _NEWEST * (float(lost) - share)

    def _mouth_lost(self, side: Side, quality: Mapping[Key, float]) -> bool:
        """The corner stays lost, or at once with both lips of its side."""
        at_once = all(quality.get((f, side), 1.0) < LOST_QUALITY for f in (COMMISSURE, *LIPS))
        return at_once or self._stays(self._lost, (COMMISSURE, side), quality, LOST_QUALITY)

    @staticmethod
    def _stays(
        shares: Mapping[Key, float], key: Key, quality: Mapping[Key, float], least: float
    ) -> bool:
        """Lost now and for a while: what was lost in a movement has not yet been forgotten."""
        return quality.get(key, 1.0) < least and shares.get(key, 0.0) > LOST_SHARE

    def _lips_gone(self, side: Side, colour: Mapping[Key, FloatArray]) -> bool:
        known = [
            (colour[lip, side], self.lips[lip, side]) for lip in LIPS if (lip, side) in self.lips
        ]
        return len(known) == len(LIPS) and all(
            float(now @ rest) <= MIN_LIP_COLOUR * float(rest @ rest) for now, rest in known
        )

    def _gap_mm(self, shape: FloatArray) -> float:
        upper, lower = shape[13], shape[14]  # middle of the inner lips
        return float(upper[1] - lower[1]) * self.mm_per_px

    @staticmethod
    def _has_moved(feature: str, side: Side, moved_mm: FloatArray) -> bool:
        marks = SIDE_LANDMARKS[side]
        place = {
            COMMISSURE: (marks.commissure,),
            BROW: marks.brow,
            ALA: marks.ala,
        }[feature]
        shift = moved_mm[list(place)].mean(axis=0)
        return float(np.hypot(shift[0], shift[1])) >= MOVED_MM[feature]
