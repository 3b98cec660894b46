"""The safety cards of a plan, and whether they were read today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from coach.app.settings_store import SettingsStore
from coach.coaching.library import ExerciseLibrary
from coach.coaching.programme_schema import NEEDED_CARDS
from coach.domain.programme import SafetyCard

#: Shown with every plan to the adult beside a child.
CHILDREN_CARD: Final = "children"


class CareCards:
    """What is shown before the first exercise of a day, and on request. GUI thread.

    Args:
        library: gives the library in use now.
        settings: remembers the day and the cards of it.
        child: whether a child practises: then the adult beside has a card of their own.
        today: the local date.
    """

    def __init__(
        self,
        library: Callable[[], ExerciseLibrary],
        settings: SettingsStore,
        child: Callable[[], bool] = lambda: False,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._library = library
        self._settings = settings
        self._child = child
        self._today = today

    def cards(self, plan_id: str) -> tuple[SafetyCard, ...]:
        """The cards of a plan's programme; those of every programme where it is of none."""
        library = self._library()
        programme = library.programmes.get(plan_id.partition("/")[0])
        names = [*NEEDED_CARDS, CHILDREN_CARD] if self._child() else NEEDED_CARDS
        shown = programme.safety if programme is not None else ()
        ids = {card.id for card in shown}
        needed = names if programme is None else [n for n in names if n == CHILDREN_CARD]
        more = (library.cards[n] for n in needed if n in library.cards and n not in ids)
        return (*shown, *more)

    def due(self, plan_id: str) -> bool:
        """Whether a card of this plan was not read yet today."""
        day, *read = self._settings.settings.cards_read.split() or [""]
        seen = set(read) if day == self._today().isoformat() else set()
        return any(card.id not in seen for card in self.cards(plan_id))

    def note_read(self, plan_id: str) -> None:
        """The cards of this plan were read today.

        Raises:
            OutputError: it could not be saved; it holds until the program ends.
        """
        day, *read = self._settings.settings.cards_read.split() or [""]
        today = self._today().isoformat()
        seen = set(read) if day == today else set()
        seen |= {card.id for card in self.cards(plan_id)}
        self._settings.update(cards_read=" ".join((today, *sorted(seen))))
