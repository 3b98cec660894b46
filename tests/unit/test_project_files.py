"""The lock, the pins and the scripts say what the documents promise."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from coach.capture.models import RELEASE

ROOT = Path(__file__).resolve().parents[2]


def lock_lines() -> list[str]:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()


def locked() -> dict[str, str]:
    """Normalised package name -> pinned version."""
    pins = {}
    for line in lock_lines():
        if match := re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", line):
            pins[normalised(match[1])] = match[2]
    return pins


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_names_no_place_to_load_from() -> None:
    addresses = [n for n, line in enumerate(lock_lines(), 1) if "://" in line or "--index" in line]
    assert addresses == []


def test_every_pin_has_a_hash() -> None:
    text = "\n".join(lock_lines())
    entries = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
    assert [e.split()[0] for e in entries if "--hash=sha256:" not in e] == []


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {normalised(re.split(r"[=<>!~;\[ ]", line, maxsplit=1)[0]) for line in wanted}
    assert names - set(locked()) == set()


def test_exactly_one_package_provides_cv2() -> None:
    cv2 = [name for name in locked() if name.startswith("opencv")]
    assert cv2 == ["opencv-python"]


def test_the_models_come_from_the_release_that_carries_them() -> None:
    # docs/decisions.md: later releases report usage to a remote host and carry no models.
    text = (ROOT / "models.lock").read_text(encoding="utf-8")
    assert f"mediapipe=={RELEASE} " in text
    assert text.count("--hash=sha256:") == 1
    assert "://" not in text


def test_the_framework_is_a_tool_of_the_tests_only() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert not [d for d in project["project"]["dependencies"] if d.startswith("mediapipe")]
    assert locked()["mediapipe"] == RELEASE


def test_no_qt_that_loses_references() -> None:
    # docs/decisions.md: 6.12.0 aborts Python 3.11 after some thousand paint calls.
    major, minor = map(int, locked()["pyside6"].split(".")[:2])
    assert (6, 8) <= (major, minor) < (6, 12)


@pytest.mark.parametrize("script", [".ci/run", "scripts/setup.sh", "scripts/check.sh"])
def test_scripts_can_be_run_and_parse(script: str) -> None:
    path = ROOT / script
    assert os.access(path, os.X_OK)
    subprocess.run(["bash", "-n", str(path)], check=True)


def test_the_makefile_offers_no_target_without_its_script() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    scripts = re.findall(r"(?:scripts|tests)/[\w/]+\.(?:py|sh)", text)
    assert [s for s in scripts if not (ROOT / s).exists()] == []


def test_every_place_names_the_same_pythons() -> None:
    """pyproject.toml, the set-up, the entry and the README: what one promises the others keep."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11,<3.15"
    for name in ("scripts/setup.sh", "main.py"):
        assert "(3, 11) <= sys.version_info[:2] <= (3, 14)" in (ROOT / name).read_text(
            encoding="utf-8"
        ), name
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.count("Python 3.11 to 3.14") == 2


#: Packages whose modules are called otherwise.
MODULES = {
    "opencv-python": "cv2", "pyside6": "PySide6", "ai-edge-litert": "ai_edge_litert",
    "sqlalchemy": "sqlalchemy",
}  # fmt: skip
#: What comes with a declared package and is its own to name.
WITH_OTHERS = {"shiboken6", "pydantic_core", "annotated_types"}


def imported() -> set[str]:
    """Top names of everything that the program imports."""
    names = set()
    for file in (ROOT / "coach").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module or "")
            elif isinstance(node, ast.Call) and "import_module" in ast.dump(node.func):
                names |= {str(a.value) for a in node.args if isinstance(a, ast.Constant)}
    return {str(name).split(".")[0] for name in names}


def test_every_dependency_is_used_and_every_import_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {
        normalised(re.split(r"[=<>!~;\[ ]", line, maxsplit=1)[0])
        for line in project["dependencies"]
    }
    declared = {MODULES.get(name, name) for name in names}
    found = imported()
    assert declared - found == set()
    assert found - declared - WITH_OTHERS - set(sys.stdlib_module_names) - {"coach"} == set()
