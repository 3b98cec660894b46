"""A stretch of logged frames as one small blob.

Column by column, every number is a fixed-point integer at the precision of `measures.csv`
(`coach.domain.precision`), so the CSV of a stored session is the CSV of the live one, to the last
digit. Each column holds differences from frame to frame, which are small, with the bytes of equal
weight side by side, which zlib then squeezes to about a tenth of raw float64.

Layout, little endian: magic "CFR", version byte, then one zlib stream of
    uint32 length of a JSON header {"frames": n, "columns": [[name, decimals], ...],
                                    "phases": [...], "reasons": [...]}
    the header
    the mask: bits (columns, n), 1 where there is a value, packed
    the numbers: bytes (8, columns, n), least significant first, of zigzag-coded differences
The header names the columns, so a log stays readable when measures are added or dropped.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from coach.domain.errors import DatabaseError
from coach.domain.language import tr
from coach.domain.measures import MEASURE_COLUMNS, HeadPose, MeasureFrame
from coach.domain.precision import decimals_of, from_fixed, to_fixed
from coach.domain.quality import QualityReason
from coach.domain.session import LoggedFrame

MAGIC: Final = b"CFR"
VERSION: Final = 1

#: About two minutes at 30 frames a second; longer stretches are split by the caller.
MAX_FRAMES: Final = 4096
_MAX_COLUMNS: Final = 256
_MAX_HEADER: Final = 64_000
_MAX_BODY: Final = 4 + _MAX_HEADER + MAX_FRAMES * _MAX_COLUMNS * 9
#: Compression level 6 against 1: a sixth smaller, and still well under a millisecond a second of
#: frames.
_LEVEL: Final = 6

_INTEGERS: Final = ("index", "t_ns", "phase", "reason")
_POSE: Final = ("yaw_deg", "pitch_deg", "roll_deg")
_FLOATS: Final = ("time_s", *_POSE, "mm_per_px", *MEASURE_COLUMNS)
_COLUMNS: Final = tuple((c, 0) for c in _INTEGERS) + tuple((c, decimals_of(c)) for c in _FLOATS)


def encode_frames(frames: Sequence[LoggedFrame]) -> bytes:
    """Pack 1 to MAX_FRAMES frames.

    Raises:
        ValueError: too few or too many.
    """
    n = len(frames)
    if not 1 <= n <= MAX_FRAMES:
        raise ValueError(f"a chunk holds 1 to {MAX_FRAMES} frames, not {n}")
    phases = sorted({f.phase for f in frames})
    reasons = sorted({f.measures.reason.value for f in frames if f.measures.reason})
    numbers = np.zeros((len(_COLUMNS), n), dtype=np.int64)
    mask = np.ones((len(_COLUMNS), n), dtype=np.bool_)
    numbers[0] = [f.measures.index for f in frames]
    numbers[1] = [f.measures.t_ns for f in frames]
    numbers[2] = [phases.index(f.phase) for f in frames]
    numbers[3] = [reasons.index(r.value) if (r := f.measures.reason) else 0 for f in frames]
    mask[3] = [f.measures.reason is not None for f in frames]
    floats = np.empty((len(_FLOATS), n))
    floats[0] = [f.time_s for f in frames]
    floats[1:4] = np.array(
        [(f.measures.pose.yaw, f.measures.pose.pitch, f.measures.pose.roll) for f in frames]
    ).T
    floats[4] = [f.measures.mm_per_px for f in frames]
    floats[5:] = np.stack([f.measures.values for f in frames], axis=1)
    for row, (_name, decimals) in enumerate(_COLUMNS[len(_INTEGERS) :], start=len(_INTEGERS)):
        numbers[row], mask[row] = to_fixed(floats[row - len(_INTEGERS)], decimals)
    header = json.dumps(
        {"frames": n, "columns": _COLUMNS, "phases": phases, "reasons": reasons},
        separators=(",", ":"),
    ).encode()
    body = b"".join(
        (len(header).to_bytes(4, "little"), header, np.packbits(mask).tobytes(), _shuffle(numbers))
    )
    return MAGIC + bytes([VERSION]) + zlib.compress(body, _LEVEL)


def decode_frames(blob: bytes) -> list[LoggedFrame]:
    """Unpack a chunk. Measures the blob does not hold are NaN; unknown ones are passed over.

    Raises:
        DatabaseError: the blob is damaged, too large, or of a later version.
    """
    try:
        return _Chunk.parse(blob).frames()
    except (
        ValueError, KeyError, IndexError, TypeError, OverflowError, RecursionError, zlib.error,
    ) as error:  # fmt: skip
        raise DatabaseError(
            tr("A part of this session's measures cannot be read."),
            tr("The rest of the practice log is not affected."),
        ) from error


def _shuffle(numbers: NDArray[np.int64]) -> bytes:
    """Differences along time, zigzag-coded, bytes of equal weight side by side."""
    steps = np.diff(numbers, axis=1, prepend=0)
    zigzag = (steps << 1) ^ (steps >> 63)
    return np.moveaxis(
        zigzag.astype("<i8").view(np.uint8).reshape(*zigzag.shape, 8), 2, 0
    ).tobytes()


def _unshuffle(data: bytes, columns: int, n: int) -> NDArray[np.int64]:
    planes = np.frombuffer(data, dtype=np.uint8).reshape(8, columns, n)
    zigzag = np.ascontiguousarray(np.moveaxis(planes, 0, 2)).view("<u8")[..., 0]
    steps = (zigzag >> np.uint64(1)).astype(np.int64) ^ -(zigzag & np.uint64(1)).astype(np.int64)
    return np.cumsum(steps, axis=1, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class _Chunk:
    n: int
    names: tuple[str, ...]
    decimals: tuple[int, ...]
    phases: tuple[str, ...]
    reasons: tuple[QualityReason, ...]
    mask: NDArray[np.bool_]
    numbers: NDArray[np.int64]

    @classmethod
    def parse(cls, blob: bytes) -> _Chunk:
        """Check every size before it is used.

        Raises:
            ValueError: what does not fit.
        """
        if blob[:3] != MAGIC or blob[3:4] != bytes([VERSION]):
            raise ValueError("not a chunk of this version")
        inflater = zlib.decompressobj()
        body = inflater.decompress(blob[4:], _MAX_BODY)
        if not inflater.eof or inflater.unused_data:
            raise ValueError("cut off, too large, or followed by something else")
        size = int.from_bytes(body[:4], "little")
        if size > _MAX_HEADER or len(body) < 4 + size:
            raise ValueError("no header")
        header: dict[str, Any] = json.loads(body[4 : 4 + size])
        "".join(header["phases"]).encode()  # half a surrogate pair is no text
        n = int(header["frames"])
        columns = [(str(name), int(decimals)) for name, decimals in header["columns"]]
        if not (1 <= n <= MAX_FRAMES and 1 <= len(columns) <= _MAX_COLUMNS):
            raise ValueError("implausible size")
        if any(not 0 <= decimals <= 12 for _, decimals in columns):
            raise ValueError("implausible precision")
        cells = n * len(columns)
        bits_end = 4 + size + (cells + 7) // 8
        if len(body) != bits_end + 8 * cells:
            raise ValueError("wrong length")
        bits = np.frombuffer(body, dtype=np.uint8, count=bits_end - 4 - size, offset=4 + size)
        mask = np.unpackbits(bits, count=cells).astype(np.bool_)
        return cls(
            n=n,
            names=tuple(name for name, _ in columns),
            decimals=tuple(decimals for _, decimals in columns),
            phases=tuple(str(phase) for phase in header["phases"]),
            reasons=tuple(QualityReason(reason) for reason in header["reasons"]),
            mask=mask.reshape(len(columns), n),
            numbers=_unshuffle(body[bits_end:], len(columns), n),
        )

    def _integers(self, name: str) -> list[int]:
        return [int(x) for x in self.numbers[self.names.index(name)]]

    def _floats(self, name: str) -> NDArray[np.float64]:
        if name not in self.names:
            return np.full(self.n, np.nan)
        row = self.names.index(name)
        return from_fixed(self.numbers[row], self.mask[row], self.decimals[row])

    def frames(self) -> list[LoggedFrame]:
        index, t_ns = self._integers("index"), self._integers("t_ns")
        phase, reason = self._integers("phase"), self._integers("reason")
        failed = self.mask[self.names.index("reason")]
        yaw, pitch, roll = (self._floats(name) for name in _POSE)
        time_s, scale = self._floats("time_s"), self._floats("mm_per_px")
        values = np.stack([self._floats(name) for name in MEASURE_COLUMNS], axis=1)
        if min(phase) < 0 or min(reason) < 0:
            raise ValueError("a code below zero")
        return [
            LoggedFrame(
                measures=MeasureFrame(
                    index=index[i],
                    t_ns=t_ns[i],
                    values=values[i],
                    pose=HeadPose(float(yaw[i]), float(pitch[i]), float(roll[i])),
                    mm_per_px=float(scale[i]),
                    reason=self.reasons[reason[i]] if failed[i] else None,
                ),
                time_s=float(time_s[i]),
                phase=self.phases[phase[i]],
            )
            for i in range(self.n)
        ]
