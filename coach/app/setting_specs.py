"""The settings and their descriptions, for the screen."""

from __future__ import annotations

from coach.storage.settings import Settings
from coach.storage.settings_registry import (
    GROUP_TITLE,
    SettingGroup,
    SettingKind,
    SettingSpec,
    group,
    limits,
)

__all__ = [
    "GROUP_TITLE",
    "SettingGroup",
    "SettingKind",
    "SettingSpec",
    "Settings",
    "group",
    "limits",
]
