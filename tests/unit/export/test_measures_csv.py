from __future__ import annotations

import csv
import io
import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.measures import HeadPose
from coach.domain.quality import QualityReason
from coach.domain.session import LoggedFrame
from coach.export.measures_csv import HEADER, measures_csv
from tests.fixtures.any_records import logged_frames
from tests.fixtures.records import smile_frames

SIDE_COLUMNS = (
    "commissure_{}_x_mm,commissure_{}_y_mm,palpebral_fissure_{}_mm,eye_closure_{}_pct,"
    "brow_{}_y_mm,ala_{}_y_mm,upper_lip_{}_y_mm,lower_lip_{}_y_mm"
)
#: The contract, word for word (docs/measures.md).
CONTRACT = ",".join(
    [
        "frame,time_s,valid,reason,phase,yaw_deg,pitch_deg,roll_deg,mm_per_px",
        SIDE_COLUMNS.replace("{}", "left"),
        SIDE_COLUMNS.replace("{}", "right"),
        "philtrum_x_mm,mouth_width_mm",
    ]
)


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_the_header_is_the_contracts() -> None:
    assert ",".join(HEADER) == CONTRACT
    assert measures_csv([]) == CONTRACT.encode() + b"\r\n"


@given(st.lists(logged_frames, max_size=5))
def test_it_reads_back_to_the_printed_precision(frames: list[LoggedFrame]) -> None:
    rows = table(measures_csv(frames))
    assert len(rows) == len(frames)
    for row, frame in zip(rows, frames, strict=True):
        m = frame.measures
        assert int(row["frame"]) == m.index
        assert float(row["time_s"]) == pytest.approx(frame.time_s, abs=0.6e-6, rel=1e-12)
        assert row["valid"] == ("1" if m.reason is None else "0")
        assert row["reason"] == (m.reason.value if m.reason else "")
        assert row["phase"] == frame.phase
        numbers = [m.pose.yaw, m.pose.pitch, m.pose.roll, m.mm_per_px, *m.values.tolist()]
        for name, value in zip(HEADER[5:], numbers, strict=True):
            cell = row[name]
            if not abs(value) <= 1e9:  # NaN, infinite or absurd: no value
                assert cell == ""
            else:
                assert re.fullmatch(r"-?\d+\.\d+", cell)
                assert float(cell) == pytest.approx(value, abs=0.0051, rel=1e-12)


def test_no_value_is_an_empty_cell_and_never_a_zero() -> None:
    (frame, *_) = smile_frames(1)
    blind = replace(
        frame,
        measures=replace(
            frame.measures,
            values=frame.measures.values * math.nan,
            pose=HeadPose(math.nan, math.nan, math.nan),
            mm_per_px=math.nan,
            reason=QualityReason.NO_FACE,
        ),
    )
    line = measures_csv([blind]).split(b"\r\n")[1]
    assert line == b"0,0.000000,0,no_face,get_ready" + b"," * 22


def test_lines_end_as_the_rfc_says_and_text_is_quoted() -> None:
    (frame, *_) = smile_frames(1)
    data = measures_csv([replace(frame, phase='a "b",\r\nü')])
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert table(data)[0]["phase"] == 'a "b",\r\nü'
