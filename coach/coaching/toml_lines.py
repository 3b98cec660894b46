"""Where in a TOML text a key stands, so that a problem can name its line."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\-]+)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*\"?([A-Za-z0-9_\-]+)\"?\s*=")


def line_of(text: str, path: Sequence[str | int]) -> int | None:
    """1-based line of the key at `path` (("dose", "reps"), ("quiet", 1, "unit")).

    Falls back to the nearest enclosing table that is found; None where nothing is.
    Plain scan of headers and keys: enough for flat files of tables, no second TOML parser.
    """
    best: tuple[int, int] | None = None  # (depth matched, line)
    table: tuple[str | int, ...] = ()
    counts: dict[tuple[str | int, ...], int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _table_path(header[2].split("."), header[1] == "[[", counts)
            found = table
        elif key := _KEY.match(line):
            found = (*table, key[1])
        else:
            continue
        depth = len(found)
        if found == tuple(path[:depth]) and (best is None or depth > best[0]):
            best = (depth, number)
    return None if best is None else best[1]


def _table_path(
    names: list[str], is_array: bool, counts: dict[tuple[str | int, ...], int]
) -> tuple[str | int, ...]:
    """Path of a header with the indices of the arrays of tables it stands in."""
    path: tuple[str | int, ...] = ()
    for depth, name in enumerate(names):
        path = (*path, name)
        if is_array and depth == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
