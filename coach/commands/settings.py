"""`settings`: what the person chose, and changing it without the window."""

from __future__ import annotations

from coach.domain.errors import InputError
from coach.storage.paths import settings_path
from coach.storage.settings import load_settings, save_settings
from coach.storage.settings_registry import GROUP_TITLE, SettingGroup, group, setting
from coach.storage.settings_text import allowed_text, typed_value, value_text


def show() -> int:
    """Print every setting with its value and what is allowed. Returns 0."""
    loaded = load_settings(settings_path())
    if loaded.warning:
        print(loaded.warning)
    for which in SettingGroup:
        print(GROUP_TITLE[which])
        for spec in group(which):
            value = value_text(spec, loaded.settings)
            print(f"  {spec.name} = {value}")
            print(f"      {spec.title} ({allowed_text(spec)}). {spec.help}")
    return 0


def change(name: str, value: str) -> int:
    """Change one setting and save it. Returns 0.

    Raises:
        InputError: there is no such setting, or its value is not allowed.
        OutputError: it cannot be saved.
    """
    spec = setting(name)
    wanted = typed_value(spec, value)
    loaded = load_settings(settings_path())
    if loaded.warning:
        print(loaded.warning)
    settings = loaded.settings
    try:
        changed = settings.changed(**{name: wanted})
    except InputError as error:
        raise InputError(error.message, f"Give {allowed_text(spec)}.") from error
    save_settings(settings_path(), changed)
    print(f"{name} = {value_text(spec, changed)}")
    return 0
