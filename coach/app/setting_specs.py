"""The descriptions of the settings, for the screen."""

from __future__ import annotations

from coach.storage.settings_registry import (
    GROUP_TITLE,
    SettingGroup,
    SettingKind,
    SettingSpec,
    group,
    limits,
)

__all__ = ["GROUP_TITLE", "SettingGroup", "SettingKind", "SettingSpec", "group", "limits"]
