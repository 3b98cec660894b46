"""Makes the pictures of the user guide: `python -m tests.screens.guide FOLDER [NAME ...]`."""

from __future__ import annotations

import os
import sys
from itertools import groupby
from pathlib import Path
from typing import Final

from coach.ui.pages.page import PageId

SIZE: Final = (1024, 660)
#: The heading of each page's section in `docs/user-guide.md`.
SECTIONS: Final = {
    PageId.WELCOME: "The first start",
    PageId.HOME: "The start page",
    PageId.SAFETY: "Before you start",
    PageId.PRACTICE: "Practising",
    PageId.SUMMARY: "Afterwards",
    PageId.PROGRESS: "Your progress",
    PageId.PLAN: "My programme",
    PageId.SETTINGS: "Settings",
    PageId.ABOUT: "About and limits",
}
#: File name without ending -> scene of the catalogue.
PICTURES: Final = {
    "welcome": "welcome_03_what",
    "consent": "welcome_04_consent",
    "side": "welcome_07_side_asked",
    "home": "home",
    "go-on": "home_go_on",
    "safety": "safety_before",
    "setup": "practice_setup",
    "watch": "practice_demonstrate",
    "move": "practice_hold",
    "joined-in": "practice_synkinesis",
    "not-scored": "practice_turned",
    "bars": "practice_too_far_bars",
    "mirror-therapy": "practice_move_reflected",
    "hurts": "practice_hurts",
    "change": "practice_change",
    "summary": "summary",
    "progress": "progress",
    "programme": "plan",
    "shut": "plan_shut",
    "settings": "settings",
    "about": "about",
}


def main() -> int:
    """Make all pictures, or the named ones."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from tests.screens.gallery import shot
    from tests.screens.pictures import Pictures
    from tests.screens.scenes import catalogue
    from tests.screens.stage import Stage

    folder, only = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    names = {scene: name for name, scene in PICTURES.items() if not only or name in only}
    wanted = [scene for scene in catalogue() if scene.name in names]
    pictures = Pictures()
    for world, scenes in groupby(wanted, key=lambda scene: scene.world):
        with Stage(world) as stage:
            stage.look("light", 100, SIZE)
            for scene in scenes:
                stage.reset()
                scene.show(stage, pictures)
                shot(stage).toImage().convertToFormat(QImage.Format.Format_RGB888).save(
                    str(folder / f"{names[scene.name]}.png")
                )
    pictures.close()
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
