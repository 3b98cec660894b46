"""Simulated patients of the drawn face: many proportions, looks, palsies and head positions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from coach.domain.frames import Image
from coach.domain.measures import SideMeasure
from coach.domain.movements import Movement
from coach.domain.sides import Affected, Side
from coach.face.expression import CHANNELS
from coach.face.impairment import Impairment
from coach.face.look import LOOKS
from coach.face.movements import movement_expression
from coach.face.patient import SimulatedPatient
from coach.face.projection import HeadPlacement
from coach.face.script import Script
from coach.face.shape import FaceShape
from coach.face.source import DrawnFaceSource
from tests.accuracy.case import FPS, SIZE, Case, Family, Split, Truth, empty_values, put

_MOVE_S: Final = 1.2
_HOLD_S: Final = 2.0
#: After a blink the filters settle for so long.
_AFTER_BLINK_S: Final = 0.15


@dataclass(frozen=True, slots=True)
class Drawn:
    """One simulated patient's recording.

    Attributes:
        identity: seed of the proportions.
        session: seed of blinks, sway and noise.
        look: index into LOOKS.
        amount: of the full movement.
        weakness / lag_s: of the affected side.
        yaw: degrees the head is held turned.
    """

    split: Split
    movement: Movement
    identity: int
    look: int
    session: int = 0
    amount: float = 0.6
    affected: Side | None = None
    weakness: float = 0.0
    lag_s: float = 0.0
    yaw: float = 0.0
    noise_sd: float = 2.0

    @property
    def name(self) -> str:
        side = f" {self.affected} weak {self.weakness:g}" if self.affected else ""
        turn = f" yaw {self.yaw:g}" if self.yaw else ""
        return f"drawn {self.identity}.{self.session} {self.movement}{side}{turn}"

    @property
    def script(self) -> Script:
        weights = movement_expression(self.movement, self.amount).to_array()[0]
        used = {c: float(w) for c, w in zip(CHANNELS, weights, strict=True) if w}
        return Script.repeated(
            used, 2, lead_s=3.0, move_s=_MOVE_S, hold_s=_HOLD_S, release_s=1.2, rest_s=1.6
        )

    def patient(self) -> SimulatedPatient:
        patient = SimulatedPatient(
            seed=1000 * self.session + self.identity,
            impairment=Impairment(self.affected, weakness=self.weakness, lag_s=self.lag_s),
            look=LOOKS[self.look],
            shape=FaceShape.from_seed(self.identity),
            placement=HeadPlacement(yaw=self.yaw),
        )
        patient.perform(self.script)
        return patient

    def truth(self) -> Truth:
        patient, script = self.patient(), self.script
        moments = [patient.truth(i / FPS) for i in range(round(script.duration_s * FPS))]
        time_s = np.array([m.t_s for m in moments])
        values = empty_values(len(moments))
        for side in Side:
            for measure in SideMeasure:
                put(values, measure, side, np.array([m.measure(measure, side) for m in moments]))
        shut = np.array([m.blink > 0.02 for m in moments])
        tail = np.ones(round(_AFTER_BLINK_S * FPS) + 1)
        blink = np.convolve(shut, tail)[: len(shut)] > 0
        return Truth(
            time_s=time_s,
            values=values,
            blink=blink,
            reps=tuple((r.start_s, r.end_s) for r in script.reps),
            holds=tuple((r.hold_start_s + self.lag_s + 0.1, r.hold_end_s) for r in script.reps),
            rest_fissure_mm=(
                patient.model.rest.fissure_mm(Side.LEFT),
                patient.model.rest.fissure_mm(Side.RIGHT),
            ),
            lag_ms=1000.0 * self.lag_s if self.affected else None,
        )

    def pictures(self) -> Iterator[Image]:
        source = DrawnFaceSource(
            self.patient(), SIZE, FPS, duration_s=self.script.duration_s - 1e-6,
            noise_sd=self.noise_sd,
        )  # fmt: skip
        source.open()
        try:
            while (frame := source.read()) is not None:
                yield frame.image
        finally:
            source.close()


def _of(split: Split, looks: tuple[int, ...], first: int) -> list[Drawn]:
    """The same plan of movements for either split, on other people, sides and strengths."""
    a, b = (Side.LEFT, Side.RIGHT) if split is Split.TUNING else (Side.RIGHT, Side.LEFT)
    m, k = Movement, len(looks)
    weak = 0.6 if split is Split.TUNING else 0.5
    plan = [
        Drawn(split, m.SMILE_CLOSED, first, looks[0]),
        Drawn(split, m.SMILE_CLOSED, first + 1, looks[1 % k], affected=a, weakness=weak),
        Drawn(split, m.SMILE_CLOSED, first + 2, looks[2 % k], affected=b, weakness=0.3, lag_s=0.2),
        Drawn(split, m.BROW_RAISE, first + 3, looks[0], affected=a, weakness=weak, amount=0.7),
        Drawn(split, m.EYE_CLOSURE, first + 4, looks[1 % k], affected=b, weakness=weak, amount=1.0),
        Drawn(split, m.PUCKER, first + 5, looks[2 % k], affected=a, weakness=0.3),
        Drawn(split, m.SNARL, first + 6, looks[0], affected=b, weakness=weak, amount=0.8),
        Drawn(split, m.SMILE_CLOSED, first + 7, looks[1 % k], yaw=6.0 if a is Side.LEFT else -8.0),
    ]
    if split is Split.REPORTING:
        plan += [
            Drawn(split, m.SMILE_CLOSED, first + 1, looks[1], 1, affected=a, weakness=weak),
            Drawn(split, m.EYE_CLOSURE, first + 8, looks[2], affected=a, weakness=0.4, amount=0.9),
            Drawn(split, m.LOWER_LIP_DEPRESS, first + 9, looks[0], affected=b, weakness=0.5),
        ]
    return plan


def drawn_cases() -> list[Case]:
    """Looks 0 to 2 and seeds from 101 for tuning; looks 3 to 5 and seeds from 201 for reporting."""
    plans = _of(Split.TUNING, (0, 1, 2), 101) + _of(Split.REPORTING, (3, 4, 5), 201)
    return [
        Case(
            name=p.name,
            family=Family.DRAWN,
            split=p.split,
            person=f"drawn {p.identity} {p.movement}",
            movement=p.movement,
            affected=Affected(p.affected) if p.affected else None,
            turned=bool(p.yaw),
            signature=repr(p),
            truth=partial(p.truth),
            pictures=partial(p.pictures),
        )
        for p in plans
    ]
