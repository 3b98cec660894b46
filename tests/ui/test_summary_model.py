"""The summary tells what was measured, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.sides import Affected, Side
from coach.ui.pages.summary_model import summarise
from tests.ui.fake_presenters import EYES, SMILE, rep, session_record

EXERCISES = {e.id: e for e in (SMILE, EYES)}


def test_three_sentences_and_the_facts() -> None:
    view = summarise(session_record(), EXERCISES)
    assert view.sentences == (
        "You did 7 repetitions. 6 of them could be scored.",
        "Closed smile: your right side went further. Let it wait.",
        "Closed smile: your left eye joined in, 2 of 4 times. Smaller and slower helps.",
    )
    smile, eyes = view.results
    assert smile.larger is Side.RIGHT
    assert dict(smile.facts)["Repetitions"] == "4, 3 scored"
    assert dict(smile.facts)["Joined in"] == "Left eye, 2 of 4"
    assert eyes.even is True
    assert dict(eyes.facts)["Joined in"] == "Nothing"


def test_the_share_carries_the_spread_of_its_repetitions() -> None:
    reps = [rep(i, "smile_closed", left, 4.0) for i, left in enumerate((2.0, 2.4, 2.8))]
    view = summarise(session_record(reps), EXERCISES)
    # 50, 60, 70 %: mean 60, SD 10, Student's t 4.30 for three: 4.30 * 10 / sqrt(3) = 25.
    assert dict(view.results[0].facts)["Left compared with right"] == "60 ± 25 %"


def test_alike_repetitions_do_not_make_a_reading_exact() -> None:
    reps = [rep(i, "smile_closed", 3.0, 4.0) for i in range(4)]
    view = summarise(session_record(reps), EXERCISES)
    # 0.5 mm on 4 mm and 0.75 of it on the other side: 12.5 % * 1.25 = 15.6 %; four: half of it.
    assert dict(view.results[0].facts)["Left compared with right"] == "75 ± 8 %"


def test_without_a_known_noise_two_repetitions_carry_no_interval() -> None:
    reps = [replace(rep(i, "smile_closed", 3.0, 4.0), uncertainty_mm=None) for i in range(2)]
    view = summarise(session_record(reps), EXERCISES)
    assert dict(view.results[0].facts)["Left compared with right"] == "75 %"


@pytest.mark.parametrize("affected", [Affected.BOTH, Affected.NONE, None])
def test_without_one_affected_side_nothing_is_compared(affected: Affected | None) -> None:
    record = replace(session_record(), affected=affected)
    view = summarise(record, EXERCISES)
    assert all("compared" not in q for r in view.results for q, _ in r.facts)


def test_a_difference_below_the_noise_counts_as_even() -> None:
    reps = [replace(rep(0, "smile_closed", 1.0, 1.5), uncertainty_mm=0.5)]
    # 0.5 mm apart, 33 % of the larger; a difference of two readings is known to 0.7 mm.
    assert summarise(session_record(reps), EXERCISES).results[0].even is True


def test_nothing_scored_claims_nothing() -> None:
    view = summarise(session_record([rep(0, "smile_closed", 0, 0)]), EXERCISES)
    assert view.sentences == ("You did 1 repetition. It could not be scored.",)
    assert view.results[0].facts == (("Repetitions", "1, not scored"),)


def test_stopped_before_anything() -> None:
    view = summarise(session_record([], finished=False), EXERCISES)
    assert view.headline == "Stopped for today"
    assert view.results == ()
    assert len(view.sentences) == 1


def test_an_exercise_that_is_gone_still_has_a_name() -> None:
    view = summarise(session_record(), {})
    assert view.results[1].title == "Eye closure"


def test_effort_is_never_praised() -> None:
    texts = " ".join(summarise(session_record(), EXERCISES).sentences).lower()
    for word in ("great", "well done", "amazing", "harder", "more effort", "!"):
        assert word not in texts
