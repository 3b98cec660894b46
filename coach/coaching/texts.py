"""Every sentence the coach says, in one place; a language is one `CoachTexts`.

Whole sentences for each side and region, never assembled from words: other languages need other
word order. Second person, plain, kind, short. Nothing here cheers effort.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from coach.domain.exercise import Phase
from coach.domain.movements import Region
from coach.domain.quality import QUALITY_ADVICE, QualityReason, RepReason
from coach.domain.sides import Side


class FormFault(StrEnum):
    """What went wrong with the way a movement was made."""

    EARLY = "early"
    TOO_FAST = "too_fast"
    TOO_BIG = "too_big"


_HEADLINES: Final = {
    Phase.SETUP: "Set-up",
    Phase.BASELINE: "Face at rest",
    Phase.DEMONSTRATE: "Watch",
    Phase.GET_READY: "Get ready",
    Phase.MOVE: "Move",
    Phase.HOLD: "Hold",
    Phase.RELEASE: "Let go",
    Phase.REST: "Rest",
    Phase.FINISHED: "Done",
}
_SYNKINESIS: Final = {
    (Region.BROW, Side.LEFT): "Smaller and slower: keep the left brow still.",
    (Region.BROW, Side.RIGHT): "Smaller and slower: keep the right brow still.",
    (Region.EYE, Side.LEFT): "Smaller and slower: keep the left eye open.",
    (Region.EYE, Side.RIGHT): "Smaller and slower: keep the right eye open.",
    (Region.NOSE, Side.LEFT): "Smaller and slower: keep the left side of the nose soft.",
    (Region.NOSE, Side.RIGHT): "Smaller and slower: keep the right side of the nose soft.",
    (Region.MOUTH, Side.LEFT): "Smaller and slower: keep the left mouth corner quiet.",
    (Region.MOUTH, Side.RIGHT): "Smaller and slower: keep the right mouth corner quiet.",
    (Region.CHIN, Side.LEFT): "Smaller and slower: keep the chin soft on the left.",
    (Region.CHIN, Side.RIGHT): "Smaller and slower: keep the chin soft on the right.",
    (Region.NECK, Side.LEFT): "Smaller and slower: keep the neck soft on the left.",
    (Region.NECK, Side.RIGHT): "Smaller and slower: keep the neck soft on the right.",
}
_NOT_SCORED: Final = {
    RepReason.TOO_FEW_FRAMES: "Not scored: I could not see your face well enough.",
    RepReason.NO_MOVEMENT: "Not scored: the movement was too small for me to see. That is fine.",
    RepReason.NO_BASELINE: "Not scored: I do not know your resting face yet.",
    RepReason.SKIPPED: "Not scored: you skipped this one.",
    RepReason.INTERRUPTED: "Not scored: it was interrupted.",
    RepReason.SELF_REPORT: "Not scored: the camera cannot see this movement. You judge it.",
}
_FORM: Final = {
    FormFault.EARLY: "Wait for the word, then start with both sides.",
    FormFault.TOO_FAST: "Slower. Take the whole count.",
    FormFault.TOO_BIG: "Smaller. Very little is enough.",
}
_UNEVEN: Final = {
    Side.LEFT: (
        "The left side went further. Let it wait for the right.",
        "Let the left side do less.",
    ),
    Side.RIGHT: (
        "The right side went further. Let it wait for the left.",
        "Let the right side do less.",
    ),
}


@dataclass(frozen=True, slots=True)
class CoachTexts:
    """The sentences of one language; the defaults are English.

    Attributes:
        headlines: one or two words for each phase.
        quality: what to do about a picture that cannot be scored.
        synkinesis: what to do about an unwanted co-movement.
        not_scored: why a repetition has no score.
        form: live advice on the way of moving.
        uneven: by the side that went further; variants take turns.
        even: praise of even, small, clean movement; variants take turns.
    """

    headlines: Mapping[Phase, str] = field(default_factory=lambda: _HEADLINES)
    paused: str = "Paused"
    waiting: str = "Waiting for the camera"
    sit_down: str = "Sit in front of the camera, with light on your face."
    baseline: str = "Let your face rest. Eyes open, lips just touching."
    rest_changed: str = "Your resting face has changed a little. Let it go soft before you begin."
    no_baseline: str = "I could not measure your resting face. You can practise, without scores."
    unscored: str = "I cannot score this picture. You can practise, without scores."
    get_ready: str = "Get ready."
    again: str = "We do this one again."
    finished: str = "That is all for today. Let your face go soft."
    stopped: str = "Stopped. What you did is kept."
    quality: Mapping[QualityReason, str] = field(default_factory=lambda: QUALITY_ADVICE)
    synkinesis: Mapping[tuple[Region, Side], str] = field(default_factory=lambda: _SYNKINESIS)
    not_scored: Mapping[RepReason, str] = field(default_factory=lambda: _NOT_SCORED)
    form: Mapping[FormFault, str] = field(default_factory=lambda: _FORM)
    uneven: Mapping[Side, tuple[str, ...]] = field(default_factory=lambda: _UNEVEN)
    even: tuple[str, ...] = (
        "Even and small. Good.",
        "Both sides together. Good.",
        "Calm and even. Good.",
    )


ENGLISH: Final = CoachTexts()


def reading_s(text: str) -> float:
    """About how long a sentence takes to say: 170 words a minute and a breath."""
    return 0.35 * len(text.split()) + 0.5
