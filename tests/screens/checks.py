"""Everything that is wrong with what a stage shows now."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu, QWidget

from tests.screens.scene import Scene
from tests.screens.stage import Stage
from tests.ui.seen_walk import (
    TEXT,
    TEXT_IN_CONTRAST,
    colour_alone,
    faint_text,
    hidden_focus,
)
from tests.ui.widget_walk import clipped, overlaps, small_targets, unnamed, unreachable


def shown(stage: Stage, scene: Scene) -> QWidget:
    """What is looked at: the page with the strip above it, or what lies over them."""
    if scene.above:
        over = stage.dialogs()
        assert over, f"nothing lies above {scene.name}"
        return over[0]
    page = stage.window.shown
    assert page.page_id is scene.page, f"{scene.name} shows {page.page_id}"
    centre = stage.window.centralWidget()
    assert centre is not None
    return centre


def layout_problems(stage: Stage, scene: Scene) -> list[str]:
    """What is cut off, lies on something else, has no name, is small or out of reach."""
    root = shown(stage, scene)
    if isinstance(root, QMenu):
        return []
    room, window = root.size(), stage.window.size()
    outside = scene.above and (room.width() > window.width() or room.height() > window.height())
    found = [f"larger than the window: {root.objectName()}"] if outside else []
    found += [f"overlap: {x}" for x in overlaps(root)]
    found += [f"cut off: {x}" for x in clipped(root)]
    found += [f"small: {x}" for x in small_targets(root)]
    if root.findChild(QDialogButtonBox) is None:  # Qt names its own buttons by their words
        found += [f"name: {x}" for x in unnamed(root)]
        found += [f"reach: {x}" for x in unreachable(root.window(), root)]
    return found


def painted_problems(stage: Stage, scene: Scene, theme: str) -> list[str]:
    """Faint letters, and switches whose state only colours tell."""
    root = shown(stage, scene)
    least = TEXT_IN_CONTRAST if theme == "contrast" else TEXT
    found = [f"faint: {x}" for x in faint_text(root, least)]
    return found + [f"colour alone: {x}" for x in colour_alone(root)]


def focus_problems(stage: Stage, scene: Scene) -> list[str]:
    """Where the keyboard is and nothing tells, or it is nowhere."""
    root = shown(stage, scene)
    found = [] if QApplication.focusWidget() else ["focus: nothing has the keyboard"]
    return found + [f"focus: {x}" for x in hidden_focus(root.window(), root)]
