"""The guides name every page, and every picture is there, small, and made by the script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.ui.pages.page import PageId
from tests.screens.guide import PICTURES, SECTIONS
from tests.screens.scenes import catalogue

KB = 1000


@pytest.fixture
def guide(project_root: Path) -> str:
    return (project_root / "docs" / "user-guide.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(project_root: Path) -> Path:
    return project_root / "docs" / "images" / "guide"


def test_every_page_has_its_section(guide: str) -> None:
    headings = re.findall(r"^## (.+)$", guide, re.MULTILINE)
    assert set(SECTIONS) == set(PageId)
    assert [SECTIONS[page] for page in PageId if SECTIONS[page] not in headings] == []


def test_every_picture_is_used_and_there(guide: str, folder: Path) -> None:
    used = re.findall(r"\]\(images/guide/([\w-]+)\.png\)", guide)
    assert sorted(used) == sorted(PICTURES)
    assert sorted(path.stem for path in folder.glob("*")) == sorted(PICTURES)
    assert set(PICTURES.values()) <= {scene.name for scene in catalogue()}


def test_the_pictures_are_small(folder: Path) -> None:
    sizes = [path.stat().st_size for path in folder.glob("*.png")]
    assert max(sizes) < 250 * KB
    assert sum(sizes) < 4000 * KB


def test_every_picture_says_what_it_shows(guide: str) -> None:
    assert re.findall(r"!\[\s*\]", guide) == []
