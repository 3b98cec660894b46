"""The two curves behind a flag."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from coach.domain.measures import MeasureSeries
from coach.domain.movements import Region
from coach.domain.session import SynkinesisRule
from coach.domain.sides import Side
from coach.export.plot_synkinesis import flagged_regions, plot_flags
from tests.fixtures.records import smile_frames, smile_session

PNG = b"\x89PNG"


def test_a_picture_for_each_flagged_region() -> None:
    record = smile_session()
    flagged = [rep for rep in record.reps if rep.synkinesis]
    assert flagged
    (group,) = flagged_regions(record)
    assert [rep.index for rep, _ in group] == [rep.index for rep in flagged]
    pictures = plot_flags(record, smile_frames(len(record.reps)))
    assert set(pictures) == {"plot_synkinesis_1.png"}
    assert pictures["plot_synkinesis_1.png"].startswith(PNG)


def test_sides_and_rules_are_told_apart() -> None:
    record = smile_session()
    first = next(rep for rep in record.reps if rep.synkinesis)
    flag = replace(first.synkinesis[0], rule=SynkinesisRule.BOTH_SIDES, limit=10.0, side=Side.RIGHT)
    both = replace(first, synkinesis=(first.synkinesis[0], flag))
    assert len(flagged_regions(replace(record, reps=(both,)))) == 2
    assert len(plot_flags(replace(record, reps=(both,)), smile_frames(3))) == 2


def test_what_the_camera_cannot_see_has_no_curve() -> None:
    record = smile_session()
    first = next(rep for rep in record.reps if rep.synkinesis)
    neck = replace(first.synkinesis[0], region=Region.NECK, rule=SynkinesisRule.THERAPIST)
    assert plot_flags(replace(record, reps=(replace(first, synkinesis=(neck,)),)), []) == {}


def test_blinks_are_left_out_of_what_moved_along() -> None:
    record = smile_session()
    frames = smile_frames(len(record.reps))
    asked: list[int] = []

    def nothing(series: MeasureSeries) -> NDArray[np.bool_]:
        asked.append(len(series))
        return np.zeros(len(series), np.bool_)

    def all_of_it(series: MeasureSeries) -> NDArray[np.bool_]:
        return np.ones(len(series), np.bool_)

    whole = plot_flags(record, frames)
    assert plot_flags(record, frames, nothing) == whole
    assert len(asked) == sum(bool(rep.synkinesis) for rep in record.reps)
    assert plot_flags(record, frames, all_of_it) != whole


def test_a_clean_session_has_none() -> None:
    record = smile_session()
    clean = tuple(replace(rep, synkinesis=()) for rep in record.reps)
    assert plot_flags(replace(record, reps=clean), smile_frames(3)) == {}
