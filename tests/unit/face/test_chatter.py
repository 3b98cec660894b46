"""The drawn face talks: many small movements of the mouth, pauses, and it stops."""

from __future__ import annotations

import numpy as np
import pytest

from coach.domain.exercise import Phase
from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.face.chatter import SYLLABLE_S, Chatter
from coach.face.geometry import FacePoint
from coach.face.impairment import Impairment
from coach.face.patient import SimulatedPatient


def _talking(patient: SimulatedPatient, length_s: float, fps: float = 25.0) -> FloatArray:
    """(n, 2) way of each corner, mm, left first."""
    ways = []
    for t in np.arange(0.0, length_s, 1 / fps):
        truth = patient.show(float(t))
        ways.append([np.hypot(*truth.displacement_mm(FacePoint.COMMISSURE, s)) for s in Side])
    return np.array(ways)


def test_syllables_follow_each_other_and_end() -> None:
    chatter = Chatter(3, 2.0, 32.0)
    first, rest = chatter.until(10.0), chatter.until(100.0)
    told = [*first, *rest]
    assert chatter.until(1000.0) == []
    starts = [s.start_s for s in told]
    assert starts == sorted(starts)
    assert starts[0] == 2.0
    assert starts[-1] < 32.0
    assert all(SYLLABLE_S[0] <= s.duration_s <= SYLLABLE_S[1] for s in told)
    assert told[-1].weights == ()
    assert 50 < len(told) < 160  # a syllable about every quarter of a second, pauses apart


def test_the_mouth_moves_while_it_talks_and_rests_afterwards() -> None:
    patient = SimulatedPatient(1, head_motion=0.0, blink_interval_s=0.0, tremor=0.0)
    patient.show(1.0)
    patient.talk(10.0, 1.0)
    ways = _talking(patient, 14.0)
    assert np.ptp(ways[50:250], axis=0) == pytest.approx(np.ptp(ways[50:250, 0]), abs=1e-6)
    assert np.ptp(ways[50:250]) > 1.0
    assert ways[-10:].max() < 0.05


def test_the_next_phase_ends_it() -> None:
    patient = SimulatedPatient(1, head_motion=0.0, blink_interval_s=0.0, tremor=0.0)
    patient.talk(60.0, 0.0)
    _talking(patient, 5.0)
    patient.follow(Phase.DEMONSTRATE, {}, None, 5.0)
    assert _talking(patient, 8.0)[-10:].max() < 0.05


def test_a_weak_side_goes_less_far() -> None:
    palsy = Impairment(Side.LEFT, weakness=0.5)
    patient = SimulatedPatient(1, palsy, head_motion=0.0, blink_interval_s=0.0, tremor=0.0)
    patient.talk(10.0, 0.0)
    left, right = np.percentile(_talking(patient, 10.0), 90, axis=0)
    assert left < 0.75 * right
