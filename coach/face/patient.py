"""A simulated patient who does what the coach says, as well as a palsy allows."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import Final

import numpy as np

from coach.domain.exercise import Phase
from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.face.chatter import Chatter
from coach.face.expression import CHANNELS, Expression
from coach.face.geometry import FaceModel, face_model
from coach.face.impairment import Impairment
from coach.face.look import DEFAULT_LOOK, FaceLook
from coach.face.motion import Blinks, HeadSway, Track, Wander
from coach.face.projection import HeadPlacement
from coach.face.script import Script
from coach.face.shape import FaceShape
from coach.face.truth import FaceTruth

#: From hearing "move" to moving (simple reactions to a voice take 0.2 to 0.3 s).
REACTION_S: Final = 0.25
#: How long it takes to relax when no time is given.
_RELAX_S: Final = 0.6
#: A held movement trembles by this share of its size (SD), at 5 to 9 Hz.
_TREMOR_SHARE: Final = 0.008
_SIDES: Final = (Side.LEFT, Side.RIGHT)


class SimulatedPatient:
    """Somebody in front of the camera.

    All times are seconds of media time. What has been shown once does not change: an order that
    comes late starts late. Every method may be called from any thread.

    Args:
        seed: identity (unless `shape` is given), blinks, head movements, small differences
            between repetitions. Seed 0 has the average face.
        impairment: the palsy; none by default.
        look: colours and hair.
        shape: proportions; from the seed where None.
        head_motion: 1 for a person sitting at ease, 0 for a still head.
        placement: where the head is held on average.
        blink_interval_s: mean time between blinks; 0 for none.
        variation: SD of the size of a repetition, as a share of it.
        tremor: 1 for the usual tremor of a held movement, 0 for none.
        reaction_s: from an order to the start of the movement.
    """

    def __init__(
        self,
        seed: int = 0,
        impairment: Impairment | None = None,
        *,
        look: FaceLook = DEFAULT_LOOK,
        shape: FaceShape | None = None,
        head_motion: float = 1.0,
        placement: HeadPlacement | None = None,
        blink_interval_s: float = 4.0,
        variation: float = 0.04,
        tremor: float = 1.0,
        reaction_s: float = REACTION_S,
    ) -> None:
        self.seed = seed
        self.impairment = impairment or Impairment.none()
        self.look = look
        self.shape = shape or FaceShape.from_seed(seed)
        self.model: FaceModel = face_model(self.shape, look.hair_style)
        self.blinks = Blinks(seed, blink_interval_s)
        self._sway = HeadSway(seed, head_motion, placement)
        rng = np.random.default_rng((seed, 37))
        self._tremor = [Wander.seeded(rng, _TREMOR_SHARE * tremor, 5.0, 9.0) for _ in _SIDES]
        self._variation = variation
        self._sizes = np.random.default_rng((seed, 41))
        self._reaction_s = reaction_s
        self._tracks = [Track(len(CHANNELS)) for _ in _SIDES]
        self._shown_s = 0.0
        self._chatter: Chatter | None = None
        self._lock = Lock()

    def follow(
        self,
        phase: Phase,
        weights: Mapping[str, float],
        duration_s: float | None = None,
        t_s: float | None = None,
    ) -> None:
        """Obey a phase of the session.

        In MOVE the face goes to `weights` over `duration_s` after its reaction time; HOLD keeps
        what there is; every other phase lets go (over `duration_s` in RELEASE).

        Args:
            phase: the phase that starts.
            weights: expression weights of the exercise at full movement, by channel.
            duration_s: planned length of the phase; None where there is none.
            t_s: when the phase starts; None for now, the newest moment that was shown.
        """
        if phase is Phase.HOLD:
            return
        self._chatter = None
        if phase is Phase.MOVE:
            target = Expression.symmetric(weights).to_array()
        else:
            target = np.zeros((len(_SIDES), len(CHANNELS)))
        planned = duration_s if phase in (Phase.MOVE, Phase.RELEASE) else None
        with self._lock:
            now = self._shown_s if t_s is None else max(t_s, self._shown_s - self._reaction_s)
            if phase is Phase.MOVE:
                size = 1.0 + self._variation * float(np.clip(self._sizes.normal(), -2.0, 2.0))
                target = np.minimum(target * size, 1.0)
            self._move(target, now + self._reaction_s, _RELAX_S if planned is None else planned)

    def talk(self, duration_s: float, t_s: float) -> None:
        """Talk from now on, for as long as it takes or until the next phase.

        Args:
            duration_s: seconds.
            t_s: when it starts.
        """
        with self._lock:
            start_s = max(t_s, self._shown_s) + self._reaction_s
            self._chatter = Chatter(self.seed, start_s, start_s + duration_s)

    def perform(self, script: Script, start_s: float = 0.0, face: Expression | None = None) -> None:
        """Do a script exactly: no reaction time, no difference between repetitions.

        Args:
            script: when, and what (on both sides).
            start_s: media time at which the script starts.
            face: the face at full movement in place of the script's weights, where the sides
                differ.
        """
        full = (face or Expression.symmetric(script.weights)).to_array()
        rest = np.zeros_like(full)
        with self._lock:
            for rep in script.reps:
                self._move(full, start_s + rep.start_s, rep.hold_start_s - rep.start_s)
                self._move(rest, start_s + rep.hold_end_s, rep.end_s - rep.hold_end_s)

    def _move(self, target: FloatArray, start_s: float, duration_s: float) -> None:
        for side, track, weights in zip(_SIDES, self._tracks, target, strict=True):
            if not np.array_equal(track.target, weights):
                track.move_to(weights, start_s + self.impairment.lag_of(side), duration_s)

    def truth(self, t_s: float) -> FaceTruth:
        """The exact state of the face at a moment."""
        with self._lock:
            intended = np.stack([track.at(t_s) for track in self._tracks])
        for row, wander in zip(intended, self._tremor, strict=True):
            row *= 1.0 + wander.at(t_s)
        blink = self.blinks.at(t_s)
        weights = self.impairment.apply_array(intended, np.full(2, blink))
        return FaceTruth.of(
            self.model, Expression.from_array(weights), self._sway.at(t_s), t_s, blink
        )

    def show(self, t_s: float) -> FaceTruth:
        """As `truth`, for a camera: from now on this moment is the past."""
        with self._lock:
            self._shown_s = max(self._shown_s, t_s)
            chatter = self._chatter
            for syllable in chatter.until(t_s) if chatter is not None else ():
                target = np.zeros((len(_SIDES), len(CHANNELS)))
                for channel, weight in syllable.weights:
                    target[:, channel] = weight
                self._move(target, syllable.start_s, syllable.duration_s)
        return self.truth(t_s)
