"""The log-in entry, read back by the rules of the Desktop Entry Specification."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.domain.errors import OutputError
from coach.storage.login_entry import entry_path, entry_text, remove_entry, write_entry

_VALUE = {"\\\\": "\\", "\\n": "\n", "\\t": "\t", "\\r": "\r"}


def value_of(text: str, key: str) -> str:
    """A string value with its escapes undone."""
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text)
    raw, value, at = parser["Desktop Entry"][key], "", 0
    while at < len(raw):
        step = 2 if raw[at] == "\\" else 1
        value += _VALUE[raw[at : at + 2]] if step == 2 else raw[at]
        at += step
    return value


def arguments_of(value: str) -> list[str]:
    """The arguments of an Exec value: quoting undone, then the doubled percent signs."""
    words: list[str] = []
    at = 0
    while at < len(value):
        word, quoted = "", value[at] == '"'
        at += quoted
        while at < len(value) and value[at] != ('"' if quoted else " "):
            at += quoted and value[at] == "\\"
            word += value[at]
            at += 1
        at += quoted
        assert at == len(value) or value[at] == " "
        at += 1
        words.append(word.replace("%%", "%"))
    return words


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1),
        min_size=1,
        max_size=5,
    )
)
def test_every_command_comes_back_as_it_was(command: list[str]) -> None:
    text = entry_text(command, Path("/srv/the coach"), "Coach", "Reminds.")
    assert arguments_of(value_of(text, "Exec")) == command


def test_the_specification_s_own_examples() -> None:
    text = entry_text(
        ["/opt/my venv/bin/python", "a$b", 'say "x"', "50%", "\\"], Path("/"), "C", "R"
    )
    assert 'Exec="/opt/my venv/bin/python" "a\\\\$b" "say \\\\"x\\\\"" 50%% "\\\\\\\\"' in text
    assert "TryExec=/opt/my venv/bin/python\n" in text
    assert "Terminal=false\n" in text


@pytest.mark.skipif(shutil.which("gio") is None, reason="no gio here")
def test_the_desktop_s_own_library_starts_it(tmp_path: Path) -> None:
    """GLib reads the entry as GNOME does at log-in."""
    odd = tmp_path / 'a folder; of $HOME\'s (100%) "own"'
    odd.mkdir()
    script, done = odd / "main file.py", odd / "done"
    script.write_text("import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])")
    entry = tmp_path / "coach.desktop"
    write_entry(
        entry_text([sys.executable, str(script), str(done), "--hidden"], odd, "C", "R"), entry
    )
    subprocess.run(["gio", "launch", str(entry)], check=True, timeout=30)
    deadline = time.monotonic() + 20
    while not (done.exists() and done.read_text()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert done.read_text() == "--hidden"


def test_it_lies_where_the_desktop_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    name = "autostart/facial-retraining-coach.desktop"
    assert entry_path({"XDG_CONFIG_HOME": "/etc/mine"}) == Path("/etc/mine") / name
    for nothing in ({}, {"XDG_CONFIG_HOME": ""}, {"XDG_CONFIG_HOME": "relative"}):
        assert entry_path(nothing) == tmp_path / ".config" / name


def test_it_is_written_whole_and_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "autostart" / "coach.desktop"
    remove_entry(path)
    write_entry("one\n", path)
    before = path.stat().st_ino
    write_entry("one\n", path)
    assert path.stat().st_ino == before
    write_entry("two\n", path)
    assert path.read_text() == "two\n"
    assert [file.name for file in path.parent.iterdir()] == ["coach.desktop"]
    remove_entry(path)
    assert not path.exists()


def test_where_it_cannot_be_written_a_sentence_says_so(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file in the way")
    with pytest.raises(OutputError, match="log-in"):
        write_entry("text", tmp_path / "autostart" / "coach.desktop")
    with pytest.raises(OutputError, match="log-in"):
        remove_entry(tmp_path / "autostart" / "coach.desktop")
