"""The window in Spanish, whose sentences are a quarter longer: nothing cut off, nothing English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QListWidget, QWidget

from coach.app.i18n import use_language
from coach.coaching.library import ExerciseLibrary, exercises_dir, load_exercises
from coach.coaching.texts import CoachTexts, coach_texts
from coach.domain.coach_state import CoachState
from coach.domain.exercise import Exercise, Plan
from coach.domain.quality import QUALITY_ADVICE
from coach.ui.main_window import MainWindow
from coach.ui.widgets.banner import Banner, BannerKind, BannerMessage
from tests.fixtures.catalogue import TRANSLATIONS, messages
from tests.ui.conftest import MakeWindow
from tests.ui.fake_presenters import (
    Choices,
    FakeHome,
    FakeSession,
    session_record,
    snapshot_of,
    states,
)
from tests.ui.test_layout_walk import SCALES, SIZES, assert_sound, settle


@pytest.fixture(autouse=True)
def spanish(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    use_language(qapp, "es")
    yield
    use_language(qapp, "en")
    QLocale.setDefault(before)


@pytest.fixture(scope="module")
def library() -> ExerciseLibrary:
    return load_exercises(exercises_dir(), language="es")


class SpanishHome(FakeHome):
    """Offers the program's own exercises."""

    def __init__(self, choices: Choices, library: ExerciseLibrary) -> None:
        super().__init__(choices)
        self._library = library

    def plans(self) -> list[Plan]:
        return list(self._library.plans.values())

    def exercises(self) -> list[Exercise]:
        return list(self._library.exercises.values())


@pytest.fixture
def make_spanish(make_window: MakeWindow, library: ExerciseLibrary) -> Iterator[MakeWindow]:
    made: list[MainWindow] = []

    def make(choices: Choices, size: tuple[int, int]) -> MainWindow:
        window = MainWindow(SpanishHome(choices, library), FakeSession())
        window.resize(*size)
        window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


def spoken_states(texts: CoachTexts, exercise: Exercise) -> dict[str, CoachState]:
    """The scripted moments, with what the coach says in them."""
    said = {}
    for name, state in states().items():
        if state.exercise is not None:
            state = replace(state, exercise=exercise, cue=exercise.cues.get(state.phase.value, ""))
        elif state.cue:
            state = replace(state, cue=texts.sit_down)
        if state.synkinesis is not None:
            live = state.synkinesis
            advice = texts.synkinesis[live.region, live.side]
            state = replace(state, synkinesis=replace(live, advice=advice))
        said[name] = state
    return said


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_or_is_cut_off(
    make_spanish: MakeWindow, library: ExerciseLibrary, size: tuple[int, int], scale: int
) -> None:
    window = make_spanish(Choices(text_scale_pct=scale), size)
    assert_sound(window, "home")
    window.start_session()
    assert_sound(window, "starting")
    # The longest title among the exercises that are practised alone.
    exercises = [e for plan in library.plans.values() for e in plan.exercises]
    longest = max(exercises, key=lambda e: len(e.title))
    for name, state in spoken_states(coach_texts(), longest).items():
        window.practice_page.show_snapshot(snapshot_of(state))
        assert_sound(window, name)
    window.flow.on_session_finished(session_record())
    assert_sound(window, "summary")


@pytest.mark.parametrize("scale", SCALES)
def test_every_plan_fits_the_home_page(
    make_spanish: MakeWindow, library: ExerciseLibrary, scale: int
) -> None:
    window = make_spanish(Choices(text_scale_pct=scale), SIZES[0])
    card = window.home_page.practice
    for index in range(len(library.plans)):
        card.chooser.setCurrentIndex(index)
        card._on_chosen()
        assert_sound(window, card.chooser.currentText())


@pytest.mark.parametrize("scale", SCALES)
def test_every_sentence_fits_the_smallest_window(
    make_spanish: MakeWindow, library: ExerciseLibrary, scale: int
) -> None:
    window = make_spanish(Choices(text_scale_pct=scale), SIZES[0])
    window.start_session()
    settle()
    banner = window.practice_page.banner
    texts = coach_texts()
    urgent = [*QUALITY_ADVICE.values()]
    notices = [*texts.synkinesis.values()]
    cues = [*texts.not_scored.values(), *texts.form.values(), *texts.even, texts.no_baseline]
    cues += [t for variants in texts.uneven.values() for t in variants]
    cues += [t for e in library.exercises.values() for t in (*e.cues.values(), *e.instruction)]
    for kind, said in (
        (BannerKind.CAUTION, urgent),
        (BannerKind.NOTICE, notices),
        (BannerKind.CUE, cues),
    ):
        assert [text for text in said if not _fits(banner, kind, text)] == []


def _fits(banner: Banner, kind: BannerKind, text: str) -> bool:
    banner.show_message(BannerMessage(kind, text))
    return banner.fits()


def test_no_english_is_on_the_screen(make_spanish: MakeWindow, library: ExerciseLibrary) -> None:
    """Every word of the window, seen or read aloud, compared with the English of the catalogue."""
    english = {m.source for m in messages(TRANSLATIONS / "coach_es.ts") if m.source not in m.said}
    window = make_spanish(Choices(), SIZES[1])
    seen = words(window)
    window.start_session()
    smile = library.exercises["smile_closed"]
    for state in spoken_states(coach_texts(), smile).values():
        window.practice_page.show_snapshot(snapshot_of(state))
        seen |= words(window)
    window.flow.on_session_finished(session_record())
    seen |= words(window)
    assert len(seen) > 100
    assert seen & english == set()


def words(window: MainWindow) -> set[str]:
    """What stands on the widgets and actions, and what a screen reader says of them."""
    found: list[str] = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text().strip())
        elif isinstance(widget, QComboBox):
            found += [widget.itemText(i) for i in range(widget.count())]
        elif isinstance(widget, QListWidget):
            found += [widget.item(i).text().split("\n")[0] for i in range(widget.count())]
    found += [action.text() for action in window.findChildren(QAction)]
    return {text for text in found if text}


def test_the_view_menu_offers_the_languages(make_spanish: MakeWindow) -> None:
    window = make_spanish(Choices(), SIZES[1])
    offered = {a.data(): a for a in window.actions_.languages.actions()}
    assert {"system", "en", "es"} <= set(offered)
    assert offered["system"].isChecked()
    offered["en"].trigger()
    assert window._home.preferences().language == "en"
    assert offered["en"].isChecked()
    assert not offered["system"].isChecked()
    assert window.notice.text.text() == "From the next start, the program speaks English."
