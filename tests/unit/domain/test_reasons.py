"""Every reason for not scoring can be said to a person."""

from __future__ import annotations

import pytest

from coach.domain.errors import CoachError, InputError, NewerDatabaseError, OutputError
from coach.domain.quality import QUALITY_ADVICE, QualityReason, RepReason


@pytest.mark.parametrize("reason", QualityReason)
def test_every_quality_reason_has_plain_advice(reason: QualityReason) -> None:
    advice = QUALITY_ADVICE[reason]
    assert advice.endswith(".")
    assert advice[0].isupper()
    assert len(advice) <= 80  # fits one line of the screen, and is spoken in 5 s


def test_reasons_are_words_for_files() -> None:
    for reason in (*QualityReason, *RepReason):
        assert reason.value.replace("_", "").isalpha()
        assert reason.value == reason.value.lower()


def test_an_error_is_one_sentence_and_what_to_do() -> None:
    error = OutputError("The folder is not writable.", "Choose another one.")
    assert str(error) == "The folder is not writable. Choose another one."
    assert str(InputError("There is no such movement.")) == "There is no such movement."


def test_every_error_ends_the_command_line_with_2() -> None:
    assert issubclass(NewerDatabaseError, CoachError)
    assert InputError("x").exit_code == 2
