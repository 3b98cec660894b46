"""One picture of the gallery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from coach.ui.pages.page import PageId
from tests.screens.pictures import Pictures
from tests.screens.stage import Stage
from tests.screens.worlds import World

#: Brings a scene about, on a stage that was reset; without pictures the camera sees grey.
Show: TypeAlias = Callable[[Stage, Pictures | None], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A page in a state that a person may meet it in.

    Attributes:
        name: speaking, and the picture's file name.
        page: which page is shown.
        world: what is in the practice log.
        show: brings it about.
        above: what lies above the page is looked at instead of it (a dialog).
    """

    name: str
    page: PageId
    world: World
    show: Show
    above: bool = False
