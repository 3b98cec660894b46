"""A video as a file: a name that FFmpeg takes as a name, and how long it says it is."""

from __future__ import annotations

import contextlib
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from coach.domain.errors import InputError
from coach.domain.language import tr

_HEADER_TRIES: Final = 64  # boxes at the top of a file; a real one has fewer than ten
_LARGEST_INDEX: Final = 64 << 20  # bytes of an MP4's index that are read
_CONTAINERS: Final = (b"mdia", b"edts")


@contextlib.contextmanager
def openable(path: Path) -> Iterator[str]:
    """A name under which FFmpeg opens this file and no other thing.

    Absolute, because FFmpeg takes what stands before a colon for a protocol (opencv issue 15624).
    A name that is not UTF-8 crashes OpenCV's binding, so the file is opened here and named by its
    descriptor, where the system can do that.

    Raises:
        InputError: the name cannot be passed on here.
    """
    name = str(path.absolute())
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        pass
    else:
        yield name
        return
    if not sys.platform.startswith("linux"):
        raise InputError(
            tr("The video's name, or its folder's, has letters that cannot be read here."),
            tr("Give it a plain name and try again."),
        )
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{descriptor}"
    finally:
        os.close(descriptor)


def shown_name(path: Path) -> str:
    """The file's name for a sentence: nothing in it that a screen cannot show, and not endless."""
    name = (path.name or str(path)).encode("utf-8", "replace").decode("utf-8")
    return name if len(name) <= 60 else f"{name[:40]}...{name[-15:]}"


def shown_seconds(path: Path) -> float | None:
    """Seconds of pictures that an MP4 or MOV shows; None for other files and unfinished ones.

    The count of pictures in its index is no measure: an edit list, which every phone writes that
    trims a film, hides some of them (opencv issue 15352). The header of the picture track has what
    is left. Source: ISO/IEC 14496-12, 8.2.2, 8.3.2, 8.6.6.
    """
    try:
        with path.open("rb") as file:
            index = _index(file)
    except OSError:
        return None
    try:
        return None if index is None else _of_pictures(index)
    except (struct.error, IndexError, ZeroDivisionError):
        return None


def _index(file: BinaryIO) -> bytes | None:
    for number in range(_HEADER_TRIES):
        head = file.read(8)
        if len(head) < 8:
            return None
        size, kind = struct.unpack(">I4s", head)
        if number == 0 and kind not in (b"ftyp", b"moov", b"wide", b"mdat", b"free", b"skip"):
            return None
        taken = 8
        if size == 1:
            size, taken = struct.unpack(">Q", file.read(8))[0], 16
        if size < taken:
            return None
        if kind == b"moov":
            return file.read(size - taken) if size <= _LARGEST_INDEX else None
        file.seek(size - taken, os.SEEK_CUR)
    return None


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if size < 8:
            return
        body = data[at + 8 : at + size]
        if kind in _CONTAINERS:
            yield from _boxes(body)
        else:
            yield kind, body
        at += size


def _of_pictures(index: bytes) -> float | None:
    scale = 0
    found: list[float] = []
    for kind, body in _boxes(index):
        if kind == b"mvhd":
            scale = struct.unpack_from(">I", body, 20 if body[0] else 12)[0]
        elif kind == b"trak":
            track = dict(_boxes(body))
            if track.get(b"hdlr", b"")[8:12] == b"vide":
                found.append(_track_units(track) / scale)
    known = [seconds for seconds in found if seconds > 0]
    return min(known) if known else None


def _track_units(track: dict[bytes, bytes]) -> int:
    """Length in the film's units, without the gap that an edit list may begin with."""
    edits = track.get(b"elst")
    if edits is None:
        head = track[b"tkhd"]
        return int(struct.unpack_from(">Q" if head[0] else ">I", head, 28 if head[0] else 20)[0])
    long = edits[0] == 1
    entry = ">Qqi" if long else ">Iii"
    count = struct.unpack_from(">I", edits, 4)[0]
    step = struct.calcsize(entry)
    rows = (struct.unpack_from(entry, edits, 8 + step * i) for i in range(min(count, 1000)))
    return sum(length for length, start, _ in rows if start >= 0)
