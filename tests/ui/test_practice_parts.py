"""What stands around the stage, moment by moment and in every way of feedback."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.coach_state import CoachState
from coach.domain.exercise import Phase
from coach.domain.feedback_mode import FeedbackMode
from coach.ui.pages.practice_parts import PracticeParts
from coach.ui.pages.practice_view import PracticeView
from tests.screens.moments import Moments

WITHOUT_A_MOVEMENT = ("setup", "baseline", "massage", "talking", "finished")


@pytest.fixture(scope="module")
def moments() -> dict[str, CoachState]:
    return Moments(load_exercises(exercises_dir())).all()


def parts(
    state: CoachState | None, mode: FeedbackMode = FeedbackMode.MIRROR, *, small: bool = False
) -> PracticeParts:
    reading = state is not None and state.exercise is not None and bool(state.exercise.passage)
    return PracticeParts.of(state, PracticeView(mode), small=small, tall=True, reading=reading)


def test_nothing_but_the_stage_before_the_first_moment() -> None:
    assert parts(None) == PracticeParts(
        by_ear=False, panel=True, demo=False, large_demo=False, trace=False, bars=False,
        banner=False,
    )  # fmt: skip


@pytest.mark.parametrize("name", WITHOUT_A_MOVEMENT)
def test_sides_are_compared_only_in_a_movement(moments: dict[str, CoachState], name: str) -> None:
    assert not parts(moments[name]).bars
    assert not parts(moments[name]).trace


def test_a_movement_that_the_camera_cannot_measure_has_no_bars(
    moments: dict[str, CoachState],
) -> None:
    puff = load_exercises(exercises_dir()).exercises["cheek_fill"]
    assert parts(moments["move"]).bars
    assert not parts(replace(moments["move"], exercise=puff)).bars


def test_old_numbers_go_with_the_picture(moments: dict[str, CoachState]) -> None:
    lost = parts(moments["lost"])
    assert (lost.bars, lost.trace) == (False, False)
    assert parts(moments["paused"]).bars


def test_the_words_keep_their_room_in_an_exercise_only(moments: dict[str, CoachState]) -> None:
    assert parts(moments["get_ready"]).banner
    for name in ("setup", "baseline", "talking", "finished"):
        assert not parts(moments[name]).banner
    view = PracticeView(captions=False)
    silent = PracticeParts.of(moments["hold"], view, small=False, tall=True, reading=False)
    assert not silent.banner


@pytest.mark.parametrize("mode", FeedbackMode)
@pytest.mark.parametrize("small", [False, True])
def test_never_two_demonstrations_and_none_in_the_quiet(
    moments: dict[str, CoachState], mode: FeedbackMode, small: bool
) -> None:
    for state in moments.values():
        shown = parts(state, mode, small=small)
        staged = state.phase is Phase.DEMONSTRATE and mode in (
            FeedbackMode.BARS, FeedbackMode.DRAWN,
        )  # fmt: skip
        if staged or small:
            assert not shown.demo
        if shown.large_demo:
            assert shown.demo
        if mode is FeedbackMode.VOICE or state.hurt:
            assert shown.by_ear
            assert not any((shown.panel, shown.demo, shown.trace, shown.bars))
    quiet = parts(moments["quiet"], mode, small=small)
    assert (quiet.demo, quiet.trace, quiet.bars) == (False, False, False)


def test_bars_alone_stand_on_the_stage_and_the_demonstration_beside_them(
    moments: dict[str, CoachState],
) -> None:
    shown = parts(moments["move"], FeedbackMode.BARS)
    assert shown.demo
    assert not shown.bars
