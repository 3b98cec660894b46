"""Where in a TOML text a key stands, so that a problem can name its line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_HEADER = re.compile(r"^\s*(\[\[?)\s*([A-Za-z0-9_.\-]+)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*\"?([A-Za-z0-9_\-]+)\"?\s*=")


def line_of(text: str, path: Sequence[str | int]) -> int | None:
    """1-based line of the key at `path` (("dose", "reps"), ("quiet", 1, "unit")).

    Falls back to the nearest enclosing table that is found; None where nothing is.
    Plain scan of headers and keys: enough for flat files of tables, no second TOML parser.
    """
    lines = _lines(text)
    wanted = tuple(path)
    depths = range(len(wanted), 0, -1)
    return next((lines[wanted[:n]] for n in depths if wanted[:n] in lines), None)


@lru_cache(maxsize=2)  # every problem of a file asks of the same text
def _lines(text: str) -> Mapping[tuple[str | int, ...], int]:
    """The first line of each key and table, in one pass."""
    lines: dict[tuple[str | int, ...], int] = {}
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
        lines.setdefault(found, number)
    return lines


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
