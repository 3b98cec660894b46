from __future__ import annotations

import contextlib
import json
import zlib
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.errors import DatabaseError
from coach.domain.measures import MEASURE_COLUMNS
from coach.domain.session import LoggedFrame
from coach.export.measures_csv import measures_csv
from coach.storage.frame_codec import MAGIC, MAX_FRAMES, VERSION, decode_frames, encode_frames
from tests.fixtures.any_records import logged_frames
from tests.fixtures.records import smile_frames


def body_of(blob: bytes) -> bytes:
    return zlib.decompress(blob[4:])


def repacked(body: bytes) -> bytes:
    return MAGIC + bytes([VERSION]) + zlib.compress(body)


def with_header(blob: bytes, **changes: object) -> bytes:
    body = body_of(blob)
    size = int.from_bytes(body[:4], "little")
    header = json.dumps({**json.loads(body[4 : 4 + size]), **changes}).encode()
    return repacked(len(header).to_bytes(4, "little") + header + body[4 + size :])


@given(st.lists(logged_frames, min_size=1, max_size=6))
def test_the_csv_of_a_stored_chunk_is_the_csv_of_the_live_one(frames: list[LoggedFrame]) -> None:
    assert measures_csv(decode_frames(encode_frames(frames))) == measures_csv(frames)


@given(st.lists(logged_frames, min_size=1, max_size=6))
def test_everything_that_is_not_a_measure_comes_back_exactly(frames: list[LoggedFrame]) -> None:
    for old, new in zip(frames, decode_frames(encode_frames(frames)), strict=True):
        assert new.measures.index == old.measures.index
        assert new.measures.t_ns == old.measures.t_ns
        assert new.measures.reason is old.measures.reason
        assert new.phase == old.phase


@given(st.lists(logged_frames, min_size=1, max_size=4))
def test_packing_what_was_unpacked_changes_nothing(frames: list[LoggedFrame]) -> None:
    blob = encode_frames(frames)
    assert encode_frames(decode_frames(blob)) == blob


def test_missing_values_stay_missing_and_others_within_half_a_micrometre() -> None:
    frames = smile_frames(reps=3)
    before = np.stack([f.measures.values for f in frames])
    after = np.stack([f.measures.values for f in decode_frames(encode_frames(frames))])
    assert (np.isnan(before) == np.isnan(after)).all()
    assert np.isnan(before).any()
    mm = [not name.endswith("_pct") for name in MEASURE_COLUMNS]
    assert np.nanmax(np.abs(after - before)[:, mm]) <= 0.0005 + 1e-9  # three decimals


def test_a_second_of_frames_takes_less_than_a_kilobyte() -> None:
    # 27 float64 columns would take 6,480 bytes; a year of 20 minutes a day stays below 450 MB.
    frames = smile_frames(reps=1)
    assert len(encode_frames(frames)) / (len(frames) / 30) < 1000


@pytest.mark.parametrize("count", [0, MAX_FRAMES + 1])
def test_a_chunk_has_a_size(count: int) -> None:
    with pytest.raises(ValueError, match="a chunk holds"):
        encode_frames(smile_frames(1)[:1] * count)


@given(st.binary(max_size=200))
def test_rubbish_is_refused_plainly(data: bytes) -> None:
    for blob in (data, MAGIC + bytes([VERSION]) + data, repacked(data)):
        with pytest.raises(DatabaseError, match="cannot be read"):
            decode_frames(blob)


@given(st.data())
def test_a_damaged_chunk_is_refused_or_readable_but_never_anything_else(
    data: st.DataObject,
) -> None:
    blob = bytearray(encode_frames(smile_frames(1)[:20]))
    at = data.draw(st.integers(0, len(blob) - 1))
    blob[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DatabaseError):
        decode_frames(bytes(blob))  # zlib's checksum notices every single changed byte


@given(st.data())
def test_a_body_with_a_right_checksum_and_wrong_content_raises_nothing_else(
    data: st.DataObject,
) -> None:
    body = bytearray(body_of(encode_frames(smile_frames(1)[:5])))
    for _ in range(data.draw(st.integers(1, 5))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(DatabaseError):
        assert len(decode_frames(repacked(bytes(body)))) <= MAX_FRAMES


def test_a_decompression_bomb_is_refused() -> None:
    bomb = MAGIC + bytes([VERSION]) + zlib.compress(bytes(20_000_000), 9)
    with pytest.raises(DatabaseError):
        decode_frames(bomb)


@pytest.mark.parametrize(
    "changes",
    [
        {"frames": 10**9},
        {"frames": 0},
        {"frames": -1},
        {"columns": []},
        {"columns": [["index", 0]] * 1000},
        {"columns": "index"},
        {"reasons": ["bored"]},
    ],
)
def test_an_implausible_header_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(DatabaseError):
        decode_frames(with_header(encode_frames(smile_frames(1)[:5]), **changes))


def test_a_log_stays_readable_when_measures_come_and_go() -> None:
    blob = encode_frames(smile_frames(1)[:5])
    body = body_of(blob)
    header = json.loads(body[4 : 4 + int.from_bytes(body[:4], "little")])
    columns = [
        [name.replace("philtrum_x_mm", "dimple_depth_mm"), places]
        for name, places in header["columns"]
    ]
    frames = decode_frames(with_header(blob, columns=columns))
    where = MEASURE_COLUMNS.index("philtrum_x_mm")
    assert all(np.isnan(f.measures.values[where]) for f in frames)
    assert all(np.isfinite(np.delete(f.measures.values, where)).all() for f in frames)


def test_a_later_version_is_refused() -> None:
    blob = bytearray(encode_frames(smile_frames(1)[:2]))
    blob[3] = VERSION + 1
    with pytest.raises(DatabaseError):
        decode_frames(bytes(blob))


def test_time_stamps_may_jump_backwards() -> None:
    first, second, *_ = smile_frames(1)
    early = replace(second, measures=replace(second.measures, t_ns=0, index=0))
    assert [f.measures.t_ns for f in decode_frames(encode_frames([first, early]))] == [
        first.measures.t_ns,
        0,
    ]
