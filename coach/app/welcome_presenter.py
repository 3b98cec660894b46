"""The first start: which question comes next, and where its answer goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal

from coach.app.camera_presenter import CameraPresenter
from coach.app.consent import CONSENT_VERSION, WELCOME_VERSION, has_agreed
from coach.app.plan_import import PlanImport
from coach.domain.profile import Profile
from coach.domain.programme import SafetyCard
from coach.domain.sides import Affected
from coach.storage.settings import Settings


class WelcomeStep(StrEnum):
    """The screens of the first start, in order."""

    LANGUAGE = "language"
    LOOK = "look"
    WHAT = "what"
    CONSENT = "consent"
    STOP_SIGNS = "stop_signs"
    CAMERA = "camera"
    SIDE = "side"
    STAGE = "stage"
    ONSET = "onset"
    SURGERY = "surgery"
    INJECTION = "injection"
    EYE_CARE = "eye_care"


#: Health answers and the camera: not without consent.
_AFTER_CONSENT: Final = frozenset(
    {
        WelcomeStep.STOP_SIGNS, WelcomeStep.CAMERA, WelcomeStep.SIDE, WelcomeStep.STAGE,
        WelcomeStep.ONSET, WelcomeStep.SURGERY, WelcomeStep.INJECTION,
    }
)  # fmt: skip
_BEFORE_SIGNS: Final = frozenset(
    {
        WelcomeStep.LANGUAGE, WelcomeStep.LOOK, WelcomeStep.WHAT, WelcomeStep.CONSENT,
        WelcomeStep.STOP_SIGNS,
    }
)  # fmt: skip
_ABOUT_THE_PALSY: Final = frozenset(
    {WelcomeStep.STAGE, WelcomeStep.ONSET, WelcomeStep.SURGERY, WelcomeStep.INJECTION}
)
#: These need an answer before it goes on: none may be passed over ("I do not know" is one).
_NEEDED: Final = frozenset({WelcomeStep.CONSENT, WelcomeStep.STOP_SIGNS, WelcomeStep.SIDE})


class Preferences(Protocol):
    """Where choices are kept (`coach.app.home_presenter.HomePresenter`)."""

    def preferences(self) -> Settings: ...

    def update(self, **changes: object) -> None: ...


class Answers(Protocol):
    """Where answers about the person are kept (`coach.app.profile_presenter`)."""

    @property
    def profile(self) -> Profile: ...

    def put(self, profile: Profile) -> None: ...

    def report_stop_sign(self) -> None: ...

    def clear_stop_sign(self) -> None: ...


class WelcomePresenter(QObject):
    """One question after the other. GUI thread.

    Signals:
        step_changed: another screen is shown.
        finished: the first start is over; the argument says whether the window must open again
            (a plan holds now that did not before).

    Args:
        home: the person's choices.
        person: the person's answers.
        cameras: for choosing a camera and for the picture of their face.
        plans: for a therapist's plan file.
        cards: the safety cards, by id.
    """

    step_changed = Signal()
    finished = Signal(bool)

    def __init__(
        self,
        home: Preferences,
        person: Answers,
        cameras: CameraPresenter,
        plans: PlanImport,
        cards: Callable[[], Sequence[SafetyCard]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.home, self.person = home, person
        self.cameras, self.plans = cameras, plans
        self._cards = cards
        self._planned = False
        self._consent_given = has_agreed(home.preferences())
        self._consent_asked = self._consent_given
        self._no_signs = False
        self._step = WelcomeStep.LANGUAGE
        plans.changed.connect(self._on_plan)

    @property
    def step(self) -> WelcomeStep:
        return self._step

    @property
    def settings(self) -> Settings:
        return self.home.preferences()

    @property
    def steps(self) -> tuple[WelcomeStep, ...]:
        """The screens that are gone through, as far as the answers say so now."""
        return tuple(step for step in WelcomeStep if self._applies(step))

    @property
    def position(self) -> tuple[int, int]:
        """Which screen this is, from 1, and how many there are."""
        steps = self.steps
        return steps.index(self._step) + 1, len(steps)

    @property
    def answered(self) -> bool:
        """Whether it may go on."""
        if self._step is WelcomeStep.CONSENT:
            return self._consent_asked
        if self._step is WelcomeStep.STOP_SIGNS:
            return self._no_signs or self.person.profile.stop_sign
        if self._step is WelcomeStep.SIDE:
            return self.settings.side_asked
        return True

    @property
    def can_be_skipped(self) -> bool:
        """Whether this question may be left open."""
        return self._step not in _NEEDED

    @property
    def agreed(self) -> bool | None:
        """What was said to measuring and keeping; None: not asked yet."""
        return self._consent_given if self._consent_asked else None

    @property
    def signs(self) -> bool | None:
        """Whether a warning sign is there today; None: not asked yet."""
        if self.person.profile.stop_sign:
            return True
        return False if self._no_signs else None

    def card(self, card_id: str) -> SafetyCard | None:
        """A safety card in the person's language."""
        return next((card for card in self._cards() if card.id == card_id), None)

    def start(self, step: WelcomeStep = WelcomeStep.LANGUAGE) -> None:
        """Begin, or go through it again, at a screen."""
        self._go(step if self._applies(step) else WelcomeStep.LANGUAGE)

    def next(self) -> None:
        """Go on; does nothing where the question needs an answer first."""
        if not self.answered:
            return
        steps = self.steps
        after = steps.index(self._step) + 1
        if after < len(steps):
            self._go(steps[after])
        else:
            self._finish()

    def back(self) -> bool:
        """Go back; False where this is the first screen."""
        steps = self.steps
        before = steps.index(self._step) - 1
        if before < 0:
            return False
        self._go(steps[before])
        return True

    def update(self, **changes: object) -> None:
        """Change choices."""
        self.home.update(**changes)

    def put(self, profile: Profile) -> None:
        """Take an answer about the person."""
        self.person.put(profile)

    def agree(self, agreed: bool) -> None:
        """Whether the camera may be used and practice may be kept."""
        self._consent_asked, self._consent_given = True, agreed
        self.home.update(agreed=CONSENT_VERSION if agreed else 0)
        self.step_changed.emit()

    def tell_signs(self, there: bool) -> None:
        """Whether a warning sign is there today; one that is there keeps practice shut."""
        self._no_signs = not there
        if there:
            self.person.report_stop_sign()
        else:
            self.person.clear_stop_sign()
        self.step_changed.emit()

    def choose_side(self, affected: Affected | None) -> None:
        """The affected side, after the person has confirmed it in words; None: not known."""
        self.home.update(affected=affected, side_asked=True)

    def _applies(self, step: WelcomeStep) -> bool:
        if step in _AFTER_CONSENT and self._consent_asked and not self._consent_given:
            return False
        if self.person.profile.stop_sign and step not in _BEFORE_SIGNS:
            return False  # nothing is practised until it has been looked at
        planned = self.plans.prescribed
        if step is WelcomeStep.SIDE:
            return "affected" not in planned
        if step in _ABOUT_THE_PALSY:
            return not self._planned and self.settings.affected is not Affected.NONE
        return True

    def _go(self, step: WelcomeStep) -> None:
        self._step = step
        if step in (WelcomeStep.CAMERA, WelcomeStep.SIDE):
            self.cameras.watch()
        else:
            self.cameras.rest()
        self.step_changed.emit()

    def _on_plan(self) -> None:
        self._planned = True
        self.step_changed.emit()

    def _finish(self) -> None:
        self.cameras.rest()
        if not self.person.profile.stop_sign:
            self.home.update(welcomed=WELCOME_VERSION)
        planned, self._planned = self._planned, False
        self._step = WelcomeStep.LANGUAGE
        self.finished.emit(planned)
