"""Which parts of the practice page are shown at a moment."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.coach_state import CoachState
from coach.domain.exercise import Phase
from coach.domain.feedback_mode import FeedbackMode
from coach.ui.pages.practice_view import PracticeView, is_measured, is_quiet


@dataclass(frozen=True, slots=True)
class PracticeParts:
    """What stands around the stage.

    Attributes:
        by_ear: nothing is to be looked at: one large word takes all the room.
        panel: phase, countdown, count.
        demo: the demonstration beside the stage.
        large_demo: the demonstration matters as much as the stage.
        trace: the path of this repetition.
        bars: left against right.
        banner: words come and go: their room is kept, so that nothing jumps.
    """

    by_ear: bool
    panel: bool
    demo: bool
    large_demo: bool
    trace: bool
    bars: bool
    banner: bool

    @classmethod
    def of(
        cls, state: CoachState | None, view: PracticeView, *, small: bool, tall: bool, reading: bool
    ) -> PracticeParts:
        """What a moment needs.

        Args:
            state: the moment; None before the first.
            view: the person's choices.
            small: there is room for one picture only.
            tall: there is room for the trace below the demonstration.
            reading: something is read aloud.
        """
        phase = Phase.FINISHED if state is None else state.phase
        by_ear = view.mode is FeedbackMode.VOICE or (state is not None and state.hurt)
        quiet = state is not None and is_quiet(state)
        calm = by_ear or quiet or reading or phase is Phase.SETUP
        showing = phase is Phase.DEMONSTRATE
        # Without the mirror the stage itself is the demonstration while there is one to watch; the
        # drawn face that moves with the person's gets no second face beside it.
        beside = view.picture or (view.mode is FeedbackMode.BARS and not showing)
        demo = beside and not (small or calm) and phase is not Phase.FINISHED
        seen = state is not None and not state.source_lost
        traced = seen and state is not None and state.target_mm > 0 and not (showing or calm)
        exercising = state is not None and state.exercise is not None
        return cls(
            by_ear=by_ear,
            panel=not by_ear,
            demo=demo,
            large_demo=demo and showing,
            trace=traced and (tall or not (small or demo)),
            bars=seen and is_measured(state) and not calm and view.mode is not FeedbackMode.BARS,
            banner=view.captions and exercising and not reading,
        )
