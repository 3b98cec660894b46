"""What a person chose to see and hear while they practise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.domain.coach_state import CoachState
from coach.domain.exercise import Phase
from coach.domain.feedback_mode import FeedbackMode
from coach.domain.language import Sentences, mark
from coach.domain.movements import MOVEMENT_SPECS
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


#: After letting go the mirror stays this long, so that the return is seen; then it is quiet, s.
_QUIET_AFTER_S: Final = 1.2


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


def is_quiet(state: CoachState) -> bool:
    """Between two repetitions of a movement: nothing moves and nothing is asked for."""
    return (
        state.phase is Phase.REST
        and not (state.paused or state.source_lost)
        and state.exercise is not None
        and state.target_mm > 0
        and state.phase_elapsed_s >= _QUIET_AFTER_S
    )


def is_measured(state: CoachState | None) -> bool:
    """Whether left can be compared with right now: the camera measures this exercise's movement."""
    if state is None or state.exercise is None:
        return False
    spec = MOVEMENT_SPECS[state.exercise.movement]
    return bool(spec.axes) and not spec.self_report


def shape_of(state: CoachState) -> tuple[object, ...]:
    """What decides over the page's layout."""
    return (
        state.phase, is_quiet(state), state.hurt, state.target_mm > 0, state.paused,
        state.exercise_index, is_measured(state),
    )  # fmt: skip


def offers_of(state: CoachState) -> tuple[object, ...]:
    """What decides over the row of buttons."""
    return state.paused, state.hurt, state.can_go_on, state.phase, state.exercise is None
