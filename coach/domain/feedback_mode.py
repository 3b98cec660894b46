"""What a person sees of themselves while they practise."""

from __future__ import annotations

from enum import StrEnum


class FeedbackMode(StrEnum):
    """Ways of feedback; switched at any moment, measuring is the same in all."""

    MIRROR = "mirror"  # the camera's picture with the overlay
    BARS = "bars"  # no picture: how far each side has moved
    DRAWN = "drawn"  # no picture: the drawn face moves as theirs does
    REFLECTED = "reflected"  # the healthy half and its reflection (mirror therapy)
    VOICE = "voice"  # nothing to look at: spoken only
