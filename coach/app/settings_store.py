"""The person's choices, in memory and on disk; and what a therapist's plan says above them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from coach.domain.errors import InputError
from coach.domain.language import tr
from coach.storage.settings import Settings, load_settings, save_settings


class SettingsStore:
    """Holds the settings. GUI thread.

    Args:
        path: the settings file; None to keep changes in memory only (demonstrations, tests).
        settings: where to start from; None to read the file.
    """

    def __init__(self, path: Path | None, settings: Settings | None = None) -> None:
        self._path = path
        self.warning = ""
        if settings is None:
            loaded = load_settings(path) if path is not None else None
            settings = loaded.settings if loaded else Settings()
            self.warning = loaded.warning if loaded else ""
        self._own = settings
        self._prescribed: Mapping[str, object] = {}
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The choices that hold: the plan's where it says something, else the person's."""
        return self._settings

    @property
    def prescribed(self) -> frozenset[str]:
        """The names of the choices that the plan makes."""
        return frozenset(self._prescribed)

    def prescribe(self, choices: Mapping[str, object]) -> Settings:
        """Let a plan's choices stand above the person's own, which stay as they are on disk.

        Raises:
            InputError: there is no such choice, or its value is not allowed; nothing changes.
        """
        self._settings = self._own.changed(**choices)
        self._prescribed = dict(choices)
        return self._settings

    def update(self, **changes: object) -> Settings:
        """Change some choices and save them.

        Raises:
            InputError: there is no such choice, its value is not allowed, or the plan makes it;
                nothing changes.
            OutputError: they could not be saved; they hold until the program ends.
        """
        if self._prescribed.keys() & changes.keys():
            raise InputError(
                tr("Your therapist's plan sets this."),
                tr("Take the plan back on the settings page to change it."),
            )
        self._own = self._own.changed(**changes)
        self._settings = self._own.changed(**self._prescribed)
        if self._path is not None:
            save_settings(self._path, self._own)
        return self._settings
