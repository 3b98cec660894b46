from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from coach.capture.watchdog import GRACE_S, LONGEST_PAUSE_S, Action, Watchdog


def test_silence_is_told_once_and_the_source_is_opened_again_after_the_grace() -> None:
    dog = Watchdog(1.0)
    assert dog.check(0.9, 0.0, failed=False, opening=False) is Action.NONE
    assert dog.check(1.01, 0.0, failed=False, opening=False) is Action.TELL_LOST
    assert dog.check(1.5, 0.0, failed=False, opening=False) is Action.NONE
    assert dog.check(1.02 + GRACE_S, 0.0, failed=False, opening=False) is Action.REOPEN
    assert dog.check(2.1 + GRACE_S, 0.0, failed=False, opening=True) is Action.NONE


def test_an_error_is_told_at_once() -> None:
    dog = Watchdog(1.0)
    assert dog.check(0.1, 0.1, failed=True, opening=False) is Action.TELL_LOST
    assert dog.check(0.15, 0.1, failed=True, opening=False) is Action.REOPEN


def test_a_source_that_is_being_opened_is_left_alone() -> None:
    dog = Watchdog(1.0)
    assert dog.check(30.0, 0.0, failed=False, opening=True) is Action.NONE


def test_the_first_new_picture_forgives_everything() -> None:
    dog = Watchdog(1.0)
    dog.check(2.0, 0.0, failed=False, opening=False)
    dog.regained()
    assert not dog.lost
    assert dog.check(2.5, 2.0, failed=False, opening=False) is Action.NONE


def test_a_reopened_source_that_stays_silent_is_opened_again() -> None:
    dog = Watchdog(1.0)
    dog.check(0.0, 0.0, failed=True, opening=False)
    assert dog.check(0.1, 0.0, failed=True, opening=False) is Action.REOPEN
    opened = 0.2
    later = [opened + 0.1 * i for i in range(60)]
    actions = [dog.check(t, opened, failed=False, opening=False) for t in later]
    assert Action.REOPEN in actions


@given(st.floats(0.01, 0.5))
def test_attempts_on_a_missing_camera_thin_out_but_never_end(tick: float) -> None:
    dog = Watchdog(1.0)
    attempts = []
    now = 0.0
    while now < 60.0:
        if dog.check(now, 0.0, failed=True, opening=False) is Action.REOPEN:
            attempts.append(now)
        now += tick
    gaps = [b - a for a, b in itertools.pairwise(attempts)]
    # Each pause is seen up to three ticks late: decided, waited for, acted on.
    assert max(gaps) <= LONGEST_PAUSE_S + 3 * tick
    assert len(attempts) >= 60.0 / (LONGEST_PAUSE_S + 3 * tick)
    assert len(attempts) <= 16  # 0.5 + 1 + 2 + 4 s, then every 5 s
