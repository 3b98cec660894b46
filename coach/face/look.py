"""Colours and cut of hair of a drawn face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.face.hair import HairStyle


@dataclass(frozen=True, slots=True)
class FaceLook:
    """How a face is coloured. Colours are "#rrggbb".

    Attributes:
        name: for a choice on the screen.
        skin: base colour of the skin in even light.
        light: where light falls.
        shade: soft shadow on the skin.
        blush: cheeks, ears, nose tip.
        lip: the lower lip; the upper is a shade darker.
        hair: base colour of the hair.
        hair_light: strands and sheen.
        brow: eyebrows.
        iris: middle of the iris.
        iris_edge: its outer ring.
        cloth: the garment.
        backdrop: the wall behind, neutral.
        hair_style: the cut.
    """

    name: str
    skin: str
    light: str
    shade: str
    blush: str
    lip: str
    hair: str
    hair_light: str
    brow: str
    iris: str
    iris_edge: str
    cloth: str
    backdrop: str
    hair_style: HairStyle = HairStyle.SHORT


LOOKS: Final[tuple[FaceLook, ...]] = (
    FaceLook(
        "Robin", skin="#e6b596", light="#fbdcc6", shade="#a9694e", blush="#df8a78",
        lip="#c4716b", hair="#5a3d2b", hair_light="#8d6446", brow="#4d3425", iris="#6b4a2f",
        iris_edge="#2f1f14", cloth="#4f6f86", backdrop="#c9d1d6", hair_style=HairStyle.SHORT,
    ),
    FaceLook(
        "Amina", skin="#8d5a3c", light="#b9805a", shade="#4a2817", blush="#a4543a",
        lip="#a85250", hair="#1f1715", hair_light="#4a3934", brow="#1c1412", iris="#402817",
        iris_edge="#1a100a", cloth="#b98a4a", backdrop="#d3cfc8", hair_style=HairStyle.CURLY,
    ),
    FaceLook(
        "Mei", skin="#ecc3a0", light="#fde5cc", shade="#b07a58", blush="#e29684",
        lip="#c76f6c", hair="#231d1e", hair_light="#564a4b", brow="#2c2423", iris="#3f2a1c",
        iris_edge="#1b120c", cloth="#6d7f66", backdrop="#d0d3d0", hair_style=HairStyle.BOB,
    ),
    FaceLook(
        "Alex", skin="#f0c7b1", light="#ffe6d8", shade="#b87763", blush="#e78f84",
        lip="#c9787a", hair="#a8a29b", hair_light="#d8d4ce", brow="#8b8078", iris="#5d7f92",
        iris_edge="#2c4350", cloth="#7a5d74", backdrop="#c8ced6", hair_style=HairStyle.SHORT,
    ),
    FaceLook(
        "Sol", skin="#c58c64", light="#e6b48b", shade="#7d4a2f", blush="#c96d55",
        lip="#ac5c54", hair="#2d1f19", hair_light="#64483a", brow="#2b1d17", iris="#563820",
        iris_edge="#24160d", cloth="#3f7a78", backdrop="#d4d0ca", hair_style=HairStyle.TIED,
    ),
    FaceLook(
        "Kim", skin="#f2cdb8", light="#ffeadd", shade="#bd7e68", blush="#e98f80",
        lip="#ca7671", hair="#a8623a", hair_light="#d8955f", brow="#8a5434", iris="#65804f",
        iris_edge="#313f26", cloth="#59658c", backdrop="#ccd3d1", hair_style=HairStyle.LONG,
    ),
)  # fmt: skip

DEFAULT_LOOK: Final = LOOKS[0]
