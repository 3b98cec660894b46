"""What the person chose, in one small JSON file. A broken file never stops the program."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from coach.domain.errors import InputError
from coach.domain.feedback_mode import FeedbackMode
from coach.domain.language import tr
from coach.domain.sides import Affected
from coach.files.disk import output_error
from coach.files.single import replace_file
from coach.storage.paths import make_private_folder

_MAX_BYTES: Final = 100_000
_TIME: Final = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"  # \d would take the digits of every script


class Settings(BaseModel):
    """The person's choices; every one has a default.

    Attributes:
        affected: the patient's own affected side; None until they say, and where they do not know.
        side_asked: they have said which side it is, or that they do not know.
        mirrored: show the camera picture as a mirror does.
        theme: colours.
        text_scale_pct: size of all text.
        voice: speak the sentences that are on the screen.
        reduced_motion: still pictures instead of moving ones.
        plan_id: the programme chosen last; "" for the default.
        language: code of the language, or "system" for the system's.
        outer_canthal_mm: distance of the outer eye corners by a therapist's caliper: the mm scale;
            None: the irises are the scale.
        welcomed: version of the first start that was gone through; 0: none yet.
        agreed: version of the consent that was agreed to; 0: none yet.
        feedback: what a person sees of themselves while they practise.
        captions: show the coach's sentences.
        sounds: short tones at the start and end of a movement.
        nod: a slow nod pauses and goes on.
        camera: the chosen camera's own id (never its index); "" for the first that works.
        weekly_days: days of practice a week that the person aims for.
        reminders: times of the day, "HH:MM", local.
        reminders_on: whether the system's notifications remind at these times.
        keep_reminding: they go on after the window is closed, from an icon in the system's tray.
        start_at_login: they begin when the person logs in to the computer.
        offer_snapshots: ask, each time, whether two still pictures may be kept.
        cards_read: a day and the safety cards that were read on it, "2026-03-01 eye_care".
    """

    model_config = ConfigDict(frozen=True, extra="ignore", validate_default=True)

    affected: Affected | None = None
    side_asked: bool = False
    mirrored: bool = True
    theme: Literal["system", "light", "dark", "contrast"] = "system"
    text_scale_pct: int = Field(default=100, ge=100, le=200)
    voice: bool = True
    reduced_motion: bool = False
    plan_id: str = Field(default="", max_length=170)
    language: str = Field(default="system", pattern=r"^(system|[a-z]{2,3})$")
    outer_canthal_mm: float | None = Field(default=None, ge=60.0, le=130.0)
    welcomed: int = Field(default=0, ge=0)
    agreed: int = Field(default=0, ge=0)
    feedback: FeedbackMode = FeedbackMode.MIRROR
    captions: bool = True
    sounds: bool = True
    nod: bool = False
    camera: str = Field(default="", max_length=400)
    weekly_days: int = Field(default=5, ge=1, le=7)
    reminders: tuple[Annotated[str, Field(pattern=_TIME)], ...] = Field(default=(), max_length=6)
    reminders_on: bool = False
    keep_reminding: bool = False
    start_at_login: bool = False
    offer_snapshots: bool = False
    cards_read: str = Field(default="", max_length=1000)

    @model_validator(mode="before")
    @classmethod
    def _from_older(cls, values: object) -> object:
        """Before there were ways of feedback, the picture could be shown or not.

        A side that is known has been asked for.
        """
        if isinstance(values, dict) and values.get("affected") is not None:
            values = {**values, "side_asked": True}
        if isinstance(values, dict) and values.get("show_picture") is False:
            return {"feedback": FeedbackMode.BARS, **values}
        return values

    def changed(self, **changes: object) -> Settings:
        """A copy with some choices changed.

        Raises:
            InputError: there is no such choice, or its value is not allowed.
        """
        unknown = sorted(changes.keys() - Settings.model_fields.keys())
        if unknown:
            raise InputError(f"There is no setting called {unknown[0]}.")
        try:
            return Settings.model_validate({**self.model_dump(), **changes})
        except ValidationError as error:
            name = ".".join(str(part) for part in error.errors()[0]["loc"])
            raise InputError(f"The setting {name} cannot have this value.") from error


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings, and one plain sentence where the file could not be used as it was."""

    settings: Settings
    warning: str = ""


def load_settings(path: Path) -> LoadedSettings:
    """Read the settings; what cannot be read falls back to its default.

    The unusable file is kept beside, so nothing a person wrote by hand is lost.
    """
    try:
        raw = _read(path)
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except OSError:
        return LoadedSettings(
            Settings(), tr("The settings could not be read, so the usual ones are used.")
        )
    values = _parse(raw)
    if values is None:
        aside = _set_aside(path, raw)
        return LoadedSettings(
            Settings(),
            " ".join(
                (tr("The settings file was damaged, so the usual settings are used."), *aside)
            ),
        )
    try:
        return LoadedSettings(Settings.model_validate(values))
    except ValidationError as error:
        wrong = {str(problem["loc"][0]) for problem in error.errors()}
        kept = {name: value for name, value in values.items() if name not in wrong}
        aside = _set_aside(path, raw)
        return LoadedSettings(
            Settings.model_validate(kept),
            " ".join(
                (
                    tr(
                        "Some settings could not be used ({names}) and were reset.",
                        names=", ".join(sorted(wrong)),
                    ),
                    *aside,
                )
            ),
        )


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings; at any moment there is the old file or the new one.

    Keys of a newer version of the program that stand in the file are kept. A file that cannot be
    read is not replaced: nobody would know what was lost. A link is followed.

    Raises:
        OutputError: they cannot be written; the old file is untouched.
    """
    try:
        make_private_folder(path.parent)
        known = settings.model_dump(mode="json")
        data = json.dumps({**_others(path), **known}, indent=2, sort_keys=True) + "\n"
        replace_file(path.resolve(), data.encode())
    except OSError as error:
        raise output_error(
            error,
            tr("Your settings could not be saved."),
            tr("Check that you may write to {folder}.", folder=path.parent),
        ) from error


def _read(path: Path) -> bytes:
    """The file's content, or a little more than is allowed of it.

    Raises:
        OSError: it cannot be read, or is no file: a pipe would never end.
    """
    if os.path.lexists(path) and not path.is_file():
        raise OSError(errno.EINVAL, "not a file")
    with path.open("rb") as file:
        return file.read(_MAX_BYTES + 1)


def _parse(raw: bytes) -> dict[str, Any] | None:
    if len(raw) > _MAX_BYTES:
        return None
    try:
        values = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _others(path: Path) -> Mapping[str, Any]:
    try:
        values = _parse(_read(path)) or {}
    except FileNotFoundError:
        return {}
    return {name: value for name, value in values.items() if name not in Settings.model_fields}


def _set_aside(path: Path, raw: bytes) -> tuple[str, ...]:
    """Keep what could not be used; the sentence that says where, or none."""
    if len(raw) > _MAX_BYTES:
        return _moved_aside(path)
    mark = hashlib.sha256(raw).hexdigest()[:12]  # the same file is kept once
    aside = path.with_name(f"{path.stem}.unusable-{mark}{path.suffix}")
    with contextlib.suppress(OSError):
        if not aside.exists():
            replace_file(aside, raw)
        return (tr("The old file is kept as {file}.", file=aside.name),)
    return ()


def _moved_aside(path: Path) -> tuple[str, ...]:
    """Give a file that is too large to be read another name, whole."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    aside = path.with_name(f"{path.stem}.unusable-{stamp}{path.suffix}")
    with contextlib.suppress(OSError):
        path.rename(aside)
        return (tr("The old file is kept as {file}.", file=aside.name),)
    return ()
