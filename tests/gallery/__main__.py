"""`python -m tests.gallery OUT.png [ID...]`: the contact sheet, or a part of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from coach.coaching.library import exercises_dir, load_exercises
from tests.gallery.sheet import contact_sheet


def main() -> int:
    """Draw and write the sheet."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    QGuiApplication([])
    library = load_exercises(exercises_dir())
    wanted = sys.argv[2:]
    chosen = [e for e in library.exercises.values() if not wanted or e.id in wanted]
    out = Path(sys.argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    sheet = contact_sheet(chosen)
    if not sheet.save(str(out)):
        print(f"{out} cannot be written", file=sys.stderr)
        return 1
    print(f"{len(chosen)} demonstrations, {sheet.width()} x {sheet.height()} px: {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
