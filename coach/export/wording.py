"""Words on the plots that several of them share."""

from __future__ import annotations

from typing import Final

from coach.domain.language import Sentences, mark
from coach.domain.movements import Movement, Region
from coach.domain.session import ScaleSource
from coach.domain.sides import Affected, Side

SIDE: Final = Sentences({Side.LEFT: mark("left"), Side.RIGHT: mark("right")})
AFFECTED: Final = Sentences(
    {
        Affected.LEFT: mark("affected: left"),
        Affected.RIGHT: mark("affected: right"),
        Affected.BOTH: mark("affected: both"),
        Affected.NONE: mark("affected: none"),
    }
)
#: Where millimetres come from, with the part of every one that it leaves open (95 %).
SCALE: Final = Sentences(
    {
        ScaleSource.IRIS: mark("mm by the irises, ± {open} %"),
        ScaleSource.IRISES_DIFFER: mark("mm by irises that look unlike, ± {open} %"),
        ScaleSource.CALIPER: mark("mm by a caliper, ± {open} %"),
    }
)
GRADE: Final = Sentences({1: mark("mild"), 2: mark("moderate"), 3: mark("severe")})
REGION: Final = Sentences(
    {
        Region.BROW: mark("Brow"),
        Region.EYE: mark("Eye"),
        Region.NOSE: mark("Nose"),
        Region.MOUTH: mark("Mouth"),
        Region.CHIN: mark("Chin"),
        Region.NECK: mark("Neck"),
    }
)
#: A movement as a heading.
MOVEMENT: Final = Sentences(
    {
        Movement.REST: mark("At rest"),
        Movement.BROW_RAISE: mark("Brow raise"),
        Movement.FROWN: mark("Frown"),
        Movement.EYE_CLOSURE: mark("Eye closure"),
        Movement.SLOW_BLINK: mark("Slow blink"),
        Movement.SMILE_CLOSED: mark("Smile closed"),
        Movement.SMILE_OPEN: mark("Smile open"),
        Movement.PUCKER: mark("Pucker"),
        Movement.SNARL: mark("Snarl"),
        Movement.LOWER_LIP_DEPRESS: mark("Lower lip depress"),
        Movement.LIP_PRESS: mark("Lip press"),
        Movement.CHEEK_PUFF: mark("Cheek puff"),
        Movement.VOWEL_A: mark("Vowel a"),
        Movement.VOWEL_E: mark("Vowel e"),
        Movement.VOWEL_I: mark("Vowel i"),
        Movement.VOWEL_O: mark("Vowel o"),
        Movement.VOWEL_U: mark("Vowel u"),
        Movement.BITE_SMILE: mark("Bite smile"),
    }
)
#: Which place moved along.
PLACE: Final = Sentences(
    {
        (Region.BROW, Side.LEFT): mark("the left brow moves along"),
        (Region.BROW, Side.RIGHT): mark("the right brow moves along"),
        (Region.EYE, Side.LEFT): mark("the left eye moves along"),
        (Region.EYE, Side.RIGHT): mark("the right eye moves along"),
        (Region.NOSE, Side.LEFT): mark("the left nose moves along"),
        (Region.NOSE, Side.RIGHT): mark("the right nose moves along"),
        (Region.MOUTH, Side.LEFT): mark("the left mouth moves along"),
        (Region.MOUTH, Side.RIGHT): mark("the right mouth moves along"),
        (Region.CHIN, Side.LEFT): mark("the left chin moves along"),
        (Region.CHIN, Side.RIGHT): mark("the right chin moves along"),
        (Region.NECK, Side.LEFT): mark("the left neck moves along"),
        (Region.NECK, Side.RIGHT): mark("the right neck moves along"),
    }
)
