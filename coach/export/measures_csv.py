"""`measures.csv` of the contract: one row an analysed picture."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from coach.domain.frames import FloatArray
from coach.domain.measures import MEASURE_COLUMNS, MeasureFrame
from coach.domain.precision import decimals_of, format_fixed, to_fixed
from coach.domain.session import LoggedFrame

FILE_NAME: Final = "measures.csv"

_POSE: Final = ("yaw_deg", "pitch_deg", "roll_deg")
_NUMBERS: Final = (*_POSE, "mm_per_px", *MEASURE_COLUMNS)

HEADER: Final[tuple[str, ...]] = ("frame", "time_s", "valid", "reason", "phase", *_NUMBERS)


def measures_csv(frames: Sequence[LoggedFrame]) -> bytes:
    """The file's content: RFC 4180, UTF-8, dot decimal, empty cells where there is no value."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(_rows(frames))
    return text.getvalue().encode()


def _rows(frames: Sequence[LoggedFrame]) -> Iterable[list[str]]:
    times = _column([f.time_s for f in frames], "time_s")
    table = np.array(
        [(*_pose(f.measures), f.measures.mm_per_px, *f.measures.values) for f in frames],
        dtype=np.float64,
    ).reshape(len(frames), len(_NUMBERS))
    numbers = [_column(table[:, i], name) for i, name in enumerate(_NUMBERS)]
    for i, frame in enumerate(frames):
        m = frame.measures
        reason = m.reason.value if m.reason else ""
        yield [
            str(m.index),
            times[i],
            "1" if m.valid else "0",
            reason,
            frame.phase,
            *(column[i] for column in numbers),
        ]


def _pose(m: MeasureFrame) -> tuple[float, float, float]:
    return m.pose.yaw, m.pose.pitch, m.pose.roll


def _column(values: Sequence[float] | FloatArray, name: str) -> list[str]:
    decimals = decimals_of(name)
    integers, present = to_fixed(np.asarray(values, dtype=np.float64), decimals)
    return [
        format_fixed(integer, decimals) if there else ""
        for integer, there in zip(integers.tolist(), present.tolist(), strict=True)
    ]
