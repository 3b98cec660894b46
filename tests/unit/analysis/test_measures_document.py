"""docs/measures.md says what the program does: names, landmarks, thresholds, gates."""

from __future__ import annotations

import re
from dataclasses import astuple, fields
from pathlib import Path

import pytest

from coach.analysis import (
    blinks,
    blinks_live,
    comovement,
    lids,
    quality,
    reps,
    segments,
    synkinesis,
    uncertainty,
)
from coach.analysis.baseline import STEADY_SD_MM
from coach.analysis.camera import FOCAL_PER_LONG_SIDE
from coach.analysis.measures import IRIS_DIAMETER_MM
from coach.domain.landmarks import SIDE_LANDMARKS
from coach.domain.measures import MOUTH_WIDTH, PHILTRUM_X, SideMeasure
from coach.domain.movements import MOVEMENT_SPECS, Movement, Region
from coach.domain.quality import QualityReason, RepReason
from coach.domain.repeatability import (
    REPEATED_MM,
    SCALE_RELATIVE_SD,
    Figure,
    Quantity,
    repeatability,
    smallest_change,
)
from coach.domain.session import ScaleSource
from coach.domain.sides import Side
from coach.export.session_schema import json_schema

THRESHOLD = re.compile(r"^\| `([A-Z_]+)` \| ([\d.]+) \|", re.MULTILINE)
MODULES = (blinks, blinks_live, comovement, reps, segments, synkinesis)


@pytest.fixture(scope="module")
def text(project_root: Path) -> str:
    return (project_root / "docs" / "measures.md").read_text(encoding="utf-8")


def _rows(text: str) -> dict[str, str]:
    """First cell of each table row -> the row."""
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    return {name: row for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])}


def test_thresholds_are_the_programs(text: str) -> None:
    stated = dict(THRESHOLD.findall(text))
    assert len(stated) > 15
    for name, value in stated.items():
        (actual,) = {getattr(m, name) for m in MODULES if hasattr(m, name)}
        assert float(value) == actual, name


def test_every_measure_is_defined_with_its_landmarks(text: str) -> None:
    rows = _rows(text)
    of = {
        SideMeasure.COMMISSURE_X: ("commissure",),
        SideMeasure.COMMISSURE_Y: ("commissure",),
        SideMeasure.PALPEBRAL_FISSURE: ("upper_lid", "lower_lid"),
        SideMeasure.EYE_CLOSURE: (),
        SideMeasure.BROW_Y: ("brow",),
        SideMeasure.ALA_Y: ("ala",),
        SideMeasure.UPPER_LIP_Y: ("upper_lip",),
        SideMeasure.LOWER_LIP_Y: ("lower_lip",),
    }
    for measure, names in of.items():
        right, _, left = rows[measure.value].split("|")[3].partition(";")
        for side, cell in ((Side.RIGHT, right), (Side.LEFT, left)):
            stated = {int(n) for n in re.findall(r"\d+", cell)}
            actual: set[int] = set()
            for name in names:
                value = getattr(SIDE_LANDMARKS[side], name)
                actual |= set(value) if isinstance(value, tuple) else {value}
            assert stated == actual, (measure, side)
    assert {PHILTRUM_X, MOUTH_WIDTH} <= set(rows)


def test_every_movement_and_its_region_is_there(text: str) -> None:
    rows = _rows(text)
    for movement in Movement:
        region = MOVEMENT_SPECS[movement].region
        assert rows[movement].split("|")[2].strip() == (region or "none")
    assert all(f"`{region}`" in text for region in Region)


def test_every_reason_is_explained(text: str) -> None:
    rows = _rows(text)
    assert {r.value for r in QualityReason} <= set(rows)
    assert all(f"`{reason.value}`" in text for reason in RepReason)


def test_every_limit_of_the_gates_is_stated(text: str) -> None:
    limits = quality.QualityLimits()
    rows = _rows(text)
    stated = {
        "yaw_deg": ("yaw", "12"), "far_yaw_deg": ("yaw", "20"),
        "level_pitch_deg": ("pitch", "from 12"), "pitch_deg": ("pitch", "35"),
        "nod_deg": ("pitch", "12"), "roll_deg": ("roll", "15"),
        "dark": ("too_dark", "40"), "bright": ("too_bright", "225"),
        "blur_share": ("blurred", "20 %"), "clear": ("blurred", "90 %"),
        "far_mm_per_px": ("too_far", "1.2"),
        "near_share": ("too_near", "90 %"), "min_fps": ("low_fps", "12"),
        "iris_mismatch": ("iris_mismatch", "10 %"),
    }  # fmt: skip
    assert set(stated) == {f.name for f in fields(limits)}
    for name, (reason, words) in stated.items():
        assert words in rows[reason], name
        number = float(words.removesuffix(" %").removeprefix("from ")) / (
            100 if words.endswith("%") else 1
        )
        assert getattr(limits, name) == pytest.approx(number), name


def test_other_numbers_in_the_text(text: str) -> None:
    for words in (
        f"{IRIS_DIAMETER_MM} mm in adults",
        f"{STEADY_SD_MM} mm (SD",
        f"{FOCAL_PER_LONG_SIDE} times the",
        f"({comovement.HEALTHY_NARROWING[Movement.SMILE_CLOSED]:.0f} points",
        f"{100 * lids.MARGIN_SHARE:.0f} % of the resting opening",
        f"the mouth {100 * comovement.REFINED.recovered[Region.MOUTH]:.0f} % of them",
        f"({100 * comovement.LANDMARKS.recovered[Region.MOUTH]:.0f} % where landmarks",
    ):
        assert words in " ".join(text.split()), words


def _numbers(cells: list[str]) -> list[float]:
    return [float(m.group()) for cell in cells if (m := re.match(r"-?[\d.]+", cell.strip()))]


def test_the_error_model_is_the_programs(text: str) -> None:
    table = text.partition("| error model |")[2].partition("\n\n")[0]
    stated = {row.split("`")[1]: _numbers(row.split("|")[2:]) for row in table.splitlines()[2:]}
    actual = {q.value: list(astuple(model)) for q, model in uncertainty.ERRORS.items()}
    actual["closure"] = [uncertainty.CLOSURE_OFFSET_PCT, uncertainty.CLOSURE_GAIN]
    assert stated == actual


def test_the_sizes_behind_the_smallest_changes_are_the_programs(text: str) -> None:
    said = " ".join(text.split())
    sizes = [f"{q.value} {mm:g}" for q, mm in REPEATED_MM.items()]
    assert sizes[0] + " mm, " + ", ".join(sizes[1:]) in said


def test_the_smallest_changes_are_the_programs(text: str) -> None:
    table = text.partition("| smallest change |")[2].partition("\n\n")[0]
    movements = {
        "mouth": Movement.SMILE_CLOSED, "lip": Movement.LOWER_LIP_DEPRESS,
        "brow": Movement.BROW_RAISE, "eye": Movement.EYE_CLOSURE, "nose": Movement.SNARL,
        "closure": Movement.EYE_CLOSURE,
    }  # fmt: skip
    seen = set()
    for row in table.splitlines()[2:]:
        name, between, repeated, one, five = row.strip("|").split("|")
        word = name.split("`")[1]
        figure = Figure.SHARE if "share" in name else Figure.LEFT_MM
        figure = Figure.LEFT_CLOSURE if word == "closure" else figure
        movement = movements[word]
        r = repeatability(movement, figure)
        assert (float(between), float(repeated)) == (r.session, r.rep), name
        assert float(one) == pytest.approx(smallest_change(movement, figure), abs=0.051), name
        assert float(five) == pytest.approx(smallest_change(movement, figure, 5, 5), abs=0.051), (
            name
        )
        seen.add((word, figure))
    assert len(seen) == 2 * len(Quantity) + 1


def test_the_scales_are_the_programs(text: str) -> None:
    words = " ".join(text.split())
    for scale, sentence in (
        (ScaleSource.IRIS, "in mm is therefore uncertain by {} % (SD)"),
        (ScaleSource.IRISES_DIFFER, "the scale is uncertain by {} % (SD)"),
        (ScaleSource.CALIPER, "It is uncertain by {} % (SD)"),
    ):
        assert sentence.format(f"{100 * SCALE_RELATIVE_SD[scale]:.1f}") in words


def test_every_key_of_session_json_is_listed(text: str) -> None:
    listed = set(re.findall(r"\w+", text.partition("### `session.json`")[2].split("```")[1]))
    schema = json_schema()
    parts = [schema, *schema["$defs"].values()]
    keys = {key for part in parts for key in part.get("properties", {})}
    assert keys - listed == set()
