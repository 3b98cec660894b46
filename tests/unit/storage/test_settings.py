from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.errors import InputError, OutputError
from coach.domain.feedback_mode import FeedbackMode
from coach.domain.sides import Affected
from coach.storage.settings import Settings, load_settings, save_settings

any_settings = st.builds(
    Settings,
    affected=st.none() | st.sampled_from(Affected),
    mirrored=st.booleans(),
    feedback=st.sampled_from(FeedbackMode),
    theme=st.sampled_from(["system", "light", "dark"]),
    text_scale_pct=st.integers(100, 200),
    voice=st.booleans(),
    reduced_motion=st.booleans(),
    plan_id=st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80),
)


@given(any_settings)
def test_saved_is_loaded(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "new" / "settings.json"
    save_settings(path, settings)
    loaded = load_settings(path)
    assert (loaded.settings, loaded.warning) == (settings, "")


def test_without_a_file_the_usual_settings_are_used(tmp_path: Path) -> None:
    loaded = load_settings(tmp_path / "none.json")
    assert (loaded.settings, loaded.warning) == (Settings(), "")
    assert loaded.settings.mirrored
    assert loaded.settings.affected is None


def test_the_file_is_private_and_readable_by_people(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, Settings(affected=Affected.LEFT))
    assert path.stat().st_mode & 0o777 == 0o600
    assert json.loads(path.read_text())["affected"] == "left"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null", b"[" * 50_000, b" " * 200_000, b"\x00" * 10],
)
def test_a_broken_file_is_kept_aside_and_said_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    loaded = load_settings(path)
    assert loaded.settings == Settings()
    assert "damaged" in loaded.warning
    (aside,) = tmp_path.glob("settings.unusable-*.json")
    assert aside.name in loaded.warning
    assert content.startswith(aside.read_bytes())
    save_settings(path, Settings())
    assert load_settings(path).warning == ""


def test_one_wrong_value_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"text_scale_pct": 900, "theme": "pink", "voice": false}')
    loaded = load_settings(path)
    assert loaded.settings == Settings(voice=False)
    assert "text_scale_pct, theme" in loaded.warning
    assert len(list(tmp_path.glob("settings.unusable-*.json"))) == 1


@given(st.binary(max_size=100) | st.text(max_size=50).map(str.encode))
def test_no_file_stops_the_program(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    load_settings(path)


def test_a_folder_in_its_place_is_no_reason_to_stop(tmp_path: Path) -> None:
    assert load_settings(tmp_path).settings == Settings()
    with pytest.raises(OutputError, match="could not be saved"):
        save_settings(tmp_path, Settings())


def test_what_a_newer_program_wrote_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"voice": false, "language": "es"}')
    loaded = load_settings(path)
    assert (loaded.settings.voice, loaded.warning) == (False, "")
    save_settings(path, loaded.settings.changed(voice=True))
    assert json.loads(path.read_text())["language"] == "es"


def test_changes_are_checked() -> None:
    assert Settings().changed(theme="dark").theme == "dark"
    with pytest.raises(InputError, match="no setting called colour"):
        Settings().changed(colour="red")
    with pytest.raises(InputError, match="text_scale_pct"):
        Settings().changed(text_scale_pct=5)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, Settings(voice=False))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, full)
        with pytest.raises(OutputError, match="disk is full"):
            save_settings(path, Settings())
    assert load_settings(path).settings == Settings(voice=False)
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{"show_picture": false}', FeedbackMode.BARS),
        ('{"show_picture": true}', FeedbackMode.MIRROR),
        ('{"show_picture": false, "feedback": "voice"}', FeedbackMode.VOICE),
    ],
)
def test_a_hidden_picture_of_an_older_version_stays_hidden(
    tmp_path: Path, before: str, after: FeedbackMode
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(before)
    loaded = load_settings(path)
    assert loaded.warning == ""
    assert loaded.settings.feedback is after
    save_settings(path, loaded.settings.changed(feedback="mirror"))
    assert load_settings(path).settings.feedback is FeedbackMode.MIRROR
