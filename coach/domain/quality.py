"""Why a frame, or a repetition, is not scored."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from coach.domain.language import Sentences, mark


class QualityReason(StrEnum):
    """Gate that forbids scoring. The value is what stands in `measures.csv` and the record."""

    NO_FACE = "no_face"
    SEVERAL_FACES = "several_faces"
    ANOTHER_FACE = "another_face"  # not the one whose resting face was measured, or its camera
    CUT_OFF = "cut_off"  # part of the face outside the picture
    OCCLUDED = "occluded"  # a hand, hair, a mask or glare covers part of it
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    # The light comes from the side named: the patient's own left or right.
    SIDE_LIGHT_LEFT = "side_light_left"
    SIDE_LIGHT_RIGHT = "side_light_right"
    LIGHT_CHANGING = "light_changing"  # exposure hunts, a cloud, a lamp switched
    BLURRED = "blurred"
    TOO_FAR = "too_far"
    TOO_NEAR = "too_near"
    YAW = "yaw"
    PITCH = "pitch"
    ROLL = "roll"
    IRIS_MISMATCH = "iris_mismatch"  # the two irises differ by more than 10 %: no mm scale
    LOW_FPS = "low_fps"
    NO_BASELINE = "no_baseline"  # the rest face has not been measured yet
    UNSTEADY_REST = "unsteady_rest"


class RepReason(StrEnum):
    """Why a repetition is kept but not scored."""

    TOO_FEW_FRAMES = "too_few_valid_frames"
    NO_MOVEMENT = "no_movement"  # neither side moved beyond this session's noise
    NO_BASELINE = "no_baseline"
    SKIPPED = "skipped"
    INTERRUPTED = "interrupted"  # paused, or the camera was lost
    SELF_REPORT = "self_report"  # the camera cannot measure this movement
    HURT = "hurt"  # the person said that it hurts


#: What to do about each reason, as one short instruction on the screen (and spoken).
QUALITY_ADVICE: Final = Sentences(
    {
        QualityReason.NO_FACE: mark("I cannot see a face. Sit in front of the camera."),
        QualityReason.SEVERAL_FACES: mark(
            "I see more than one face. Only you should be in the picture."
        ),
        QualityReason.ANOTHER_FACE: mark(
            "I see another face, or another camera, than the one I measured at rest."
        ),
        QualityReason.CUT_OFF: mark(
            "Part of your face is outside the picture. Move to the middle."
        ),
        QualityReason.OCCLUDED: mark(
            "A hand, hair, a mask or light in your glasses hides part of your face."
        ),
        QualityReason.TOO_DARK: mark("It is too dark. Turn on a light in front of you."),
        QualityReason.TOO_BRIGHT: mark("It is too bright. Turn the light away from your face."),
        QualityReason.SIDE_LIGHT_LEFT: mark(
            "The light comes from your left. Turn yourself and the camera toward it."
        ),
        QualityReason.SIDE_LIGHT_RIGHT: mark(
            "The light comes from your right. Turn yourself and the camera toward it."
        ),
        QualityReason.LIGHT_CHANGING: mark("The light is changing. Wait until it is steady."),
        QualityReason.BLURRED: mark("The picture is blurred. Hold still, or clean the lens."),
        QualityReason.TOO_FAR: mark("You are too far away. Come closer."),
        QualityReason.TOO_NEAR: mark("You are too near. Move back a little."),
        QualityReason.YAW: mark("Turn your head to face the camera."),
        QualityReason.PITCH: mark("Level your chin, not up and not down."),
        QualityReason.ROLL: mark("Hold your head upright."),
        QualityReason.IRIS_MISMATCH: mark(
            "I cannot see both eyes well. Face the camera, take glasses off."
        ),
        QualityReason.LOW_FPS: mark(
            "The camera is slow. More light or closing other programs helps."
        ),
        QualityReason.NO_BASELINE: mark("Let the face rest. I am measuring your resting face."),
        QualityReason.UNSTEADY_REST: mark("Let the face rest and keep still for a moment."),
    }
)
