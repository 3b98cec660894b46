"""The largest clean amplitude, and a coupling's mean with its interval."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from coach.domain.comovement import ZERO_SD, clean_amplitudes, summarise_couplings
from coach.domain.movements import Movement, Region
from coach.domain.quality import RepReason
from coach.domain.session import Coupling, PerSide, RepRecord, SynkinesisFlag
from coach.domain.sides import Side
from tests.fixtures.records import smile_rep

FLAG = SynkinesisFlag(Region.EYE, Side.LEFT, 20.0, "pct", 2, 1.0, 2.0)


def _rep(size: float, flags: tuple[SynkinesisFlag, ...] = (), **changes: object) -> RepRecord:
    rep = replace(
        smile_rep(0), excursion_mm=PerSide(size, 0.5 * size), scored=True, reason=None,
        synkinesis=flags,
    )  # fmt: skip
    return replace(rep, **changes)  # type: ignore[arg-type]


def test_the_largest_clean_and_the_smallest_flagged() -> None:
    reps = [_rep(3), _rep(4.5), _rep(6, (FLAG,)), _rep(5, (FLAG,))]
    (found,) = clean_amplitudes(reps)
    assert found.largest_clean_mm == 4.5
    assert found.smallest_flagged_mm == 5


def test_what_was_not_scored_says_nothing() -> None:
    unscored = _rep(9, scored=False, reason=RepReason.INTERRUPTED)
    assert clean_amplitudes([unscored]) == ()
    (found,) = clean_amplitudes([unscored, _rep(6, (FLAG,))])
    assert found.largest_clean_mm is None


def test_movements_are_kept_apart() -> None:
    reps = [_rep(3), _rep(2, movement=Movement.PUCKER)]
    assert [c.largest_clean_mm for c in clean_amplitudes(reps)] == [3, 2]


def _coupled(*slopes: float) -> list[RepRecord]:
    return [_rep(4, couplings=(Coupling(Region.EYE, Side.LEFT, s, "pct"),)) for s in slopes]


def test_the_interval_is_students_with_the_rest_faces_part() -> None:
    """1, 2, 3: mean 2, SD 1; a zero that is off by 1.1 points tilts 4 mm by 0.275 a mm."""
    (found,) = summarise_couplings(_coupled(1.0, 2.0, 3.0))
    assert found.slope == pytest.approx(2.0)
    own, zero = 4.303 / 3**0.5, 1.96 * ZERO_SD["pct"] / 4.0
    assert found.half_width == pytest.approx(math.hypot(own, zero))
    assert found.reps == 3


def test_repeating_does_not_average_the_rest_face_away() -> None:
    (many,) = summarise_couplings(_coupled(*[2.0] * 100))
    assert many.half_width == pytest.approx(1.96 * ZERO_SD["pct"] / 4.0)
    small = [replace(rep, excursion_mm=PerSide(1.0, 1.0)) for rep in _coupled(*[2.0] * 100)]
    (tilted,) = summarise_couplings(small)
    assert many.half_width is not None
    assert tilted.half_width == pytest.approx(4 * many.half_width)


@pytest.mark.parametrize("reps", [2, 3, 5, 8])
def test_nineteen_of_twenty_intervals_hold_the_true_slope(reps: int) -> None:
    """Sessions of one person: slope 5 with a spread of 0.6 a repetition, zero off by its SD.

    2,000 sessions: 95 % is met within 1.5 points (3 standard errors of the share); with few
    repetitions the sum of two half widths is somewhat wider than need be.
    """
    rng = np.random.default_rng(4)
    held = 0
    for _ in range(2000):
        slopes = 5.0 + rng.normal(0, 0.6, reps) + rng.normal(0, ZERO_SD["pct"]) / 4.0
        (found,) = summarise_couplings(_coupled(*map(float, slopes)))
        held += abs(found.slope - 5.0) <= (found.half_width or 0.0)
    assert 0.935 <= held / 2000 <= 0.985


def test_one_repetition_has_no_interval_and_no_value_is_left_out() -> None:
    (found,) = summarise_couplings(_coupled(1.5, float("nan")))
    assert (found.slope, found.half_width, found.reps) == (1.5, None, 1)
    assert summarise_couplings([_rep(4)]) == ()


def test_many_repetitions_use_the_normal_distribution() -> None:
    slopes = [1.0, 3.0] * 20
    (found,) = summarise_couplings(_coupled(*slopes))
    own, zero = (40 / 39 / 40) ** 0.5, ZERO_SD["pct"] / 4.0
    assert found.half_width == pytest.approx(1.96 * math.hypot(own, zero))
