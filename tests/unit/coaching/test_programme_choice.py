"""Who is offered what: stage, operation, group, release, plan file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.coaching.library import exercises_dir, load_exercises
from coach.coaching.programme_choice import (
    PRESCRIPTION,
    fitting,
    plans_for,
    prescribed_programme,
)
from coach.coaching.programme_rules import CALM_FIRST, phase_statuses
from coach.domain.exercise import ExerciseKind, Stage
from coach.domain.prescription import Prescription
from coach.domain.profile import Cause, Procedure, Profile, patient_facts
from coach.domain.programme import PatientFacts, Programme, ProgrammeKind
from coach.domain.sides import Affected

LIBRARY = load_exercises(exercises_dir())
ALL = tuple(LIBRARY.programmes.values())
TODAY = date(2026, 11, 21)
LONG_AGO = TODAY - timedelta(days=400)
CLEAN = dict.fromkeys(LIBRARY.exercises, 500)


def facts_of(profile: Profile, *, present: bool = False) -> PatientFacts:
    return patient_facts(profile, TODAY, CLEAN, therapist_present=present)


def programmes(
    profile: Profile, affected: Affected | None = Affected.LEFT, *, present: bool = False
) -> list[str]:
    return [p.id for p in fitting(ALL, profile, affected, facts_of(profile, present=present))]


def plans(
    profile: Profile, affected: Affected | None = Affected.LEFT, *, present: bool = False
) -> list[str]:
    facts = facts_of(profile, present=present)
    return [p.id for p in plans_for(ALL, profile, affected, facts)]


class TestWhichProgrammes:
    def test_nothing_known_is_what_anybody_may_do(self) -> None:
        assert plans(Profile()) == list(LIBRARY.plans)

    @pytest.mark.parametrize(
        ("stage", "programme"),
        [
            (Stage.FLACCID, "flaccid"),
            (Stage.PARETIC, "paretic"),
            (Stage.SYNKINETIC, "synkinetic"),
            (Stage.MAINTENANCE, "maintenance"),
        ],
    )
    def test_the_stage_chooses(self, stage: Stage, programme: str) -> None:
        profile = Profile(stage=stage, movement_seen=stage is not Stage.FLACCID, onset=LONG_AGO)
        found = programmes(profile)
        assert found[0] == programme
        others = {"flaccid", "paretic", "synkinetic", "maintenance"} - {programme}
        assert not others & set(found)

    @pytest.mark.parametrize("procedure", [p for p in Procedure if p is not Procedure.UNKNOWN])
    def test_every_operation_has_its_programme(self, procedure: Procedure) -> None:
        profile = Profile(procedure=procedure, stage=Stage.REANIMATION)
        assert programmes(profile)[0] == procedure.value
        assert LIBRARY.programmes[procedure].kind is ProgrammeKind.PROCEDURE

    def test_groups(self) -> None:
        assert "children" in programmes(Profile(child=True))
        assert "children" not in programmes(Profile())
        assert "moebius_bilateral" in programmes(Profile(), Affected.BOTH)
        assert "moebius_bilateral" not in programmes(Profile(), Affected.LEFT)

    def test_an_injection_counts_for_half_a_year(self) -> None:
        lately = Profile(botulinum=TODAY - timedelta(weeks=25))
        assert "after_botulinum" in programmes(lately)
        assert "after_botulinum" not in programmes(Profile(botulinum=TODAY - timedelta(weeks=27)))

    def test_mirror_therapy_only_where_a_therapist_chose_it(self) -> None:
        assert "mirror_therapy" not in programmes(Profile(stage=Stage.PARETIC))
        chosen = Profile(released=frozenset({"mirror_therapy/follow"}))
        assert "mirror_therapy/follow" in plans(chosen)

    def test_the_movement_series_only_with_a_therapist_beside(self) -> None:
        assert "assessment" not in programmes(Profile())
        assert "assessment/series" in plans(Profile(), present=True)

    def test_a_clinics_own_programmes_are_offered(self) -> None:
        own = replace(LIBRARY.programmes["flaccid"], id="ours", kind=ProgrammeKind.GROUP)
        theirs = replace(LIBRARY.programmes["children"], id="ours_two")
        found = fitting((*ALL, own, theirs), Profile(), None, PatientFacts())
        assert "ours" in [p.id for p in found]
        assert "ours_two" not in [p.id for p in found]


class TestWhatMayBePractised:
    def test_the_furthest_step_first(self) -> None:
        profile = Profile(stage=Stage.SYNKINETIC, movement_seen=True, onset=LONG_AGO)
        assert plans(profile)[:3] == ["synkinetic/blend", "synkinetic/quiet", "synkinetic/release"]

    def test_a_therapist_beside_does_not_move_todays_practice(self) -> None:
        profile = Profile(
            procedure=Procedure.CROSS_FACE_GRAFT,
            stage=Stage.REANIMATION,
            surgeon_cleared=True,
            released=frozenset({"cross_face_graft/heal"}),
        )
        assert plans(profile)[0] == plans(profile, present=True)[0] == "cross_face_graft/heal"
        assert "cross_face_graft/daily" in plans(profile, present=True)

    def test_a_warning_sign_shuts_everything(self) -> None:
        profile = Profile(stop_sign=True, released=frozenset({"paretic/tiny"}))
        assert plans(profile) == plans(profile, present=True) == []

    @pytest.mark.parametrize("procedure", Procedure)
    def test_nothing_before_the_surgeon_allows_it(self, procedure: Procedure) -> None:
        profile = Profile(procedure=procedure, stage=Stage.SYNKINETIC, movement_seen=True)
        assert plans(profile) == plans(profile, present=True) == []
        assert plans(replace(profile, surgeon_cleared=True, onset=LONG_AGO))

    @pytest.mark.parametrize(
        "change",
        [
            {"cause": Cause.STROKE},
            {"procedure": Procedure.SELECTIVE_DENERVATION, "surgeon_cleared": True},
            {"procedure": Procedure.UNKNOWN, "surgeon_cleared": True},
        ],
    )
    def test_some_move_only_with_a_therapist(self, change: dict[str, object]) -> None:
        profile = Profile(stage=Stage.SYNKINETIC, movement_seen=True, onset=LONG_AGO)
        profile = replace(profile, **change)  # type: ignore[arg-type]
        assert "synkinetic/release" in plans(profile)
        assert not _moving(profile)
        released = replace(profile, released=frozenset({"synkinetic/quiet"}))
        assert "synkinetic/quiet" in plans(released)

    def test_an_eyelid_weight_leaves_self_guided_movement(self) -> None:
        profile = Profile(
            stage=Stage.SYNKINETIC,
            movement_seen=True,
            onset=LONG_AGO,
            procedure=Procedure.EYELID_AND_STATIC,
            surgeon_cleared=True,
        )
        assert "synkinetic/quiet" in plans(profile)

    @given(
        st.builds(
            Profile,
            cause=st.none() | st.sampled_from(Cause),
            stage=st.none() | st.sampled_from(Stage),
            onset=st.none() | st.dates(date(2025, 1, 1), date(2026, 11, 30)),
            procedure=st.none() | st.sampled_from(Procedure),
            surgery=st.none() | st.dates(date(2025, 1, 1), date(2026, 11, 30)),
            botulinum=st.none() | st.dates(date(2025, 1, 1), date(2026, 11, 30)),
            movement_seen=st.none() | st.booleans(),
            surgeon_cleared=st.booleans(),
            child=st.booleans(),
            stop_sign=st.booleans(),
        ),
        st.none() | st.sampled_from(Affected),
    )
    def test_alone_nobody_gets_what_needs_a_therapist(
        self, profile: Profile, affected: Affected | None
    ) -> None:
        for plan in plans_for(ALL, profile, affected, facts_of(profile)):
            programme = LIBRARY.programmes[plan.id.partition("/")[0]]
            calm = programme.id in CALM_FIRST
            assert programme.self_guided or calm
            if calm:
                assert not any(e.kind is ExerciseKind.MOVEMENT for e in plan.exercises)
            assert not any(e.requires_therapist for e in plan.exercises)
            if profile.movement_seen is False:
                assert not any(e.kind is ExerciseKind.MOVEMENT for e in plan.exercises)


class TestPlanFile:
    def test_a_named_programme_comes_first_and_is_open(self) -> None:
        profile = Profile(stage=Stage.PARETIC)
        facts = replace(facts_of(profile), released=frozenset({"synkinetic/quiet"}))
        found = plans_for(ALL, profile, Affected.LEFT, facts, "synkinetic/quiet")
        assert found[0].id == "synkinetic/quiet"

    def test_its_own_list(self) -> None:
        told = Prescription("Monday", exercises=("rest", "smile_closed", "gone"))
        programme = prescribed_programme(told, LIBRARY)
        assert programme is not None
        facts = replace(PatientFacts(), released=frozenset({PRESCRIPTION}))
        found = plans_for((programme, *ALL), Profile(), None, facts, PRESCRIPTION)
        assert found[0].title == "Monday"
        assert [e.id for e in found[0].exercises] == ["rest", "smile_closed"]
        assert [c.id for c in programme.safety] == ["stop_signs", "eye_care"]

    def test_a_programme_needs_no_list(self) -> None:
        assert prescribed_programme(Prescription("M", programme="flaccid"), LIBRARY) is None


def _moving(profile: Profile) -> list[str]:
    """Plans with movement that are open alone."""
    facts = facts_of(profile)
    return [
        status.plan_id
        for programme in _fitting(profile)
        for status in phase_statuses(programme, facts)
        if status.open and any(e.kind is ExerciseKind.MOVEMENT for e in status.phase.exercises)
    ]


def _fitting(profile: Profile) -> tuple[Programme, ...]:
    return fitting(ALL, profile, Affected.LEFT, facts_of(profile))


class TestWhoThePersonIs:
    """A child with Moebius syndrome is led neither to a strong side nor to an adult's doses."""

    CHILD = Profile(child=True, cause=Cause.FROM_BIRTH, stage=Stage.FLACCID, movement_seen=False)

    def test_a_child_gets_the_childrens_programmes_only(self) -> None:
        for affected in (Affected.LEFT, Affected.BOTH, None):
            found = set(programmes(self.CHILD, affected))
            assert "children" in found
            kinds = {LIBRARY.programmes[i].kind for i in found}
            assert not kinds & {ProgrammeKind.STAGE, ProgrammeKind.QUICK}

    def test_without_a_therapist_a_child_has_the_calm_step_with_the_adults_card(self) -> None:
        assert plans(self.CHILD) == ["children/soft"]
        both = plans(self.CHILD, Affected.BOTH)
        assert both == ["moebius_bilateral/calm", "children/soft"]
        cards = [card.id for card in LIBRARY.programmes["children"].safety]
        assert "children" in cards
        for plan_id in both:
            programme, _, phase = plan_id.partition("/")
            found = LIBRARY.programmes[programme].phase(phase)
            assert found is not None
            assert not [e for e in found.exercises if e.kind is ExerciseKind.MOVEMENT]

    def test_a_therapists_release_still_opens_an_adult_programme(self) -> None:
        released = replace(self.CHILD, released=frozenset({"paretic/calm"}))
        assert "paretic" in programmes(released)

    @pytest.mark.parametrize("profile", [Profile(), Profile(stage=Stage.FLACCID), CHILD])
    def test_both_sides_come_first_and_hear_of_no_strong_side(self, profile: Profile) -> None:
        assert programmes(profile, Affected.BOTH)[0] == "moebius_bilateral"
        facts = facts_of(profile)
        for plan in plans_for(ALL, profile, Affected.BOTH, facts):
            for exercise in plan.exercises:
                told = [exercise.title, exercise.purpose, exercise.mistake, *exercise.instruction]
                said = " ".join([*told, *exercise.cues.values()]).lower()
                assert "strong" not in said, exercise.id
                assert "healthy side" not in said, exercise.id
