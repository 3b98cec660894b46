"""One description of every setting: for the settings page, the command line and the tests.

What is allowed is the model's (`coach.storage.settings.Settings`) and is read from there, so that
page, command line and file cannot disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from annotated_types import Ge, Le

from coach.domain.errors import InputError
from coach.domain.feedback_mode import FeedbackMode
from coach.domain.language import Sentences, mark
from coach.domain.sides import Affected
from coach.storage.settings import Settings


class SettingGroup(StrEnum):
    """Where a setting stands on the page, in this order."""

    SEEING = "seeing"
    HEARING = "hearing"
    CAMERA = "camera"
    WEEK = "week"
    PRIVACY = "privacy"
    LANGUAGE = "language"
    KEPT = "kept"  # kept by the program; another page changes it


class SettingKind(StrEnum):
    """How a setting is shown and written."""

    SWITCH = "switch"  # on or off
    CHOICE = "choice"  # one of a few words
    NUMBER = "number"
    MEASURE = "measure"  # a number, or none
    TIMES = "times"  # times of the day
    CAMERA = "camera"  # a connected camera's id
    LANGUAGE = "language"  # a code of the languages there are
    WORD = "word"  # text that the program writes


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """One setting.

    Attributes:
        name: the field of `Settings`.
        group: where it stands.
        kind: how it is shown.
        title: a few words (English; `tr` when shown).
        help: one or two plain sentences.
        choices: value and words of each choice; "" stands for "not said".
        step: between two neighbouring numbers.
        unit: after a number; "" for none.
        needs: the switch that must be on before this one means anything; "" for none.
    """

    name: str
    group: SettingGroup
    kind: SettingKind
    title: str
    help: str
    choices: tuple[tuple[str, str], ...] = ()
    step: float = 1.0
    unit: str = ""
    needs: str = ""


GROUP_TITLE: Final = Sentences(
    {
        SettingGroup.SEEING: mark("Seeing"),
        SettingGroup.HEARING: mark("Hearing"),
        SettingGroup.CAMERA: mark("Camera and measuring"),
        SettingGroup.WEEK: mark("My week and reminders"),
        SettingGroup.PRIVACY: mark("Privacy"),
        SettingGroup.LANGUAGE: mark("Language"),
        SettingGroup.KEPT: mark("Kept by the program"),
    }
)

_S, _H, _C = SettingGroup.SEEING, SettingGroup.HEARING, SettingGroup.CAMERA
_W, _P, _K = SettingGroup.WEEK, SettingGroup.PRIVACY, SettingGroup.KEPT
_SWITCH, _CHOICE, _NUMBER = SettingKind.SWITCH, SettingKind.CHOICE, SettingKind.NUMBER

REGISTRY: Final[tuple[SettingSpec, ...]] = (
    SettingSpec(
        "text_scale_pct", _S, _CHOICE, mark("Text size"),
        mark("Everything on the screen grows with it."),
        tuple((str(n), f"{n} %") for n in (100, 125, 150, 175, 200)), unit="%",
    ),
    SettingSpec(
        "theme", _S, _CHOICE, mark("Colours"),
        mark("High contrast is black with strong, clear lines."),
        (
            ("system", mark("As the system")), ("light", mark("Light")),
            ("dark", mark("Dark")), ("contrast", mark("High contrast")),
        ),
    ),
    SettingSpec(
        "reduced_motion", _S, _SWITCH, mark("Less motion"),
        mark("Still pictures in place of moving ones."),
    ),
    SettingSpec(
        "feedback", _S, _CHOICE, mark("What I see of myself"),
        mark("You can change it at any moment while you practise. Measuring stays the same."),
        (
            (FeedbackMode.MIRROR, mark("Mirror")), (FeedbackMode.BARS, mark("Bars only")),
            (FeedbackMode.DRAWN, mark("Drawn face")),
            (FeedbackMode.REFLECTED, mark("Mirror therapy")),
            (FeedbackMode.VOICE, mark("Voice only")),
        ),
    ),
    SettingSpec(
        "mirrored", _S, _SWITCH, mark("Picture as in a mirror"),
        mark("Off: you see yourself as others see you."),
    ),
    SettingSpec(
        "captions", _S, _SWITCH, mark("Captions"),
        mark("Shows what the coach says, in large letters."),
    ),
    SettingSpec("voice", _H, _SWITCH, mark("Voice"), mark("The coach speaks.")),
    SettingSpec(
        "sounds", _H, _SWITCH, mark("Tones"),
        mark("A short, soft tone at the start and the end of a movement."),
    ),
    SettingSpec(
        "camera", _C, SettingKind.CAMERA, mark("Camera"),
        mark("The program remembers the camera itself, not its place in the list."),
    ),
    SettingSpec(
        "nod", _C, _SWITCH, mark("A slow nod pauses"),
        mark("Nod slowly to pause or go on without touching the keyboard."),
    ),
    SettingSpec(
        "outer_canthal_mm", _C, SettingKind.MEASURE, mark("Distance of the outer eye corners"),
        mark(
            "Measured by a therapist with a caliper. It makes millimetres exact for this face. "
            "Without it, the size of the iris is the scale, and all sizes may be off by the same "
            "few per cent."
        ),
        step=0.5, unit="mm",
    ),
    SettingSpec(
        "weekly_days", _W, _NUMBER, mark("Days of practice a week"),
        mark("Rest days are part of the plan. Nothing is counted against you."),
    ),
    SettingSpec(
        "reminders_on", _W, _SWITCH, mark("Remind me"),
        mark("A quiet note from the system at the times below."),
    ),
    SettingSpec(
        "reminders", _W, SettingKind.TIMES, mark("Times"), mark("Up to six times a day."),
    ),
    SettingSpec(
        "keep_reminding", _W, _SWITCH, mark("Keep reminding with the window closed"),
        mark(
            "Camera and sound are off then; only a small round icon stays beside the clock. "
            "Quit (Ctrl+Q) ends it."
        ),
        needs="reminders_on",
    ),
    SettingSpec(
        "start_at_login", _W, _SWITCH, mark("Remind me from log-in on"),
        mark("The icon is there when you turn the computer on. No window opens."),
        needs="keep_reminding",
    ),
    SettingSpec(
        "offer_snapshots", _P, _SWITCH, mark("Offer to keep two still pictures"),
        mark(
            "Off: the program never keeps a picture. On: after practice it asks you each time, and "
            "keeps nothing without your yes."
        ),
    ),
    SettingSpec(
        "agreed", _P, SettingKind.WORD, mark("Measuring and keeping"),
        mark("What you agreed to at the first start. You can take it back at any time."),
    ),
    SettingSpec(
        "language", SettingGroup.LANGUAGE, SettingKind.LANGUAGE, mark("Language"),
        mark("The window opens again in the new language."),
    ),
    SettingSpec(
        "affected", _K, _CHOICE, mark("Affected side"), mark("Your own left and right."),
        (
            ("", mark("Not said")), (Affected.LEFT, mark("Left")), (Affected.RIGHT, mark("Right")),
            (Affected.BOTH, mark("Both")), (Affected.NONE, mark("None")),
        ),
    ),
    SettingSpec(
        "side_asked", _K, SettingKind.SWITCH, mark("Side was asked for"),
        mark("Off: the next practice asks which side is weak."),
    ),
    SettingSpec(
        "plan_id", _K, SettingKind.WORD, mark("Practice chosen last"),
        mark("Chosen on the home page."),
    ),
    SettingSpec(
        "welcomed", _K, SettingKind.WORD, mark("First start"),
        mark("Which version of the first start was gone through; 0 shows it again."),
    ),
    SettingSpec(
        "cards_read", _K, SettingKind.WORD, mark("Safety cards read"),
        mark("The day, and the cards that were read on it. They come once a day."),
    ),
)  # fmt: skip

_BY_NAME: Final = {spec.name: spec for spec in REGISTRY}


def setting(name: str) -> SettingSpec:
    """The description of a setting.

    Raises:
        InputError: there is none of this name.
    """
    found = _BY_NAME.get(name)
    if found is None:
        raise InputError(
            f'There is no setting called "{name}".', f"Choose from: {', '.join(_BY_NAME)}."
        )
    return found


def limits(name: str) -> tuple[float | None, float | None]:
    """The smallest and the largest allowed number, as the model says; None: no limit."""
    metadata = Settings.model_fields[name].metadata
    low = next((float(str(m.ge)) for m in metadata if isinstance(m, Ge)), None)
    high = next((float(str(m.le)) for m in metadata if isinstance(m, Le)), None)
    return low, high


def group(which: SettingGroup) -> Sequence[SettingSpec]:
    """The settings of a group, in order."""
    return [spec for spec in REGISTRY if spec.group is which]
