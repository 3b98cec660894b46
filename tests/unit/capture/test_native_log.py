from __future__ import annotations

import os

import pytest

from coach.capture.native_log import is_chatter, quiet_native_stderr


def test_known_chatter_is_held_back_and_the_rest_passes(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with quiet_native_stderr():
        os.write(2, b"INFO: Created TensorFlow Lite XNNPACK delegate for CPU.\n")
        os.write(2, b"something that matters\n")
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "something that matters\nafter\n"


def test_an_error_inside_still_restores_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        with quiet_native_stderr():
            os.write(2, b"said before\n")
            raise ValueError("inside")

    with pytest.raises(ValueError, match="inside"):
        fail()
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "said before\nafter\n"


@pytest.mark.parametrize(
    ("line", "chatter"),
    [
        ("W0000 00:00:1 7 inference_feedback_manager.cc:114] Feedback manager requires", True),
        ("E0000 00:00:1 7 calculator_graph.cc:957] INTERNAL: out of memory", False),
        ("Fatal Python error: Segmentation fault", False),
    ],
)
def test_what_counts_as_chatter(line: str, chatter: bool) -> None:
    assert is_chatter(line) is chatter
