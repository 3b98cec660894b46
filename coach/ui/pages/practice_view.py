"""What a person chose to see and hear while they practise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.domain.feedback_mode import FeedbackMode
from coach.domain.language import Sentences, mark
from coach.ui.contracts import Preferences

MODE_NAME: Final = Sentences(
    {
        FeedbackMode.MIRROR: mark("Mirror"),
        FeedbackMode.BARS: mark("Bars only"),
        FeedbackMode.DRAWN: mark("Drawn face"),
        FeedbackMode.REFLECTED: mark("Mirror therapy"),
        FeedbackMode.VOICE: mark("Voice only"),
    }
)
MODE_ICON: Final = {
    FeedbackMode.MIRROR: "picture",
    FeedbackMode.BARS: "bars",
    FeedbackMode.DRAWN: "drawn",
    FeedbackMode.REFLECTED: "reflected",
    FeedbackMode.VOICE: "ear",
}
#: In these the camera's picture is on the screen.
WITH_PICTURE: Final = frozenset({FeedbackMode.MIRROR, FeedbackMode.REFLECTED})


@dataclass(frozen=True, slots=True)
class PracticeView:
    """The choices that the practice page shows; measuring is the same in all."""

    mode: FeedbackMode = FeedbackMode.MIRROR
    mirrored: bool = True
    voice: bool = True
    sounds: bool = True
    captions: bool = True

    @classmethod
    def of(cls, wanted: Preferences) -> PracticeView:
        """The page's part of the preferences."""
        return cls(wanted.feedback, wanted.mirrored, wanted.voice, wanted.sounds, wanted.captions)

    @property
    def picture(self) -> bool:
        """Whether the camera's picture is shown."""
        return self.mode in WITH_PICTURE


def next_mode(mode: FeedbackMode) -> FeedbackMode:
    """The mode after this one, round and round."""
    modes = list(FeedbackMode)
    return modes[(modes.index(mode) + 1) % len(modes)]
