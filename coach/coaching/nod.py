"""A slow double nod as "pause" and "go on", for hands that are busy or cannot reach a key.

The pattern is the chin down and back up, twice, slowly, with the head otherwise straight. No
movement of the face does that: facial movement leaks a degree or two into the head's angles, a
glance at the keyboard goes down once and stays, and "no" turns the head instead. The numbers are
the project's proposals; they decide nothing but a pause, which anybody can take back.
"""

from __future__ import annotations

import math
from collections import deque
from typing import Final

from coach.domain.exercise import ExerciseKind
from coach.domain.measures import HeadPose

#: Exercises in which hands or the exercise itself move the head.
HEAD_MOVES: Final = frozenset({ExerciseKind.MASSAGE, ExerciseKind.STRETCH})

#: How far the chin goes down, degrees from where the head was. Lower: a slump of the head counts.
DOWN_DEG: Final = 9.0
#: Back up: within this of where the head was, degrees.
BACK_DEG: Final = 4.0
#: More than this is looking at one's lap, degrees.
MOST_DEG: Final = 35.0
#: How long one way down and up lasts, s. Shorter is a jerk of the tracking.
SHORTEST_S: Final = 0.35
LONGEST_S: Final = 2.0
#: Between the first way up and the second way down, s.
BETWEEN_S: Final = 1.2
#: Turning or tilting by more than this share of the nod is no nod.
SIDEWAYS_SHARE: Final = 0.6
#: After a nod nothing is heard for this long, s.
DEAF_S: Final = 2.0
#: The head's usual pitch is the median of this long, s.
USUAL_S: Final = 3.0


class NodDetector:
    """Hears the double nod from head angles over time. Pure: time comes with the angles."""

    def __init__(self) -> None:
        self._history: deque[tuple[float, HeadPose]] = deque()
        self._deaf_until_s = -math.inf
        self.forget()

    def forget(self) -> None:
        """Begin anew: nobody is seen, or the head is moved by the exercise."""
        self._history.clear()
        self._start: HeadPose | None = None
        self._down_s: float | None = None
        self._deepest_deg = self._sideways_deg = 0.0
        self._first_s: float | None = None

    def step(self, t_s: float, pose: HeadPose) -> bool:
        """Take the head's angles at a moment; True at the end of a double nod.

        Args:
            t_s: seconds, rising.
            pose: degrees; NaN where no face was found, which ends a nod that has begun.
        """
        if not math.isfinite(pose.pitch + pose.yaw + pose.roll):
            self.forget()
            return False
        if self._down_s is None:
            return self._wait(t_s, pose)
        return self._follow(t_s, pose)

    def _wait(self, t_s: float, pose: HeadPose) -> bool:
        """The head is up."""
        history = self._history
        if self._first_s is not None and t_s - self._first_s > BETWEEN_S:
            self._first_s = self._start = None
        usual = self._start or self._usual()
        if usual is not None and pose.pitch - usual.pitch >= BACK_DEG:
            self._start, self._down_s = usual, t_s
            self._deepest_deg = pose.pitch - usual.pitch
            self._sideways_deg = 0.0
            return False
        history.append((t_s, pose))
        while t_s - history[0][0] > USUAL_S:
            history.popleft()
        return False

    def _follow(self, t_s: float, pose: HeadPose) -> bool:
        """The head is on its way down and up."""
        start, down_s = self._start, self._down_s
        assert start is not None and down_s is not None
        now = pose.pitch - start.pitch
        self._deepest_deg = max(self._deepest_deg, now)
        turned = max(abs(pose.yaw - start.yaw), abs(pose.roll - start.roll))
        self._sideways_deg = max(self._sideways_deg, turned)
        lasted_s = t_s - down_s
        if lasted_s > LONGEST_S or self._deepest_deg > MOST_DEG:
            self.forget()
            return False
        if now > BACK_DEG:
            return False
        self._down_s = None
        if self._deepest_deg < DOWN_DEG:  # the start of a slow nod trembles at the limit
            return False
        nodded = (
            lasted_s >= SHORTEST_S
            and self._sideways_deg <= SIDEWAYS_SHARE * self._deepest_deg
            and t_s >= self._deaf_until_s
        )
        if not nodded:
            self._start = self._first_s = None
            return False
        if self._first_s is None:
            self._first_s = t_s
            return False
        self._deaf_until_s = t_s + DEAF_S
        self.forget()
        return True

    def _usual(self) -> HeadPose | None:
        """Where the head has been; None while too little is known."""
        history = self._history
        if len(history) < 3 or history[-1][0] - history[0][0] < 0.5:
            return None
        poses = [pose for _, pose in history]
        return HeadPose(
            _median([p.yaw for p in poses]),
            _median([p.pitch for p in poses]),
            _median([p.roll for p in poses]),
        )


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
