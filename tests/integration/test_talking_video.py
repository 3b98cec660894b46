"""`analyse --talking` on a video of a drawn face that talks, against what the face truly did."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from coach.cli import main
from coach.domain.frames import FloatArray
from coach.domain.sides import Side
from coach.face.geometry import FacePoint
from coach.face.impairment import Impairment
from coach.face.patient import SimulatedPatient
from coach.face.source import DrawnFaceSource

FPS, REST_S, TALK_S = 24.0, 3.0, 27.0


def _film(path: Path, patient: SimulatedPatient) -> FloatArray:
    """(n, 2) true ways of the corners, mm, left first."""
    source = DrawnFaceSource(patient, fps=FPS, duration_s=REST_S + TALK_S)
    size = source.open().size
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), FPS, size)
    patient.talk(TALK_S - 1.0, REST_S)
    ways = []
    while (frame := source.read()) is not None:
        writer.write(frame.image)
        truth = patient.truth(frame.t_ns * 1e-9)
        ways.append([np.hypot(*truth.displacement_mm(FacePoint.COMMISSURE, s)) for s in Side])
    writer.release()
    source.close()
    return np.array(ways)


@pytest.mark.slow
def test_a_talking_face_is_summed_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    video, out = tmp_path / "talk.mp4", tmp_path / "out"
    palsy = Impairment(Side.LEFT, weakness=0.5)
    ways = _film(video, SimulatedPatient(2, palsy, blink_interval_s=3.0))
    assert main(["analyse", str(video), "--talking", "--affected", "left", "--out", str(out)]) == 0
    data = json.loads((out / "session.json").read_text())
    (check,) = data["spontaneous"]
    assert data["reps"] == []
    assert data["plan"] == ["talk_freely"]
    # The face is silent in the pauses: syllables and pauses of a second belong together.
    assert 12 < check["talking_s"] <= TALK_S
    left, right = np.percentile(ways[ways.max(axis=1) > 0.3], 90, axis=0)
    # 90th percentiles of two definitions (from rest, from the middle): 15 points.
    assert check["affected_pct_of_healthy"] == pytest.approx(100 * left / right, abs=15)
    assert 5 <= check["blinks"]["count"] <= 16  # 10 expected in 30 s
    assert [p["count"] for p in check["pairs"] if p["trigger"] == "mouth"] == [0, 0]
    with (out / "measures.csv").open(newline="") as file:
        phases = [row["phase"] for row in csv.DictReader(file)]
    assert set(phases) == {"rest", "talk"}
    assert len(phases) == len(ways)
    assert phases[: round(2 * FPS)] == ["rest"] * round(2 * FPS)
    assert (out / "plot_talking_1.png").read_bytes().startswith(b"\x89PNG")
    said = capsys.readouterr().out
    assert "The left mouth corner goes" in said
    assert "With the mouth the left eye stayed quiet." in said


@pytest.mark.parametrize("arguments", [[], ["--talking", "--movement", "pucker"]])
def test_it_is_a_movement_or_talking(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyse", "missing.mp4", *arguments]) == 2
    assert "--talking" in capsys.readouterr().err
