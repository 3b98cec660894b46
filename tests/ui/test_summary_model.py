"""The summary tells what was measured, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.course import Asked, CourseEntry, CourseKind
from coach.domain.movements import Region
from coach.domain.session import DRAWN_FACE, DriftRecord, PerSide, RepRecord, SourceRecord
from coach.domain.session_mean import Earlier
from coach.domain.sides import Affected, Side
from coach.ui.pages.session_picture_model import picture_rows
from coach.ui.pages.summary_model import SummaryView, summarise
from tests.fixtures.records import CREATED
from tests.ui.fake_presenters import EYES, SMILE, rep, session_record

EXERCISES = {e.id: e for e in (SMILE, EYES)}


def test_three_sentences_and_the_facts() -> None:
    view = summarise(session_record(), EXERCISES)
    assert view.sentences == (
        "You did 7 repetitions. 6 of them could be measured.",
        "Closed smile: your right side went further. Let it wait.",
        "Closed smile: your left eye joined in, 2 of 4 times. Smaller and slower helps.",
    )
    assert [finding.sign for finding in view.findings] == ["notice", "notice"]
    smile, eyes = view.results
    assert smile.larger is Side.RIGHT
    assert dict(smile.facts)["Repetitions"] == "4, 3 measured"
    assert dict(smile.facts)["Joined in"] == "Left eye, 2 of 4"
    assert eyes.even is None  # closing the eyes is never judged by evenness
    assert "Even" not in dict(eyes.facts)
    assert dict(eyes.facts)["Joined in"] == "Nothing"


def test_what_is_as_it_should_be_has_a_tick() -> None:
    even = [replace(rep(i, "smile_closed", 4.0, 4.1), synkinesis=()) for i in range(4)]
    view = summarise(session_record(even), EXERCISES)
    assert [(f.text, f.sign) for f in view.findings] == [
        ("Left and right moved evenly.", "tick"),
        ("Nothing else joined in.", "tick"),
    ]


def test_the_share_carries_the_spread_of_its_repetitions() -> None:
    reps = [rep(i, "smile_closed", left, 4.0) for i, left in enumerate((2.0, 2.4, 2.8))]
    view = summarise(session_record(reps), EXERCISES)
    # 50, 60, 70 %: SD 10, so 5.8 for the mean of three; each is known to 0.5 of 4 mm and 0.6 of
    # that: 14.6 % or 7.4 as standard deviation. Together 9.4; its 14 degrees of freedom make 2.14.
    assert dict(view.results[0].facts)["Left compared with right"] == "60 ± 20 %"


def test_alike_repetitions_do_not_make_a_reading_exact() -> None:
    reps = [rep(i, "smile_closed", 3.0, 4.0) for i in range(4)]
    view = summarise(session_record(reps), EXERCISES)
    # 0.5 mm on 4 mm and 0.75 of it on the other side: 12.5 % * 1.25 = 15.6 %, however many.
    assert dict(view.results[0].facts)["Left compared with right"] == "75 ± 16 %"


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
    assert view.sentences == ("You did 1 repetition. It could not be measured.",)
    assert view.results[0].facts == (("Repetitions", "1, not measured"),)


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


def _smiles(share: float, spread: float, reps: int = 4) -> list[RepRecord]:
    """Left smiles of a share of the right's 8 mm, that differ by `spread` points either way."""
    shares = [share + spread * (-1) ** i for i in range(reps)]
    return [
        replace(rep(i, "smile_closed", 0.08 * s, 8.0), affected_pct_uncertainty=8.0)
        for i, s in enumerate(shares)
    ]


def _against(now: list[RepRecord], before: list[RepRecord] | None) -> SummaryView:
    earlier = {"smile_closed": Earlier(CREATED, tuple(before), None)} if before else {}
    return summarise(session_record(now), EXERCISES, earlier)


def test_a_real_change_is_said_and_a_small_one_is_none() -> None:
    larger = _against(_smiles(62.0, 2.0), _smiles(40.0, 2.0))
    assert larger.sentences[-1] == (
        "Closed smile: compared with the right, your left side went further than last time."
    )
    assert dict(larger.results[0].facts)["Last time"] == "40 ± 8 %; now larger"
    smaller = _against(_smiles(40.0, 2.0), _smiles(62.0, 2.0))
    assert "less far" in smaller.sentences[-1]
    same = _against(_smiles(44.0, 2.0), _smiles(42.0, 2.0))
    assert same.sentences[-1] == "Compared with last time: no real change."
    fact = dict(same.results[0].facts)["Last time"]
    assert fact.startswith("42 ± 8 %; no real change (below ")
    assert fact.endswith(" points)")


def test_what_differs_from_repetition_to_repetition_is_no_change() -> None:
    steady = _against(_smiles(62.0, 1.0), _smiles(45.0, 1.0))
    shaky = _against(_smiles(62.0, 25.0), _smiles(45.0, 25.0))
    assert "further" in steady.sentences[-1]
    assert "no real change" in shaky.sentences[-1]


def test_where_nothing_can_be_compared_no_change_is_claimed() -> None:
    first = _against(_smiles(62.0, 2.0), None)
    assert not any("last time" in s for s in first.sentences)
    assert "Last time" not in dict(first.results[0].facts)
    one = _against(_smiles(62.0, 2.0), _smiles(40.0, 2.0, reps=1))
    assert not any("last time" in s for s in one.sentences)
    assert dict(one.results[0].facts)["Last time"] == "Too few measured repetitions to compare"


def test_without_one_affected_side_the_size_is_compared() -> None:
    earlier = {"smile_closed": Earlier(CREATED, tuple(_smiles(50.0, 2.0)), None)}
    wide = [replace(r, excursion_mm=PerSide(5.0, 11.0)) for r in _smiles(50.0, 2.0)]
    record = replace(session_record(wide), affected=Affected.BOTH)
    view = summarise(record, EXERCISES, earlier)
    assert view.sentences[-1] == "Closed smile: the movement was larger than last time."
    assert "mm; now larger" in dict(view.results[0].facts)["Last time"]


def _eased(reps: list[RepRecord]) -> list[RepRecord]:
    return [replace(r, asked=Asked(3.0, 4.0, 3.0, 4.0, eased=True)) for r in reps]


@pytest.mark.parametrize(
    ("now", "before", "fact"),
    [
        (_eased(_smiles(62.0, 2.0)), _smiles(40.0, 2.0), "Made easier this time, so not compared"),
        (_smiles(62.0, 2.0), _eased(_smiles(40.0, 2.0)), "Made easier last time, so not compared"),
        (
            [*_smiles(62.0, 2.0, reps=1), *_eased(_smiles(62.0, 2.0))],
            _smiles(40.0, 2.0),
            "Made easier this time, so not compared",
        ),
    ],
)
@pytest.mark.parametrize("affected", [Affected.LEFT, Affected.BOTH])
def test_an_easier_form_is_not_compared(
    now: list[RepRecord], before: list[RepRecord], fact: str, affected: Affected
) -> None:
    earlier = {"smile_closed": Earlier(CREATED, tuple(before), None)}
    view = summarise(replace(session_record(now), affected=affected), EXERCISES, earlier)
    assert dict(view.results[0].facts)["Last time"] == fact
    assert not any("last time" in s for s in view.sentences)
    (row,) = picture_rows(view.results, earlier)
    assert row.before is None


def test_what_was_not_eased_is_compared_with_its_like() -> None:
    now = [*_smiles(44.0, 2.0), *_eased(_smiles(90.0, 2.0))]
    view = _against(now, _smiles(42.0, 2.0))
    fact = dict(view.results[0].facts)["Last time"]
    assert fact.startswith("42 ± 8 %; no real change")
    assert fact.endswith("without the easier ones")
    earlier = {"smile_closed": Earlier(CREATED, tuple(_smiles(42.0, 2.0)), None)}
    (row,) = picture_rows(view.results, earlier)
    assert row.now.left == pytest.approx(0.08 * 44.0)


def test_what_did_not_go_as_planned_is_said_after_the_findings() -> None:
    course = (
        CourseEntry(1.0, CourseKind.BEGUN, "smile_closed"),
        CourseEntry(3.0, CourseKind.HURT, "eye_closure"),
        CourseEntry(4.0, CourseKind.SWAPPED, "gone_since", "smile_closed"),
    )
    view = summarise(replace(session_record(), course=course), EXERCISES)
    assert view.course == (
        "Gentle eye closure: left out, because it hurt.",
        "Gone since: Closed smile came in its place.",
    )
    assert view.sentences[-2:] == view.course
    assert summarise(session_record(), EXERCISES).course == ()


def test_a_session_of_the_drawn_face_is_said_to_be_nobodys() -> None:
    drawn = SourceRecord(DRAWN_FACE, (640, 480), 30.0, 0)
    view = summarise(replace(session_record(), source=drawn), EXERCISES)
    assert view.sentences[0] == "This is a session of the drawn face, not of you."
    assert view.headline == "Drawn face"
    assert summarise(session_record(), EXERCISES).whose == ""


def test_a_resting_face_that_changed_is_said_and_a_little_is_not() -> None:
    looks = [DriftRecord(60.0 * i, Region.MOUTH, Side.LEFT, mm) for i, mm in enumerate((0.4, 2.6))]
    changed = summarise(replace(session_record(), drift=tuple(looks)), EXERCISES)
    assert changed.sentences[-1] == (
        "Your resting face changed while you practised: left corner of the mouth, by 2.6 mm."
    )
    steady = summarise(replace(session_record(), drift=tuple(looks[:1])), EXERCISES)
    assert not any("resting face" in s for s in steady.sentences)
