"""A therapist's plan file: looked at, applied, taken back, written out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from coach.app.plan_words import plan_sentences
from coach.app.prescribed import PLAN_NAME, prescribed_settings
from coach.app.settings_store import SettingsStore
from coach.coaching.library import ExerciseLibrary
from coach.coaching.prescription import prescribe
from coach.coaching.prescription_file import (
    MAX_PLAN_BYTES,
    parse_prescription,
    prescription_text,
)
from coach.domain.errors import InputError
from coach.domain.language import tr
from coach.domain.prescription import Prescription
from coach.domain.profile import Profile
from coach.domain.shown import quoted
from coach.files.disk import output_error
from coach.files.single import replace_file
from coach.storage.prescriptions import StoredPlan


class PlanShelf(Protocol):
    """What is needed of the practice log (`coach.storage.prescriptions`)."""

    def together(self) -> AbstractContextManager[None]: ...

    def add(self, text: str) -> StoredPlan: ...

    def active(self) -> StoredPlan | None: ...

    def take_back(self) -> None: ...


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """A plan file that has been read and can be applied.

    Attributes:
        title: the plan's.
        sentences: what it changes, in plain words.
        problems: what of it cannot be used as it is written.
        text: the file's text, unchanged.
    """

    title: str
    sentences: tuple[str, ...]
    problems: tuple[str, ...]
    text: str


class PlanImport(QObject):
    """Plans in and out. GUI thread; a plan file is small, so nothing here blocks noticeably.

    Signals:
        changed: another plan holds, or none; exercises are read anew when the window opens again.

    Args:
        shelf: where plans are kept.
        library: the program's exercises, without any plan.
        settings: the person's choices.
        learn: takes answers about the person that the plan gives. What the plan opens is open for
            as long as it holds, so it is not learnt.
        today: the local date.
    """

    changed = Signal()

    def __init__(
        self,
        shelf: PlanShelf,
        library: ExerciseLibrary,
        settings: SettingsStore,
        learn: Callable[[Profile], None],
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shelf, self._library, self._settings = shelf, library, settings
        self._learn, self._today = learn, today

    @property
    def prescribed(self) -> frozenset[str]:
        """The names of the choices that the present plan makes."""
        return self._settings.prescribed

    def present(self) -> Prescription | None:
        """The plan that holds; None where there is none, or it cannot be used.

        Raises:
            DatabaseError: the practice log cannot be read.
        """
        stored = self._shelf.active()
        if stored is None:
            return None
        try:
            return parse_prescription(stored.text, PLAN_NAME, self._library)
        except InputError:
            return None

    def read(self, path: Path) -> PlanPreview:
        """Look at a plan file without changing anything.

        Raises:
            InputError: it cannot be read or is no plan; file and line are named.
        """
        return self.preview(read_plan_file(path), path.name)

    def preview(self, text: str, name: str = PLAN_NAME) -> PlanPreview:
        """Look at a plan's text without changing anything.

        Raises:
            InputError: it is no plan; the line is named.
        """
        plan = parse_prescription(text, name, self._library)
        before = len(self._library.problems)
        return PlanPreview(
            plan.title,
            tuple(plan_sentences(plan, self._library, self._today())),
            tuple(prescribe(self._library, plan).problems[before:]),
            text,
        )

    def apply(self, preview: PlanPreview) -> None:
        """Let a plan hold from now on.

        Raises:
            CoachError: it could not be kept; nothing has changed.
        """
        plan = parse_prescription(preview.text, PLAN_NAME, self._library)
        with self._shelf.together():  # the plan and its answers, or neither
            self._shelf.add(preview.text)
            if plan.profile is not None:
                self._learn(plan.profile)
        self._settings.prescribe(prescribed_settings(plan))
        self.changed.emit()

    def apply_prescription(self, plan: Prescription) -> None:
        """Let a plan hold that was made on the screen.

        Raises:
            CoachError: it does not fit a plan file, or could not be kept; nothing has changed.
        """
        self.apply(self.preview(prescription_text(plan)))

    def take_back(self) -> None:
        """Let no plan hold: exercises and choices are again as they were; answers stay.

        Raises:
            CoachError: the practice log cannot be written; nothing has changed.
        """
        self._shelf.take_back()
        self._settings.prescribe({})
        self.changed.emit()

    def export(self, path: Path) -> None:
        """Write the present plan, or where there is none the person's own choices, as a plan file.

        Raises:
            CoachError: the practice log cannot be read, or the file cannot be written.
        """
        write_plan_file(path, self.present_text())

    def present_text(self) -> str:
        """The present plan as a file's text: as it was imported, or made of what is chosen."""
        stored = self._shelf.active()
        return stored.text if stored is not None else prescription_text(self._chosen())

    def _chosen(self) -> Prescription:
        chosen = self._settings.settings
        programme = chosen.plan_id if self._known(chosen.plan_id) else ""
        return Prescription(
            title=tr("My practice"),
            programme=programme,
            affected=chosen.affected,
            outer_canthal_mm=chosen.outer_canthal_mm,
            days_a_week=chosen.weekly_days,
        )

    def _known(self, plan_id: str) -> bool:
        try:
            self._library.programme(plan_id)
        except InputError:
            return False
        return True


def read_plan_file(path: Path) -> str:
    """A plan file's text.

    Raises:
        InputError: it cannot be read, or is no text of a plan's size.
    """
    try:
        if not path.is_file():  # a pipe or a device would never end
            raise OSError("not a file")
        with path.open("rb") as file:
            data = file.read(MAX_PLAN_BYTES + 1)
        if len(data) > MAX_PLAN_BYTES:
            raise InputError(
                tr("{file} is too large for a plan.", file=quoted(path.name, 80)),
                tr("Choose the plan file of your therapist; its name ends in .toml."),
            )
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            tr("{file} is not UTF-8 text.", file=quoted(path.name, 80)),
            tr("Save it again with the encoding UTF-8."),
        ) from error
    except OSError as error:
        raise InputError(
            tr("{file} cannot be read.", file=quoted(path.name, 80)),
            tr("Choose the plan file of your therapist; its name ends in .toml."),
        ) from error


def write_plan_file(path: Path, text: str) -> None:
    """Write a plan file, whole or not at all.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        replace_file(path, text.encode())
    except OSError as error:
        raise output_error(
            error,
            tr("The plan could not be written."),
            tr("Check that you may write to {folder}.", folder=path.parent),
        ) from error


def merged_profile(own: Profile, given: Profile) -> Profile:
    """The person's answers with those of a plan in their place; what the plan leaves open stays."""
    told = {
        name: value
        for name in ("cause", "stage", "onset", "procedure", "surgery", "botulinum")
        if (value := getattr(given, name)) is not None
    }
    seen = own.movement_seen if given.movement_seen is None else given.movement_seen
    return replace(
        own,
        **told,
        movement_seen=seen,
        surgeon_cleared=own.surgeon_cleared or given.surgeon_cleared,
        has_therapist=own.has_therapist or given.has_therapist,
        child=own.child or given.child,
    )
