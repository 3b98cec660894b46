from threading import Thread

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.exercise import Phase
from coach.domain.measures import SideMeasure
from coach.domain.sides import Side
from coach.face.geometry import FacePoint
from coach.face.impairment import Impairment
from coach.face.motion import BLINK_S, Blinks, HeadSway, Track, minimum_jerk
from coach.face.patient import REACTION_S, SimulatedPatient
from coach.face.script import RepWindow, Script

SMILE = {"smile": 0.6}


def still(seed: int = 1, impairment: Impairment | None = None) -> SimulatedPatient:
    """A patient without blinks, sway, tremor or variation."""
    return SimulatedPatient(
        seed, impairment, head_motion=0.0, blink_interval_s=0.0, variation=0.0, tremor=0.0
    )


def smile(p: SimulatedPatient, t_s: float, side: Side = Side.RIGHT) -> float:
    return p.truth(t_s).expression.get("smile", side)


def test_moves_holds_and_lets_go() -> None:
    p = still()
    p.follow(Phase.MOVE, SMILE, 2.0, 10.0)
    p.follow(Phase.HOLD, SMILE, 3.0, 12.0)
    p.follow(Phase.RELEASE, SMILE, 2.0, 15.0)
    p.follow(Phase.REST, SMILE, 3.0, 17.0)
    assert smile(p, 9.0) == 0.0
    assert smile(p, 10.0 + REACTION_S) == 0.0
    assert 0.0 < smile(p, 11.0) < 0.6
    assert smile(p, 12.3) == pytest.approx(0.6)
    assert smile(p, 15.0 + REACTION_S) == pytest.approx(0.6)
    assert 0.0 < smile(p, 16.2) < 0.6
    assert smile(p, 17.3) == pytest.approx(0.0)


@pytest.mark.parametrize(
    "phase", [Phase.SETUP, Phase.BASELINE, Phase.DEMONSTRATE, Phase.GET_READY, Phase.FINISHED]
)
def test_every_other_phase_is_rest(phase: Phase) -> None:
    p = still()
    p.follow(Phase.MOVE, SMILE, 1.0, 0.0)
    p.follow(phase, SMILE, 5.0, 4.0)
    assert smile(p, 6.0) == 0.0


def test_an_order_in_the_middle_of_a_movement_takes_over_smoothly() -> None:
    p = still()
    p.follow(Phase.MOVE, SMILE, 2.0, 0.0)
    p.follow(Phase.RELEASE, SMILE, 2.0, 1.0)
    t = np.arange(0.0, 4.0, 1 / 60)
    values = np.array([smile(p, float(x)) for x in t])
    assert 0.1 < values.max() < 0.6
    # Minimum jerk moves at most 1.875 times its mean speed: 0.6 in 2 s is 0.0094 a frame.
    assert np.abs(np.diff(values)).max() < 0.0095


def test_what_was_shown_does_not_change() -> None:
    p = still()
    p.show(20.0)
    p.follow(Phase.MOVE, SMILE, 1.0, t_s=5.0)  # comes late: 15 s ago
    assert smile(p, 10.0) == 0.0
    assert smile(p, 20.0) == 0.0
    assert smile(p, 21.5) == pytest.approx(0.6)


def test_without_a_time_the_order_is_for_now() -> None:
    p = still()
    p.show(7.0)
    p.follow(Phase.MOVE, SMILE, 1.0)
    assert smile(p, 7.0 + REACTION_S) == 0.0
    assert smile(p, 8.3) == pytest.approx(0.6)


@pytest.mark.parametrize("side", list(Side))
def test_the_affected_side_is_weak_late_and_synkinetic(side: Side) -> None:
    p = still(impairment=Impairment(side, weakness=0.5, synkinesis=0.5, lag_s=0.3))
    p.perform(Script.repeated(SMILE, reps=1, lead_s=1.0))
    begin, hold = p.truth(1.25).expression, p.truth(3.2).expression
    assert begin.get("smile", side) == 0.0 < begin.get("smile", side.other)
    assert hold.get("smile", side) == pytest.approx(0.3)
    assert hold.get("smile", side.other) == pytest.approx(0.6)
    assert hold.get("eye_close", side) == pytest.approx(0.5 * 0.6 * 1.4)
    assert hold.get("eye_close", side.other) == 0.0


def test_a_script_is_done_exactly() -> None:
    script = Script.repeated(SMILE, reps=3)
    p = still()
    p.perform(script)
    assert script.reps[0] == RepWindow(3.0, 4.5, 6.5, 8.0)
    for rep in script.reps:
        assert smile(p, rep.start_s) == 0.0
        assert smile(p, rep.hold_start_s) == pytest.approx(0.6)
        assert smile(p, rep.hold_end_s) == pytest.approx(0.6)
        assert smile(p, rep.end_s) == pytest.approx(0.0)
    assert smile(p, script.duration_s) == 0.0


def test_a_window_out_of_order_is_refused() -> None:
    with pytest.raises(ValueError, match="in this order"):
        RepWindow(3.0, 2.0, 4.0, 5.0)


def test_truth_is_in_the_contracts_units() -> None:
    p = still(seed=0)
    p.perform(Script.repeated({"smile": 1.0}, reps=1, lead_s=0.5))
    truth = p.truth(3.0)
    x, y = truth.displacement_mm(FacePoint.COMMISSURE, Side.RIGHT)
    assert truth.measure(SideMeasure.COMMISSURE_X, Side.RIGHT) == x < -5.0
    assert truth.measure(SideMeasure.COMMISSURE_Y, Side.RIGHT) == y > 5.0
    assert truth.measure(SideMeasure.PALPEBRAL_FISSURE, Side.LEFT) == truth.fissure_mm.left
    assert truth.measure(SideMeasure.EYE_CLOSURE, Side.LEFT) == truth.closure_pct.left
    assert p.truth(0.1).measure(SideMeasure.BROW_Y, Side.LEFT) == 0.0


def test_the_same_seed_is_the_same_patient_and_another_is_not() -> None:
    def signature(seed: int) -> tuple[object, ...]:
        p = SimulatedPatient(seed)
        p.follow(Phase.MOVE, SMILE, 1.0, 0.0)
        t = p.truth(3.3)
        return p.shape, t.expression, t.placement, tuple(p.blinks.starts_s[:5])

    assert signature(4) == signature(4)
    assert all(a != b for a, b in zip(signature(4), signature(5), strict=True))


def test_blinks_close_both_eyes_about_every_four_seconds() -> None:
    p = SimulatedPatient(2)
    starts = [s for s, _ in p.blinks.between(0.0, 400.0)]
    # 100 intervals of mean 4 s and SD 1.6 s: the mean of them lies within 4 SE = 0.65 s.
    assert 400.0 / len(starts) == pytest.approx(4.0, abs=0.65)
    middle = p.truth(starts[0] + 0.1)
    assert middle.blink == 1.0
    assert middle.closure_pct.left == pytest.approx(100.0)
    assert middle.closure_pct.right == pytest.approx(100.0)
    assert p.truth(starts[0] + BLINK_S).blink == 0.0


def test_no_blinks_where_none_are_wanted() -> None:
    assert Blinks(3, 0.0).starts_s == []
    assert Blinks(3, 0.0).at(5.0) == 0.0


def test_the_head_sways_a_little_and_is_still_on_demand() -> None:
    t = np.linspace(0.0, 120.0, 1200)
    yaw = np.array([HeadSway(1).at(float(x)).yaw for x in t])
    assert 0.5 < yaw.std() < 2.0  # laid out for an SD of 1.2 degrees
    assert np.abs(yaw).max() < 5.0
    assert HeadSway(1, amount=0.0).at(17.0).yaw == 0.0


@given(st.floats(-1.0, 2.0))
def test_minimum_jerk_goes_from_0_to_1_evenly(t: float) -> None:
    assert 0.0 <= minimum_jerk(t) <= 1.0
    # Point symmetry about the middle; 1e-12: rounding.
    assert minimum_jerk(t) + minimum_jerk(1.0 - t) == pytest.approx(1.0, abs=1e-12)


def test_a_track_rests_before_its_first_movement() -> None:
    track = Track(3)
    track.move_to(np.array([1.0, 0.0, 0.5]), 2.0, 1.0)
    assert not track.at(1.9).any()
    assert track.at(3.0).tolist() == [1.0, 0.0, 0.5]


def test_orders_and_pictures_may_come_from_two_threads() -> None:
    p = SimulatedPatient(1)

    def order() -> None:
        for i in range(300):
            p.follow(Phase.MOVE if i % 2 else Phase.RELEASE, SMILE, 0.5)

    thread = Thread(target=order)
    thread.start()
    for i in range(300):
        p.show(i / 30.0)
    thread.join()
    assert 0.0 <= smile(p, 12.0) <= 1.0
