"""The safety cards of a plan, and whether they were read today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from coach.app.settings_store import SettingsStore
from coach.coaching.library import ExerciseLibrary
from coach.coaching.programme_schema import NEEDED_CARDS
from coach.domain.programme import SafetyCard


class CareCards:
    """What is shown before the first exercise of a day, and on request. GUI thread.

    Args:
        library: gives the library in use now.
        settings: remembers the day and the cards of it.
        today: the local date.
    """

    def __init__(
        self,
        library: Callable[[], ExerciseLibrary],
        settings: SettingsStore,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._library = library
        self._settings = settings
        self._today = today

    def cards(self, plan_id: str) -> tuple[SafetyCard, ...]:
        """The cards of a plan's programme; those of every programme where it is of none."""
        library = self._library()
        programme = library.programmes.get(plan_id.partition("/")[0])
        if programme is not None:
            return programme.safety
        return tuple(library.cards[name] for name in NEEDED_CARDS if name in library.cards)

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
