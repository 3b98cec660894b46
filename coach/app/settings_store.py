"""The person's choices, in memory and on disk."""

from __future__ import annotations

from pathlib import Path

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
        self._settings = settings

    @property
    def settings(self) -> Settings:
        return self._settings

    def update(self, **changes: object) -> Settings:
        """Change some choices and save them.

        Raises:
            InputError: there is no such choice, or its value is not allowed; nothing changes.
            OutputError: they could not be saved; they hold until the program ends.
        """
        self._settings = self._settings.changed(**changes)
        if self._path is not None:
            save_settings(self._path, self._settings)
        return self._settings
