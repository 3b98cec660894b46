"""The one door for TOML that people bring: bounded in time, memory and depth, text that is seen."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

from coach.coaching.toml_lines import line_of
from coach.domain.errors import ExerciseFileError
from coach.domain.shown import quoted

#: The deepest key of any of our files has four parts. tomllib's time and memory grow with the
#: square of the parts: 20,000 took 11 s and 1.6 GB.
MAX_KEY_PARTS: Final = 10
#: SQLite's and JSON readers' whole numbers; no file of ours needs one beyond 10,000.
LARGEST_INTEGER: Final = 2**63 - 1
#: Strings and comments, so that dots outside of them can be counted.
_QUIET: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL
)
_PIECES: Final = re.compile(r"[=,{}\[\]\n]")
#: Characters that turn the direction of what stands around them (Unicode annex 9).
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_Path = tuple[str | int, ...]


def read_toml(text: str, name: str, hint: str = "") -> dict[str, Any]:
    """The table in `text`.

    Args:
        text: TOML of a bounded size.
        name: the file's, for the sentence.
        hint: what to do about an error.

    Raises:
        ExerciseFileError: it is not TOML, nested too deeply, holds a number that no file needs, or
            text that cannot be shown on one line as it is typed; one sentence.
    """
    for piece in _PIECES.split(_QUIET.sub("q", text)):
        if piece.count(".") >= MAX_KEY_PARTS:
            message = f"{name}: a key has more than {MAX_KEY_PARTS} parts."
            raise ExerciseFileError(message, hint)
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise ExerciseFileError(f"{name}: it is nested too deeply.", hint) from None
    except tomllib.TOMLDecodeError as error:
        detail = quoted(error, 120)
        raise ExerciseFileError(f"{name}: this is not valid TOML: {detail}.", hint) from None
    except ValueError:  # Python reads no whole number of more than 4,300 digits
        raise ExerciseFileError(f"{name}: a number in it has too many digits.", hint) from None
    for path, value in _leaves(data):
        wrong = _fault(value) or next((f for part in path if (f := _fault(part))), "")
        if wrong:
            line = line_of(text, path)
            where = name if line is None else f"{name}, line {line}"
            key = quoted(".".join(str(p + 1) if isinstance(p, int) else p for p in path))
            raise ExerciseFileError(f"{where}: {key} {wrong}.", hint)
    return data


def _leaves(data: dict[str, Any]) -> Iterator[tuple[_Path, object]]:
    """Every value that is no table or list, with its path; empty tables too, for their keys."""
    waiting: list[tuple[_Path, object]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict) and value:
            waiting += [((*path, key), inner) for key, inner in reversed(value.items())]
        elif isinstance(value, list) and value:
            inners = list(enumerate(value))
            waiting += [((*path, index), inner) for index, inner in reversed(inners)]
        else:
            yield path, value


def _fault(value: object) -> str:
    """What is wrong with a value or a key, as the end of a sentence; "" where nothing is."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > LARGEST_INTEGER:
        return "has too many digits"
    if not isinstance(value, str) or not value:
        return ""
    if any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in value.strip()):
        return "holds a control character or a line break"
    if not _TURNING.isdisjoint(value):
        return "holds a character that turns the direction of writing"
    if value.strip() and not any(unicodedata.category(c)[0] not in "CZ" for c in value):
        return "holds nothing that can be seen"
    return ""
