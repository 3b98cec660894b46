"""The tall bars, the tools and the row of buttons of the practice page."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.domain.coach_state import CoachState, SideReading
from coach.domain.exercise import Phase
from coach.domain.feedback_mode import FeedbackMode
from coach.domain.quality import QualityReason
from coach.domain.sides import Side
from coach.ui.icons import make_icon
from coach.ui.pages.practice_view import MODE_ICON
from coach.ui.theme import Style
from coach.ui.tokens import LIGHT
from coach.ui.widgets.balance_bars import BalanceBars, is_asked_for
from coach.ui.widgets.side_gauges import SideGauges
from tests.ui.conftest import MakeWindow
from tests.ui.fake_presenters import Choices, snapshot_of, states


def held(left_mm: float, right_mm: float) -> CoachState:
    sides = {"left": SideReading(left_mm, 0.5), "right": SideReading(right_mm, 0.5)}
    return replace(states()["hold"], **sides)  # type: ignore[arg-type]


@pytest.fixture
def gauges(qtbot: QtBot) -> SideGauges:
    made = SideGauges()
    qtbot.addWidget(made)
    made.set_style(Style())
    made.resize(600, 500)
    return made


def test_too_far_is_said_of_the_side_that_is_and_does_not_flicker(gauges: SideGauges) -> None:
    """The target is 4 mm; the coach calls 1.5 times that too big."""
    for right_mm, far in ((4.0, False), (5.9, False), (6.1, True), (5.8, True), (5.4, False)):
        gauges.show_state(held(4.0, right_mm))
        assert gauges.too_far(Side.RIGHT) is far, right_mm
        assert not gauges.too_far(Side.LEFT)
        assert gauges.accessibleDescription() == ("Right: too far" if far else "")
        gauges.grab()


def test_beyond_the_track_is_an_arrow_not_a_full_bar(gauges: SideGauges) -> None:
    gauges.show_state(held(4.0, 8.0))
    full = gauges.grab().toImage()
    gauges.show_state(held(4.0, 9.0))
    assert gauges.grab().toImage() != full


@pytest.mark.parametrize("change", [{"phase": Phase.REST}, {"quality": QualityReason.YAW}])
def test_who_rests_or_is_not_measured_is_asked_for_nothing(
    gauges: SideGauges, qtbot: QtBot, change: dict[str, object]
) -> None:
    bars = BalanceBars()
    qtbot.addWidget(bars)
    bars.set_style(Style())
    bars.resize(600, bars.sizeHint().height())
    still = SideReading(0.0, None)
    state = replace(held(0.0, 0.0), left=still, right=still, **change)  # type: ignore[arg-type]
    assert is_asked_for(held(0.0, 0.0))
    assert not is_asked_for(state)
    for widget in (gauges, bars):
        widget.show_state(state)
        seen = widget.grab().toImage()
        # With no target there is no frame; nothing else differs while both sides are at rest.
        widget.show_state(replace(state, target_mm=0.0))
        assert widget.grab().toImage() == seen


def test_no_two_tools_look_alike(qtbot: QtBot) -> None:
    used = [*MODE_ICON.values(), "mirror", "mirror_off", "voice", "sound", "captions", "theme"]
    ink = Style(LIGHT).colour("ink")
    drawn = {name: make_icon(name, ink, 22).pixmap(22).toImage() for name in used}
    assert len(drawn) == len(used)
    for one, other in combinations(used, 2):
        assert drawn[one] != drawn[other], (one, other)


@pytest.mark.parametrize("mode", FeedbackMode)
def test_there_is_no_mirror_switch_without_a_face(
    make_window: MakeWindow, mode: FeedbackMode
) -> None:
    window = make_window(Choices(feedback=mode), (1240, 800))
    window.start_session()
    window.practice_page.show_snapshot(snapshot_of(states()["hold"]))
    faceless = mode in (FeedbackMode.BARS, FeedbackMode.VOICE)
    assert window.practice_page.tools.mirror.isHidden() is faceless


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_ways_out_keep_their_words(make_window: MakeWindow, scale: int) -> None:
    window = make_window(Choices(text_scale_pct=scale), (1024, 640))
    window.start_session()
    row = window.practice_page.actions_row
    for name, state in states().items():
        window.practice_page.show_snapshot(snapshot_of(state))
        QApplication.processEvents()
        for button in (row.stop, row.hurt):
            if not button.isHidden():
                assert button.text().strip(), name
        for button in row.buttons:
            if not button.isHidden():
                assert button.accessibleName()
                assert button.toolTip()
                assert button.width() >= button.sizeHint().width(), name
