from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach.domain.profile import REANIMATIONS, Cause, Procedure, Profile, patient_facts

TODAY = date(2026, 11, 21)


def test_dates_become_weeks() -> None:
    profile = Profile(
        onset=TODAY - timedelta(weeks=10),
        surgery=TODAY - timedelta(days=3),
        botulinum=TODAY,
    )
    facts = patient_facts(profile, TODAY, {"pucker": 3})
    assert facts.weeks_since_onset == 10
    assert facts.weeks_since_surgery == pytest.approx(3 / 7)
    assert facts.weeks_since_botulinum == 0
    assert facts.clean_repetitions == {"pucker": 3}


def test_a_day_that_is_still_to_come_is_not_known() -> None:
    facts = patient_facts(Profile(onset=TODAY + timedelta(days=1)), TODAY, {})
    assert facts.weeks_since_onset is None


@pytest.mark.parametrize("procedure", Procedure)
def test_after_an_operation_the_surgeon_is_asked(procedure: Procedure) -> None:
    facts = patient_facts(Profile(procedure=procedure), TODAY, {})
    assert facts.operated
    assert facts.guided is (procedure is not Procedure.EYELID_AND_STATIC)


def test_a_date_without_a_kind_is_an_operation_too() -> None:
    assert patient_facts(Profile(surgery=TODAY), TODAY, {}).operated


@pytest.mark.parametrize(
    ("profile", "guided"),
    [
        (Profile(), False),
        (Profile(child=True), True),
        (Profile(cause=Cause.STROKE), True),
        (Profile(cause=Cause.BELLS_PALSY), False),
    ],
)
def test_who_moves_only_with_a_therapist(profile: Profile, guided: bool) -> None:
    assert patient_facts(profile, TODAY, {}).guided is guided


def test_an_operation_that_gives_no_smile_leaves_the_stage() -> None:
    others = {Procedure.SELECTIVE_DENERVATION, Procedure.EYELID_AND_STATIC, Procedure.UNKNOWN}
    assert set(Procedure) - REANIMATIONS == others
