"""Names and lengths of films."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.capture.film_file import openable, shown_name, shown_seconds


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def film(track_units: int, edits: list[tuple[int, int]] | None, kind: bytes = b"vide") -> bytes:
    """An MP4's skeleton whose units are milliseconds."""
    mvhd = box(b"mvhd", bytes(12) + struct.pack(">II", 1000, track_units) + bytes(80))
    tkhd = box(b"tkhd", bytes(20) + struct.pack(">I", track_units) + bytes(60))
    hdlr = box(b"mdia", box(b"hdlr", bytes(8) + kind + bytes(12)))
    rows = b"".join(struct.pack(">Iii", *row, 1 << 16) for row in edits or [])
    edts = box(b"edts", box(b"elst", struct.pack(">II", 0, len(edits or [])) + rows))
    track = box(b"trak", tkhd + (edts if edits is not None else b"") + hdlr)
    return box(b"ftyp", b"isom") + box(b"mdat", b"x" * 100) + box(b"moov", mvhd + track)


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (film(14_000, None), 14.0),
        (film(7_500, [(7_500, 9_000)]), 7.5),
        (film(8_000, [(500, -1), (7_500, 0)]), 7.5),  # it begins with a gap
        (film(14_000, None, b"soun"), None),
        (b"RIFF....AVI ", None),
        (b"", None),
    ],
)
def test_how_long_a_film_says_it_shows(data: bytes, seconds: float | None, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(data)
    assert shown_seconds(path) == seconds


@given(
    cut=st.integers(0, 400),
    changed=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=8),
)
def test_a_damaged_index_is_no_error(
    tmp_path_factory: pytest.TempPathFactory, cut: int, changed: list[tuple[int, int]]
) -> None:
    data = bytearray(film(8_000, [(500, -1), (7_500, 0)]))
    for at, value in changed:
        data[at % len(data)] = value
    path = tmp_path_factory.getbasetemp() / "damaged.mp4"
    path.write_bytes(data[: len(data) - cut % len(data)])
    found = shown_seconds(path)
    assert found is None or found > 0


def test_a_name_is_given_on_absolute_and_shown_short() -> None:
    with openable(Path("12:30.mp4")) as name:
        assert name == str(Path.cwd() / "12:30.mp4")
    assert shown_name(Path("L\udce4cheln.mp4")) == "L?cheln.mp4"
    assert len(shown_name(Path("a" * 300))) <= 60
