"""Cases under conditions: the split is never mixed, and the truth goes along."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from coach.domain.measures import SideMeasure, measure_index
from coach.domain.sides import Side
from tests.accuracy.case import Case, Family, Split
from tests.accuracy.clips import clip_case
from tests.accuracy.conditions import conditioned, under
from tests.accuracy.degrade import Condition, shown_index
from tests.accuracy.heads import SPLIT_OF
from tests.accuracy.people import people_cases, split_of_film
from tests.accuracy.warped_film import MOVES, truth_of


def _case(folder: Path, person: str, split: Split, name: str = "weak_left") -> Case:
    video = folder / f"{person}_{name}.mp4"
    video.write_bytes(b"pictures")
    said = json.loads(json.dumps(truth_of(name, person, 2.0)))
    return clip_case(
        video, said, split, Family.HEADS, name=f"head {person}", person=person, skin=person
    )


def test_no_identity_is_in_both_splits() -> None:
    assert {n for n, s in SPLIT_OF.items() if s is Split.TUNING} == {"ada", "ben", "chi", "dov"}
    assert {n for n, s in SPLIT_OF.items() if s is Split.REPORTING} == {"eve", "fen", "gia", "hal"}


def test_a_condition_keeps_the_split_and_has_a_name_of_its_own(tmp_path: Path) -> None:
    clean = [_case(tmp_path, "a", Split.TUNING), _case(tmp_path, "b", Split.REPORTING)]
    cases = conditioned(clean, full=True)
    assert len(cases) == 2 * (len(Condition) - 1)
    assert len({c.name for c in cases}) == len({c.signature for c in cases}) == len(cases)
    for case in cases:
        assert case.split is (Split.TUNING if case.skin == "a" else Split.REPORTING)
    # What is not as filmed is not degraded once more.
    assert conditioned([replace(clean[0], condition="dim")], full=True) == []


def test_half_the_rate_keeps_the_truth_of_the_picture_shown(tmp_path: Path) -> None:
    case = _case(tmp_path, "a", Split.TUNING)
    truth, halved = case.truth(), under(case, Condition.FPS15).truth()
    at = shown_index(len(truth.time_s))
    assert np.array_equal(halved.values, truth.values[at], equal_nan=True)
    # Each picture was taken at most one picture off the time it is shown at.
    assert np.abs(halved.time_s - truth.time_s[at]).max() <= 1.01 / case.fps


@pytest.mark.parametrize("name", MOVES)
def test_a_warped_films_truth_is_what_was_moved(tmp_path: Path, name: str) -> None:
    truth = _case(tmp_path, "tune_a", Split.TUNING, name).truth()
    _, _, sizes = MOVES[name]
    brow = name.startswith("brow")
    for side, (outward, up) in zip((Side.LEFT, Side.RIGHT), sizes, strict=True):
        held = np.median(truth.values[truth.held(0)], axis=0)
        y = SideMeasure.BROW_Y if brow else SideMeasure.COMMISSURE_Y
        x = held[measure_index(SideMeasure.COMMISSURE_X, side)]
        assert held[measure_index(y, side)] == pytest.approx(up, abs=0.01)
        assert (x if side is Side.LEFT else -x) == pytest.approx(outward, abs=0.01)
        at_rest = truth.values[truth.at_rest][:, measure_index(y, side)]
        assert np.abs(at_rest).max() < 0.02
    assert len(truth.reps) == 2


def test_a_film_of_people_says_its_split_or_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "warped").mkdir()
    for person in ("tune_a", "rep_b", "other_c"):
        video = tmp_path / "warped" / f"{person}_even.mp4"
        video.write_bytes(b"pictures")
        video.with_suffix(".json").write_text(json.dumps(truth_of("even", person, 2.0)))
    found = {c.person: c.split for c in people_cases(tmp_path)}
    assert found == {"rep_b_even": Split.REPORTING, "tune_a_even": Split.TUNING}
    assert split_of_film("untold") is None
