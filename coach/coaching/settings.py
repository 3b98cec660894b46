"""The numbers of the coach's timing, each with what moving it does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """All in seconds, of the frames' own time, unless the name says otherwise.

    Attributes:
        setup_good_s: good pictures that end the set-up check. Higher: surer, slower.
        flicker_s: bad pictures up to this long (a blink, a wrong landmark) are taken off the count
            of good ones and do not begin it anew. Higher: a face that is hardly seen passes.
        setup_offer_s: after this long in the set-up (and in the measuring of the rest face) going
            on without is offered. Lower: offered to people who need only a moment.
        glare_patience_s: light mirrored in glasses holds the set-up for at most this long.
        get_ready_s: the count of the repetition, then 3-2-1. Lower: the voice is cut off.
        lead_s: a repetition is looked for from this long before the word to move, so that an
            early start is measured too.
        settle_s: wait after letting go before a repetition is measured, so that a slow return
            is still seen.
        baseline_remind_s: the person is reminded to keep still each time the resting face could
            not be measured for this long.
        baseline_patience_s: after this long the practice goes on without a resting face, unscored.
        quality_lost_s: bad pictures in a row before the clock waits and the person is told.
            Lower: nags at every glance aside.
        quality_good_s: good pictures in a row before the clock runs on.
        quality_restart_s: bad pictures in a row after which the repetition starts over.
        most_restarts: repetitions that the picture may break off in a row; then the practice goes
            on unscored. Two of the longest move, hold and count fit into half a minute.
        most_swings / swing_s: a camera that becomes slow so often within so long is taken as it is.
        swing_good_s: good pictures in a row that bring the scores back after that.
        quality_patience_s: after this long with a face that is seen but cannot be scored (too
            dark, slow camera), the practice goes on unscored: never a wall.
        instruction_s: every instruction about the picture stays at least this long.
        quality_repeat_s: an instruction that is not followed is said again after this long.
        cue_gap_s: least time between two sentences. Lower: chatter.
        phase_cue_grace_s: a phase's sentence that must wait longer than this is left out (the
            headline on the screen says it too).
        advice_lives_s: advice that could not be said for this long is dropped: about one phase.
        overshoot: times the target from which a movement is too big (see `form.py`).
        dwell_s: how long a fault of form must last to be said.
        eye_dwell_s: the same where the lids are what moves: longer than a blink (at most 0.5 s,
            clinical notes 4.3, S78).
        largest_step_s: longest time one frame may move the clock on; a stall is not practice.
    """

    setup_good_s: float = 1.5
    flicker_s: float = 0.25
    setup_offer_s: float = 8.0
    glare_patience_s: float = 6.0
    get_ready_s: float = 4.5
    lead_s: float = 1.0
    settle_s: float = 1.0
    baseline_remind_s: float = 8.0
    baseline_patience_s: float = 18.0
    quality_lost_s: float = 0.5
    quality_good_s: float = 0.3
    quality_restart_s: float = 1.5
    quality_patience_s: float = 12.0
    most_restarts: int = 2
    most_swings: int = 3
    swing_s: float = 25.0
    swing_good_s: float = 15.0
    instruction_s: float = 1.5
    quality_repeat_s: float = 8.0
    cue_gap_s: float = 3.0
    phase_cue_grace_s: float = 1.0
    advice_lives_s: float = 6.0
    overshoot: float = 1.5
    dwell_s: float = 0.3
    eye_dwell_s: float = 0.6
    largest_step_s: float = 1.0
