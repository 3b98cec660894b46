import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.movements import Movement
from coach.domain.sides import Side
from coach.face.expression import CHANNELS, Channel, Expression, blend
from coach.face.movements import movement_expression, movement_weights

WEIGHT = st.floats(0.0, 1.0)
WEIGHTS = st.dictionaries(st.sampled_from(CHANNELS), WEIGHT, max_size=6)
EXPRESSIONS = st.builds(
    lambda left, right: Expression.one_sided(Side.LEFT, left).with_side(Side.RIGHT, right),
    WEIGHTS,
    WEIGHTS,
)


def test_the_resting_face_does_nothing() -> None:
    assert set(Expression.neutral().left + Expression.neutral().right) == {0.0}


def test_sides_are_independent() -> None:
    e = Expression.symmetric({"smile": 0.5}).with_side(Side.LEFT, {"smile": 0.2, "eye_close": 0.4})
    assert e.get("smile", Side.LEFT) == 0.2
    assert e.get("eye_close", Side.LEFT) == 0.4
    assert e.get("smile", Side.RIGHT) == 0.5
    assert e.get("eye_close", Side.RIGHT) == 0.0


def test_an_unknown_channel_is_named() -> None:
    with pytest.raises(ValueError, match="grin"):
        Expression.symmetric({"grin": 1.0})


@pytest.mark.parametrize("weight", [-0.1, 1.1, float("nan")])
def test_weights_outside_0_to_1_are_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Expression.symmetric({"smile": weight})


def test_a_row_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="weights a side"):
        Expression((0.0,), (0.0,))


@given(EXPRESSIONS)
def test_an_expression_survives_the_array(e: Expression) -> None:
    assert Expression.from_array(e.to_array()) == e


@given(EXPRESSIONS)
def test_mirroring_twice_changes_nothing(e: Expression) -> None:
    assert e.mirrored().mirrored() == e


def test_a_mirrored_glance_goes_the_other_way() -> None:
    e = Expression.symmetric({"look_left": 0.7}).mirrored()
    assert e.get("look_right", Side.LEFT) == 0.7
    assert e.get("look_left", Side.LEFT) == 0.0


@given(EXPRESSIONS, EXPRESSIONS, st.floats(-0.5, 1.5))
def test_a_blend_lies_between_its_ends(a: Expression, b: Expression, t: float) -> None:
    mixed = blend(a, b, t).to_array()
    low = np.minimum(a.to_array(), b.to_array())
    high = np.maximum(a.to_array(), b.to_array())
    # 1e-12: rounding of one multiplication and one addition of numbers up to 1.
    assert (mixed >= low - 1e-12).all()
    assert (mixed <= high + 1e-12).all()


def test_blend_ends() -> None:
    a, b = Expression.neutral(), Expression.symmetric({"pucker": 0.8})
    assert blend(a, b, 0.0) == a
    assert blend(a, b, 1.0) == b


@given(EXPRESSIONS, st.floats(0.0, 3.0))
def test_scaling_keeps_weights_in_range(e: Expression, factor: float) -> None:
    assert (e.scaled(factor).to_array() <= 1.0).all()


@pytest.mark.parametrize("movement", list(Movement))
def test_every_movement_can_be_shown(movement: Movement) -> None:
    e = movement_expression(movement)
    assert e.left == e.right
    assert any(e.left) == (movement is not Movement.REST)
    assert set(movement_weights(movement)) <= set(Channel)
