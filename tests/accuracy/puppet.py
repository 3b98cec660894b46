"""Cases of the photographic puppet: deformed by known mm, turned by known degrees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray, Image
from coach.domain.landmarks import SIDE_LANDMARKS
from coach.domain.measures import SideMeasure
from coach.domain.movements import Movement
from coach.domain.sides import Affected, Side
from coach.face.sensor import SensorNoise
from tests.accuracy.case import (
    FPS,
    SIZE,
    Case,
    Family,
    Split,
    Truth,
    empty_values,
    minimum_jerk,
    put,
)
from tests.accuracy.puppet_head import Print, PuppetHead, photograph, puppet_head
from tests.accuracy.puppet_render import HeadPosition, PuppetRenderer
from tests.accuracy.puppet_skin import Skin

_LEAD_S: Final = 3.0
_MOVE_S: Final = 1.2
_HOLD_S: Final = 2.0
_REST_S: Final = 1.6
_PERIOD_S: Final = 2 * _MOVE_S + _HOLD_S + _REST_S
_REPS: Final = 2
_SETTLE_S: Final = 0.1
_BLINK_S: Final = 0.25
#: How far setting the head upright lifts the face, mm; it is put back to the picture's middle.
UPRIGHT_MM: Final = 14.0
_PRINTS: Final = {
    Split.TUNING: Print(),
    Split.REPORTING: Print(mirrored=True, wide=0.95, gamma=1.15),
}


@dataclass(frozen=True, slots=True)
class Puppet:
    """One recording of the puppet.

    Attributes:
        left / right: size of the movement on either side, 1 for full.
        lag_s: how much later the affected side moves.
        turn_deg / nod_deg: the head swings this far to either side, with a period of 7 s.
        arch: how deep the corner slides around the dental arch, mm per mm outward.
        focal: over the picture's width.
        seed: blinks, sway, noise, differences between repetitions.
    """

    split: Split
    movement: Movement
    left: float
    right: float
    seed: int
    lag_s: float = 0.0
    turn_deg: float = 0.0
    nod_deg: float = 0.0
    arch: float = 1.2
    focal: float = 1.8
    noise_sd: float = 2.0

    @property
    def affected(self) -> Side | None:
        if self.lag_s == 0.0 and abs(self.left - self.right) < 1e-9:
            return None
        return Side.LEFT if self.left <= self.right else Side.RIGHT

    @property
    def name(self) -> str:
        turn = f" turn {self.turn_deg:g}" if self.turn_deg else ""
        nod = f" nod {self.nod_deg:g}" if self.nod_deg else ""
        sizes = f"L{self.left:g} R{self.right:g}"
        return f"puppet {self.split} {self.movement} {sizes}{turn}{nod} seed {self.seed}"

    @property
    def duration_s(self) -> float:
        return _LEAD_S + _REPS * _PERIOD_S

    def times(self) -> FloatArray:
        return np.arange(round(self.duration_s * FPS)) / FPS

    def amounts(self, side: Side) -> FloatArray:
        """(n,) the side's movement."""
        t = self.times() - (self.lag_s if side is self.affected else 0.0)
        full = self.left if side is Side.LEFT else self.right
        sizes = 1.0 + 0.05 * np.random.default_rng((self.seed, 1)).standard_normal(_REPS)
        out = np.zeros(len(t))
        for rep in range(_REPS):
            since = t - (_LEAD_S + rep * _PERIOD_S)
            rise = minimum_jerk(since / _MOVE_S)
            fall = minimum_jerk((since - _MOVE_S - _HOLD_S) / _MOVE_S)
            out += min(full * sizes[rep], 1.0) * (rise - fall)
        return out

    def blinks(self) -> FloatArray:
        """(n,) closure by spontaneous blinks."""
        gaps = np.random.default_rng((self.seed, 2)).uniform(2.5, 4.5, 12)
        t = self.times()[:, None] - np.cumsum(gaps) + 1.0
        return np.asarray(
            np.where((t > 0) & (t < _BLINK_S), np.sin(np.pi * t / _BLINK_S), 0).max(1)
        )

    def positions(self) -> list[HeadPosition]:
        rng = np.random.default_rng((self.seed, 3))
        t = self.times()
        sway = [
            sum(
                rng.uniform(0.2, 0.5)
                * np.sin(2 * np.pi * rng.uniform(0.1, 0.5) * t + rng.uniform(0, 6))
                for _ in range(3)
            )
            for _ in range(5)
        ]
        swing = np.sin(2.0 * np.pi * (t - 1.0) / 7.0) * np.clip((t - 1.0) / 1.5, 0.0, 1.0)
        yaw, pitch = sway[0] + self.turn_deg * swing, sway[1] + self.nod_deg * swing
        down, sideways = _head(self.split).tilt_deg  # taken out: the photograph is not upright
        rows = zip(
            np.atleast_1d(yaw),
            np.atleast_1d(pitch - down),
            np.atleast_1d(0.6 * sway[2] - sideways),
            np.atleast_1d(1.5 * sway[3]),
            np.atleast_1d(sway[4] - UPRIGHT_MM),
            strict=True,
        )
        return [HeadPosition(*(float(v) for v in row)) for row in rows]

    def closures(self, side: Side) -> FloatArray:
        own = self.amounts(side) if self.movement is Movement.EYE_CLOSURE else np.zeros(1)
        return np.maximum(own, self.blinks())

    def truth(self) -> Truth:
        head, skin = _head(self.split), _skin(self.split, self.movement, self.arch)
        time_s, blinks = self.times(), self.blinks()
        values = empty_values(len(time_s))
        fissures = []
        for at in Side:
            for measure in (
                SideMeasure.COMMISSURE_X, SideMeasure.COMMISSURE_Y, SideMeasure.BROW_Y,
                SideMeasure.ALA_Y, SideMeasure.UPPER_LIP_Y, SideMeasure.LOWER_LIP_Y,
            ):  # fmt: skip
                total = sum(self.amounts(by) * skin.truths[by][measure, at] for by in Side)
                put(values, measure, at, np.asarray(total))
            rest = _fissure_mm(head, at)
            fissures.append(rest)
            # The lids close over the photograph; the skin around carries both margins along.
            pulled = sum(
                self.amounts(by) * skin.truths[by][SideMeasure.PALPEBRAL_FISSURE, at] for by in Side
            )
            fissure = (rest + pulled) * (1.0 - self.closures(at))
            put(values, SideMeasure.PALPEBRAL_FISSURE, at, np.asarray(fissure))
            put(values, SideMeasure.EYE_CLOSURE, at, np.asarray(100.0 * (1.0 - fissure / rest)))
        tail = np.ones(round(0.15 * FPS) + 1)
        starts = [_LEAD_S + rep * _PERIOD_S for rep in range(_REPS)]
        return Truth(
            time_s=time_s,
            values=values,
            blink=np.convolve(blinks > 0.02, tail)[: len(time_s)] > 0,
            reps=tuple((s, s + 2 * _MOVE_S + _HOLD_S) for s in starts),
            holds=tuple(
                (s + _MOVE_S + self.lag_s + _SETTLE_S, s + _MOVE_S + _HOLD_S) for s in starts
            ),
            rest_fissure_mm=(fissures[0], fissures[1]),
            lag_ms=1000.0 * self.lag_s if self.affected else None,
        )

    def pictures(self) -> Iterator[Image]:
        head, skin = _head(self.split), _skin(self.split, self.movement, self.arch)
        renderer = PuppetRenderer(head, self.focal * SIZE[0])
        noise = SensorNoise(SIZE, self.noise_sd, self.seed)
        sizes = {side: self.amounts(side) for side in Side}
        shut = {side: self.closures(side) for side in Side}
        for i, position in enumerate(self.positions()):
            moved = sum(sizes[side][i] * skin.vertices[side] for side in Side)
            closure = {side: float(shut[side][i]) for side in Side}
            image = renderer.render(np.asarray(moved), closure, position)
            noise.add(image, i)
            yield image


def _head(split: Split) -> PuppetHead:
    return puppet_head(_PRINTS[split])


@lru_cache(maxsize=32)
def _skin(split: Split, movement: Movement, arch: float) -> Skin:
    return Skin.of(_head(split), movement, arch)


def _fissure_mm(head: PuppetHead, side: Side) -> float:
    marks = SIDE_LANDMARKS[side]
    y = head.landmarks[:, 1]
    opening = y[list(marks.lower_lid)].mean() - y[list(marks.upper_lid)].mean()
    return float(opening * head.mm_per_px)


def _plans() -> list[Puppet]:
    m, tune, report = Movement, Split.TUNING, Split.REPORTING
    return [
        Puppet(tune, m.SMILE_CLOSED, 0.8, 0.8, 11, focal=1.2),
        Puppet(tune, m.SMILE_CLOSED, 0.3, 0.8, 12, arch=1.6),
        Puppet(tune, m.BROW_RAISE, 0.8, 0.1, 13),
        Puppet(tune, m.EYE_CLOSURE, 0.5, 1.0, 14, focal=1.2),
        Puppet(tune, m.PUCKER, 0.8, 0.5, 15),
        Puppet(tune, m.SNARL, 0.4, 0.9, 16),
        Puppet(tune, m.LOWER_LIP_DEPRESS, 0.9, 0.4, 17),
        Puppet(tune, m.SMILE_CLOSED, 0.8, 0.8, 18, turn_deg=10.0, arch=0.8),
        Puppet(report, m.SMILE_CLOSED, 0.7, 0.7, 21, arch=0.9),
        Puppet(report, m.SMILE_CLOSED, 0.9, 0.2, 22, focal=1.2),
        Puppet(report, m.SMILE_CLOSED, 0.9, 0.2, 23, focal=1.2),
        Puppet(report, m.SMILE_CLOSED, 0.5, 0.8, 24, lag_s=0.15, arch=1.5),
        Puppet(report, m.BROW_RAISE, 0.2, 0.9, 25, focal=2.4),
        Puppet(report, m.EYE_CLOSURE, 0.95, 0.6, 26),
        Puppet(report, m.EYE_CLOSURE, 0.3, 0.8, 27, lag_s=0.1, focal=1.2),
        Puppet(report, m.PUCKER, 0.4, 0.8, 28, arch=1.6),
        Puppet(report, m.SNARL, 0.9, 0.5, 29),
        Puppet(report, m.LOWER_LIP_DEPRESS, 0.5, 0.9, 30),
        Puppet(report, m.SMILE_CLOSED, 0.8, 0.8, 31, turn_deg=10.0, focal=1.4),
        Puppet(report, m.SMILE_CLOSED, 0.8, 0.8, 32, nod_deg=8.0, arch=1.0),
    ]


def puppet_cases() -> list[Case]:
    """Mirrored, narrower and darker for reporting; none where the photograph is not there."""
    try:
        photograph()
    except FileNotFoundError:
        return []
    return [
        Case(
            name=p.name,
            family=Family.PUPPET,
            split=p.split,
            person=f"puppet {p.split} {p.movement} {p.left} {p.right} {p.turn_deg} {p.nod_deg}",
            movement=p.movement,
            affected=Affected(p.affected) if p.affected else None,
            turned=bool(p.turn_deg or p.nod_deg),
            signature=repr(p),
            truth=p.truth,
            pictures=p.pictures,
        )
        for p in _plans()
    ]
