"""How the drawn face shows each practised movement."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from coach.domain.movements import Movement
from coach.face.expression import Channel, Expression

_FULL: Final[dict[Movement, Mapping[str, float]]] = {
    Movement.REST: {},
    Movement.BROW_RAISE: {Channel.BROW_RAISE: 1.0},
    Movement.FROWN: {Channel.FROWN: 1.0},
    Movement.EYE_CLOSURE: {Channel.EYE_CLOSE: 1.0},
    Movement.SLOW_BLINK: {Channel.EYE_CLOSE: 1.0},
    Movement.SMILE_CLOSED: {Channel.SMILE: 1.0},
    Movement.SMILE_OPEN: {Channel.SMILE_OPEN: 1.0},
    Movement.PUCKER: {Channel.PUCKER: 1.0},
    Movement.SNARL: {Channel.SNARL: 1.0},
    Movement.LOWER_LIP_DEPRESS: {Channel.LOWER_LIP: 1.0},
    Movement.LIP_PRESS: {Channel.LIP_PRESS: 1.0},
    Movement.CHEEK_PUFF: {Channel.CHEEK_PUFF: 1.0},
    Movement.VOWEL_A: {Channel.JAW_OPEN: 0.8},
    Movement.VOWEL_E: {Channel.MOUTH_STRETCH: 0.7, Channel.JAW_OPEN: 0.25},
    Movement.VOWEL_I: {Channel.MOUTH_STRETCH: 1.0, Channel.JAW_OPEN: 0.08},
    Movement.VOWEL_O: {Channel.FUNNEL: 0.9, Channel.JAW_OPEN: 0.35},
    Movement.VOWEL_U: {Channel.PUCKER: 0.75, Channel.FUNNEL: 0.25},
    Movement.BITE_SMILE: {Channel.SMILE: 0.8, Channel.LIP_PRESS: 0.25},
}


def movement_weights(movement: Movement) -> Mapping[str, float]:
    """Expression weights of a movement done fully, by channel; empty for rest."""
    return MappingProxyType(dict(_FULL[movement]))


def movement_expression(movement: Movement, amount: float = 1.0) -> Expression:
    """A movement done evenly on both sides, `amount` 0 to 1 of the full movement."""
    return Expression.symmetric(_FULL[movement]).scaled(amount)
