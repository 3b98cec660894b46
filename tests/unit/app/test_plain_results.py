from __future__ import annotations

from dataclasses import replace

from coach.app.plain_results import session_lines
from coach.app.session_header import empty_record
from coach.domain.blinks import BlinkSummary
from coach.domain.course import Asked, CourseEntry, CourseKind
from coach.domain.exercise import Plan
from coach.domain.movements import Movement, Region
from coach.domain.quality import RepReason
from coach.domain.session import PerSide, RepRecord, SynkinesisFlag
from coach.domain.sides import Affected, Side
from coach.domain.spontaneous import SpontaneousPair, SpontaneousSummary, Trigger

TITLES = {"smile_closed": "Closed smile"}


def rep(index: int, left: float, right: float, *flags: SynkinesisFlag) -> RepRecord:
    return RepRecord(
        index=index, exercise_id="smile_closed", movement=Movement.SMILE_CLOSED, set_index=0,
        start_s=0.0, hold_start_s=1.0, hold_end_s=2.0, end_s=3.0, scored=True, reason=None,
        excursion_mm=PerSide(left, right), uncertainty_mm=0.6,
        affected_pct_of_healthy=100 * left / right, end_difference_mm=left - right,
        onset_lag_ms=0.0, synkinesis=flags,
    )  # fmt: skip


def flag(grade: int) -> SynkinesisFlag:
    return SynkinesisFlag(Region.EYE, Side.LEFT, 20.0, "pct", grade, 0.5, 1.5)


def lines(*reps: RepRecord, affected: Affected | None = Affected.LEFT) -> list[str]:
    record = replace(empty_record(Plan("p", "P", ()), affected), reps=reps)
    return session_lines(record, TITLES)


def test_weakness_and_synkinesis_in_plain_words() -> None:
    (line,) = lines(rep(0, 3.0, 6.0, flag(1)), rep(1, 3.0, 6.0, flag(2)), rep(2, 3.0, 6.0))
    assert line.startswith("Closed smile: 3 of 3 repetitions scored; left 3.0 mm, right 6.0 mm")
    assert "the left side moved 50 % (± 11) of the right side" in line  # 0.6 of 6 mm, on 50 %
    assert "the left eye moved along in 2 of 3 (moderate)" in line


def test_what_was_made_easier_and_what_was_left_out() -> None:
    easier = replace(rep(1, 2.0, 4.0), asked=Asked(3.0, 2.0, 1.5, 2.0, eased=True))
    hurt = CourseEntry(70.0, CourseKind.HURT, "pucker")
    record = replace(
        empty_record(Plan("p", "P", ()), Affected.LEFT), reps=(rep(0, 3.0, 6.0), easier)
    )
    first, second = session_lines(replace(record, course=(hurt,)), TITLES)
    assert "2 of 2 repetitions scored; 1 in an easier form; left" in first
    assert second == "pucker: left out, because it hurt."


def test_three_repetitions_of_0_6_mm_give_a_mean_no_surer_than_one() -> None:
    (line,) = lines(rep(0, 3.0, 6.0), rep(1, 3.0, 6.0), rep(2, 3.0, 6.0))
    assert "right 6.0 mm (± 0.6)" in line


def test_without_an_affected_side_a_difference_within_the_uncertainty_is_no_difference() -> None:
    assert "both sides moved alike" in lines(rep(0, 4.0, 4.5), affected=None)[0]
    assert "the left side moved less" in lines(rep(0, 3.0, 4.5), affected=None)[0]


def test_what_was_not_scored_says_why() -> None:
    missed = replace(rep(0, 0.0, 1.0), scored=False, reason=RepReason.TOO_FEW_FRAMES)
    (line,) = lines(missed)
    assert "0 of 1 repetitions scored" in line
    assert "1 not scored: the face was not seen well enough" in line
    assert "mm" not in line


def test_nothing_recorded() -> None:
    assert lines() == ["No repetition was recorded."]


def test_talking_in_plain_words() -> None:
    eye = SpontaneousPair(
        Trigger.MOUTH, Region.EYE, Side.LEFT, "pct", 10.0, 40.0, 8, 0.2, 35.0, 4.0, 0.5
    )
    brow = replace(eye, region=Region.BROW, unit="mm", count=0, share=0.0)
    corner = SpontaneousPair(Trigger.BLINK, Region.MOUTH, Side.LEFT, "mm", 0.8, 12.0, 3, 0.25, 1.4)
    blinks = BlinkSummary(60.0, 16, 14, 15, PerSide(60.0, 90.0), PerSide(0.1, 0.9), True)
    check = SpontaneousSummary(
        "read_aloud", 0.0, 60.0, 60.0, 40.0, PerSide(2.0, 4.0), 50.0, 6.0, blinks,
        (eye, brow, corner),
    )  # fmt: skip
    record = replace(empty_record(Plan("p", "P", ()), Affected.LEFT), spontaneous=(check,))
    (line,) = session_lines(record, {"read_aloud": "Read aloud"})
    assert line == (
        "Read aloud: The mouth moved for 40 of 60 seconds."
        " The left mouth corner goes 50 % (± 6) as far as the other one."
        " 16 blinks, 16 a minute; 1 of the left eye alone, 2 of the right."
        " With the mouth the left eye moved along for 20 % of the talking, 12 times a minute."
        " With the mouth the left brow stayed quiet."
        " With blinks the left mouth moved 3 of 12 times"
        " (blinks during which it was at rest otherwise)."
    )
    little = replace(check, talking_s=5.0)
    (line,) = session_lines(replace(record, spontaneous=(little,)), {})
    assert "too little talking" in line
    assert "With the mouth" not in line
    assert "With blinks" in line
