"""Keeps the native landmark engine's start-up chatter off stderr, and nothing else.

MediaPipe's C++ side writes to file descriptor 2 before any log level can be set (the XNNPACK
notice, the feedback-manager and projection warnings of every start). A person who sees it takes
it for an error.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from typing import Final

#: Fragments of the lines that are known, harmless and written at every start.
KNOWN_CHATTER: Final = (
    "XNNPACK delegate",
    "All log messages before absl::InitializeLog()",
    "inference_feedback_manager.cc",
    "landmark_projection_calculator.cc",
    "gl_context",
    "face_landmarker_graph.cc",
)


def is_chatter(line: str) -> bool:
    """True for a line that the engine writes at every start and that says nothing to anybody."""
    return any(fragment in line for fragment in KNOWN_CHATTER)


@contextlib.contextmanager
def quiet_native_stderr() -> Iterator[None]:
    """Holds back what is written to file descriptor 2; passes on all but the known chatter.

    Process-wide while it lasts, so it is used for the tens of milliseconds of a start only. Where
    there is no stderr (a windowed program on Windows) it does nothing.
    """
    try:
        saved = os.dup(2)
    except OSError:
        yield
        return
    try:
        holder = tempfile.TemporaryFile()  # noqa: SIM115 (closed below)
    except OSError:  # no room for it: better chatter than no measurement
        os.close(saved)
        yield
        return
    with holder as held:
        if sys.stderr is not None:
            sys.stderr.flush()
        os.dup2(held.fileno(), 2)
        try:
            yield
        finally:
            if sys.stderr is not None:
                sys.stderr.flush()
            os.dup2(saved, 2)
            os.close(saved)
            held.seek(0)
            text = held.read().decode(errors="replace")
            kept = "".join(line for line in text.splitlines(True) if not is_chatter(line))
            if kept:
                os.write(2, kept.encode())
