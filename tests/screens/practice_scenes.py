"""The practice page in every phase, in every way of feedback, and in trouble."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from coach.app.sources import STANDS_IN
from coach.domain.feedback_mode import FeedbackMode
from coach.domain.language import tr
from coach.domain.sides import Affected
from coach.ui.pages.page import PageId
from tests.screens.moments import Moments, snapshot
from tests.screens.pictures import Pictures
from tests.screens.scene import Scene, Show
from tests.screens.stage import Stage
from tests.screens.worlds import World

#: In these moments the ways of feedback differ.
_IN_EVERY_MODE: Final = ("setup", "demonstrate", "move", "too_far", "quiet", "synkinesis")
_MOMENTS: Final = (
    "setup", "setup_dark", "setup_no_face", "setup_long", "baseline", "demonstrate", "get_ready",
    "move", "hold", "release", "rest", "quiet", "finished", "too_far", "synkinesis", "not_scored",
    "turned", "paused", "lost", "hurts", "massage", "talking",
)  # fmt: skip


def practice_scenes() -> Iterator[Scene]:
    """The practice page: every moment, and where it matters in every way of feedback."""

    def scene(name: str, show: Show) -> Scene:
        return Scene(f"practice_{name}", PageId.PRACTICE, World.MONTHS, show)

    yield scene("starting", _moment(""))
    for moment in _MOMENTS:
        yield scene(moment, _moment(moment))
    for mode in FeedbackMode:
        if mode is not FeedbackMode.MIRROR:
            for moment in _IN_EVERY_MODE:
                yield scene(f"{moment}_{mode}", _moment(moment, feedback=mode))
    yield scene("drawn_patient", _drawn_patient)
    yield scene("captions_off", _moment("hold", captions=False))
    yield scene("change", _change)
    yield scene("problem", _problem)


def _moment(name: str, **settings: object) -> Show:
    def show(stage: Stage, pictures: Pictures | None) -> None:
        stage.change(**settings)
        page = stage.window.practice_page
        page.begin(next(iter(stage.library.plans.values())).title, Affected.LEFT)
        stage.open(PageId.PRACTICE)
        page.begin(next(iter(stage.library.plans.values())).title, Affected.LEFT)
        if not name:
            return
        made = Moments(stage.library)
        moments = made.all()
        for before in made.path_to(moments[name]):
            page.show_snapshot(snapshot(before, pictures))
        for _ in range(60 if pictures is not None else 1):  # the shown part glides to the face
            page.show_snapshot(snapshot(moments[name], pictures))
        stage.settle()

    return show


def _drawn_patient(stage: Stage, pictures: Pictures | None) -> None:
    _moment("move")(stage, pictures)
    # The longest of the sentences that say where the pictures come from.
    stage.window.practice_page.show_source(tr(STANDS_IN))
    stage.settle()


def _change(stage: Stage, pictures: Pictures | None) -> None:
    _moment("paused")(stage, pictures)
    page, known = stage.window.practice_page, stage.library.exercises
    others = [known[i] for i in ("mirror_smile", "smile_small_open", "imagery_smile")]
    page.change.offer(known["smile_closed"], others, may_wait=True)
    page.open_change()
    stage.settle()


def _problem(stage: Stage, pictures: Pictures | None) -> None:
    _moment("lost")(stage, pictures)
    stage.window.practice_page.show_problem(
        tr("The camera sends a black picture."), tr("Open its cover; I go on by myself.")
    )
    stage.settle()
