from __future__ import annotations

from pathlib import Path

import pytest

from coach.capture.camera import CameraSource
from coach.capture.open_source import open_source
from coach.capture.stream import StreamSource
from coach.capture.video import VideoSource


@pytest.mark.parametrize(
    ("spec", "kind"),
    [
        (0, CameraSource),
        ("1", CameraSource),
        ("rtsp://127.0.0.1/x", StreamSource),
        ("HTTP://127.0.0.1:8080/video", StreamSource),
        ("film.mp4", VideoSource),
        (str(Path("some") / "folder"), VideoSource),
    ],
)
def test_the_specification_chooses(spec: str | int, kind: type) -> None:
    assert type(open_source(spec)) is kind
