"""Summary and progress over a real practice log: what is said, kept, and reached by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton
from pytestqt.qtbot import QtBot

from coach.app.i18n import use_language
from coach.domain.exercise import Phase
from coach.domain.movements import Movement, Region
from coach.domain.sides import Affected
from coach.storage.database import Database
from coach.storage.feedback import FeedbackRepository
from coach.storage.snapshots import SnapshotRepository
from coach.ui.pages.page import PageId
from coach.ui.widgets.curve_view import CurveView
from coach.ui.widgets.flag_dialog import FlagDialog
from tests.fixtures.many_sessions import fill, keep_stills, last_session
from tests.fixtures.records import smile_frames
from tests.ui.afterwards_desk import Desk, pictures, settle
from tests.ui.fake_presenters import Choices
from tests.ui.widget_walk import clipped, interactive, overlaps, tab_order
from tests.unit.app.test_still_keeper import shot

Key = Qt.Key


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "log.db") as opened:
        yield opened


class Desks(list[Desk]):
    """The open windows; each is taken away after the test."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.qtbot = qtbot


@pytest.fixture
def desks(qtbot: QtBot) -> Iterator[Desks]:
    made = Desks(qtbot)
    yield made
    for desk in made:
        desk.window.close()


def open_desk(
    desks: Desks,
    database: Database,
    tmp_path: Path,
    choices: Choices | None = None,
    size: tuple[int, int] = (1360, 850),
) -> Desk:
    desk = Desk(database, tmp_path / "out", choices or Choices())
    desks.qtbot.addWidget(desk.window)
    desk.window.resize(*size)
    desk.window.show()
    desks.append(desk)
    settle()
    return desk


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1360, 850), (3840, 2160)])
def test_nothing_overlaps_or_is_cut_off(
    desks: Desks, database: Database, tmp_path: Path, scale: int, size: tuple[int, int]
) -> None:
    ids = fill(database, 3, reps=2)
    keep_stills(database, ids, pictures())
    desk = open_desk(desks, database, tmp_path, Choices(text_scale_pct=scale), size)
    desk.keeper.see(shot(Phase.BASELINE, 0.0, 40))
    desk.keeper.see(shot(Phase.HOLD, 4.0, 90))
    desk.show_summary(last_session(database, ids))
    desk.window.summary_page.feedback.show_pain_advice(True)
    desk.window.summary_page.flags.form.show()
    settle()
    assert overlaps(desk.window.pages) == []
    assert clipped(desk.window.pages) == []
    desk.show_progress()
    assert overlaps(desk.window.pages) == []
    assert clipped(desk.window.pages) == []


@pytest.mark.parametrize("page", [PageId.SUMMARY, PageId.PROGRESS])
def test_every_control_has_names_a_size_and_its_turn(
    desks: Desks, database: Database, tmp_path: Path, page: PageId
) -> None:
    ids = fill(database, 3, reps=2)
    keep_stills(database, ids, pictures())
    desk = open_desk(desks, database, tmp_path)
    if page is PageId.SUMMARY:
        desk.show_summary(last_session(database, ids))
        desk.window.summary_page.flags.form.show()
        settle()
    else:
        desk.show_progress()
    controls = interactive(desk.window.shown)
    reached = set(tab_order(desk.window))
    grouped = ("effort_", "tightness_", "pain_", "mood_", "entryPlace_", "entryGrade_")
    for widget in controls:
        assert widget.objectName(), widget
        assert widget.accessibleName(), widget.objectName()
        # 44 px: WCAG 2.5.5, target size.
        assert min(widget.width(), widget.height()) >= 44, widget.objectName()
        if not widget.objectName().startswith(grouped):
            assert widget in reached, widget.objectName()
    names = [w.objectName() for w in controls]
    assert len(names) == len(set(names))


def test_answers_by_keys_are_kept(desks: Desks, database: Database, tmp_path: Path) -> None:
    ids = fill(database, 1, reps=3)
    desk = open_desk(desks, database, tmp_path)
    desk.show_summary(last_session(database, ids))
    card = desk.window.summary_page.feedback
    for name, answer in (("effort", 1), ("pain", 3)):
        button = card.rows[name].findChild(QPushButton, f"{name}_{answer}")
        assert button is not None
        button.setFocus()
        QTest.keyClick(button, Key.Key_Space)
    assert card.advice.isVisible()
    card.note.setFocus()
    QTest.keyClicks(card.note, "Cold wind")
    QTest.keyClick(card.note, Key.Key_Tab)
    settle()
    kept = FeedbackRepository(database).of(ids[-1])
    assert kept is not None
    assert (kept.effort, kept.tightness, kept.pain, kept.note) == (1, None, 3, "Cold wind")
    assert desk.stop_signs == 0
    card.warning.click()
    assert desk.stop_signs == 1


def test_a_flag_shows_its_curves_and_the_keys_read_them(
    desks: Desks, database: Database, tmp_path: Path
) -> None:
    ids = fill(database, 1, reps=3)
    desk = open_desk(desks, database, tmp_path)
    desk.sessions.add_frames(ids[0], smile_frames(10))
    desk.show_summary(last_session(database, ids))
    said: list[str] = []
    desk.window.summary_page.said.connect(lambda text, _urgent: said.append(text))
    desk.window.summary_page.flags.open.click()
    settle()
    dialog = desk.window.findChild(FlagDialog, "flagDialog")
    assert dialog is not None
    assert "left eye" in said[-1]
    view = dialog.findChild(CurveView, "curveView")
    assert view is not None
    assert view.accessibleName()
    before = dialog.values.text()
    QTest.keyClick(view, Key.Key_Left)
    assert dialog.values.text() != before
    assert said[-1] == dialog.values.text() == view.accessibleDescription()
    dialog.accept()
    settle()


def test_a_therapists_entry_shows_at_once_and_can_be_taken_back(
    desks: Desks, database: Database, tmp_path: Path
) -> None:
    ids = fill(database, 1, reps=3)
    desk = open_desk(desks, database, tmp_path)
    desk.show_summary(last_session(database, ids))
    card = desk.window.summary_page.flags
    before = card.list.count()
    card.unfold.click()
    assert card.form.isVisible()
    card.form.places.choose("neck_left")
    card.form.grade.choose("2")
    card.form.enter.click()
    assert card.list.count() == before + 1
    (entered,) = [
        f for f in last_session(database, ids).reps[0].synkinesis if f.region is Region.NECK
    ]
    assert entered.grade == 2
    row = next(i for i in range(card.list.count()) if "neck" in card.list.item(i).text())
    card.list.setCurrentRow(row)
    assert not card.open.isEnabled()
    card.back.click()
    assert card.list.count() == before


def test_the_session_is_handed_over(desks: Desks, database: Database, tmp_path: Path) -> None:
    ids = fill(database, 1, reps=3)
    desk = open_desk(desks, database, tmp_path)
    desk.show_summary(last_session(database, ids))
    share = desk.window.summary_page.share
    for button, ending in ((share.package, ".zip"), (share.report, ".pdf")):
        button.click()
        assert ending in share.note.text()
    assert sorted(p.suffix for p in (tmp_path / "out").iterdir()) == [".pdf", ".zip"]


def test_stills_are_kept_after_yes_only(desks: Desks, database: Database, tmp_path: Path) -> None:
    ids = fill(database, 1, reps=3)
    desk = open_desk(desks, database, tmp_path)
    stills = SnapshotRepository(database)
    for answer, expected in (("no", frozenset[str]()), ("yes", frozenset(ids))):
        desk.keeper.see(shot(Phase.BASELINE, 0.0, 40))
        desk.keeper.see(shot(Phase.HOLD, 4.0, 90))
        desk.show_summary(last_session(database, ids))
        card = desk.window.summary_page.stills
        assert card.isVisible()
        getattr(card, answer).click()
        assert stills.sessions() == expected
        desk.window.go(PageId.HOME)
        assert not desk.keeper.complete


def test_a_past_session_opens_with_its_day(
    desks: Desks, database: Database, tmp_path: Path
) -> None:
    ids = fill(database, 2)
    desk = open_desk(desks, database, tmp_path)
    desk.window.home_page.past_asked.emit(ids[0])
    settle()
    page = desk.window.summary_page
    assert desk.window.shown is page
    assert "2025" in page.headline.text()
    assert not page.stills.isVisible()


@pytest.mark.parametrize("sessions", [0, 1, 2, 60])
@pytest.mark.parametrize("affected", [Affected.LEFT, Affected.BOTH])
def test_progress_with_any_number_of_sessions(
    desks: Desks, database: Database, tmp_path: Path, sessions: int, affected: Affected
) -> None:
    fill(database, sessions, affected=affected, reps=2)
    desk = open_desk(desks, database, tmp_path)
    desk.show_progress()
    page = desk.progress
    assert page.movements.isVisible() is bool(sessions)
    assert page.welcome.isVisible() is not bool(sessions)
    shown = {"symmetry" if affected is Affected.LEFT else "sides"} if sessions else set()
    for key in ("symmetry", "sides"):
        assert (page.findChild(QFrame, f"card_{key}") is not None) is (key in shown)
    assert not page.loading.isVisible()


def test_progress_is_read_with_the_arrow_keys(
    desks: Desks, database: Database, tmp_path: Path
) -> None:
    fill(database, 4)
    desk = open_desk(desks, database, tmp_path)
    desk.show_progress()
    said: list[str] = []
    desk.progress.said.connect(lambda text, _urgent: said.append(text))
    plot = next(w for w in interactive(desk.progress) if w.objectName() == "plot_symmetry")
    plot.setFocus()
    QTest.keyClick(plot, Key.Key_Home)
    assert "1 September" in said[-1]
    assert "±" in said[-1]
    QTest.keyClick(plot, Key.Key_Right)
    assert "3 September" in said[-1]
    grid = desk.progress.calendar.grid
    grid.setFocus()
    QTest.keyClick(grid, Key.Key_PageUp)
    assert desk.progress.calendar.month.text() == "September 2025"
    assert said[-1].endswith("1 session")
    QTest.keyClick(grid, Key.Key_Right)
    assert said[-1].endswith("rest day")


def test_another_movement_and_sessions_of_the_drawn_face(
    desks: Desks, database: Database, tmp_path: Path
) -> None:
    fill(database, 2, kind="drawn_face")
    desk = open_desk(desks, database, tmp_path)
    desk.show_progress()
    assert "drawn face" in desk.progress.about.text()
    desk.progress.movements.setCurrentIndex(1)
    desk.progress.movements.activated.emit(1)
    assert desk.progress.movements.currentData() == Movement.PUCKER.value


def test_kept_pictures_are_deleted_after_a_question(
    desks: Desks, database: Database, tmp_path: Path
) -> None:
    ids = fill(database, 3, reps=2)
    keep_stills(database, ids, pictures())
    desk = open_desk(desks, database, tmp_path)
    desk.show_progress()
    card = desk.progress.stills
    assert card.before.count() == 2
    card.delete.click()
    card.confirm.no.click()
    assert len(SnapshotRepository(database).sessions()) == 2
    card.delete.click()
    card.confirm.yes.click()
    assert SnapshotRepository(database).sessions() == {ids[0]}


def test_a_session_without_a_score_is_comfortable(
    desks: Desks, database: Database, tmp_path: Path
) -> None:
    ids = fill(database, 1, reps=3)
    record = last_session(database, ids)
    reps = tuple(replace(r, scored=False, synkinesis=()) for r in record.reps)
    desk = open_desk(desks, database, tmp_path)
    desk.show_summary(replace(record, reps=reps, finished=False))
    assert not desk.window.summary_page.picture.isVisible()
    feedback = desk.window.summary_page.feedback
    assert all(row.isVisible() for row in feedback.rows.values())
    desk.show_summary(replace(record, reps=()))
    # Who stopped before the first repetition may have stopped because it hurt.
    assert [name for name, row in feedback.rows.items() if row.isVisible()] == ["pain"]
    assert feedback.note.isVisible()
    assert not desk.window.summary_page.share.isVisible()


def test_after_looking_around_nothing_is_offered_that_cannot_be_done(
    desks: Desks, database: Database, tmp_path: Path
) -> None:
    ids = fill(database, 1, reps=3)
    kept = last_session(database, ids)
    desk = open_desk(desks, database, tmp_path)
    page = desk.window.summary_page
    desk.show_summary(replace(kept, id="looked-around", finished=False))
    assert page.view is not None
    assert "kept" not in " ".join(page.view.sentences)
    assert page.unkept.isVisible()
    for widget in (page.feedback, page.flags, page.stills, page.share):
        assert not widget.isVisible()
    assert [w.objectName() for w in interactive(page)] == ["homeButton"]
    desk.shelf.keep(replace(kept, id="not-saved"), ())  # the disk was full: it can be exported
    desk.show_summary(replace(kept, id="not-saved"))
    assert page.share.isVisible()
    assert not page.unkept.isVisible()
    desk.show_summary(kept)
    assert page.share.isVisible()
    assert page.feedback.isVisible()


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    use_language(qapp, "es")
    yield
    use_language(qapp, "en")
    QLocale.setDefault(before)


@pytest.mark.parametrize("scale", [100, 200])
def test_the_pages_hold_longer_sentences(
    spanish: None, desks: Desks, database: Database, tmp_path: Path, scale: int
) -> None:
    ids = fill(database, 3, reps=2)
    keep_stills(database, ids, pictures())
    desk = open_desk(desks, database, tmp_path, Choices(text_scale_pct=scale), (1024, 640))
    desk.show_summary(last_session(database, ids))
    desk.window.summary_page.flags.form.show()
    settle()
    assert overlaps(desk.window.pages) == []
    assert clipped(desk.window.pages) == []
    desk.show_progress()
    assert desk.progress.title.text() == "Evolución"
    assert overlaps(desk.window.pages) == []
    assert clipped(desk.window.pages) == []


def test_no_month_after_this_one_is_offered(
    desks: Desks, database: Database, tmp_path: Path
) -> None:
    fill(database, 2)
    desk = open_desk(desks, database, tmp_path)
    desk.show_progress()
    card = desk.progress.calendar
    now = card.month.text()
    assert not card.later.isEnabled()
    QTest.keyClick(card.grid, Key.Key_PageDown)
    assert card.month.text() == now
    QTest.mouseClick(card.earlier, Qt.MouseButton.LeftButton)
    assert card.month.text() != now
    card.later.setFocus()
    QTest.keyClick(card.later, Key.Key_Space)
    assert card.month.text() == now
    assert not card.later.isEnabled()
    assert card.grid.hasFocus()  # whoever used the button is still at the calendar
