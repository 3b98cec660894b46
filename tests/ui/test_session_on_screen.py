"""What the pages do with what the presenters tell them."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from coach.domain.exercise import Phase
from coach.domain.quality import QualityReason
from coach.domain.sides import Side
from coach.ui.main_window import MainWindow
from coach.ui.widgets.banner import BannerKind, message_for
from tests.ui.fake_presenters import (
    FakeHome,
    FakeSession,
    session_record,
    snapshot_of,
    states,
)


def test_the_state_is_what_stands_on_the_screen(window: MainWindow, session: FakeSession) -> None:
    window.start_session()
    session.feed(snapshot_of(states()["hold"]))
    page = window.practice_page
    assert page.title.text() == "Closed smile"
    assert page.place.text() == "Exercise 1 of 2"
    assert page.side.panel.headline.text() == "Hold"
    assert page.side.panel.count.text() == "2 of 5"
    assert page.side.panel.next.text() == "Next: let go slowly"
    assert page.side.panel.ring.text == "3"  # 2.8 s are left
    assert page.bars.text_of(Side.LEFT) == "3.1 ± 0.5 mm"
    assert page.bars.text_of(Side.RIGHT) == "4.2 ± 0.5 mm"
    assert page.banner.message.text == "Stay small. Eyes calm."
    assert page.progress.value() == 300


def test_only_the_newest_moment_is_shown_once(window: MainWindow, session: FakeSession) -> None:
    window.start_session()
    session.feed(snapshot_of(states()["move"]))
    session.snapshot_ready.emit()  # nothing to take
    assert window.practice_page.side.panel.headline.text() == "Move"


def test_moments_after_the_session_change_nothing(window: MainWindow, session: FakeSession) -> None:
    session.feed(snapshot_of(states()["move"]))
    assert window.pages.currentWidget() is window.home_page


def test_not_scored_says_why_at_once(window: MainWindow) -> None:
    window.start_session()
    page = window.practice_page
    page.show_snapshot(snapshot_of(states()["hold"]))
    assert page.bars.why_not == ""
    page.show_snapshot(snapshot_of(states()["turned"]))
    assert page.bars.why_not == "head turned"
    assert "Not scored" in page.bars.accessibleDescription()
    assert page.banner.message.text == "Turn your head to face the camera."


def test_the_message_that_matters_most_comes_first() -> None:
    every = states()
    assert message_for(every["lost"]).kind is BannerKind.CAUTION
    assert "Space" in message_for(every["paused"]).text
    assert message_for(every["synkinesis"]).kind is BannerKind.NOTICE
    assert message_for(every["hold"]).kind is BannerKind.CUE
    waiting = replace(every["baseline"], quality=QualityReason.UNSTEADY_REST)
    assert message_for(waiting).kind is BannerKind.CUE


def test_a_notice_moves_nothing(window: MainWindow) -> None:
    window.start_session()
    page = window.practice_page
    page.show_snapshot(snapshot_of(states()["hold"]))
    before = [page.stage.geometry(), page.bars.geometry(), page.banner.geometry()]
    page.show_snapshot(snapshot_of(states()["synkinesis"]))
    assert [page.stage.geometry(), page.bars.geometry(), page.banner.geometry()] == before


def test_phases_and_notices_are_announced_once(window: MainWindow, session: FakeSession) -> None:
    heard: list[str] = []
    window.announcer.announced.connect(heard.append)
    window.start_session()
    for name in ("move", "move", "hold", "synkinesis", "synkinesis"):
        session.feed(snapshot_of(states()[name]))
    advice = "Smaller and slower: keep the left eye open."
    move, hold = "Let both corners drift out.", "Stay small. Eyes calm."
    assert heard == ["Move", move, "Hold", hold, advice]


def test_where_the_pictures_come_from(window: MainWindow, session: FakeSession) -> None:
    heard: list[str] = []
    window.announcer.announced.connect(heard.append)
    window.start_session()
    session.source_announced.emit("No camera found.")
    assert heard == ["No camera found."]


def test_a_problem_stays_visible_and_follows_to_the_next_page(
    window: MainWindow, session: FakeSession
) -> None:
    window.start_session()
    session.problem_raised.emit("The disk is full.", "Free some room.")
    assert window.practice_page.banner.message.text == "The disk is full. Free some room."
    session.feed(snapshot_of(states()["move"]))
    assert window.practice_page.banner.message.text == "The disk is full. Free some room."
    session.session_finished.emit(session_record())
    assert window.pages.currentWidget() is window.summary_page
    assert window.notice.isVisible()


def test_a_session_that_never_began_ends_at_home_with_the_reason(
    window: MainWindow, session: FakeSession
) -> None:
    window.start_session()
    session.problem_raised.emit("The camera cannot be opened.", "Close other programs.")
    session.running = False
    session.session_finished.emit(session_record(reps=[], finished=False))
    assert window.pages.currentWidget() is window.home_page
    assert window.notice.text.text() == "The camera cannot be opened. Close other programs."
    window.start_session()
    assert not window.notice.isVisible()
    assert window.practice_page.banner.message.text == ""


def test_a_problem_at_home_can_be_put_away(
    qtbot: QtBot, window: MainWindow, home: FakeHome
) -> None:
    home.problem_raised.emit("The file cannot be written.", "")
    assert window.notice.isVisible()
    window.notice.close_button.click()
    assert not window.notice.isVisible()


def test_the_list_follows_the_log(window: MainWindow, home: FakeHome) -> None:
    home.rows = home.rows[:1]
    home.sessions_changed.emit()
    assert window.home_page.past.list.count() == 1
    home.rows = []
    home.sessions_changed.emit()
    assert not window.home_page.past.export.isVisible()
    assert window.home_page.past.none_yet.isVisible()


def test_the_demonstration_keeps_the_time_of_the_dose(window: MainWindow) -> None:
    window.start_session()
    page = window.practice_page
    page.show_snapshot(snapshot_of(replace(states()["move"], phase_elapsed_s=0.0)))
    assert page.side.demo.amount == 0.0
    page.show_snapshot(snapshot_of(replace(states()["move"], phase_elapsed_s=2.0)))
    assert 0.45 < page.side.demo.amount < 0.55  # half of 4 s: half of the way, minimum jerk
    page.show_snapshot(snapshot_of(states()["hold"]))
    assert page.side.demo.amount == 1.0
    page.show_snapshot(snapshot_of(states()["rest"]))
    assert page.side.demo.amount == 0.0


def test_less_motion_shows_end_positions(window: MainWindow, home: FakeHome) -> None:
    window.look.turn("reduced_motion")
    window.start_session()
    page = window.practice_page
    page.show_snapshot(snapshot_of(replace(states()["move"], phase_elapsed_s=0.2)))
    assert page.side.demo.amount == 1.0
    page.show_snapshot(snapshot_of(replace(states()["release"], phase_elapsed_s=0.2)))
    assert page.side.demo.amount == 0.0


def test_a_hidden_picture_gives_its_place_to_the_drawn_face(window: MainWindow) -> None:
    window.start_session()
    window.player.keys.picture.trigger()
    page = window.practice_page
    page.show_snapshot(snapshot_of(states()["hold"]))
    assert page.stage.currentWidget() is page.stage.gauges
    page.show_snapshot(snapshot_of(states()["demonstrate"]))
    assert page.stage.currentWidget() is page.stage.demo
    page.show_snapshot(snapshot_of(states()["hold"]))
    assert not page.stage.mirror.isVisible()
    window.player.keys.picture.trigger()
    assert page.stage.currentWidget() is page.stage.mirror


def test_the_last_phase_has_no_countdown(window: MainWindow) -> None:
    window.start_session()
    window.practice_page.show_snapshot(snapshot_of(states()["finished"]))
    assert states()["finished"].phase is Phase.FINISHED
    assert not window.practice_page.side.panel.ring.isVisible()
    assert window.practice_page.side.panel.headline.text() == "Done"
