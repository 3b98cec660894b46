"""Where nothing could be measured, the page says why, and what helps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coach.domain.quality import QUALITY_ADVICE, RepReason
from coach.domain.session import QualitySummary, SessionRecord
from coach.ui.pages.unmeasured import why_unmeasured
from tests.ui.fake_presenters import rep, session_record


def unmeasured(reason: RepReason | None, **pictures: int) -> SessionRecord:
    reps = [replace(rep(i, "smile_closed", 0, 0), scored=False, reason=reason) for i in range(2)]
    return replace(session_record(reps), quality=QualitySummary(0.2, 30.0, dict(pictures)))


def test_most_pictures_say_why_and_what_to_do() -> None:
    record = unmeasured(RepReason.TOO_FEW_FRAMES, yaw=12, too_dark=40, no_baseline=300)
    assert why_unmeasured(record) == "Most often: too dark. Turn on a light in front of you."


@pytest.mark.parametrize("gate", list(QUALITY_ADVICE))
def test_every_remedy_is_one_sentence(gate: str) -> None:
    text = why_unmeasured(unmeasured(RepReason.TOO_FEW_FRAMES, **{str(gate): 9}))
    assert text.count(". ") <= 1
    assert "I cannot see a face" not in text


def test_a_small_movement_is_no_fault() -> None:
    assert "That is fine." in why_unmeasured(unmeasured(RepReason.NO_MOVEMENT))


@pytest.mark.parametrize("reason", [None, RepReason.SKIPPED, RepReason.TOO_FEW_FRAMES])
def test_nothing_is_guessed(reason: RepReason | None) -> None:
    assert why_unmeasured(unmeasured(reason)) == ""
