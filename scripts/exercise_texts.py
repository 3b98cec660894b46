"""Lists the words of exercises, programmes and safety cards, for translators.

`start CODE` writes a file with the English words wherever a language has none yet, ready to be
overwritten in the language. `missing CODE` says what is not translated, or no longer fits.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from coach.coaching.library import PROGRAMMES, SAFETY, exercises_dir, load_exercises
from coach.coaching.translation import I18N, PHASES, TEXT_FIELDS

Words = dict[str, Any]


def words_of(item: object) -> Words:
    """The words of an exercise, a programme without its phases, a phase or a card."""
    found: Words = {}
    for name in TEXT_FIELDS[type(item)]:
        value = getattr(item, name)
        if value:
            found[name] = list(value) if isinstance(value, tuple) else value
    return found


def english_files() -> dict[Path, Words]:
    """Every file that a complete language has, relative to its folder, with the English words."""
    library = load_exercises(exercises_dir())
    files = {Path(f"{e.id}.toml"): words_of(e) for e in library.exercises.values()}
    for programme in library.programmes.values():
        phases = {phase.id: words_of(phase) for phase in programme.phases}
        path = Path(PROGRAMMES) / f"{programme.id}.toml"
        files[path] = {**words_of(programme), PHASES: phases}
    files[Path(SAFETY)] = {card.id: words_of(card) for card in library.cards.values()}
    return files


def sentences(words: Words, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """(place, text) of every sentence, such as ("cues.move", "Let go.")."""
    for key, value in words.items():
        here = (*path, key)
        if isinstance(value, str):
            yield ".".join(here), value
        elif isinstance(value, list):
            yield from ((f"{'.'.join(here)}.{i + 1}", text) for i, text in enumerate(value))
        else:
            yield from sentences(dict(value), here)


def to_toml(words: Words, say: Callable[[str], str] = str, path: tuple[str, ...] = ()) -> str:
    """The words as TOML, each sentence through `say`."""
    plain = [(k, v) for k, v in words.items() if not isinstance(v, Mapping)]
    tables = [(k, v) for k, v in words.items() if isinstance(v, Mapping)]
    lines = [f"[{'.'.join(path)}]"] if path and plain else []
    for key, value in plain:
        if isinstance(value, str):
            lines.append(f"{key} = {_quoted(say(value))}")
        else:
            lines.append(f"{key} = [")
            lines += [f"    {_quoted(say(text))}," for text in value]
            lines.append("]")
    own = "\n".join(lines) + "\n" if lines else ""
    inner = [to_toml(dict(table), say, (*path, key)) for key, table in tables]
    return "\n".join(part for part in (own, *inner) if part)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def start(code: str) -> int:
    """Write the files that a language lacks."""
    folder = exercises_dir() / I18N / code
    for path, words in english_files().items():
        target = folder / path
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(to_toml(words), encoding="utf-8")
            print(f"new: {target.relative_to(exercises_dir())}")
    return 0


def missing(code: str) -> list[str]:
    """What a language lacks or has too much of, one line for each sentence or file."""
    import tomllib

    folder = exercises_dir() / I18N / code
    problems = list(load_exercises(exercises_dir(), language=code).problems)
    expected = english_files()
    for path, words in expected.items():
        if not (folder / path).is_file():
            problems.append(f"{path.as_posix()}: there is no translation.")
            continue
        said = dict(sentences(tomllib.loads((folder / path).read_text(encoding="utf-8"))))
        for place, text in sentences(words):
            if place not in said:
                problems.append(f"{path.as_posix()}: {place} is missing: {text}")
    stray = {p.relative_to(folder) for p in folder.rglob("*.toml")} - expected.keys()
    return problems + [f"{p.as_posix()}: there is no such English file." for p in sorted(stray)]


def main(arguments: list[str]) -> int:
    """Run the command line."""
    match arguments:
        case ["start", code]:
            return start(code)
        case ["missing", code]:
            found = missing(code)
            print("\n".join(found) or "Nothing is missing.")
            return 1 if found else 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
