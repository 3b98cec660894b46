from __future__ import annotations

from pathlib import Path

import pytest

from coach.app.camera_list import in_opencv_order
from coach.app.sources import (
    NO_CAMERA,
    STANDS_IN,
    Patient,
    choose_camera,
    choose_media,
    drawn_face,
)
from coach.capture.cameras import CameraInfo
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.errors import InputError
from coach.domain.events import PhaseStarted
from coach.domain.exercise import Phase
from coach.domain.session import DRAWN_FACE
from coach.domain.sides import Affected, Side
from coach.face.geometry import FacePoint
from tests.fixtures.short_practice import short_library


def test_without_a_camera_the_drawn_face_stands_in_and_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("coach.app.camera_list.list_cameras", list)
    (choice,) = choose_camera("auto", Patient())()
    assert choice.announcement == STANDS_IN
    assert choice.on_phase is not None


def test_asked_for_the_drawn_face_alone() -> None:
    (choice,) = choose_camera(NO_CAMERA, Patient())()
    assert choice.source.open().kind == DRAWN_FACE
    choice.source.close()


@pytest.mark.parametrize("camera", ["front", "-1", "1.5", ""])
def test_what_is_no_camera_is_refused_at_once(camera: str) -> None:
    with pytest.raises(InputError):
        choose_camera(camera, Patient())


def test_media_that_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"clip\.mp4"):
        choose_media(tmp_path / "clip.mp4", lossless=True)
    with pytest.raises(InputError, match="stream"):
        choose_media("nowhere", lossless=False)


def test_the_patient_follows_the_coach_on_its_own_side() -> None:
    """Weakness 1 leaves no movement on the affected side: truth of the drawn face."""
    choice = drawn_face(Patient(Affected.LEFT, weakness=1.0), "", live=False)
    exercise = short_library().exercises["smile_closed"]
    assert choice.on_phase is not None
    choice.on_phase(PhaseStarted(0.0, Phase.MOVE, exercise.id, 0, 0, 1.0), exercise, 0.0)
    patient = choice.source.patient  # type: ignore[attr-defined]
    weights = patient.truth(3.0).expression
    assert weights.get("smile", Side.RIGHT) > 0.3
    assert weights.get("smile", Side.LEFT) == pytest.approx(0.0, abs=1e-9)


def test_the_chosen_camera_is_tried_first_whatever_its_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = [CameraInfo(0, "Lid", "by-path:lid"), CameraInfo(3, "Good", "by-id:good")]
    monkeypatch.setattr("coach.app.camera_list.list_cameras", lambda: here)
    said = [c.announcement for c in choose_camera("auto", Patient(), "by-id:good")()]
    assert said == ["Camera: Good.", "Camera: Lid.", STANDS_IN]


def test_that_the_chosen_camera_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.app.camera_list.list_cameras", lambda: [CameraInfo(0, "Lid", "x")])
    first = next(iter(choose_camera("auto", Patient(), "by-id:good")()))
    assert first.announcement == "Your usual camera is not connected. Camera: Lid."


def test_numbers_on_other_systems_are_those_of_opencv() -> None:
    """OpenCV sorts by id on macOS (opencv pull request 22946) and keeps the order on Windows."""
    listed = [("0x8020", "Screen"), ("0x1400", "Lid")]
    mac = in_opencv_order(listed, "darwin")
    assert [(c.index, c.label, c.id) for c in mac] == [
        (0, "Lid", "qt:0x1400"),
        (1, "Screen", "qt:0x8020"),
    ]
    windows = in_opencv_order(listed, "win32")
    assert [(c.index, c.label) for c in windows] == [(0, "Screen"), (1, "Lid")]


def test_the_first_repetitions_are_small_where_they_teach() -> None:
    choice = drawn_face(Patient(), "", live=False)
    patient = choice.source.patient  # type: ignore[attr-defined]
    exercise = load_exercises(exercises_dir()).exercises["smile_closed"]
    assert choice.on_phase is not None
    sizes = []
    for rep in range(4):
        at = 20.0 * rep
        choice.on_phase(PhaseStarted(at, Phase.MOVE, exercise.id, 0, rep, 4.0), exercise, at)
        sizes.append(patient.show(at + 8.0).expression.get("smile", Side.RIGHT))
        choice.on_phase(PhaseStarted(at, Phase.RELEASE, exercise.id, 0, rep, 4.0), exercise, at + 9)
    assert sizes == pytest.approx([0.25, 0.25, 0.5, 0.5], rel=0.15)  # variation and tremor


def test_the_patient_talks_when_asked_to() -> None:
    choice = drawn_face(Patient(), "", live=False)
    patient = choice.source.patient  # type: ignore[attr-defined]
    exercise = load_exercises(exercises_dir()).exercises["read_aloud"]
    assert choice.on_phase is not None
    choice.on_phase(PhaseStarted(0.0, Phase.REST, exercise.id, 0, 0, 60.0), exercise, 0.0)
    corners = [
        patient.show(0.1 * i).displacement_mm(FacePoint.COMMISSURE, Side.LEFT)[0]
        for i in range(100)
    ]
    assert max(corners) - min(corners) > 1.0
