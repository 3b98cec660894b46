"""The catalogue: every page of the window in every state that a person may meet it in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from coach.app.welcome_presenter import WelcomePresenter, WelcomeStep
from coach.domain.course import Asked, CourseEntry, CourseKind
from coach.domain.exercise import Stage as Recovery
from coach.domain.language import tr
from coach.domain.profile import Procedure, Profile
from coach.domain.session import DRAWN_FACE, SessionRecord
from coach.domain.sides import Side
from coach.ui.pages.page import PageId
from coach.ui.pages.plan_page import PlanPage
from coach.ui.pages.settings_page import SettingsPage
from coach.ui.pages.welcome_page import WelcomePage
from tests.screens.pictures import Pictures
from tests.screens.practice_scenes import practice_scenes
from tests.screens.scene import Scene, Show
from tests.screens.stage import Stage, StillPreview
from tests.screens.worlds import World, newest_session


def catalogue() -> list[Scene]:
    """All scenes, those of one world after each other."""
    found = [*_welcome(), *_home(), *_plan(), *practice_scenes(), *_afterwards(), *_others()]
    worlds = list(World)
    return sorted(found, key=lambda scene: worlds.index(scene.world))


# --- first start ----------------------------------------------------------------------------


def _welcome() -> Iterator[Scene]:
    for number, step in enumerate(WelcomeStep, 1):
        yield _welcome_scene(f"welcome_{number:02}_{step}", step)
    yield _welcome_scene("welcome_04_consent_no", WelcomeStep.CONSENT, agreed=False)
    yield _welcome_scene("welcome_05_stop_signs_yes", WelcomeStep.STOP_SIGNS, signs=True)
    yield _welcome_scene("welcome_07_side_asked", WelcomeStep.SIDE, side=Side.LEFT)


def _welcome_scene(
    name: str,
    step: WelcomeStep,
    *,
    agreed: bool = True,
    signs: bool = False,
    side: Side | None = None,
) -> Scene:
    def show(stage: Stage, pictures: Pictures | None) -> None:
        StillPreview.picture = None if pictures is None else pictures.seen()
        page = stage.page(WelcomePage)
        start = stage.desk.home.findChild(WelcomePresenter)
        assert start is not None
        if step in (WelcomeStep.LANGUAGE, WelcomeStep.LOOK, WelcomeStep.WHAT):
            agreed_now = True
        else:
            agreed_now = agreed
        start.start(WelcomeStep.LANGUAGE)  # there whatever was answered in the scene before
        start.agree(agreed_now)
        start.tell_signs(signs)
        start.start(step)
        stage.open(PageId.WELCOME)
        start.start(step)
        stage.settle()
        stage.film()
        if side is not None:
            half = page.findChild(QPushButton, f"side_{side.value}")
            assert half is not None
            half.click()
        stage.settle()

    return Scene(name, PageId.WELCOME, World.FRESH, show)


# --- home -----------------------------------------------------------------------------------


def _home() -> Iterator[Scene]:
    yield Scene("home_empty", PageId.HOME, World.EMPTY, _page(PageId.HOME))
    yield Scene("home", PageId.HOME, World.MONTHS, _page(PageId.HOME))
    yield Scene("home_week_full", PageId.HOME, World.MONTHS, _with(PageId.HOME, weekly_days=1))
    yield Scene("home_go_on", PageId.HOME, World.BROKEN_OFF, _page(PageId.HOME))
    yield Scene("home_shut", PageId.HOME, World.SHUT, _page(PageId.HOME))
    yield Scene("home_drawn", PageId.HOME, World.MONTHS, _drawn_sessions)
    yield Scene("home_notice", PageId.HOME, World.MONTHS, _notice)
    yield Scene("safety_before", PageId.SAFETY, World.MONTHS, _safety_before)
    yield Scene("keys", PageId.HOME, World.MONTHS, _keys, above=True)


def _drawn_sessions(stage: Stage, _pictures: Pictures | None) -> None:
    stage.open(PageId.HOME)
    rows = stage.desk.home.sessions()
    drawn = [replace(row, drawn=i == 1) for i, row in enumerate(rows)]
    stage.window.home_page.past.show_sessions(drawn)
    stage.window.home_page.past.list.setCurrentRow(1)
    stage.settle()
    _scroll_to(stage.window.home_page.past)


def _notice(stage: Stage, _pictures: Pictures | None) -> None:
    stage.open(PageId.HOME)
    problem = tr("The practice log was written by a newer version of this program.")
    hint = tr("Your sessions are kept but cannot be shown. Install the newest version.")
    stage.window.notice.say(problem, hint)
    stage.settle()


def _safety_before(stage: Stage, _pictures: Pictures | None) -> None:
    stage.open(PageId.HOME)
    stage.change(cards_read="")
    stage.window.start_session()
    stage.settle()


def _keys(stage: Stage, _pictures: Pictures | None) -> None:
    stage.open(PageId.HOME)
    stage.window.actions_.keys.trigger()
    stage.settle()


# --- my programme ---------------------------------------------------------------------------


def _plan() -> Iterator[Scene]:
    yield Scene("plan", PageId.PLAN, World.MONTHS, _page(PageId.PLAN))
    yield Scene("plan_unknown", PageId.PLAN, World.FRESH, _page(PageId.PLAN))
    yield Scene("plan_surgery", PageId.PLAN, World.EMPTY, _after_surgery)
    yield Scene("plan_therapist", PageId.PLAN, World.EMPTY, _therapist_beside)
    yield Scene("plan_questions", PageId.PLAN, World.EMPTY, _questions)
    yield Scene("plan_signs", PageId.PLAN, World.EMPTY, _signs)
    yield Scene("plan_shut", PageId.PLAN, World.SHUT, _page(PageId.PLAN))


def _after_surgery(stage: Stage, _pictures: Pictures | None) -> None:
    stage.answers.put(
        Profile(
            procedure=Procedure.CROSS_FACE_GRAFT,
            stage=Recovery.REANIMATION,
            surgery=stage.today - timedelta(weeks=20),
            surgeon_cleared=True,
            released=frozenset({"cross_face_graft/heal"}),
        )
    )
    stage.open(PageId.PLAN)


def _therapist_beside(stage: Stage, _pictures: Pictures | None) -> None:
    stage.answers.set_therapist_present(True)
    stage.open(PageId.PLAN)


def _questions(stage: Stage, _pictures: Pictures | None) -> None:
    stage.open(PageId.PLAN)
    stage.page(PlanPage).show_questions()
    stage.settle()


def _signs(stage: Stage, _pictures: Pictures | None) -> None:
    stage.open(PageId.PLAN)
    stage.page(PlanPage).show_signs()
    stage.settle()


# --- afterwards -----------------------------------------------------------------------------


def _afterwards() -> Iterator[Scene]:
    def scene(name: str, show: Show, *, above: bool = False) -> Scene:
        return Scene(name, PageId.SUMMARY, World.MONTHS, show, above)

    yield scene("summary", _summary())
    yield scene("summary_unscored", _summary(unscored=True))
    yield scene("summary_nothing", _summary(nothing=True))
    yield scene("summary_changed", _changed)
    yield scene("summary_drawn", _drawn_summary)
    yield scene("summary_pain", _pain)
    yield scene("summary_saved", _saved)
    yield scene("summary_flag", _flag, above=True)
    yield scene("summary_past", _past)


def _summary(*, unscored: bool = False, nothing: bool = False) -> Show:
    def show(stage: Stage, _pictures: Pictures | None) -> None:
        record = newest_session(stage.database)
        if unscored:
            record = replace(record, reps=tuple(r for r in record.reps if not r.scored))
        if nothing:
            record = replace(record, reps=(), finished=False)
        _show_summary(stage, record)

    return show


def _show_summary(stage: Stage, record: SessionRecord) -> None:
    exercises = {e.id: e for e in stage.desk.home.exercises()}
    stage.window.summary_page.show_record(record, exercises)
    stage.open(PageId.SUMMARY)


def _changed(stage: Stage, _pictures: Pictures | None) -> None:
    """The smile was too hard and made easier, one exercise was swapped, one hurt."""
    record = newest_session(stage.database)
    easier = Asked(3.0, 4.0, 3.0, 4.0, eased=True)
    reps = [replace(r, asked=easier) if r.index in (1, 2, 3) else r for r in record.reps]
    course = (
        CourseEntry(20.0, CourseKind.EASED, "smile_closed"),
        CourseEntry(90.0, CourseKind.SWAPPED, "lip_press", "eye_closure"),
        CourseEntry(150.0, CourseKind.HURT, "pucker"),
    )
    _show_summary(stage, replace(record, reps=tuple(reps), course=course))


def _drawn_summary(stage: Stage, _pictures: Pictures | None) -> None:
    record = newest_session(stage.database)
    _show_summary(stage, replace(record, source=replace(record.source, kind=DRAWN_FACE)))


def _pain(stage: Stage, pictures: Pictures | None) -> None:
    _summary()(stage, pictures)
    page = stage.window.summary_page
    page.feedback.show_pain_advice(True)
    stage.settle()
    _scroll_to(page.feedback.advice)


def _saved(stage: Stage, pictures: Pictures | None) -> None:
    _summary()(stage, pictures)
    stage.window.summary_page.say("Saved as /home/me/Documents/practice-20260312-091000.zip")
    stage.settle()


def _flag(stage: Stage, pictures: Pictures | None) -> None:
    _summary()(stage, pictures)
    record = newest_session(stage.database)
    rep = next(r for r in record.reps if r.synkinesis)
    stage.window.summary_page.flags.flag_opened.emit(rep, rep.synkinesis[0])
    stage.settle()


def _past(stage: Stage, _pictures: Pictures | None) -> None:
    stage.open(PageId.HOME)
    older = stage.desk.home.sessions()[4]
    stage.window.home_page.past_asked.emit(older.id)
    stage.settle()


def _scroll_to(widget: QWidget) -> None:
    from tests.ui.seen_walk import bring_into_view

    bring_into_view(widget)


# --- the rest -------------------------------------------------------------------------------


def _others() -> Iterator[Scene]:
    yield Scene("progress", PageId.PROGRESS, World.MONTHS, _page(PageId.PROGRESS))
    yield Scene("progress_year", PageId.PROGRESS, World.YEAR, _page(PageId.PROGRESS))
    yield Scene("progress_empty", PageId.PROGRESS, World.EMPTY, _page(PageId.PROGRESS))
    yield Scene("settings", PageId.SETTINGS, World.MONTHS, _page(PageId.SETTINGS))
    yield Scene("settings_reminders", PageId.SETTINGS, World.MONTHS, _reminder_settings)
    yield Scene("settings_no_tray", PageId.SETTINGS, World.MONTHS, _no_tray_settings)
    yield Scene("settings_therapist", PageId.SETTINGS, World.EMPTY, _therapist_settings)
    yield Scene("about", PageId.ABOUT, World.EMPTY, _page(PageId.ABOUT))


def _therapist_settings(stage: Stage, _pictures: Pictures | None) -> None:
    stage.answers.set_therapist_present(True)
    stage.open(PageId.SETTINGS)


def _reminder_settings(stage: Stage, _pictures: Pictures | None) -> None:
    """On a desktop with a tray, wherever the picture is taken."""
    page = stage.window.page(PageId.SETTINGS)
    assert isinstance(page, SettingsPage)
    page._parts = replace(page._parts, why_not=lambda _name: None)
    stage.change(reminders_on=True, reminders=("10:00", "17:30"), keep_reminding=True)
    stage.open(PageId.SETTINGS)
    _scroll_to(page._rows["start_at_login"])


def _no_tray_settings(stage: Stage, _pictures: Pictures | None) -> None:
    stage.change(reminders_on=True, reminders=("10:00",))
    stage.open(PageId.SETTINGS)
    page = stage.window.shown
    assert isinstance(page, SettingsPage)
    _scroll_to(page._rows["keep_reminding"])


def _page(page: PageId) -> Show:
    return _with(page)


def _with(page: PageId, **settings: object) -> Show:
    def show(stage: Stage, _pictures: Pictures | None) -> None:
        stage.change(**settings)
        stage.window.home_page.refresh()
        stage.open(page)
        stage.window.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        stage.window.shown.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        stage.settle()

    return show
