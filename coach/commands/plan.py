"""`plan`: a therapist's plan file, checked, imported, written out, taken back."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from coach.app.plan_import import PlanImport, PlanPreview, merged_profile
from coach.app.settings_store import SettingsStore
from coach.coaching.library import exercises_dir, load_exercises
from coach.domain.errors import CoachError
from coach.domain.profile import Profile
from coach.storage.database import Database
from coach.storage.paths import database_path, own_exercises_dir, settings_path
from coach.storage.prescriptions import PrescriptionRepository, StoredPlan
from coach.storage.profiles import ProfileRepository


class _NoShelf:
    """Checking needs no practice log."""

    def together(self) -> AbstractContextManager[None]:
        raise NotImplementedError

    def add(self, text: str) -> StoredPlan:
        raise NotImplementedError

    def active(self) -> None:
        return None

    def take_back(self) -> None:
        raise NotImplementedError


def check(files: Sequence[Path]) -> int:
    """Check plan files and print what each would change; nothing is changed.

    Returns:
        0 where all are sound, else 2.
    """
    library = load_exercises(exercises_dir(), own_exercises_dir())
    plans = PlanImport(_NoShelf(), library, SettingsStore(None), lambda _profile: None)
    broken = 0
    for file in files:
        try:
            preview = plans.read(file)
        except CoachError as error:
            broken += 1
            print(error, file=sys.stderr)
        else:
            print(f"{file.name}: ok ({preview.title})")
            _print_lines(preview)
    return 2 if broken else 0


def import_file(file: Path) -> int:
    """Let a plan hold from the next start on. Returns 0.

    Raises:
        CoachError: the file is no plan, or it cannot be kept; nothing has changed.
    """
    with _plans() as plans:
        preview = plans.read(file)
        plans.apply(preview)
    print(f'"{preview.title}" holds from now on:')
    _print_lines(preview)
    return 0


def export_file(file: Path) -> int:
    """Write the present plan. Returns 0.

    Raises:
        CoachError: it cannot be read or written.
    """
    with _plans() as plans:
        plans.export(file)
    print(f"Written: {file}")
    return 0


def remove() -> int:
    """Take the present plan back. Returns 0.

    Raises:
        CoachError: the practice log cannot be written.
    """
    with _plans() as plans:
        plans.take_back()
    print("No plan holds any more.")
    return 0


@contextmanager
def _plans() -> Iterator[PlanImport]:
    library = load_exercises(exercises_dir(), own_exercises_dir())
    with Database.open(database_path()) as database:
        profiles = ProfileRepository(database)

        def learn(given: Profile) -> None:
            stored = profiles.load()
            profiles.save(merged_profile(stored.profile, given), stored.version)

        settings = SettingsStore(settings_path())
        yield PlanImport(PrescriptionRepository(database), library, settings, learn)


def _print_lines(preview: PlanPreview) -> None:
    for line in preview.sentences:
        print(f"  - {line}")
    for line in preview.problems:
        print(f"  ! {line}", file=sys.stderr)
