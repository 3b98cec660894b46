"""What every test runs under: no screen, no network, its own data folder, nothing left behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt or matplotlib.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("MPLBACKEND", "Agg")
# Tests read the screen; they must find the same words on a developer's own machine.
os.environ.setdefault("COACH_LANGUAGE", "en")
os.environ["LC_ALL"] = "C.UTF-8"  # and the same dates

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QLocale

from tests.fixtures import leaks, network

PROJECT_ROOT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "default",
    deadline=None,  # a shared machine's speed is no property of the code
    derandomize=True,  # the same examples every run: a red run is the code's doing
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("thorough", parent=settings.get_profile("default"), max_examples=2000)
settings.register_profile("search", parent=settings.get_profile("thorough"), derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

network.install()


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fail a test that reached, or tried to reach, beyond this machine."""
    network.forget()
    yield
    attempts = network.attempts()
    if attempts:
        pytest.fail(f"The test tried to reach the network: {', '.join(attempts)}")


@pytest.fixture(autouse=True)
def own_data_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Give every test folders of its own; a person's practice log and log-in are never touched."""
    monkeypatch.setenv("COACH_DATA_DIR", str(tmp_path_factory.mktemp("data")))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))


@pytest.fixture(autouse=True)
def plain_locale() -> Iterator[None]:
    """Numbers and dates are written alike in every test, whatever language another one chose."""
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(QLocale.c())


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer or an open window."""
    uses_qt = bool({"qapp", "qtbot"} & set(request.fixturenames))
    before = leaks.snapshot(uses_qt)
    yield
    left = leaks.left_behind(before)
    if left:
        pytest.fail("The test left behind: " + "; ".join(left))


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder that holds `main.py`, `coach/` and `assets/`."""
    return PROJECT_ROOT


@pytest.fixture(scope="session")
def clips() -> Path:
    """The folder of rendered heads with exact truth; skips where it is not there."""
    folder = Path(os.environ.get("COACH_CLIPS", PROJECT_ROOT.parent / "shared" / "clips"))
    if not any(folder.glob("*.mp4")):
        pytest.skip(
            f"no accuracy clips in {folder} (set COACH_CLIPS to the folder that holds them)"
        )
    return folder
