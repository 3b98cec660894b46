"""One list describes every setting, and agrees with the model."""

from __future__ import annotations

import types
import typing

import pytest

from coach.domain.errors import InputError
from coach.storage.settings import Settings
from coach.storage.settings_registry import (
    GROUP_TITLE,
    REGISTRY,
    SettingGroup,
    SettingKind,
    SettingSpec,
    group,
    limits,
    setting,
)
from coach.storage.settings_text import typed_value, value_text

EACH = pytest.mark.parametrize("spec", REGISTRY, ids=lambda s: s.name)


def test_every_setting_is_described_once() -> None:
    assert sorted(spec.name for spec in REGISTRY) == sorted(Settings.model_fields)


def test_every_group_has_a_title_and_something_in_it() -> None:
    for which in SettingGroup:
        assert GROUP_TITLE[which]
        assert group(which)


@EACH
def test_it_is_said_in_plain_words(spec: SettingSpec) -> None:
    assert 2 <= len(spec.title) <= 40
    assert spec.help.endswith(".")
    assert "_" not in spec.title + spec.help


@EACH
def test_the_default_can_be_typed_and_read_back(spec: SettingSpec) -> None:
    if spec.name == "agreed":
        return
    text = value_text(spec, Settings())
    changed = Settings().changed(**{spec.name: typed_value(spec, text)})
    assert changed == Settings()


@EACH
def test_the_kind_fits_the_model(spec: SettingSpec) -> None:
    annotation = Settings.model_fields[spec.name].annotation
    assert (annotation is bool) is (spec.kind is SettingKind.SWITCH)
    if spec.kind in (SettingKind.NUMBER, SettingKind.MEASURE):
        low, high = limits(spec.name)
        assert low is not None
        assert high is not None
        assert low < high
        assert Settings().changed(**{spec.name: low}) != Settings().changed(**{spec.name: high})


@EACH
def test_every_choice_is_allowed_and_none_is_missing(spec: SettingSpec) -> None:
    if spec.kind is not SettingKind.CHOICE:
        assert spec.choices == ()
        return
    values = [value for value, _ in spec.choices]
    for value in values:
        typed = typed_value(spec, value or "unsaid")
        assert str(getattr(Settings().changed(**{spec.name: typed}), spec.name) or "") == value
    assert set(_members(Settings.model_fields[spec.name].annotation)) <= set(values)


def _members(annotation: object) -> list[str]:
    """The values that an enum or a Literal allows; none for a number."""
    if isinstance(annotation, types.UnionType):
        return [m for part in typing.get_args(annotation) for m in _members(part)]
    if typing.get_origin(annotation) is typing.Literal:
        return [str(value) for value in typing.get_args(annotation)]
    members = getattr(annotation, "__members__", {})
    return [str(member.value) for member in members.values()]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("voice", "Off", False),
        ("voice", "yes", True),
        ("affected", "left", "left"),
        ("affected", "none", "none"),
        ("affected", "unsaid", None),
        ("outer_canthal_mm", "92.5", 92.5),
        ("outer_canthal_mm", "none", None),
        ("weekly_days", "4", 4),
        ("reminders", "08:00, 18:30", ("08:00", "18:30")),
        ("reminders", "none", ()),
        ("camera", "usb-cam", "usb-cam"),
    ],
)
def test_typed_values(name: str, text: str, value: object) -> None:
    assert typed_value(setting(name), text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [("voice", "perhaps"), ("theme", "pink"), ("weekly_days", "many"), ("agreed", "1")],
)
def test_what_does_not_fit_is_refused_with_what_does(name: str, text: str) -> None:
    with pytest.raises(InputError) as refused:
        typed_value(setting(name), text)
    assert refused.value.hint


def test_an_unknown_setting_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="no setting") as refused:
        setting("colour")
    assert "theme" in refused.value.hint
