"""Answers, releases and presence; with the real log and the real programmes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coach.app.care import CareCards
from coach.app.home_presenter import HomePresenter
from coach.app.profile_presenter import ProfilePresenter
from coach.app.programme_views import PhaseView
from coach.app.session_shelf import SessionShelf
from coach.app.settings_store import SettingsStore
from coach.app.speech import Speaker
from coach.app.tasks import run_inline
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.errors import InputError
from coach.domain.exercise import Stage
from coach.domain.prescription import Prescription
from coach.domain.profile import Cause, Procedure, Profile
from coach.domain.sides import Affected
from coach.storage.database import Database
from coach.storage.ids import new_id
from coach.storage.profiles import ProfileRepository
from coach.storage.sessions import SessionRepository
from coach.storage.settings import Settings
from tests.fixtures.records import smile_header, smile_rep

LIBRARY = load_exercises(exercises_dir())
TODAY = date(2026, 11, 21)
AFTER_HALF_A_YEAR = Profile(
    stage=Stage.SYNKINETIC, movement_seen=True, onset=TODAY - timedelta(weeks=26)
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database.open(tmp_path / "practice.db") as opened:
        yield opened


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json", Settings(voice=False))


@pytest.fixture
def person(database: Database, settings: SettingsStore, qtbot: QtBot) -> ProfilePresenter:
    return ProfilePresenter(
        ProfileRepository(database),
        LIBRARY,
        lambda: settings.settings.affected,
        today=lambda: TODAY,
    )


@pytest.fixture
def home(database: Database, settings: SettingsStore, person: ProfilePresenter) -> HomePresenter:
    repository = SessionRepository(database)
    return HomePresenter(
        LIBRARY,
        repository,
        SessionShelf(repository),
        settings,
        Speaker(enabled=False),
        lambda *_: [],
        start_task=run_inline,
        person=person,
    )


def phase(person: ProfilePresenter, plan_id: str) -> PhaseView:
    return next(
        p
        for view in (*person.programmes(), *person.other_programmes())
        for p in view.phases
        if p.plan.id == plan_id
    )


class TestAnswers:
    def test_are_kept(self, person: ProfilePresenter, database: Database, qtbot: QtBot) -> None:
        with qtbot.waitSignal(person.changed):
            person.update(stage=Stage.SYNKINETIC, movement_seen=True)
        assert ProfileRepository(database).load().profile == person.profile

    def test_the_same_answers_change_nothing(self, person: ProfilePresenter, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(person.changed):
            person.put(person.profile)

    def test_another_window_is_not_overwritten(
        self, person: ProfilePresenter, database: Database, qtbot: QtBot
    ) -> None:
        store = ProfileRepository(database)
        store.save(AFTER_HALF_A_YEAR, store.load().version)
        with qtbot.waitSignal(person.problem_raised):
            person.update(child=True)
        assert person.profile == AFTER_HALF_A_YEAR
        person.update(child=True)
        assert store.load().profile == replace(AFTER_HALF_A_YEAR, child=True)

    def test_they_choose_the_plans_of_the_home_page(
        self, home: HomePresenter, person: ProfilePresenter, qtbot: QtBot
    ) -> None:
        assert [p.id for p in home.plans()] == list(LIBRARY.plans)
        with qtbot.waitSignal(home.plans_changed):
            person.put(AFTER_HALF_A_YEAR)
        assert [p.id for p in home.plans()][:2] == ["synkinetic/quiet", "synkinetic/release"]

    def test_both_sides_affected_bring_their_programme(
        self, home: HomePresenter, person: ProfilePresenter, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(home.plans_changed):
            home.update(affected=Affected.BOTH)
        assert "moebius_bilateral" in [view.id for view in person.programmes()]


class TestClosedSteps:
    def test_say_how_long_it_still_takes(self, person: ProfilePresenter) -> None:
        onset = TODAY - timedelta(weeks=9)
        person.put(Profile(stage=Stage.PARETIC, movement_seen=True, onset=onset))
        tiny = phase(person, "paretic/tiny")
        assert not tiny.open
        assert tiny.reason == ("Opens 13 weeks after the palsy began. That is in 4 weeks.")

    def test_ask_for_what_is_not_known(self, person: ProfilePresenter) -> None:
        person.put(Profile(stage=Stage.PARETIC, movement_seen=True))
        assert phase(person, "paretic/tiny").reason.endswith("Say when that was.")

    def test_count_clean_repetitions_of_the_log(
        self, person: ProfilePresenter, home: HomePresenter, database: Database, qtbot: QtBot
    ) -> None:
        person.put(AFTER_HALF_A_YEAR)
        reason = phase(person, "synkinetic/blend").reason
        assert reason == (
            "Opens after 30 clean repetitions of Closed smile. So\N{NO-BREAK SPACE}far:"
            "\N{NO-BREAK SPACE}0. Opens after 15 clean repetitions of Eyes open with oo. So"
            "\N{NO-BREAK SPACE}far:\N{NO-BREAK SPACE}0. All of this is needed."
        )
        header = replace(smile_header(), id=new_id())
        header = replace(header, source=replace(header.source, kind="webcam"))
        sessions = SessionRepository(database)
        sessions.begin(header)
        clean = replace(smile_rep(0), synkinesis=(), scored=True, exercise_id="smile_closed")
        for i in range(2):
            sessions.add_rep(header.id, replace(clean, index=i), ())
        with qtbot.waitSignal(home.plans_changed):
            home.on_session_finished(header)
        now = phase(person, "synkinetic/blend").reason
        assert now == reason.replace("far:\N{NO-BREAK SPACE}0", "far:\N{NO-BREAK SPACE}2", 1)

    def test_while_the_answers_are_missing_only_open_steps_are_shown(
        self, person: ProfilePresenter
    ) -> None:
        assert all(p.open for view in person.programmes() for p in view.phases)
        assert [view.id for view in person.programmes()][:2] == ["first_session", "smile"]


class TestTherapist:
    GRAFT = Profile(
        procedure=Procedure.CROSS_FACE_GRAFT,
        stage=Stage.REANIMATION,
        surgeon_cleared=True,
        surgery=TODAY - timedelta(weeks=60),
        movement_seen=True,
    )

    def test_only_a_therapist_opens_a_step(self, person: ProfilePresenter) -> None:
        person.put(self.GRAFT)
        with pytest.raises(InputError):
            person.release("cross_face_graft/heal")
        person.set_therapist_present(True)
        assert phase(person, "cross_face_graft/heal").may_release
        person.release("cross_face_graft/heal")
        person.set_therapist_present(False)
        assert phase(person, "cross_face_graft/heal").open
        assert not phase(person, "cross_face_graft/wait").open
        person.withdraw("cross_face_graft/heal")
        assert not phase(person, "cross_face_graft/heal").open

    def test_presence_is_for_this_sitting(
        self, person: ProfilePresenter, database: Database
    ) -> None:
        person.set_therapist_present(True)
        later = ProfilePresenter(ProfileRepository(database), LIBRARY, lambda: None)
        assert not later.therapist_present

    def test_beside_a_therapist_every_programme_is_there(
        self, person: ProfilePresenter, home: HomePresenter
    ) -> None:
        person.put(AFTER_HALF_A_YEAR)
        assert person.other_programmes() == ()
        person.set_therapist_present(True)
        shown = {view.id for view in (*person.programmes(), *person.other_programmes())}
        assert shown == set(LIBRARY.programmes)
        home.choose_plan("mirror_therapy/follow")
        assert "mirror_therapy/follow" in [p.id for p in home.plans()]
        person.set_therapist_present(False)
        assert "mirror_therapy/follow" not in [p.id for p in home.plans()]


class TestStopSign:
    def test_shuts_until_it_was_looked_at(
        self, person: ProfilePresenter, home: HomePresenter, database: Database
    ) -> None:
        person.put(AFTER_HALF_A_YEAR)
        person.report_stop_sign()
        assert home.plans() == ()
        assert "warning sign" in home.advice()
        again = ProfilePresenter(ProfileRepository(database), LIBRARY, lambda: None)
        assert again.plans() == ()
        again.clear_stop_sign()
        person.refresh()
        assert home.plans()
        assert "say so in My answers" in home.advice()
        assert not home.shut

    @pytest.mark.parametrize(
        ("told", "asked"),
        [
            ({}, True),
            ({"operated": False}, True),
            ({"injected": False}, True),
            ({"operated": False, "injected": False}, False),
            ({"operated": False, "botulinum": TODAY - timedelta(weeks=20)}, False),
        ],
    )
    def test_who_did_not_tell_of_an_operation_or_injection_is_told_to_ask(
        self, person: ProfilePresenter, told: dict[str, object], asked: bool
    ) -> None:
        person.put(replace(AFTER_HALF_A_YEAR, **told))  # type: ignore[arg-type]
        assert person.plans()
        assert ("ask your doctor" in person.advice()) is asked

    @pytest.mark.parametrize(
        ("profile", "says"),
        [
            (Profile(procedure=Procedure.TEMPORALIS), "surgeon"),
            (Profile(cause=Cause.STROKE), "stroke"),
            (Profile(procedure=Procedure.TEMPORALIS, surgeon_cleared=True), "therapist"),
        ],
    )
    def test_advice(self, person: ProfilePresenter, profile: Profile, says: str) -> None:
        person.put(replace(profile, stage=Stage.REANIMATION))
        assert says in person.advice()


class TestPlanFile:
    def test_its_list_comes_first_and_its_releases_hold(self, person: ProfilePresenter) -> None:
        released = frozenset({"mirror_therapy/watch"})
        told = Prescription("Monday", exercises=("rest", "pucker"), releases=released)
        person.use(LIBRARY, told)
        ids = [plan.id for plan in person.plans()]
        assert ids[0] == "prescription"
        assert "mirror_therapy/watch" in ids
        person.use(LIBRARY, None)
        assert "prescription" not in [plan.id for plan in person.plans()]

    def test_a_warning_sign_shuts_it_too(self, person: ProfilePresenter) -> None:
        person.use(LIBRARY, Prescription("Monday", exercises=("rest",)))
        person.report_stop_sign()
        assert person.plans() == ()


class TestCards:
    def test_once_a_day(self, settings: SettingsStore, tmp_path: Path) -> None:
        day = [TODAY]
        care = CareCards(lambda: LIBRARY, settings, today=lambda: day[0])
        assert care.due("smile")
        care.note_read("smile")
        assert not care.due("smile")
        assert not care.due("flaccid/care")  # the same two cards
        assert care.due("cross_face_graft/heal")  # one more
        care.note_read("cross_face_graft/heal")
        again = CareCards(
            lambda: LIBRARY, SettingsStore(tmp_path / "settings.json"), today=lambda: day[0]
        )
        assert not again.due("smile")
        day[0] = TODAY + timedelta(days=1)
        assert care.due("smile")

    def test_a_plan_of_no_programme_has_those_of_every_programme(
        self, settings: SettingsStore
    ) -> None:
        care = CareCards(lambda: LIBRARY, settings)
        assert [card.id for card in care.cards("pucker")] == ["stop_signs", "eye_care"]

    def test_every_programme_shows_its_own(self, home: HomePresenter) -> None:
        for programme in LIBRARY.programmes.values():
            plan = programme.plan(programme.phases[0])
            assert home.care_cards(plan.id) == programme.safety
            assert {"stop_signs", "eye_care"} <= {card.id for card in programme.safety}
