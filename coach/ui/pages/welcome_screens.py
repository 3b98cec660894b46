"""Which screen each question of the first start has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from coach.app.welcome_presenter import WelcomePresenter, WelcomeStep
from coach.ui.pages.welcome_look import LanguageStep, LookStep
from coach.ui.pages.welcome_side import SideStep
from coach.ui.pages.welcome_step import Step
from coach.ui.pages.welcome_steps import (
    CameraStep,
    ConsentStep,
    EyeCareStep,
    QuestionStep,
    StopSignStep,
    WhatStep,
)
from coach.ui.widgets.profile_questions import SurgeryQuestion
from coach.ui.widgets.questions import BotulinumQuestion, OnsetQuestion, StageQuestion

MAKE: Final[dict[WelcomeStep, Callable[[WelcomePresenter], Step]]] = {
    WelcomeStep.LANGUAGE: LanguageStep,
    WelcomeStep.LOOK: LookStep,
    WelcomeStep.WHAT: WhatStep,
    WelcomeStep.CONSENT: ConsentStep,
    WelcomeStep.STOP_SIGNS: StopSignStep,
    WelcomeStep.CAMERA: CameraStep,
    WelcomeStep.SIDE: SideStep,
    WelcomeStep.STAGE: lambda start: QuestionStep(start, StageQuestion()),
    WelcomeStep.ONSET: lambda start: QuestionStep(start, OnsetQuestion()),
    WelcomeStep.SURGERY: lambda start: QuestionStep(start, SurgeryQuestion()),
    WelcomeStep.INJECTION: lambda start: QuestionStep(start, BotulinumQuestion()),
    WelcomeStep.EYE_CARE: lambda start: EyeCareStep(start.card("eye_care")),
}
