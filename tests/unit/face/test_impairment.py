import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.sides import Side
from coach.face.expression import Expression
from coach.face.impairment import COUPLINGS, Impairment

SIDES = list(Side)
UNIT = st.floats(0.0, 1.0)


def test_a_healthy_face_does_what_it_intends() -> None:
    e = Expression.symmetric({"smile": 0.6, "eye_close": 0.2})
    assert Impairment.none().apply(e) == e


@pytest.mark.parametrize("side", SIDES)
def test_weakness_takes_its_share_of_the_affected_side_only(side: Side) -> None:
    out = Impairment(side, weakness=0.6).apply(Expression.symmetric({"smile": 0.5}))
    assert out.get("smile", side) == pytest.approx(0.2)
    assert out.get("smile", side.other) == 0.5


@pytest.mark.parametrize("coupling", COUPLINGS, ids=lambda c: f"{c.cause}-{c.effect}")
@pytest.mark.parametrize("side", SIDES)
def test_synkinesis_moves_the_affected_side_only(side: Side, coupling: object) -> None:
    assert isinstance(coupling, type(COUPLINGS[0]))
    e = Expression.symmetric({coupling.cause: 0.5})
    out = Impairment(side, synkinesis=0.6).apply(e)
    assert out.get(coupling.effect, side) == pytest.approx(min(1.0, 0.3 * coupling.gain))
    assert out.get(coupling.effect, side.other) == 0.0


def test_synkinesis_follows_the_effort_and_not_the_result() -> None:
    out = Impairment(Side.LEFT, weakness=1.0, synkinesis=0.5).apply(
        Expression.symmetric({"smile": 0.4})
    )
    assert out.get("smile", Side.LEFT) == 0.0
    assert out.get("eye_close", Side.LEFT) > 0.2


def test_a_blink_does_not_pull_the_mouth() -> None:
    rest = Expression.neutral().to_array()
    palsy = Impairment(Side.LEFT, weakness=0.5, synkinesis=1.0)
    out = Expression.from_array(palsy.apply_array(rest, np.array([1.0, 1.0])))
    assert out.get("eye_close", Side.RIGHT) == 1.0
    assert out.get("eye_close", Side.LEFT) == 0.5
    assert out.get("smile", Side.LEFT) == 0.0


def test_gaze_and_jaw_are_spared() -> None:
    e = Expression.symmetric({"look_up": 0.5, "jaw_open": 0.5})
    assert Impairment(Side.LEFT, weakness=1.0).apply(e) == e


def test_a_side_without_tone_hangs() -> None:
    out = Impairment(Side.RIGHT, droop=0.7).apply(Expression.neutral())
    assert out.get("droop", Side.RIGHT) == 0.7
    assert out.get("droop", Side.LEFT) == 0.0


@given(UNIT, UNIT, st.sampled_from(SIDES), UNIT, UNIT)
def test_whatever_the_palsy_weights_stay_in_range_and_the_other_side_is_free(
    weakness: float, synkinesis: float, side: Side, smile: float, close: float
) -> None:
    e = Expression.symmetric({"smile": smile, "eye_close": close, "brow_raise": smile})
    out = Impairment(side, weakness, synkinesis).apply(e)
    assert out.side(side.other) == e.side(side.other)


@pytest.mark.parametrize("bad", [{"weakness": 1.5}, {"synkinesis": -0.1}, {"lag_s": 5.0}])
def test_values_out_of_range_are_refused(bad: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(bad))):
        Impairment(Side.LEFT, **bad)


def test_only_the_affected_side_lags() -> None:
    palsy = Impairment(Side.LEFT, lag_s=0.3)
    assert (palsy.lag_of(Side.LEFT), palsy.lag_of(Side.RIGHT)) == (0.3, 0.0)
