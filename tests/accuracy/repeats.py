"""How alike one unchanged face is read in several sessions; run by hand, prints.

    python -m tests.accuracy.repeats

The same made faces do the same movements in sessions that differ as a kitchen's do: where the head
is held, how far away, the light, the noise, blinks and sway. What is wrong in the same way every
time is not counted. One-way analysis of variance of the errors (Searle, Casella and McCulloch 1992)
parts what differs between sessions, which no number of repetitions averages away, from what differs
between the repetitions of one. `coach.domain.repeatability` holds the outcome, rounded up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np

from coach.domain.frames import Image
from coach.domain.movements import Movement
from coach.domain.repeatability import Quantity
from coach.domain.sides import Affected, Side
from coach.face.impairment import Impairment
from coach.face.look import LOOKS
from coach.face.patient import SimulatedPatient
from coach.face.projection import HeadPlacement
from coach.face.shape import FaceShape
from tests.accuracy.case import Case, Family, Split
from tests.accuracy.drawn import Drawn
from tests.accuracy.intervals import Kind
from tests.accuracy.measuring import measure
from tests.accuracy.puppet import Puppet
from tests.accuracy.puppet_render import HeadPosition
from tests.accuracy.scoring import score


@dataclass(frozen=True, slots=True)
class Setting:
    """What is different about a session: degrees, size and light as factors."""

    yaw: float
    pitch: float
    zoom: float
    light: float


SETTINGS: Final = (
    Setting(0.0, 0.0, 1.0, 1.0),
    Setting(4.0, -3.0, 0.9, 0.85),
    Setting(-4.0, 3.0, 1.1, 1.1),
    Setting(2.0, 4.0, 1.0, 0.7),
)


@dataclass(frozen=True, slots=True)
class DrawnSession(Drawn):
    """A drawn patient's recording in a setting."""

    setting: Setting = SETTINGS[0]

    def patient(self) -> SimulatedPatient:
        """As `Drawn`, with the head held and the distance as the setting says."""
        s = self.setting
        patient = SimulatedPatient(
            seed=1000 * self.session + self.identity,
            impairment=Impairment(self.affected, weakness=self.weakness),
            look=LOOKS[self.look],
            shape=FaceShape.from_seed(self.identity),
            placement=HeadPlacement(yaw=s.yaw, pitch=s.pitch, zoom=s.zoom),
        )
        patient.perform(self.script)
        return patient

    def pictures(self) -> Iterator[Image]:
        for image in Drawn.pictures(self):
            yield lit(image, self.setting.light)


@dataclass(frozen=True, slots=True)
class PuppetSession(Puppet):
    """A puppet's recording in a setting; a nearer face is one with more perspective."""

    setting: Setting = SETTINGS[0]

    def positions(self) -> list[HeadPosition]:
        s = self.setting
        return [
            replace(p, yaw=p.yaw + s.yaw, pitch=p.pitch + s.pitch) for p in Puppet.positions(self)
        ]

    def pictures(self) -> Iterator[Image]:
        for image in Puppet.pictures(self):
            yield lit(image, self.setting.light)


def lit(image: Image, factor: float) -> Image:
    """The picture under more or less light."""
    return np.asarray(np.clip(image * factor + 0.5, 0, 255), dtype=np.uint8)


def repeat_cases() -> list[Case]:
    """Every quantity on a drawn face and on the puppet, a session for each setting."""
    m = Movement
    amounts = {m.SMILE_CLOSED: 0.6, m.LOWER_LIP_DEPRESS: 0.7, m.BROW_RAISE: 0.7,
               m.EYE_CLOSURE: 0.9, m.SNARL: 0.8}  # fmt: skip
    cases = []
    for identity, (movement, amount) in enumerate(amounts.items(), start=301):
        for session, setting in enumerate(SETTINGS):
            drawn = DrawnSession(
                Split.TUNING, movement, identity, identity % 3, session, amount,
                Side.LEFT, weakness=0.5, setting=setting,
            )  # fmt: skip
            puppet = PuppetSession(
                Split.TUNING, movement, 0.4, 0.8, 40 + session,
                focal=1.8 / setting.zoom, setting=setting,
            )  # fmt: skip
            for family, plan in ((Family.DRAWN, drawn), (Family.PUPPET, puppet)):
                cases.append(
                    Case(
                        name=f"{family} {movement} session {session}",
                        family=family,
                        split=Split.TUNING,
                        person=f"{family} {movement}",
                        movement=movement,
                        affected=Affected.LEFT,
                        turned=False,
                        signature=repr(plan),
                        truth=partial(plan.truth),
                        pictures=partial(plan.pictures),
                    )
                )
    return cases


Errors = dict[tuple[Kind, Quantity, str, int], dict[str, list[float]]]


def errors_of(cases: list[Case]) -> Errors:
    """Errors of every repetition: by kind, quantity, face and side, and by session."""
    found: Errors = defaultdict(lambda: defaultdict(list))
    for case in cases:
        scored = score(case, measure(case))
        counts: dict[Kind, int] = defaultdict(int)
        for i in scored.intervals:
            side = 0 if i.kind is Kind.SHARE else counts[i.kind] % 2
            counts[i.kind] += 1
            if i.kind is Kind.CLOSURE and case.movement is not Movement.EYE_CLOSURE:
                continue
            found[i.kind, i.quantity, case.person, side][case.name].append(i.ours - i.truth)
    return found


def components(groups: list[dict[str, list[float]]]) -> tuple[float, float]:
    """Standard deviations (between sessions, between repetitions), pooled over faces and sides."""
    between, within, dof_between, dof_within, sizes = 0.0, 0.0, 0, 0, []
    for sessions in groups:
        kept = [np.array(v) for v in sessions.values() if len(v) > 1]
        if len(kept) < 2:
            continue
        grand = np.mean(np.concatenate(kept))
        between += sum(float(len(v) * (v.mean() - grand) ** 2) for v in kept)
        within += sum(float(((v - v.mean()) ** 2).sum()) for v in kept)
        dof_between += len(kept) - 1
        dof_within += sum(len(v) - 1 for v in kept)
        sizes += [len(v) for v in kept]
    if not dof_between:
        return float("nan"), float("nan")
    ms_within = within / dof_within
    session = max(between / dof_between - ms_within, 0.0) / float(np.mean(sizes))
    return float(np.sqrt(session)), float(np.sqrt(ms_within))


def main() -> None:
    found = errors_of(repeat_cases())
    for kind in Kind:
        for quantity in Quantity:
            groups = [v for k, v in found.items() if k[:2] == (kind, quantity)]
            if groups:
                session, rep = components(groups)
                print(f"{kind:42s} {quantity:6s} session {session:.3f} repetition {rep:.3f}")
    for key, sessions in found.items():
        means = " ".join(f"{np.mean(v):+.2f}" for v in sessions.values())
        print(f"  {key[0]:40s} {key[2]:40s} side {key[3]}: {means}")


if __name__ == "__main__":
    main()
