"""How far every control point moves with each channel: linear shapes, as in a blendshape rig.

Sizes follow what healthy adults do: mouth corner about 10 mm in a full smile (9.3 +- 2.8 mm), brow
9 to 10 mm (10.6 +- 2.5 mm in men and women together), lids to full closure.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.face.anatomy import Anatomy
from coach.face.expression import CHANNELS, Channel
from coach.face.rig_lids import eye_close, lid_profile

Field: TypeAlias = Callable[["LocalFace"], FloatArray]


def _bell(d: FloatArray, width: float) -> FloatArray:
    out: FloatArray = np.exp(-0.5 * (d / width) ** 2)
    return out


class LocalFace:
    """The face seen from one side: x outward from the midline, masks for the parts.

    Args:
        anatomy: the resting face.
        side: the patient's side whose movement is described.
    """

    def __init__(self, anatomy: Anatomy, side: Side) -> None:
        self.anatomy = anatomy
        self.side = side
        p = anatomy.points * (side.sign, 1.0, 1.0)
        self.x, self.y = p[:, 0], p[:, 1]
        #: 1 on this side, 0 on the other, half and half on the midline.
        t = np.clip((self.x + 9.0) / 18.0, 0.0, 1.0)
        self.own = t * t * (3.0 - 2.0 * t)
        self.upper_outer = anatomy.rows("lip_upper_outer")
        self.upper_inner = anatomy.rows("lip_upper_inner")
        self.lower_inner = anatomy.rows("lip_lower_inner")
        self.lower_outer = anatomy.rows("lip_lower_outer")
        self.upper = self.upper_outer + self.upper_inner
        self.lower = self.lower_inner + self.lower_outer
        self.lips = self.upper + self.lower
        self.brow = anatomy.rows("brow_upper", "brow_lower")
        self.nose = anatomy.rows("ala", "nostril")
        self.outline = anatomy.rows("outline")
        self.fold = anatomy.rows("nlf", "corner_fold")
        self.cheek = anatomy.rows("cheek")
        self.crow = anatomy.rows("crow_")
        self.lid_upper = anatomy.rows("lid_upper", "lash_top")
        self.lid_lower = anatomy.rows("lid_lower")
        self.bag = anatomy.rows("bag")
        corner = p[anatomy.curves["lip_upper_outer", None]][-1 if side is Side.LEFT else 0]
        self.cx, self.cy = float(corner[0]), float(corner[1])
        #: 1 in the middle of the lips, 0 at the corner.
        self.mid: FloatArray = np.clip(1.0 - (self.x / self.cx) ** 2, 0.0, 1.0) ** 0.8
        self.lid = lid_profile(anatomy, side)

    def vector(
        self,
        dx: FloatArray | float = 0.0,
        dy: FloatArray | float = 0.0,
        dz: FloatArray | float = 0.0,
    ) -> FloatArray:
        """(n, 3) displacement of this side's half of the face."""
        out = np.zeros((len(self.x), 3))
        out[:, 0], out[:, 1], out[:, 2] = dx, dy, dz
        out *= self.own[:, None]
        return out

    def around(self, x: float, y: float, width: float, height: float) -> FloatArray:
        """A soft spot on the skin, 1 in its middle."""
        return _bell(self.x - x, width) * _bell(self.y - y, height)


def _smile(f: LocalFace) -> FloatArray:
    pull = f.lips * _bell(f.x - f.cx, 10.5)
    skin = (f.fold + f.cheek) * f.around(33.0, f.cy + 10.0, 17.0, 19.0)
    ears = f.outline * f.around(62.0, -50.0, 20.0, 20.0)
    return f.vector(
        7.4 * pull + 4.6 * skin + 1.6 * ears + 1.1 * f.nose,
        7.4 * pull + 6.4 * skin + 1.2 * ears + 0.6 * f.nose + 3.0 * f.cheek
        + (0.9 * f.lower_outer - 0.7 * f.upper_outer) * f.mid
        + 0.5 * f.lid_lower * f.lid + 1.4 * f.bag + 0.5 * f.crow,
        -4.0 * pull,
    )  # fmt: skip


def _teeth(f: LocalFace) -> FloatArray:
    """Lips part over the upper teeth; the corners keep what a smile gives them."""
    return f.vector(0.0, (2.4 * f.upper_inner + 1.6 * f.upper_outer - 4.4 * f.lower) * f.mid)


def _stretch(f: LocalFace) -> FloatArray:
    pull = f.lips * _bell(f.x - f.cx, 11.0)
    skin = (f.fold + f.cheek) * f.around(32.0, f.cy, 14.0, 14.0)
    return f.vector(
        6.0 * pull + 4.0 * skin,
        (0.9 * f.upper_inner + 0.3 * f.upper_outer - 2.2 * f.lower_inner - 1.4 * f.lower_outer)
        * f.mid
        - 0.4 * pull,
        -3.0 * pull,
    )


def _rounding(f: LocalFace, narrow: float, rise: tuple[float, float, float, float]) -> FloatArray:
    """Corners inward by `narrow` of the half width; lip lines rise by so many mm in the middle."""
    uo, ui, li, lo = rise
    inward = -narrow * np.maximum(f.x, 0.0)
    skin = f.fold * f.around(29.0, f.cy, 12.0, 14.0)
    out = f.vector(
        0.0,
        (uo * f.upper_outer + ui * f.upper_inner + li * f.lower_inner + lo * f.lower_outer) * f.mid,
        6.0 * f.lips,
    )
    # Inward travel grows from nothing at the midline: the soft border of the sides is not for it.
    out[:, 0] = inward * f.lips - 4.0 * skin * f.own
    return out


def _pucker(f: LocalFace) -> FloatArray:
    return _rounding(f, 0.36, (1.6, 0.2, -0.2, -2.0))


def _funnel(f: LocalFace) -> FloatArray:
    return _rounding(f, 0.30, (2.4, 3.4, -5.4, -4.8))


def _snarl(f: LocalFace) -> FloatArray:
    lip = _bell(f.x - 11.0, 8.0)
    fold = f.fold * f.around(21.0, f.cy + 25.0, 10.0, 13.0)
    head = f.brow * _bell(f.x - 13.0, 10.0)
    wing = f.anatomy.rows("nose_side") * np.clip((-8.0 - f.y) / 22.0, 0.0, 1.0)
    middle = f.anatomy.rows("tip") + 1.6 * f.anatomy.rows("subnasale")
    return f.vector(
        1.8 * f.nose + 1.5 * fold - 1.2 * head + 1.0 * wing,
        5.6 * f.nose + 3.4 * wing + 1.2 * middle + 4.0 * fold
        + (4.4 * f.upper_outer + 3.4 * f.upper_inner) * lip
        + 0.6 * f.lid_lower * f.lid - 1.4 * head + 1.6 * f.bag + 1.5 * f.cheek,
    )  # fmt: skip


def _lower_lip(f: LocalFace) -> FloatArray:
    lip = f.lower * _bell(f.x - 11.0, 8.5)
    corner = f.lips * _bell(f.x - f.cx, 6.0)
    return f.vector(1.0 * lip + 0.8 * corner, -5.6 * lip - 1.8 * corner)


def _lip_press(f: LocalFace) -> FloatArray:
    corner = f.lips * _bell(f.x - f.cx, 8.0)
    return f.vector(
        1.9 * corner, (3.4 * f.lower_outer - 3.0 * f.upper_outer) * f.mid - 1.1 * corner
    )


def _cheek_puff(f: LocalFace) -> FloatArray:
    side = f.outline * f.around(60.0, -62.0, 22.0, 20.0)
    corner = f.lips * _bell(f.x - f.cx, 7.0)
    return f.vector(
        6.5 * side + 2.2 * f.fold + 2.0 * f.cheek - 1.6 * corner,
        (1.0 * f.lower_outer - 1.0 * f.upper_outer) * f.mid - 3.0 * f.cheek,
        4.0 * f.lips,
    )


def _jaw(f: LocalFace) -> FloatArray:
    t = np.clip((-58.0 - f.y) / 36.0, 0.0, 1.0)
    low: FloatArray = t * t * (3.0 - 2.0 * t) * f.anatomy.rows("outline", "chin", "chin_fold")
    skin = f.fold * _bell(f.y - f.cy, 14.0)
    lips = f.upper * 4.6 * (1.0 - f.mid) + f.lower * (4.6 + 10.4 * f.mid)
    return f.vector(
        -2.6 * f.lips * np.maximum(f.x, 0.0) / f.cx - 1.2 * skin - 1.0 * f.outline * low,
        -15.0 * low - 2.5 * skin - lips,
    )


def _brow_raise(f: LocalFace) -> FloatArray:
    lines = f.anatomy.rows("forehead_")
    crease = f.anatomy.rows("crease")
    lift: FloatArray = f.brow * (9.2 + 0.3 * _bell(f.x - 30.0, 14.0)) + 4.5 * lines
    return f.vector(0.0, lift + (0.7 * f.lid_upper + 1.4 * crease) * f.lid)


def _frown(f: LocalFace) -> FloatArray:
    head = f.brow * _bell(f.x - 13.0, 11.0)
    body = f.brow * _bell(f.x - 31.0, 10.0)
    return f.vector(-3.6 * head - 0.8 * body, -4.0 * head - 2.6 * body)


def _droop(f: LocalFace) -> FloatArray:
    corner = f.lips * _bell(f.x - f.cx, 10.0)
    skin = (f.fold + f.cheek) * f.around(33.0, f.cy + 6.0, 17.0, 20.0)
    return f.vector(
        -0.8 * corner,
        -4.2 * corner - 2.2 * skin - 2.6 * f.brow - 0.9 * f.lid_lower * f.lid - 0.8 * f.bag,
    )


def _squint(f: LocalFace) -> FloatArray:
    return f.vector(0.0, (2.2 * f.lid_lower - 0.8 * f.lid_upper) * f.lid + 1.4 * f.bag)


def _wide(f: LocalFace) -> FloatArray:
    return f.vector(0.0, (1.9 * f.lid_upper - 0.4 * f.lid_lower) * f.lid)


def _look(dx: float, dy: float) -> Field:
    def field(f: LocalFace) -> FloatArray:
        iris = f.anatomy.rows("iris")
        lids = (f.lid_upper * (0.75 if dy < 0 else 0.4) + f.lid_lower * 0.25) * f.lid
        return f.vector(dx * f.side.sign * iris, dy * (iris + lids))

    return field


_FIELDS: Final[dict[Channel, Field]] = {
    Channel.BROW_RAISE: _brow_raise,
    Channel.FROWN: _frown,
    Channel.EYE_CLOSE: lambda f: eye_close(f.anatomy, f.side),
    Channel.EYE_SQUINT: _squint,
    Channel.EYE_WIDE: _wide,
    Channel.LOOK_LEFT: _look(5.0, 0.0),
    Channel.LOOK_RIGHT: _look(-5.0, 0.0),
    Channel.LOOK_UP: _look(0.0, 3.2),
    Channel.LOOK_DOWN: _look(0.0, -3.6),
    Channel.SNARL: _snarl,
    Channel.SMILE: _smile,
    Channel.SMILE_OPEN: _teeth,
    Channel.MOUTH_STRETCH: _stretch,
    Channel.PUCKER: _pucker,
    Channel.FUNNEL: _funnel,
    Channel.LOWER_LIP: _lower_lip,
    Channel.LIP_PRESS: _lip_press,
    Channel.CHEEK_PUFF: _cheek_puff,
    Channel.JAW_OPEN: _jaw,
    Channel.DROOP: _droop,
}


def build_rig(anatomy: Anatomy) -> FloatArray:
    """(2 * channels, n * 3) mm per unit weight: the left side's channels, then the right's."""
    rows = []
    for side in (Side.LEFT, Side.RIGHT):
        local = LocalFace(anatomy, side)
        for channel in CHANNELS:
            shape = _FIELDS[Channel(channel)](local) * (side.sign, 1.0, 1.0)
            rows.append(shape.ravel())
    return np.stack(rows)
