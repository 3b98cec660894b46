"""Every sentence the coach says, in one place; a language is one `CoachTexts`.

Whole sentences for each side and region, never assembled from words: other languages need other
word order. Second person, plain, kind, short. Nothing here cheers effort.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any, Final

from coach.domain.exercise import ExerciseKind, Phase
from coach.domain.language import mark, tr
from coach.domain.movements import Movement, Region, closes_the_eye
from coach.domain.quality import QUALITY_ADVICE, QualityReason, RepReason
from coach.domain.sides import Affected, Side


class FormFault(StrEnum):
    """What went wrong with the way a movement was made."""

    EARLY = "early"
    TOO_FAST = "too_fast"
    TOO_BIG = "too_big"
    LEFT_AHEAD = "left_ahead"
    RIGHT_AHEAD = "right_ahead"


_HEADLINES: Final = {
    Phase.SETUP: mark("Set-up"),
    Phase.BASELINE: mark("Face at rest"),
    Phase.DEMONSTRATE: mark("Watch"),
    Phase.GET_READY: mark("Get ready"),
    Phase.MOVE: mark("Move"),
    Phase.HOLD: mark("Hold"),
    Phase.RELEASE: mark("Let go"),
    Phase.REST: mark("Rest"),
    Phase.FINISHED: mark("Done"),
}
_ACTIVITIES: Final = {
    ExerciseKind.MASSAGE: mark("Massage"),
    ExerciseKind.STRETCH: mark("Stretch"),
    ExerciseKind.IMAGERY: mark("Imagine"),
    ExerciseKind.STILLNESS: mark("Keep still"),
}
_SYNKINESIS: Final = {
    (Region.BROW, Side.LEFT): mark("Smaller and slower: keep the left brow still."),
    (Region.BROW, Side.RIGHT): mark("Smaller and slower: keep the right brow still."),
    (Region.EYE, Side.LEFT): mark("Smaller and slower: keep the left eye open."),
    (Region.EYE, Side.RIGHT): mark("Smaller and slower: keep the right eye open."),
    (Region.NOSE, Side.LEFT): mark("Smaller and slower: keep the left side of the nose soft."),
    (Region.NOSE, Side.RIGHT): mark("Smaller and slower: keep the right side of the nose soft."),
    (Region.MOUTH, Side.LEFT): mark("Smaller and slower: keep the left mouth corner quiet."),
    (Region.MOUTH, Side.RIGHT): mark("Smaller and slower: keep the right mouth corner quiet."),
    (Region.CHIN, Side.LEFT): mark("Smaller and slower: keep the chin soft on the left."),
    (Region.CHIN, Side.RIGHT): mark("Smaller and slower: keep the chin soft on the right."),
    (Region.NECK, Side.LEFT): mark("Smaller and slower: keep the neck soft on the left."),
    (Region.NECK, Side.RIGHT): mark("Smaller and slower: keep the neck soft on the right."),
}
_SYNKINESIS_LIDS: Final = {
    (Region.BROW, Side.LEFT): mark("Softer, without a squeeze: let the left brow rest."),
    (Region.BROW, Side.RIGHT): mark("Softer, without a squeeze: let the right brow rest."),
    (Region.NOSE, Side.LEFT): mark("Softer, without a squeeze: left side of the nose at rest."),
    (Region.NOSE, Side.RIGHT): mark("Softer, without a squeeze: right side of the nose at rest."),
    (Region.MOUTH, Side.LEFT): mark("Softer, without a squeeze: let the left mouth corner rest."),
    (Region.MOUTH, Side.RIGHT): mark("Softer, without a squeeze: let the right mouth corner rest."),
    (Region.CHIN, Side.LEFT): mark("Softer, without a squeeze: chin soft on the left."),
    (Region.CHIN, Side.RIGHT): mark("Softer, without a squeeze: chin soft on the right."),
    (Region.NECK, Side.LEFT): mark("Softer, without a squeeze: neck soft on the left."),
    (Region.NECK, Side.RIGHT): mark("Softer, without a squeeze: neck soft on the right."),
}
#: The same where the person does not know which side is weak: no side is named.
_SYNKINESIS_SIDELESS: Final = {
    Region.BROW: mark("Smaller and slower: keep the brows still."),
    Region.EYE: mark("Smaller and slower: keep the eyes open."),
    Region.NOSE: mark("Smaller and slower: keep the nose soft."),
    Region.MOUTH: mark("Smaller and slower: keep the mouth corners quiet."),
    Region.CHIN: mark("Smaller and slower: keep the chin soft."),
    Region.NECK: mark("Smaller and slower: keep the neck soft."),
}
_LIDS_SIDELESS: Final = {
    Region.BROW: mark("Softer, without a squeeze: let the brows rest."),
    Region.NOSE: mark("Softer, without a squeeze: let the nose rest."),
    Region.MOUTH: mark("Softer, without a squeeze: let the mouth corners rest."),
    Region.CHIN: mark("Softer, without a squeeze: chin soft."),
    Region.NECK: mark("Softer, without a squeeze: neck soft."),
}
_AHEAD_SIDELESS: Final = mark("Let the side that goes further wait.")
_UNEVEN_SIDELESS: Final = (
    mark("One side went further. Let it wait for the other."),
    mark("Let the side that goes further do less."),
)
_NOT_SCORED: Final = {
    RepReason.TOO_FEW_FRAMES: mark("Not scored: I could not see your face well enough."),
    RepReason.NO_MOVEMENT: mark(
        "Not scored: the movement was too small for me to see. That is fine."
    ),
    RepReason.NO_BASELINE: mark("Not scored: I do not know your resting face yet."),
    RepReason.SKIPPED: mark("Not scored: you skipped this one."),
    RepReason.INTERRUPTED: mark("Not scored: it was interrupted."),
    RepReason.SELF_REPORT: mark("Not scored: the camera cannot see this movement. You judge it."),
    RepReason.HURT: mark("Not scored: you stopped because it hurt. That was right."),
}
_FORM: Final = {
    FormFault.EARLY: mark("Wait for the word, then start with both sides."),
    FormFault.TOO_FAST: mark("Slower. Take the whole count."),
    FormFault.TOO_BIG: mark("Smaller. Very little is enough."),
    FormFault.LEFT_AHEAD: mark("Let the left side wait."),
    FormFault.RIGHT_AHEAD: mark("Let the right side wait."),
}
_SETUP: Final = {
    QualityReason.NO_FACE: mark("Sit in front of the camera."),
    QualityReason.SEVERAL_FACES: mark("Only your face in the picture, please."),
    QualityReason.ANOTHER_FACE: mark("Let the face rest: I look at it anew."),
    QualityReason.CUT_OFF: mark("Move to the middle of the picture."),
    QualityReason.OCCLUDED: mark("Take your hand, hair or mask away. Tip shining glasses down."),
    QualityReason.TOO_DARK: mark("Turn a lamp towards your face."),
    QualityReason.TOO_BRIGHT: mark("Turn the bright light away from your face."),
    QualityReason.SIDE_LIGHT_LEFT: mark("Light from your left: turn toward it, camera too."),
    QualityReason.SIDE_LIGHT_RIGHT: mark("Light from your right: turn toward it, camera too."),
    QualityReason.LIGHT_CHANGING: mark("Wait for steady light."),
    QualityReason.BLURRED: mark("Keep still for a moment, or clean the lens."),
    QualityReason.TOO_FAR: mark("Come a little closer."),
    QualityReason.TOO_NEAR: mark("Move back a little."),
    QualityReason.YAW: mark("Look straight at the camera."),
    QualityReason.PITCH: mark("Chin level: not up, not down."),
    QualityReason.ROLL: mark("Hold your head upright."),
    QualityReason.IRIS_MISMATCH: mark("Look at the camera with both eyes open."),
    QualityReason.LOW_FPS: mark("The camera is slow: more light, and close other programs."),
}
_UNEVEN: Final = {
    Side.LEFT: (
        mark("The left side went further. Let it wait for the right."),
        mark("Let the left side do less."),
    ),
    Side.RIGHT: (
        mark("The right side went further. Let it wait for the left."),
        mark("Let the right side do less."),
    ),
}


@dataclass(frozen=True, slots=True)
class CoachTexts:
    """The sentences of one language; the defaults are English, and `mark`ed for translators.

    Attributes:
        headlines: one or two words for each phase.
        activities: the same for what is done, timed, in place of a movement.
        quality: what to do about a picture that cannot be scored.
        synkinesis: what to do about an unwanted co-movement.
        synkinesis_lids: the same while the eyes close, which is never asked to be smaller.
        setup: the same before the exercises, as one thing to do.
        count: which repetition of how many.
        first_up / next_up: names the exercise that is shown.
        eased / eased_lids / easiest / later / hurts: answers to what the person asks for.
        not_scored: why a repetition has no score.
        form: live advice on the way of moving.
        uneven: by the side that went further; variants take turns.
        even: praise of even, small, clean movement; variants take turns.
        lids: after the eyes were closed with nothing joining in; variants take turns.
        calibrated: the mark goes to the exercise's own size, for nothing joined in.
        mark_lower: the mark is nearer than in the repetition before.
    """

    headlines: Mapping[Phase, str] = field(default_factory=lambda: _HEADLINES)
    activities: Mapping[ExerciseKind, str] = field(default_factory=lambda: _ACTIVITIES)
    paused: str = mark("Paused")
    waiting: str = mark("Waiting for the camera")
    sit_down: str = mark("Sit in front of the camera, with light on your face.")
    in_place: str = mark("Good. Stay like this.")
    glare: str = mark("Your glasses shine. Tip them down a little, or move the light.")
    baseline: str = mark("Let your face rest. Eyes open, lips just touching.")
    rest_changed: str = mark(
        "Your resting face has changed a little. Let it go soft before you begin."
    )
    no_baseline: str = mark(
        "I could not measure your resting face. You can practise, without scores."
    )
    unscored: str = mark("I cannot score this picture. You can practise, without scores.")
    get_ready: str = mark("Get ready.")
    count: str = mark("{rep} of {reps}.")
    first_up: str = mark("First: {title}.")
    next_up: str = mark("Next up: {title}.")
    eased: str = mark("Let go. From here on it is smaller and shorter.")
    eased_lids: str = mark("Let go. From here on it is shorter.")
    easiest: str = mark("This is the smallest there is. Rest, or leave this one out.")
    later: str = mark("We do this one later.")
    hurts: str = mark(
        "Let your face go soft. This exercise is left out today. If the pain stays, end for today "
        "and tell your therapist."
    )
    calibrate: str = mark("Very small at first, so that I learn what is clean for you.")
    calibrate_again: str = mark("Very small once more.")
    calibrate_lids: str = mark("Soft and slow, so that I learn what is clean for you.")
    calibrated: str = mark("The mark is a little further now. Small and calm is enough.")
    mark_lower: str = mark("The mark is nearer now. Less is right.")
    clean_size: str = mark("Clean. This is the size to practise.")
    again: str = mark("We do this one again.")
    talked: str = mark("Thank you. What I saw is in the summary.")
    talked_too_little: str = mark("Thank you. It was too little for me to sum up.")
    finished: str = mark("That is all for today. Let your face go soft.")
    stopped: str = mark("Stopped. What you did is kept.")
    quality: Mapping[QualityReason, str] = field(default_factory=lambda: QUALITY_ADVICE)
    setup: Mapping[QualityReason, str] = field(default_factory=lambda: _SETUP)
    synkinesis: Mapping[tuple[Region, Side], str] = field(default_factory=lambda: _SYNKINESIS)
    synkinesis_lids: Mapping[tuple[Region, Side], str] = field(
        default_factory=lambda: _SYNKINESIS_LIDS
    )
    not_scored: Mapping[RepReason, str] = field(default_factory=lambda: _NOT_SCORED)
    form: Mapping[FormFault, str] = field(default_factory=lambda: _FORM)
    uneven: Mapping[Side, tuple[str, ...]] = field(default_factory=lambda: _UNEVEN)
    even: tuple[str, ...] = (
        mark("Even and small. Good."),
        mark("Both sides together. Good."),
        mark("Calm and even. Good."),
    )
    lids: tuple[str, ...] = (
        mark("Calm, and the rest of the face stayed quiet. Good."),
        mark("No squeeze. Good. Keep up your eye care."),
    )

    def joined_in(self, movement: Movement | None, region: Region, side: Side) -> str:
        """What to do about a co-movement during a movement."""
        lids = self.synkinesis_lids if movement is not None and closes_the_eye(movement) else {}
        return lids.get((region, side)) or self.synkinesis[region, side]


ENGLISH: Final = CoachTexts()


def coach_texts(affected: Affected | None = Affected.NONE) -> CoachTexts:
    """The sentences in the language that the program speaks now.

    Args:
        affected: the weak side; None, not known: no sentence names a side.
    """
    texts = ENGLISH if affected is not None else _sideless(ENGLISH)
    said: dict[str, Any] = {
        f.name: _in_language(getattr(texts, f.name)) for f in fields(CoachTexts)
    }
    return CoachTexts(**said)


def _sideless(texts: CoachTexts) -> CoachTexts:
    ahead = dict.fromkeys((FormFault.LEFT_AHEAD, FormFault.RIGHT_AHEAD), _AHEAD_SIDELESS)
    return replace(
        texts,
        synkinesis={key: _SYNKINESIS_SIDELESS[key[0]] for key in texts.synkinesis},
        synkinesis_lids={key: _LIDS_SIDELESS[key[0]] for key in texts.synkinesis_lids},
        form={**texts.form, **ahead},
        uneven=dict.fromkeys(texts.uneven, _UNEVEN_SIDELESS),
    )


def _in_language(texts: object) -> object:
    """A sentence, or sentences in tuples and mappings, of the same shape."""
    if isinstance(texts, Mapping):
        return {key: _in_language(text) for key, text in texts.items()}
    if isinstance(texts, tuple):
        return tuple(_in_language(text) for text in texts)
    return tr(str(texts))


def reading_s(text: str) -> float:
    """About how long a sentence takes to say: 170 words a minute and a breath."""
    return 0.35 * len(text.split()) + 0.5
