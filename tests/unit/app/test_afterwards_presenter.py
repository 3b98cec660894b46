from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from coach.app.afterwards_presenter import AfterwardsPorts, AfterwardsPresenter, FlagCase
from coach.app.session_shelf import SessionShelf
from coach.app.still_keeper import StillKeeper
from coach.app.tasks import run_inline
from coach.domain.exercise import Phase
from coach.domain.feedback import SessionFeedback
from coach.domain.movements import Region
from coach.domain.session import LoggedFrame, SessionRecord, SynkinesisRule
from coach.domain.sides import Side
from coach.domain.still import Pose
from coach.storage.database import Database
from coach.storage.feedback import FeedbackRepository
from coach.storage.last_time import last_time
from coach.storage.sessions import SessionRepository
from coach.storage.snapshots import SnapshotRepository
from tests.fixtures.records import smile_frames, smile_session
from tests.unit.app.test_still_keeper import shot

NOW = datetime(2026, 3, 14, 10, 0, tzinfo=UTC)


class Desk:
    """The presenter over a real practice log with one session."""

    def __init__(self, database: Database) -> None:
        self.sessions = SessionRepository(database)
        self.record = smile_session()
        self.sessions.begin(self.record)
        for rep in self.record.reps:
            own = [f for f in smile_frames() if rep.start_s - 2.3 <= f.time_s < rep.end_s + 1.2]
            self.sessions.add_rep(self.record.id, rep, own)
        self.feedback = FeedbackRepository(database)
        self.stills = SnapshotRepository(database)
        self.keeper = StillKeeper()
        self.keeper.wanted = True
        self.stop_signs = 0
        self.packages: list[SessionFeedback | None] = []
        self.presenter = AfterwardsPresenter(
            AfterwardsPorts(
                shelf=SessionShelf(self.sessions),
                flags=self.sessions,
                feedback=self.feedback,
                stills=self.stills,
                package=self.write_package,
                report=self.write_report,
                earlier=lambda record: last_time(database, record),
                stop_sign=self.stop,
            ),
            self.keeper,
            start_task=run_inline,
            now=lambda: NOW,
        )

    def stop(self) -> None:
        self.stop_signs += 1

    def write_package(
        self,
        folder: Path,
        name: str,
        record: SessionRecord,
        frames: Sequence[LoggedFrame],
        feedback: SessionFeedback | None,
    ) -> Path:
        assert record.id == self.record.id
        assert len(frames) > 900
        self.packages.append(feedback)
        return folder / f"{name}.zip"

    def write_report(
        self, folder: Path, name: str, record: SessionRecord, feedback: SessionFeedback | None
    ) -> Path:
        return folder / f"{name}.pdf"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with Database.open(tmp_path / "log.db") as database:
        made = Desk(database)
        made.presenter.show(made.record, fresh=True)
        yield made


def test_each_answer_is_kept_at_once(desk: Desk) -> None:
    assert desk.presenter.feedback is None
    desk.presenter.answer(effort=2)
    desk.presenter.answer(pain=1, note="Cold wind.")
    kept = desk.feedback.of(desk.record.id)
    assert kept == SessionFeedback(desk.record.id, NOW, effort=2, pain=1, note="Cold wind.")
    desk.presenter.show(desk.record, fresh=False)
    assert desk.presenter.feedback == kept


@pytest.mark.parametrize(("pain", "strong"), [(None, False), (0, False), (2, False), (3, True)])
def test_strong_pain_asks_for_advice_but_reports_nothing_by_itself(
    desk: Desk, pain: int | None, strong: bool
) -> None:
    desk.presenter.answer(pain=pain)
    assert desk.presenter.pain_is_strong is strong
    assert desk.stop_signs == 0
    desk.presenter.report_stop_sign()
    assert desk.stop_signs == 1


def test_a_flag_opens_with_its_two_curves(desk: Desk, qtbot: QtBot) -> None:
    rep = desk.record.reps[0]
    with qtbot.waitSignal(desk.presenter.curves_ready) as ready:
        desk.presenter.open_flag(rep, rep.synkinesis[0])
    assert ready.args is not None
    case = ready.args[0]
    assert isinstance(case, FlagCase)
    assert case.curves is not None
    assert case.curves.side is Side.LEFT
    # The blink just before it (at 0.9 s) is left out, as it was when the flag was found.
    lids, time_s = case.curves.co_movement, case.curves.time_s
    blinking = np.abs(time_s - 0.9) < 0.1
    assert blinking.any()
    for side in Side:
        assert np.isnan(lids.of(side)[blinking]).all()
        assert np.nanmax(lids.of(side)[time_s < 2.0]) < 15.0


def test_a_therapists_entry_comes_and_goes(desk: Desk, qtbot: QtBot) -> None:
    rep = desk.record.reps[1]
    with qtbot.waitSignal(desk.presenter.record_changed):
        desk.presenter.enter_flag(rep, Region.NECK, Side.LEFT, 2)
    entered = desk.sessions.load(desk.record.id).reps[1].synkinesis[-1]
    assert (entered.region, entered.grade, entered.rule) == (
        Region.NECK, 2, SynkinesisRule.THERAPIST,
    )  # fmt: skip
    with qtbot.waitSignal(desk.presenter.curves_ready) as ready:
        desk.presenter.open_flag(rep, entered)
    assert ready.args is not None
    assert ready.args[0].curves is None  # nothing was measured there
    with qtbot.waitSignal(desk.presenter.record_changed):
        desk.presenter.take_back_flag(rep, Region.NECK, Side.LEFT)
    assert desk.sessions.load(desk.record.id).reps[1].synkinesis == rep.synkinesis


def test_sharing_takes_the_answers_along(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    desk.presenter.answer(mood=3)
    with qtbot.waitSignal(desk.presenter.shared) as shared:
        desk.presenter.share_package(tmp_path)
    assert shared.args == [tmp_path / "practice-20260314-092653.zip"]
    assert desk.packages[0] is not None
    assert desk.packages[0].mood == 3
    with qtbot.waitSignal(desk.presenter.shared) as shared:
        desk.presenter.share_report(tmp_path)
    assert shared.args == [tmp_path / "practice-20260314-092653.pdf"]


def test_stills_only_after_yes_and_only_of_a_session_that_has_just_ended(
    desk: Desk, qtbot: QtBot
) -> None:
    assert not desk.presenter.offers_stills
    desk.keeper.see(shot(Phase.BASELINE, 0.0, 40))
    desk.keeper.see(shot(Phase.HOLD, 4.0, 90))
    assert desk.presenter.offers_stills
    assert desk.stills.sessions() == frozenset()
    with qtbot.waitSignal(desk.presenter.stills_kept) as kept:
        desk.presenter.keep_stills()
    assert kept.args == [2]
    assert set(desk.stills.of(desk.record.id)) == set(Pose)
    assert not desk.presenter.offers_stills


def test_another_session_lets_go_of_the_pictures(desk: Desk) -> None:
    desk.keeper.see(shot(Phase.BASELINE, 0.0, 40))
    desk.keeper.see(shot(Phase.HOLD, 4.0, 90))
    desk.presenter.show(desk.record, fresh=False)
    assert not desk.keeper.complete


def test_nothing_is_added_to_a_session_that_was_only_tried_out(desk: Desk) -> None:
    assert desk.presenter.kept
    desk.presenter.show(replace(desk.record, id="tried"), fresh=True)
    assert not desk.presenter.kept
    assert not desk.presenter.offers_stills


def test_the_last_time_of_each_exercise(desk: Desk) -> None:
    assert desk.presenter.earlier() == {}
    later = replace(desk.record, id="later", created=desk.record.created + timedelta(days=1))
    desk.presenter.show(later, fresh=True)
    assert [len(e.reps) for e in desk.presenter.earlier().values()] == [3]


def test_a_past_session_is_read_in_the_background(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.presenter.record_loaded) as loaded:
        desk.presenter.open_past(desk.record.id)
    assert loaded.args is not None
    assert loaded.args[0].id == desk.record.id
    with qtbot.waitSignal(desk.presenter.problem_raised):
        desk.presenter.open_past("nothing")
