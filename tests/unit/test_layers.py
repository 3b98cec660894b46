"""Rules of the house that import-linter cannot express (it sees a foreign package as one whole).

The layers themselves are contracts in pyproject.toml, checked by `make test`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM_FILES = sorted((ROOT / "coach").rglob("*.py"))

#: Longest file; the median should be half of it (house style, docs/architecture.md).
MAX_LINES = 300

#: Qt modules that a layer may import; a layer that is not named may import none.
QT_ALLOWED = {
    "face": {"QtCore", "QtGui"},
    "app": {"QtCore", "QtGui", "QtMultimedia", "QtTextToSpeech"},
}
QT_FREE = ("domain", "files", "analysis", "coaching", "capture", "storage", "export")

#: What opens connections. cv2 opens a stream that the person asks for, and nothing else does.
NETWORK_MODULES = (
    "socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests",
    "xmlrpc", "asyncio", "PySide6.QtNetwork", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebEngineCore", "PySide6.QtWebSockets", "PySide6.QtHttpServer",
)  # fmt: skip

#: Asks the X server's local (AF_UNIX) socket whether there is a screen.
LOCAL_SOCKET_FILES = ("coach/app/display.py",)

#: What could run or load code that came with data.
CODE_LOADERS = ("pickle", "marshal", "shelve", "dill", "joblib")


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of everything a file imports, inside functions too."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def offences(files: list[Path], forbidden: tuple[str, ...]) -> list[str]:
    """Imports of a forbidden module or of anything in it."""
    return sorted(
        {
            f"{file.relative_to(ROOT)}:{line} imports {name}"
            for file in files
            for line, name in imports(file)
            if any(name == module or name.startswith(f"{module}.") for module in forbidden)
        }
    )


def files_of(layer: str) -> list[Path]:
    return sorted((ROOT / "coach" / layer).rglob("*.py"))


@pytest.mark.parametrize("layer", QT_ALLOWED)
def test_a_layer_uses_only_its_part_of_qt(layer: str) -> None:
    used = {
        (file, line, name.split(".")[1])
        for file in files_of(layer)
        for line, name in imports(file)
        if name.startswith("PySide6.")
    }
    wrong = [
        f"{file.relative_to(ROOT)}:{line} imports {module}"
        for file, line, module in sorted(used)
        if module not in QT_ALLOWED[layer]
    ]
    assert wrong == []


@pytest.mark.parametrize("layer", QT_FREE)
def test_a_layer_below_the_app_is_free_of_qt(layer: str) -> None:
    assert offences(files_of(layer), ("PySide6", "shiboken6", "pyqtgraph")) == []


def test_nothing_can_reach_the_network() -> None:
    files = [f for f in PROGRAM_FILES if f.relative_to(ROOT).as_posix() not in LOCAL_SOCKET_FILES]
    assert offences(files, NETWORK_MODULES) == []


@pytest.mark.parametrize("name", LOCAL_SOCKET_FILES)
def test_a_local_socket_is_local(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text.count("socket.socket(") == text.count("socket.socket(socket.AF_UNIX")
    assert "AF_INET" not in text
    assert "create_connection" not in text


def test_nothing_loads_code_from_data() -> None:
    assert offences(PROGRAM_FILES, CODE_LOADERS) == []


def test_the_command_line_imports_nothing_heavy_at_its_top() -> None:
    """`--help` must answer at once: Qt, cv2 and the engine come only with the command that needs
    them."""
    heavy = ("PySide6", "cv2", "ai_edge_litert", "numpy", "matplotlib", "sqlalchemy", "coach")
    for name in ("cli.py", "__main__.py"):
        file = ROOT / "coach" / name
        if not file.exists():
            continue
        top = ast.parse(file.read_text(encoding="utf-8")).body
        names = [alias.name for n in top if isinstance(n, ast.Import) for alias in n.names]
        names += [n.module or "" for n in top if isinstance(n, ast.ImportFrom)]
        wrong = [n for n in names if n.split(".")[0] in heavy and n != "coach.domain.errors"]
        assert wrong == [], name


def test_files_stay_short() -> None:
    lengths = {
        str(f.relative_to(ROOT)): len(f.read_text(encoding="utf-8").splitlines())
        for f in PROGRAM_FILES
    }
    assert {name: n for name, n in lengths.items() if n > MAX_LINES} == {}


def test_a_person_s_picture_is_never_written_by_the_program() -> None:
    """No call that writes a camera picture to a file stands where camera pictures pass."""
    writers = {"imwrite", "imwritemulti", "imencode", "VideoWriter", "tofile"}
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno} {node.func.attr}"
        for layer in ("capture", "analysis", "coaching", "app")
        for file in files_of(layer)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in writers
    ]
    assert wrong == []


def test_every_label_and_tool_tip_shows_plain_text() -> None:
    """Qt reads what looks like HTML as HTML: a plan's title could load a picture of the disk.

    Labels are made by `label()`; tool tips of a file's words go through `tip()`.
    """
    wrong: list[str] = []
    for file in files_of("ui"):
        if file.name == "labels.py":
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            tip_of_a_file = re.search(r"setToolTip\(\w+\.\w+\)", line)
            if re.search(r"\bQLabel\(", line) or tip_of_a_file:
                wrong.append(f"{file.relative_to(ROOT)}:{number}")
    assert wrong == []
