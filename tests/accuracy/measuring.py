"""A case through the program: landmarks, measures, repetitions; kept on disk for the next run.

Landmarks are kept for as long as the pictures and the engine stay the same, measures for as long
as the code that makes them does. What follows from the measures (repetitions, intervals) is worked
out anew each time.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from coach.analysis.analyser import FaceAnalyser, measure_all
from coach.analysis.quality import QualityLimits
from coach.analysis.rest_search import find_rest
from coach.capture.litert_landmarker import LiteRtLandmarker
from coach.capture.pixels import OpenCvPixels
from coach.domain.frames import FloatArray, Frame, Image, ImageStats
from coach.domain.landmarks import N_LANDMARKS, FaceFrame
from coach.domain.measures import N_MEASURES, HeadPose, MeasureFrame
from coach.domain.pixels import PixelTools
from coach.domain.quality import QualityReason
from tests.accuracy.case import Case, Family

ROOT: Final = Path(__file__).resolve().parents[2]
#: Code that decides about the pictures and landmarks.
_PICTURE_CODE: Final = (
    *(
        f"coach/capture/{name}.py"
        for name in (
            "litert_landmarker", "face_mesh", "face_box", "face_detector", "face_count",
            "image_stats", "video",
        )
    ),
    "coach/face",
    "tests/accuracy/case.py",
)  # fmt: skip
#: Of what is kept; another one is measured anew.
_FORMAT: Final = "2"
_PUPPET_CODE: Final = "tests/accuracy/puppet*.py"
#: Code that turns landmarks and pictures into measures; what comes after them is left out.
_MEASURE_CODE: Final = (
    "coach/analysis",
    *(
        f"coach/domain/{name}.py"
        for name in ("frames", "landmarks", "measures", "movements", "pixels", "quality", "sides")
    ),
    "coach/capture/pixels.py",
)
_AFTER: Final = (
    "uncertainty.py", "symmetry.py", "reps.py", "segments.py", "synkinesis.py", "comovement.py",
    "blinks.py", "blinks_live.py", "blink_corner.py", "blink_summary.py", "excursion.py",
    "calibration.py", "clean_samples.py", "coupling.py", "drift.py", "jackknife.py",
    "spontaneous.py", "talking.py", "plain.py", "agreement.py", "discrimination.py",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """What the program and plain MediaPipe read on a case.

    Attributes:
        points: (n, 478, 3) landmarks, NaN where no face was found.
        frames: n pictures' measures; empty where no rest face was found.
        rest_noise: (N_MEASURES,) standard deviation at rest as the program knows it.
        rest_fissure_mm: (left, right).
        mm_per_px: the program's scale at rest.
        reasons: of every picture, "" where it is scored; without a rest face, why not.
    """

    points: FloatArray
    frames: tuple[MeasureFrame, ...]
    rest_noise: FloatArray
    rest_fissure_mm: tuple[float, float]
    mm_per_px: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """Pictures in memory, for the analysis to read more than once."""

    images: Sequence[Image]
    pixels: PixelTools = field(default_factory=OpenCvPixels)

    def read_all(self) -> Iterator[Image]:
        return iter(self.images)


def measure(case: Case) -> Measured:
    """Measure a case, or take what an earlier run has kept."""
    seen = cache_folder() / f"landmarks-{_key(case.signature, _pictures_code(case))}.npz"
    kept = (
        cache_folder() / f"measures-{_key(_FORMAT, seen.stem, _sources(_MEASURE_CODE, _AFTER))}.npz"
    )
    if kept.exists() and seen.exists():
        return _load(kept, _load_faces(seen, case.fps))
    images = list(case.pictures())
    faces = _load_faces(seen, case.fps) if seen.exists() else _detect(images, seen, case.fps)
    limits, pictures = QualityLimits(), _Held(images)
    search = find_rest(faces, limits, pictures)
    rest = search.rest
    frames: list[MeasureFrame] = []
    reasons = [_unrested(m, search.reason) for m in measure_all(FaceAnalyser(limits), faces)]
    if rest is not None:
        analyser = FaceAnalyser(limits, pictures.pixels)
        analyser.use_rest(rest)
        frames = [analyser.step(face, image) for face, image in zip(faces, images, strict=True)]
        reasons = [f.reason.value if f.reason else "" for f in frames]
    record = rest.record() if rest is not None else None
    noise = np.array(list(record.noise_sd_mm.values())) if record else np.full(N_MEASURES, np.nan)
    fissure = record.palpebral_fissure_mm if record else None
    _save(
        kept,
        values=np.stack([f.values for f in frames]) if frames else np.empty((0, N_MEASURES)),
        pose=np.array([(f.pose.yaw, f.pose.pitch, f.pose.roll) for f in frames]).reshape(-1, 3),
        t_ns=np.array([f.t_ns for f in frames], dtype=np.int64),
        mm_per_px=np.array([f.mm_per_px for f in frames]),
        reason=np.array([f.reason.value if f.reason else "" for f in frames], dtype="U32"),
        noise=noise,
        reasons=np.array(reasons, dtype="U32"),
        rest=np.array(
            [fissure.left, fissure.right, record.mm_per_px] if fissure and record else [np.nan] * 3,
            dtype=np.float64,
        ),
    )
    return _load(kept, faces)


def _unrested(m: MeasureFrame, why: QualityReason) -> str:
    """Without a rest face: the picture's own reason, else why there is none."""
    if m.reason is None or m.reason is QualityReason.NO_BASELINE:
        return why.value
    return m.reason.value


def cache_folder() -> Path:
    """Where landmarks and measures are kept; ACCURACY_CACHE names another place."""
    folder = Path(os.environ.get("ACCURACY_CACHE", Path(tempfile.gettempdir()) / "coach-accuracy"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _detect(images: Sequence[Image], path: Path, fps: float) -> list[FaceFrame]:
    landmarker = LiteRtLandmarker()
    try:
        faces = [
            landmarker.detect(Frame(image, i, round(i / fps * 1e9)))
            for i, image in enumerate(images)
        ]
    finally:
        landmarker.close()
    nothing = np.full((N_LANDMARKS, 3), np.nan)
    stats = [
        (s.brightness, s.contrast, s.sharpness) if (s := f.stats) else (np.nan,) * 3 for f in faces
    ]
    _save(
        path,
        points=np.stack([nothing if f.points is None else f.points for f in faces]),
        faces=np.array([f.faces for f in faces]),
        stats=np.array(stats),
        size=np.array(faces[0].size),
    )
    return _load_faces(path, fps)


def _load_faces(path: Path, fps: float) -> list[FaceFrame]:
    with np.load(path) as data:
        points, count, stats = data["points"], data["faces"], data["stats"]
        size = (int(data["size"][0]), int(data["size"][1]))
    return [
        FaceFrame(
            points=None if np.isnan(points[i, 0, 0]) else points[i],
            index=i,
            t_ns=round(i / fps * 1e9),
            size=size,
            faces=int(count[i]),
            stats=None if np.isnan(stats[i, 0]) else ImageStats(*(float(v) for v in stats[i])),
        )
        for i in range(len(points))
    ]


def _load(path: Path, faces: Sequence[FaceFrame]) -> Measured:
    nothing = np.full((N_LANDMARKS, 3), np.nan)
    with np.load(path) as data:
        frames = tuple(
            MeasureFrame(
                i, int(t), values, HeadPose(*(float(a) for a in pose)), float(scale), reason
            )
            for i, (t, values, pose, scale, reason) in enumerate(
                zip(
                    data["t_ns"],
                    data["values"],
                    data["pose"],
                    data["mm_per_px"],
                    (QualityReason(str(r)) if r else None for r in data["reason"]),
                    strict=True,
                )
            )
        )
        left, right, scale = (float(v) for v in data["rest"])
        noise = data["noise"]
        reasons = tuple(str(r) for r in data["reasons"])
    points = np.stack([nothing if f.points is None else f.points for f in faces])
    return Measured(points, frames, noise, (left, right), scale, reasons)


def _save(path: Path, **arrays: Any) -> None:  # noqa: ANN401 (arrays of any kind)
    """Whole or not at all: two processes and an interruption may meet here."""
    part = path.with_suffix(f".{os.getpid()}.part.npz")
    np.savez_compressed(part, **arrays)
    part.replace(path)


def _pictures_code(case: Case) -> str:
    puppet = [p.relative_to(ROOT).as_posix() for p in sorted(ROOT.glob(_PUPPET_CODE))]
    own = {Family.PUPPET: puppet, Family.DRAWN: ["tests/accuracy/drawn.py"]}.get(case.family, [])
    worse = (
        []
        if case.condition == "clean"
        else ["tests/accuracy/degrade.py", "tests/accuracy/painted.py"]
    )
    return _sources((*_PICTURE_CODE, *own, *worse), ())


@cache
def _sources(places: tuple[str, ...], left_out: tuple[str, ...]) -> str:
    """Digest of the code as it was when the first case was measured: it may change meanwhile."""
    digest = hashlib.sha256()
    for place in places:
        path = ROOT / place
        for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
            if file.name not in left_out:
                digest.update(file.read_bytes())
    return digest.hexdigest()


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]
