"""Settings as they are typed and read on the command line."""

from __future__ import annotations

from typing import Final

from coach.domain.errors import InputError
from coach.storage.settings import Settings
from coach.storage.settings_registry import SettingKind, SettingSpec, limits

_YES, _NO = ("on", "yes", "true", "1"), ("off", "no", "false", "0")
#: Asked on the screen only: what is agreed to must be read first.
_ASKED: Final = frozenset({"agreed"})


def value_text(spec: SettingSpec, settings: Settings) -> str:
    """A setting's value as it is typed; "none" for an empty one."""
    value = getattr(settings, spec.name)
    if isinstance(value, bool):
        return _YES[0] if value else _NO[0]
    if isinstance(value, tuple):
        return ",".join(value) or "none"
    return _empty(spec) if value is None or value == "" else str(value)


def allowed_text(spec: SettingSpec) -> str:
    """What may be typed for a setting."""
    if spec.kind is SettingKind.SWITCH:
        return "on or off"
    if spec.kind is SettingKind.CHOICE:
        return ", ".join(value or _empty(spec) for value, _ in spec.choices)
    if spec.kind in (SettingKind.NUMBER, SettingKind.MEASURE):
        low, high = limits(spec.name)
        none = " or none" if spec.kind is SettingKind.MEASURE else ""
        return f"{low:g} to {high:g}{f' {spec.unit}' if spec.unit else ''}{none}"
    if spec.kind is SettingKind.TIMES:
        return "times such as 08:00,18:30, or none"
    return "text, or none"


def typed_value(spec: SettingSpec, text: str) -> object:
    """What a typed text means.

    Raises:
        InputError: it is not what may be typed; whether the value is allowed is the model's to say.
    """
    wrong = InputError(f'"{text}" does not fit {spec.name}.', f"Give {allowed_text(spec)}.")
    word = text.strip()
    if spec.name in _ASKED:
        raise InputError(f"{spec.name} is asked on the screen only.", "Open the program.")
    empty = word.lower() == _empty(spec)
    match spec.kind:
        case SettingKind.SWITCH:
            if word.lower() not in (*_YES, *_NO):
                raise wrong
            return word.lower() in _YES
        case SettingKind.CHOICE:
            values = [value for value, _ in spec.choices]
            if empty and "" in values:
                return None
            if word not in values:
                raise wrong
            return word
        case SettingKind.NUMBER | SettingKind.MEASURE:
            if empty and spec.kind is SettingKind.MEASURE:
                return None
            try:
                number = float(word)
                return int(number) if number.is_integer() else number
            except (ValueError, OverflowError):
                raise wrong from None
        case SettingKind.TIMES:
            return () if empty else tuple(part.strip() for part in word.split(","))
        case _:
            return "" if empty else word


def _empty(spec: SettingSpec) -> str:
    """How "no value" is typed; the affected side has a "none" of its own."""
    return "unsaid" if any(value == "none" for value, _ in spec.choices) else "none"
